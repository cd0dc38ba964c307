// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "history/history_view.h"

#include <chrono>
#include <memory>
#include <vector>

namespace shopbell {

/// How long after a message an order still counts as its doing.
struct AttributionWindows {
    Duration click = std::chrono::hours(5 * 24);
    Duration open = std::chrono::hours(5 * 24);
    Duration delivery = std::chrono::hours(12);
};

/// Last touch: an order is a message's doing when its buyer clicked, opened or received one within the window before
/// it. Computed from the history when asked, never stored. One thread.
class Attribution {
public:
    [[nodiscard]] static Result<Attribution> make(const HistoryView& history, const AttributionWindows& windows = {});
    [[nodiscard]] bool isEarned(ProfileNumber buyer, Instant orderedAt) const;

private:
    struct Touch {
        std::shared_ptr<const MetricColumns> columns;
        Duration window;
    };
    std::vector<Touch> m_touches;
};

}  // namespace shopbell
