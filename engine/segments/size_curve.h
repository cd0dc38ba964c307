// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/evaluator.h"

#include <cstdint>
#include <vector>

namespace shopbell::segments {

struct CurvePoint {
    Instant at;
    std::int64_t members = 0;
    std::int64_t everybody = 0;
};

/// How large a definition was at `points` instants from `from` to `to`, evenly apart, both included: evaluated as of
/// each, from the history. One evaluation costs a few milliseconds a point on a large workspace.
[[nodiscard]] Result<std::vector<CurvePoint>> measureSize(const Sources& sources, const Node& definition, Instant from,
                                                          Instant to, int points);

}  // namespace shopbell::segments
