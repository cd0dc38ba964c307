// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "db/connection.h"
#include "history/content_dictionary.h"
#include "history/history_view.h"
#include "history/property_codec.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

namespace shopbell {

/// In place of a code: the event was not read yet.
inline constexpr std::uint32_t notRead = std::numeric_limits<std::uint32_t>::max();

/// Reads one property of many events from the log: `rows` ascend, and each code that is `notRead` becomes the number
/// that the dictionary has for what the event holds (0: nothing, or no such row). Many are read by two threads. Where
/// it fails or is cancelled, what was read by then stays: asked again with the same codes, it goes on from there.
[[nodiscard]] Result<void> readProperty(std::string_view path, std::span<const std::int64_t> rows,
                                        std::span<std::uint32_t> codes, ContentDictionary& dictionary,
                                        db::Connection& log, PropertyDecoder& decoder, const ReadingWatch& watch);

}  // namespace shopbell
