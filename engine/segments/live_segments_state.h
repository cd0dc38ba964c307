// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/packed_column.h"
#include "segments/fresh_events.h"
#include "segments/live_segments.h"
#include "segments/program.h"
#include "segments/waiting_instants.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace shopbell::segments {

/// What LiveSegments keeps; for live_segments.cpp (who is in) and live_time.cpp (until when).
struct LiveSegments::State {
    struct Live {
        StoredSegment stored;
        std::string question;              ///< the definition spelled out
        bool asksAnew = false;             ///< since the members were last known
        std::set<std::string> mentioned;   ///< metrics
        std::shared_ptr<Program> program;  ///< null: it cannot be answered now
        ProfileBitmap members;
        bool takesFresh = false;
    };
    Sources sources;
    std::shared_ptr<const HistoryView> newest;  ///< shows the fresh events too
    FreshEvents fresh;
    std::vector<Live> live;
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> byMetric;
    WaitingInstants waiting;
    std::int64_t clock = 0;
    const ProfileBitmap* quiet = nullptr;  ///< of the present call

    void tell(const Live& one, ProfileNumber profile, bool entered, std::int64_t at, const OnMove& onMove) const
    {
        onMove({one.stored.id,
                one.stored.name,
                {profile},
                entered,
                {at},
                one.asksAnew || (quiet != nullptr && quiet->contains(profile))});
    }
    [[nodiscard]] std::uint64_t digest(const Live& one) const
    {
        return checksum(sources.zone.name(), checksum(one.question, 0));
    }
    Result<void> loadDefinitions();
    Result<void> makePrograms(const std::shared_ptr<const HistoryView>& view);
    Result<void> evaluate(Live& one, Instant now, const ProfileBitmap* known, const OnMove& onMove);
    Result<void> evaluateAll(Instant now, const Known& known, const OnMove& onMove);
    /// Null while nothing can be answered.
    const People* people() const
    {
        const auto first =
            std::find_if(live.begin(), live.end(), [](const Live& one) { return one.program != nullptr; });
        return first == live.end() ? nullptr : &first->program->materials().people();
    }
    void judge(std::uint32_t segment, ProfileNumber profile, std::int64_t at, const OnMove& onMove);
    Known membersNow() const;

    // The passing of time (live_time.cpp).
    void lookAhead(std::int64_t now, const OnMove& onMove);
    Result<void> passTime(std::int64_t now, const OnMove& onMove);
};

}  // namespace shopbell::segments
