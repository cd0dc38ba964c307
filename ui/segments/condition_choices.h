// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/choice.h"

#include <QJsonObject>

namespace shopbell::ui {

class Materials;

/// The kinds of condition one may add, in groups; ids are those of newCondition().
[[nodiscard]] Choices conditionKinds(const Materials& materials);
/// A condition of that kind that is complete and makes sense at once.
[[nodiscard]] QJsonObject newCondition(const QString& kind, const Materials& materials);

// What the pickers offer. Ids are the words of the definition unless a comment says otherwise.

[[nodiscard]] Choices countTests();      ///< "at least", before a number of times
[[nodiscard]] Choices numberTests();     ///< "is more than", before a number
[[nodiscard]] Choices firstLastTests();  ///< numberTests(), and "text:=" and "text:!="
[[nodiscard]] Choices measureChoices();
[[nodiscard]] Choices unitChoices(double n);
[[nodiscard]] Choices exactUnitChoices(double n);  ///< minute to week
[[nodiscard]] Choices channelChoices();
[[nodiscard]] Choices suppressionReasons();
[[nodiscard]] Choices areaChoices();
[[nodiscard]] Choices predictionFields();
[[nodiscard]] Choices monthChoices();  ///< "0" for the present one, then 1 to 12
[[nodiscard]] Choices messageChoices();

/// Whether people of whom too little is known may be included by this condition's own "unset".
[[nodiscard]] bool canIncludeUnset(const QJsonObject& condition);

}  // namespace shopbell::ui
