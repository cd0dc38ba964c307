// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/choice.h"

#include <QJsonObject>

namespace shopbell::ui {

/// What the pickers of conditions offer that lives in the workspace.
struct Materials {
    Choices metrics;
    Choices lists;
    Choices segments;
};

/// The kinds of condition one may add, in groups; ids are those of newCondition().
[[nodiscard]] Choices conditionKinds();
/// A condition of that kind that is complete and makes sense at once.
[[nodiscard]] QJsonObject newCondition(const QString& kind, const Materials& materials);
/// Whether the row has pickers for all that the condition says; else it is shown as a sentence and kept as it is.
[[nodiscard]] bool canEdit(const QJsonObject& condition);
/// A sentence for a condition that cannot be edited here.
[[nodiscard]] QString conditionSentence(const QJsonObject& condition);

[[nodiscard]] Choices measureChoices();
[[nodiscard]] Choices timeframeChoices();
[[nodiscard]] Choices unitChoices(int n);
[[nodiscard]] Choices propertyChoices();
[[nodiscard]] Choices propertyTests();
[[nodiscard]] bool testHasValue(const QString& op);
[[nodiscard]] bool testHasList(const QString& op);
[[nodiscard]] bool testHasNumber(const QString& op);
[[nodiscard]] Choices channelChoices();
[[nodiscard]] Choices consentChoices();
[[nodiscard]] Choices areaChoices();

/// Beside the metric: "has" or "has not", and which of measureChoices() the condition's measure, op and value are.
[[nodiscard]] bool isHasNot(const QJsonObject& metric);
[[nodiscard]] QString measureId(const QJsonObject& metric);
[[nodiscard]] QJsonObject withMeasure(QJsonObject metric, const QString& id);
[[nodiscard]] QString consentId(const QJsonObject& consent);
[[nodiscard]] QJsonObject withConsent(const QJsonObject& consent, const QString& id);

/// `choices` with `id` put in front when it is not among them.
[[nodiscard]] Choices including(Choices choices, const QString& id);

}  // namespace shopbell::ui
