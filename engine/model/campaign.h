// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "model/channel.h"
#include "model/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// Who a campaign goes to: everybody in one of the included, less everybody in one of the excluded.
struct Audience {
    std::vector<SegmentId> segments;
    std::vector<ListId> lists;
    std::vector<SegmentId> excludedSegments;
    std::vector<ListId> excludedLists;
};

/// What is sent: templates in Liquid. Unused parts are empty.
struct MessageContent {
    std::string fromName;
    std::string fromAddress;
    std::string replyTo;
    std::string subject;
    std::string preheader;
    std::string html;
    std::string text;  ///< empty: made from the HTML part
};

/// The numbers are stored in workspaces: they never change, new ones go to the end.
enum class CampaignState { Draft = 0, Scheduled = 1, Sending = 2, Paused = 3, Sent = 4, Cancelled = 5 };

[[nodiscard]] std::string_view campaignStateName(CampaignState state);  ///< "draft", "scheduled", …
[[nodiscard]] std::optional<CampaignState> findCampaignState(std::string_view name);

struct Campaign {
    CampaignId id;
    std::string name;
    CampaignState state = CampaignState::Draft;
    Channel channel = Channel::Email;
    Audience audience;
    MessageContent content;
    ProviderId provider;  ///< none: the default one of the channel
    Instant createdAt;
    Instant changedAt;
    Instant scheduledFor;  ///< ms 0: when started by hand
    Instant startedAt;     ///< ms 0: not yet
    Instant finishedAt;    ///< ms 0: not yet
};

}  // namespace shopbell
