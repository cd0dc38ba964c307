// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/instant.h"

#include <optional>
#include <string_view>

namespace shopbell {

struct RetrySettings {
    int maxAttempts = 6;                         ///< tries in all, the first included
    Duration first{1'000};                       ///< longest wait after the first failure
    Duration longest{300'000};                   ///< the doubling stops here
    Duration longestRetryAfter{24 * 3'600'000};  ///< a server that asks for more is given up on
};

/// What the last try came to: an error, or a status.
struct FailedAttempt {
    int attempt = 1;                 ///< 1 for the first try
    std::optional<ErrorKind> error;  ///< where there was no response
    int status = 0;                  ///< the response's, otherwise
    std::string_view retryAfter;     ///< the header as it came, or empty
    Instant now;                     ///< to read a date in the header against
};

/// How long to wait before the next try, or nothing: give up. Pure; `unit` is uniform in [0, 1).
///
/// Exponential backoff with equal jitter (half fixed, half random, so that a crowd spreads and nobody hammers):
/// cap = min(longest, first · 2^(attempt-1)), delay = cap/2 + unit · cap/2. Retry-After, where it is longer,
/// is obeyed, with up to a tenth (at most 5 s) added so that a crowd does not come back at one instant.
[[nodiscard]] std::optional<Duration> retryDelay(const RetrySettings& settings, const FailedAttempt& failed,
                                                 double unit);

/// 408, 425, 429, 500, 502, 503, 504, and the gateway codes 509, 520 to 524, 529, 530.
[[nodiscard]] bool isRetryableStatus(int status);

/// Seconds, or an HTTP-date seen from `now`; a past date is 0. Nonsense is nothing.
[[nodiscard]] std::optional<Duration> parseRetryAfter(std::string_view header, Instant now);

/// The three forms of RFC 9110, 5.6.7.
[[nodiscard]] std::optional<Instant> parseHttpDate(std::string_view text);

}  // namespace shopbell
