// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rate_limiter.h"

#include <algorithm>
#include <cmath>

namespace shopbell {

RateLimiter::RateLimiter(const Clock& clock, double perSecond, double burst)
    : m_clock(clock),
      m_perSecond(perSecond),
      m_burst(std::max(burst, 1.0)),
      m_tokens(m_burst),
      m_seen(clock.now()),
      m_pausedUntil(m_seen)
{
}

void RateLimiter::refill()
{
    const Instant now = m_clock.now();
    const Duration passed = now - m_seen;
    m_seen = now;
    if (passed.count() < 0) {
        // The clock was set back: what was still to wait stays as long as it was.
        m_pausedUntil = m_pausedUntil + passed;
        return;
    }
    m_tokens = std::min(m_burst, m_tokens + m_perSecond * static_cast<double>(passed.count()) / 1000.0);
}

Duration RateLimiter::take(double tokens)
{
    const std::lock_guard lock(m_mutex);
    refill();
    if (m_pausedUntil > m_seen) {
        return m_pausedUntil - m_seen;
    }
    if (m_perSecond <= 0) {
        return Duration{0};
    }
    // A hair below is enough: the sum of many small refills may miss a whole token by rounding.
    const double needed = std::min(tokens, m_burst);
    if (m_tokens + 1e-9 >= needed) {
        m_tokens -= tokens;
        return Duration{0};
    }
    const double milliseconds = std::ceil((needed - m_tokens) / m_perSecond * 1000.0 - 1e-6);
    return Duration{std::max<std::int64_t>(1, static_cast<std::int64_t>(std::min(milliseconds, 1e12)))};
}

void RateLimiter::pause(Duration howLong)
{
    const std::lock_guard lock(m_mutex);
    refill();
    m_pausedUntil = std::max(m_pausedUntil, m_seen + howLong);
}

void RateLimiter::setRate(double perSecond, double burst)
{
    const std::lock_guard lock(m_mutex);
    refill();
    m_perSecond = perSecond;
    m_burst = std::max(burst, 1.0);
    m_tokens = std::min(m_tokens, m_burst);
}

}  // namespace shopbell
