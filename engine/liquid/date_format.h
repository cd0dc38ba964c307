// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/time_zone.h"

#include <optional>
#include <string>
#include <string_view>

namespace shopbell::liquid {

/// An instant written by a strftime pattern with English names, in a zone. Knows the directives of C and Ruby, the
/// flags
/// - 0 ^ _ # : and a width; what it does not know stays as it is. What is longer than `limit` is cut.
[[nodiscard]] std::string formatDate(Instant at, const TimeZone& zone, std::string_view pattern, std::size_t limit);

/// A date as people and machines write it: ISO 8601, "March 14, 2016 5:30 pm", "14 Mar 2016", "Fri, 16 Jul 2004
/// 01:02:03 +0100", "07/16/2004" (month first). Without a zone it is read in the one given; without a year, in that of
/// `now`.
[[nodiscard]] std::optional<Instant> readDate(std::string_view text, const TimeZone& zone, Instant now);

}  // namespace shopbell::liquid
