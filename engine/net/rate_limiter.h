// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <mutex>

namespace shopbell {

/// A token bucket: `perSecond` tokens flow in, at most `burst` are kept, and it starts full. Never waits itself.
/// Any thread. A clock that jumps forward fills the bucket once; one that jumps back neither fills nor empties it
/// and does not lengthen a pause.
class RateLimiter {
public:
    /// The clock must outlive the limiter. A rate of 0 or less means no limit.
    RateLimiter(const Clock& clock, double perSecond, double burst);

    /// Takes the tokens and returns 0, or takes nothing and returns how long until it is worth asking again.
    /// More tokens than the bucket holds are given when it is full, and leave it in debt.
    [[nodiscard]] Duration take(double tokens = 1.0);
    /// Gives nothing before so much time has passed (a server said "slow down"); the longer of two pauses counts.
    void pause(Duration howLong);
    void setRate(double perSecond, double burst);

private:
    void refill();

    const Clock& m_clock;
    std::mutex m_mutex;
    double m_perSecond;
    double m_burst;
    double m_tokens;
    Instant m_seen;
    Instant m_pausedUntil;
};

}  // namespace shopbell
