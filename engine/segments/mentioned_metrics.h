// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/definition.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace shopbell::segments {

/// Definitions by the number of their segment.
using Definitions = std::map<std::int64_t, Node>;

/// Stands among the mentioned metrics for "asks the ledger"; no metric has an empty name.
inline constexpr std::string_view ledgerMark = "";

/// The metrics that a definition mentions, through the segments it names: events of others move nobody in or out.
[[nodiscard]] std::set<std::string> mentionedMetrics(const Node& node, const Definitions& definitions);
/// A definition with those of the segments it names: when this text changes, the question has.
[[nodiscard]] std::string spellOut(const Node& node, const Definitions& definitions);
/// Events of this metric tell of changes in what the columns of people hold; any segment may ask for those.
[[nodiscard]] bool isFact(std::string_view metric);

}  // namespace shopbell::segments
