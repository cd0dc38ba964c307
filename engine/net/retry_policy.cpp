// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retry_policy.h"

#include <algorithm>

namespace shopbell {

bool isRetryableStatus(int status)
{
    switch (status) {
    case 408:
    case 425:
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
    case 509:
    case 529:
    case 530: return true;
    default: return status >= 520 && status <= 524;
    }
}

std::optional<Duration> retryDelay(const RetrySettings& settings, const FailedAttempt& failed, double unit)
{
    const bool worthIt = failed.error ? isRetryable(*failed.error) : isRetryableStatus(failed.status);
    if (!worthIt || failed.attempt >= settings.maxAttempts) {
        return std::nullopt;
    }
    unit = std::clamp(unit, 0.0, 1.0);
    Duration cap = std::min(settings.first, settings.longest);
    for (int i = 1; i < failed.attempt && cap < settings.longest; ++i) {
        cap = std::min(cap * 2, settings.longest);
    }
    const auto share = [unit](Duration whole) {
        return Duration{static_cast<std::int64_t>(unit * static_cast<double>(whole.count()))};
    };
    const Duration backoff = cap / 2 + share(cap - cap / 2);
    const auto asked = parseRetryAfter(failed.retryAfter, failed.now);
    if (!asked) {
        return backoff;
    }
    if (*asked > settings.longestRetryAfter) {
        return std::nullopt;
    }
    return std::max(backoff, *asked + share(std::min(*asked / 10, Duration{5'000})));
}

}  // namespace shopbell
