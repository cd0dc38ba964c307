// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/choice.h"

namespace shopbell::ui {

/// What Qt knows of the world: ISO 3166 countries, ISO 4217 currencies, IANA time zones, in the order of their names.
[[nodiscard]] Choices countryChoices();
[[nodiscard]] Choices currencyChoices();
[[nodiscard]] Choices timeZoneChoices();

}  // namespace shopbell::ui
