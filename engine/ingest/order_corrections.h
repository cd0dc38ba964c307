// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/ingestor.h"
#include "ingest/order_rows.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace shopbell {

/// Orders of a file whose events were appended just now, `stored` as Ingestor::apply() gave it (one flag an event, in
/// order). Those that an earlier import stored and that read otherwise now are put right: each event takes the place of
/// the one that was there, and what the order no longer amounts to (a line, a cancellation, the whole of it) is taken
/// back. Returns how many. In the caller's transaction.
///
/// An order is known again by its number under the same person; one that goes to somebody else in the new file is a new
/// order there, and the old one stays.
[[nodiscard]] Result<std::int64_t> correctOrders(Ingestor& ingestor, std::span<const FileOrder> orders,
                                                 std::span<const std::uint8_t> stored, Instant connectedAt,
                                                 std::string_view reason);

}  // namespace shopbell
