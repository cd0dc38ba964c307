// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "db/connection.h"
#include "history/history_view.h"
#include "segments/live_segments.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// Up to which everything was taken in. Everything that happens is a row of the log, or a new person; what is not (a
/// segment saved, a list made or removed) is told by `definitions`.
struct NewsMark {
    std::int64_t row = 0;
    std::int64_t profile = 0;
    std::string definitions;  ///< of segments, and which lists there are
    friend bool operator==(const NewsMark&, const NewsMark&) = default;
};
[[nodiscard]] Result<NewsMark> newestMark(db::Connection& db, const HistoryView& view);

/// What was written between two marks, as live segments want it.
struct SegmentNews {
    bool rebuild = false;  ///< something was taken back, merged or erased, or it is more than one by one is worth
    std::vector<Event> events;
    std::vector<std::string> metrics;  ///< of the events
    std::vector<segments::LiveEvent> live;
    std::vector<ProfileId> created;
    segments::ProfileBitmap quiet;
};
/// `concerns` says of which metrics the events matter.
[[nodiscard]] Result<SegmentNews> readNews(db::Connection& db, const HistoryView& view, const NewsMark& from,
                                           const NewsMark& to, const std::function<bool(std::string_view)>& concerns);
/// More rows than this are not taken one by one.
inline constexpr std::int64_t mostSingleNews = 4'000;

}  // namespace shopbell
