// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/size_curve.h"

#include "segments/program.h"

namespace shopbell::segments {

namespace {

constexpr int mostPoints = 1'000;

}  // namespace

Result<std::vector<CurvePoint>> measureSize(const Sources& sources, const Node& definition, Instant from, Instant to,
                                            int points)
{
    if (points < 2 || points > mostPoints || to < from) {
        return fail(ErrorKind::InvalidInput, "A curve has 2 to 1,000 points, and its end is not before its beginning.");
    }
    auto evaluator = Evaluator::make(sources, definition);
    if (!evaluator) {
        return fail(evaluator.error());
    }
    // The earliest first: what it loads of the past serves the others.
    std::vector<CurvePoint> curve;
    for (int i = 0; i < points; ++i) {
        const std::int64_t span = to.ms - from.ms;
        const Instant at{from.ms + span / (points - 1) * i + span % (points - 1) * i / (points - 1)};
        auto members = evaluator->members(at);
        if (!members) {
            return fail(members.error());
        }
        auto everybody = evaluator->everybody(at);
        if (!everybody) {
            return fail(everybody.error());
        }
        curve.push_back({at, members->count(), everybody->count()});
    }
    return curve;
}

}  // namespace shopbell::segments
