// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/saturate.h"

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace shopbell {

using Duration = std::chrono::milliseconds;

/// A point in time: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
/// Sums past the range stay at its end.
struct Instant {
    std::int64_t ms = 0;

    friend constexpr auto operator<=>(Instant, Instant) = default;
    friend constexpr Instant operator+(Instant t, Duration d) { return {saturatingAdd(t.ms, d.count())}; }
    friend constexpr Instant operator-(Instant t, Duration d) { return {saturatingSubtract(t.ms, d.count())}; }
    friend constexpr Duration operator-(Instant a, Instant b) { return Duration{saturatingSubtract(a.ms, b.ms)}; }

    /// ISO 8601 in UTC with milliseconds: 2026-11-21T09:30:00.000Z.
    [[nodiscard]] std::string toIso() const;
};

/// Reads ISO 8601 / RFC 3339: a date, or date and time ('T' or blank between), optional fraction,
/// optional zone (Z, +hh:mm, +hhmm, +hh, with a blank before it or not). Seconds may be missing, digits past the
/// milliseconds are dropped, a leap second counts as the next one. Without a zone the time is read as UTC.
/// Only years 0001 to 9999 are taken.
[[nodiscard]] Result<Instant> parseIso(std::string_view text);

/// ISO 8601 as above, or Unix seconds, or Unix milliseconds (more than 11 digits), with an optional fraction.
[[nodiscard]] Result<Instant> parseInstant(std::string_view text);

}  // namespace shopbell
