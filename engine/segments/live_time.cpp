// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How time alone moves people in live segments.
#include "segments/live_segments_state.h"

namespace shopbell::segments {

namespace {

constexpr std::int64_t longestSleepMs = 20 * WaitingInstants::horizonMs;

}  // namespace

void LiveSegments::State::lookAhead(std::int64_t now, const OnMove& onMove)
{
    waiting.beginAt(now);
    for (std::uint32_t i = 0; i < live.size(); ++i) {
        if (!live[i].program) {
            continue;
        }
        const Program& program = *live[i].program;
        const auto& living = program.materials().people().living;
        ProfileBitmap movers(program.profileEnd());
        program.markMovers(now, waiting.horizon(), movers);
        for (std::size_t word = 0; word < movers.words().size(); ++word) {
            movers.words()[word] &= living[word];
        }
        movers.forEach([&](ProfileNumber profile) { judge(i, profile, now, onMove); });
    }
}

Result<void> LiveSegments::State::passTime(std::int64_t now, const OnMove& onMove)
{
    if (now - clock > longestSleepMs) {
        // After so long away, who is in now matters more than the second at which they came.
        const auto made = makePrograms(newest);
        return made ? evaluateAll({now}, membersNow(), onMove) : made;
    }
    while (clock < now) {
        // Never past the horizon at once: what comes after it is not in the heap yet.
        const std::int64_t until = std::min(now, waiting.horizon());
        while (const auto next = waiting.takeUpTo(until)) {
            // Earlier than the clock: a leftover of an answer that an event has changed since.
            judge(next->segment, next->profile, std::max(next->at, clock), onMove);
        }
        clock = until;
        if (until == waiting.horizon()) {
            lookAhead(until, onMove);
        }
    }
    return {};
}

Result<void> LiveSegments::passTime(Instant now, const OnMove& onMove)
{
    return m_state->passTime(now.ms, onMove);
}

std::optional<Instant> LiveSegments::nextChange() const
{
    const State& s = *m_state;
    return s.live.empty() ? std::nullopt : std::optional(Instant{s.waiting.next()});
}

}  // namespace shopbell::segments
