// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

namespace shopbell {

using ProfileId = Id<struct ProfileTag>;
using MetricId = Id<struct MetricTag>;
using EventRow = Id<struct EventTag>;  ///< row of the event log; later rows were written later
using SegmentId = Id<struct SegmentTag>;
using ListId = Id<struct ListTag>;
using ConnectionId = Id<struct ConnectionTag>;  ///< one connected store
using CampaignId = Id<struct CampaignTag>;
using MessageId = Id<struct MessageTag>;  ///< row of the ledger
using ProviderId = Id<struct ProviderTag>;
using ProductId = Id<struct ProductTag>;

}  // namespace shopbell
