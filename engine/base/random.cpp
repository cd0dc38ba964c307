// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include "base/text.h"

#include <openssl/rand.h>

#include <bit>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace shopbell {

namespace {

/// Without a system generator nothing secret can be made up; going on with a guessable id would be worse than ending.
void fillFromSystem(unsigned char* bytes, int count)
{
    if (RAND_bytes(bytes, count) != 1) {
        std::fputs("The operating system's random generator does not work; Shopbell cannot run safely.\n", stderr);
        std::abort();
    }
}

/// splitmix64 (Steele, Lea, Flood 2014): spreads one seed over the whole state, which must not be all zero.
std::uint64_t nextSplitMix(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31);
}

}  // namespace

Random::Random(std::uint64_t seed)
{
    for (auto& word : m_state) {
        word = nextSplitMix(seed);
    }
}

Random Random::fromSystem()
{
    Random result(0);
    std::uint64_t words[4] = {};
    unsigned char bytes[sizeof words] = {};
    fillFromSystem(bytes, static_cast<int>(sizeof bytes));
    for (std::size_t i = 0; i < sizeof bytes; ++i) {
        words[i / 8] = words[i / 8] << 8 | bytes[i];
    }
    for (std::size_t i = 0; i < 4; ++i) {
        result.m_state[i] ^= words[i];
    }
    return result;
}

std::uint64_t Random::next()
{
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

std::uint64_t Random::below(std::uint64_t bound)
{
    if (bound == 0) {
        return 0;
    }
    // The lowest 2^64 mod bound values are thrown away: what is left divides evenly.
    const std::uint64_t threshold = (0 - bound) % bound;
    std::uint64_t drawn = next();
    while (drawn < threshold) {
        drawn = next();
    }
    return drawn % bound;
}

std::int64_t Random::between(std::int64_t low, std::int64_t high)
{
    if (high <= low) {
        return low;
    }
    const std::uint64_t width = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
    const std::uint64_t offset = width == 0 ? next() : below(width);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + offset);
}

double Random::unit()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

// Marsaglia's polar method. Its second value is dropped, so that the state is the four words alone.
double Random::normal()
{
    for (;;) {
        const double x = 2 * unit() - 1;
        const double y = 2 * unit() - 1;
        const double square = x * x + y * y;
        if (square > 0 && square < 1) {
            return x * std::sqrt(-2 * std::log(square) / square);
        }
    }
}

double Random::exponential(double rate)
{
    return -std::log1p(-unit()) / rate;
}

std::string makeToken()
{
    unsigned char bytes[16] = {};
    fillFromSystem(bytes, static_cast<int>(sizeof bytes));
    std::string text;
    for (const unsigned char byte : bytes) {
        text.push_back(static_cast<char>(byte));
    }
    return toHex(text);
}

}  // namespace shopbell
