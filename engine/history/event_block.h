// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/column_set.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// How many events a stored block holds, but for the last of a run and those from which somebody was erased.
inline constexpr std::size_t eventsPerBlock = 16384;

/// Up to eventsPerBlock events of one metric, ascending by (instant, row), as four columns of bytes. Each begins with a
/// checksum over the rest, seeded with the block's id and the column, so that no column passes for another.
struct EventBlockBytes {
    std::string at;
    std::string profile;  ///< as stored, before merges
    std::string value;    ///< empty where no event has one
    std::string row;
};

[[nodiscard]] EventBlockBytes packEvents(std::int64_t blockId, std::span<const LoggedEvent> events);

/// One column, checked and unpacked; false when it is damaged or does not hold `count` numbers.
[[nodiscard]] bool unpackNumbers(std::int64_t blockId, char column, std::string_view bytes, std::size_t count,
                                 std::vector<std::int64_t>& numbers);
/// The same for values, which come back as micros or noValue.
[[nodiscard]] bool unpackValues(std::int64_t blockId, std::string_view bytes, std::size_t count,
                                std::vector<std::int64_t>& values);

/// A column's bytes with their checksum in front, and the check.
[[nodiscard]] std::string sealBytes(std::int64_t id, char column, std::string_view bytes);
[[nodiscard]] bool openBytes(std::int64_t id, char column, std::string_view& bytes);

}  // namespace shopbell
