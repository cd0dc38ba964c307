// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"

#include <QTest>

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace shopbell::test {

/// A Random whose seed is the given one, or SHOPBELL_TEST_SEED where it is set; when the test fails, the seed is
/// printed so that the same run can be had again.
class SeededRandom {
public:
    explicit SeededRandom(std::uint64_t seed) : m_seed(chosenSeed(seed)), m_random(m_seed) {}
    ~SeededRandom()
    {
        if (QTest::currentTestFailed()) {
            std::fprintf(stderr, "seed of the failing case: SHOPBELL_TEST_SEED=%llu\n",
                         static_cast<unsigned long long>(m_seed));
        }
    }
    SeededRandom(const SeededRandom&) = delete;
    SeededRandom& operator=(const SeededRandom&) = delete;

    Random* operator->() { return &m_random; }
    Random& operator*() { return m_random; }
    [[nodiscard]] std::uint64_t seed() const { return m_seed; }

    /// `length` characters drawn from `alphabet`.
    [[nodiscard]] std::string text(std::string_view alphabet, std::size_t length)
    {
        std::string result;
        while (result.size() < length) {
            result += alphabet[m_random.below(alphabet.size())];
        }
        return result;
    }
    [[nodiscard]] std::string bytes(std::size_t length)
    {
        std::string result;
        while (result.size() < length) {
            result += static_cast<char>(m_random.below(256));
        }
        return result;
    }

private:
    static std::uint64_t chosenSeed(std::uint64_t fallback)
    {
        if (const char* const text = std::getenv("SHOPBELL_TEST_SEED"); text != nullptr) {
            std::from_chars(text, text + std::strlen(text), fallback);
        }
        return fallback;
    }

    std::uint64_t m_seed;
    Random m_random;
};

}  // namespace shopbell::test
