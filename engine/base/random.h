// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace shopbell {

/// A small seeded generator (xoshiro256**, Blackman and Vigna 2018): the same seed gives the same sequence on
/// every platform. Not for secrets. Not thread-safe.
class Random {
public:
    explicit Random(std::uint64_t seed);
    /// Seeded from the operating system.
    [[nodiscard]] static Random fromSystem();

    [[nodiscard]] std::uint64_t next();
    /// Uniform in [0, bound); bound 0 gives 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
    /// Uniform in [low, high].
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high);
    /// Uniform in [0, 1).
    [[nodiscard]] double unit();
    [[nodiscard]] bool chance(double probability) { return unit() < probability; }
    /// Mean 0, variance 1.
    [[nodiscard]] double normal();
    /// Mean 1/rate.
    [[nodiscard]] double exponential(double rate);

private:
    std::uint64_t m_state[4];
};

/// 32 hexadecimal digits from the operating system's generator: for ids that must not collide or be guessed.
[[nodiscard]] std::string makeToken();

}  // namespace shopbell
