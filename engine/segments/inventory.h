// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/evaluator.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::segments {

// What this shop knows, for pickers: names and values with how often they occur, most frequent first.

struct KnownMetric {
    std::string name;
    std::int64_t events = 0;
    Instant first;  ///< ms 0: no events
    Instant last;
};
[[nodiscard]] Result<std::vector<KnownMetric>> listKnownMetrics(const Sources& sources);

/// What kind of test suits a property best, judged by its values.
enum class ValueKind : std::uint8_t { Text, Number, Boolean, Date, List };

struct KnownProperty {
    std::string name;        ///< of an event: its path
    std::int64_t count = 0;  ///< people who have it; 0 for events, where only the order is known
};
[[nodiscard]] Result<std::vector<KnownProperty>> listProfileProperties(const Sources& sources);
[[nodiscard]] Result<std::vector<KnownProperty>> listEventProperties(const Sources& sources, std::string_view metric);

struct KnownValue {
    std::string text;
    std::int64_t count = 0;
};
struct KnownValues {
    ValueKind kind = ValueKind::Text;
    std::int64_t distinct = 0;
    std::vector<KnownValue> values;  ///< at most `limit`
};
/// Values whose text holds `search` (ASCII letters of either case); all when it is empty.
[[nodiscard]] Result<KnownValues> listProfileValues(const Sources& sources, std::string_view property,
                                                    std::string_view search, std::size_t limit);
[[nodiscard]] Result<KnownValues> listEventValues(const Sources& sources, std::string_view metric,
                                                  std::string_view property, std::string_view search,
                                                  std::size_t limit);

}  // namespace shopbell::segments
