// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "db/connection.h"
#include "model/message.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shopbell {

/// A message to be written into the ledger as `planned`.
struct PlannedMessage {
    OriginKind originKind = OriginKind::Campaign;
    std::int64_t originId = 0;
    ProfileId profile;
    std::string occurrence;
    Channel channel = Channel::Email;
    std::string address;
    ProviderId provider;
    Instant sendAt;  ///< ms 0: as soon as possible
};

struct LedgerCounts {
    std::int64_t total = 0;
    std::int64_t accepted = 0;
    std::int64_t failed = 0;
    std::int64_t skipped = 0;
    std::int64_t unknown = 0;
    std::int64_t cancelled = 0;
    std::int64_t waiting = 0;  ///< planned, queued, sending; total = the sum of all six
    std::vector<std::pair<std::string, std::int64_t>> skipReasons;  ///< most first
    std::vector<std::pair<std::string, std::int64_t>> failures;     ///< most first, at most 20
};

struct LedgerFilter {
    std::optional<OriginKind> originKind;
    std::int64_t originId = 0;  ///< 0: any
    ProfileId profile;
    std::vector<MessageState> states;
    std::string reason;
};

/// One row per message and person (table `message`): nothing is sent that does not stand here first, and
/// (origin, profile, occurrence) is unique. Writes on the engine thread; reading calls on any connection.
class Ledger {
public:
    Ledger(db::Connection& connection, const Clock& clock) : m_db(connection), m_clock(clock) {}

    /// Adds rows; those whose key stands already are left as they are. Returns how many are new.
    [[nodiscard]] Result<std::int64_t> plan(std::span<const PlannedMessage> messages);

    /// Takes up to `limit` waiting messages of an origin that are due and marks them `queued`: the batch to render
    /// next.
    [[nodiscard]] Result<std::vector<LedgerMessage>> takeDue(OriginKind originKind, std::int64_t originId, int limit);

    /// Moves by transitions.h; a move that is not allowed is Conflict and nothing of the span changes.
    struct Move {
        MessageId message;
        MessageState to = MessageState::Sending;
        std::string reason;  ///< SkipReason's name, or the server's words
        std::string providerMessageId;
        Instant nextTry;       ///< for moves back to queued
        std::string address;   ///< when not empty: the address it went to
        bool untried = false;  ///< sending → queued: nothing was begun, so the attempt does not count
    };
    [[nodiscard]] Result<void> move(std::span<const Move> moves);

    /// Messages that stand at `sending` although nobody sends: left by a crash.
    [[nodiscard]] Result<std::vector<LedgerMessage>> listInterrupted();
    /// What waits of an origin becomes cancelled. Returns how many.
    [[nodiscard]] Result<std::int64_t> cancelWaiting(OriginKind originKind, std::int64_t originId);

    [[nodiscard]] Result<LedgerCounts> count(OriginKind originKind, std::int64_t originId);
    [[nodiscard]] Result<LedgerMessage> load(MessageId message);
    [[nodiscard]] Result<std::vector<LedgerMessage>> list(const LedgerFilter& filter, std::int64_t offset,
                                                          std::int64_t limit);
    [[nodiscard]] Result<std::int64_t> countAll(const LedgerFilter& filter);
    /// The earliest instant at which a waiting message of the origin is due; nothing when none waits.
    [[nodiscard]] Result<std::optional<Instant>> nextDue(OriginKind originKind, std::int64_t originId);

private:
    db::Connection& m_db;
    const Clock& m_clock;
};

}  // namespace shopbell
