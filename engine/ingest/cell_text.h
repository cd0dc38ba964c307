// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/instant.h"
#include "base/time_zone.h"
#include "model/consent.h"
#include "model/property.h"

#include <optional>
#include <string_view>

namespace shopbell {

// What cells of files mean.

/// How dates like 3/4/2011 are read.
enum class DateOrder { DayFirst, MonthFirst };

/// ISO 8601, Unix seconds or milliseconds, or a local date with or without a time: "24.12.2025 18:30", "12/24/2025",
/// "2025/12/24". A time without a zone is one of `zone`.
[[nodiscard]] std::optional<Instant> parseCellTime(std::string_view text, const TimeZone& zone,
                                                   DateOrder order = DateOrder::MonthFirst);

/// Also "1.234,56", "1,234.56", "12,50", "€ 12.50", "12.50 EUR", "(3.00)" for -3. A single comma or point followed by
/// exactly three digits groups thousands only where another mark stands as well.
[[nodiscard]] std::optional<Decimal> parseCellAmount(std::string_view text);

/// Without the apostrophe that spreadsheets and our own export write before = @ + - to say "this is text".
[[nodiscard]] std::string_view withoutTextMark(std::string_view cell);

/// true and false, numbers as JSON writes them without a leading zero or exponent, ISO dates; else text. Nothing for an
/// empty cell. What has a text mark is text.
[[nodiscard]] std::optional<PropertyValue> parseCellProperty(std::string_view text);

/// Appends the same as JSON for the properties of an event (a date stays text there); false and nothing for an empty
/// cell.
bool appendCellJson(std::string& out, std::string_view text);

/// "yes", "subscribed", "1", "ja", … Nothing where the text does not say.
[[nodiscard]] std::optional<ConsentState> parseCellConsent(std::string_view text);

/// True for "12", "-0.5"; not for "007", "1e3", "+1", ".5" or more than 15 digits.
[[nodiscard]] bool isPlainNumber(std::string_view text);

}  // namespace shopbell
