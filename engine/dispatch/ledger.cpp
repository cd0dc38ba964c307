// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/ledger.h"

#include "db/transaction.h"
#include "dispatch/transitions.h"

#include <limits>

namespace shopbell {

namespace {

constexpr std::string_view planSql = "INSERT INTO message(origin_kind, origin_id, profile_id, occurrence, channel, "
                                     "address, provider_id, state, next_try, "
                                     "planned_at, changed_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9, ?9) "
                                     "ON CONFLICT(origin_kind, origin_id, profile_id, occurrence) DO NOTHING";
constexpr std::string_view columnsSql =
    "SELECT id, origin_kind, origin_id, profile_id, occurrence, channel, address, provider_id, state, attempts, "
    "provider_message_id, reason, planned_at, changed_at, accepted_at FROM message ";
// `state < 3` word for word, so that SQLite sees that the index message_waiting has all that is asked for. One state at
// a time, so that the index gives the order and nothing is sorted, however many wait.
constexpr std::string_view dueSql[] = {"WHERE origin_kind = ?1 AND origin_id = ?2 AND state = 1 AND state < 3 AND "
                                       "next_try <= ?3 ORDER BY next_try, id LIMIT ?4",
                                       "WHERE origin_kind = ?1 AND origin_id = ?2 AND state = 0 AND state < 3 AND "
                                       "next_try <= ?3 ORDER BY next_try, id LIMIT ?4"};
constexpr std::string_view interruptedSql = "WHERE state = 2 AND state < 3 ORDER BY id";
constexpr std::string_view stateSql = "SELECT state FROM message WHERE id = ?1";
constexpr std::string_view moveSql =
    "UPDATE message SET state = ?2, changed_at = ?3, reason = CASE WHEN ?4 = '' AND ?2 <> 3 THEN reason ELSE ?4 END, "
    "provider_message_id = CASE WHEN ?5 = '' THEN provider_message_id ELSE ?5 END, next_try = ?6, "
    "address = CASE WHEN ?7 = '' THEN address ELSE ?7 END, "
    "attempts = attempts + (?2 = 2) - ?8, sending_at = CASE WHEN ?2 = 2 THEN ?3 ELSE sending_at END, "
    "accepted_at = CASE WHEN ?2 = 3 THEN ?3 ELSE accepted_at END WHERE id = ?1";
constexpr std::string_view cancelSql = "UPDATE message SET state = 7, changed_at = ?3 WHERE origin_kind = ?1 AND "
                                       "origin_id = ?2 AND state IN (0, 1) AND state < 3";
constexpr std::string_view countStatesSql =
    "SELECT state, count(*) FROM message WHERE origin_kind = ?1 AND origin_id = ?2 GROUP BY state";
constexpr std::string_view countReasonsSql =
    "SELECT reason, count(*) FROM message WHERE origin_kind = ?1 AND origin_id = ?2 AND state = ?3 GROUP BY reason "
    "ORDER BY 2 DESC, 1 LIMIT 20";
constexpr std::string_view nextDueSql =
    "SELECT min(next_try) FROM message WHERE state IN (0, 1) AND state < 3 AND origin_kind = ?1 AND origin_id = ?2";

LedgerMessage readMessage(const db::Statement& row)
{
    LedgerMessage message;
    message.id = row.id<MessageId>(0);
    message.originKind = static_cast<OriginKind>(row.integer(1));
    message.originId = row.integer(2);
    message.profile = row.id<ProfileId>(3);
    message.occurrence = row.string(4);
    message.channel = static_cast<Channel>(row.integer(5));
    message.address = row.string(6);
    message.provider = row.id<ProviderId>(7);
    message.state = static_cast<MessageState>(row.integer(8));
    message.attempts = static_cast<int>(row.integer(9));
    message.providerMessageId = row.string(10);
    message.reason = row.string(11);
    message.plannedAt = row.instant(12);
    message.changedAt = row.instant(13);
    message.acceptedAt = row.instant(14);
    return message;
}

/// WHERE clause of a filter. Values of enums are numbers of ours; everything that comes from outside is bound.
std::string whereOf(const LedgerFilter& filter)
{
    std::string where =
        "WHERE (?1 < 0 OR origin_kind = ?1) AND (?2 = 0 OR origin_id = ?2) AND (?4 = '' OR reason = ?4)";
    if (filter.profile.isValid()) {
        where += " AND profile_id = ?3";
    } else {
        where += " AND ?3 IS NULL";
    }
    if (!filter.states.empty()) {
        where += " AND state IN (";
        for (std::size_t index = 0; index < filter.states.size(); ++index) {
            where += (index == 0 ? "" : ", ") + std::to_string(static_cast<int>(filter.states[index]));
        }
        where += ")";
    }
    return where;
}

std::int64_t originOf(const LedgerFilter& filter)
{
    return filter.originKind ? static_cast<std::int64_t>(*filter.originKind) : -1;
}

}  // namespace

Result<std::int64_t> Ledger::plan(std::span<const PlannedMessage> messages)
{
    return db::inTransaction(m_db, [&]() -> Result<std::int64_t> {
        auto statement = m_db.cached(planSql);
        if (!statement) {
            return fail(statement.error());
        }
        const auto now = m_clock.now();
        std::int64_t added = 0;
        for (const auto& message : messages) {
            (*statement)
                ->bindAll(static_cast<int>(message.originKind), message.originId, message.profile, message.occurrence,
                          static_cast<int>(message.channel), message.address, message.provider, message.sendAt, now);
            if (auto done = (*statement)->run(); !done) {
                return fail(done.error());
            }
            added += m_db.changedRows();
        }
        return added;
    });
}

Result<std::vector<LedgerMessage>> Ledger::takeDue(OriginKind originKind, std::int64_t originId, int limit)
{
    return db::inTransaction(m_db, [&]() -> Result<std::vector<LedgerMessage>> {
        std::vector<LedgerMessage> messages;
        // What was put back goes first, by its time; the rest in the order planned.
        for (const auto due : dueSql) {
            auto read = m_db.each(
                std::string(columnsSql) + std::string(due),
                [&](db::Statement& row) { messages.push_back(readMessage(row)); }, originKind, originId, m_clock.now(),
                limit - static_cast<int>(messages.size()));
            if (!read) {
                return fail(read.error());
            }
        }
        std::vector<Move> moves;
        for (auto& message : messages) {
            if (message.state == MessageState::Planned) {
                moves.push_back({message.id, MessageState::Queued, {}, {}, {}, {}});
                message.state = MessageState::Queued;
            }
        }
        if (auto moved = move(moves); !moved) {
            return fail(moved.error());
        }
        return messages;
    });
}

Result<void> Ledger::move(std::span<const Move> moves)
{
    return db::inTransaction(m_db, [&]() -> Result<void> {
        const auto now = m_clock.now();
        for (const auto& step : moves) {
            auto state = m_db.findInteger(stateSql, step.message);
            if (!state) {
                return fail(state.error());
            }
            if (!*state) {
                return fail(ErrorKind::NotFound, say("message-unknown", "The ledger has no message %1.",
                                                     {std::to_string(step.message.value)}));
            }
            const auto from = static_cast<MessageState>(**state);
            if (!mayMove(from, step.to)) {
                return fail(ErrorKind::Conflict, say("message-state-refused", "A message that is %1 cannot become %2.",
                                                     {messageStateName(from), messageStateName(step.to)}));
            }
            if (auto done = m_db.run(moveSql, step.message, static_cast<int>(step.to), now, step.reason,
                                     step.providerMessageId, step.nextTry, step.address, step.untried);
                !done) {
                return done;
            }
        }
        return {};
    });
}

Result<std::vector<LedgerMessage>> Ledger::listInterrupted()
{
    std::vector<LedgerMessage> messages;
    auto read = m_db.each(std::string(columnsSql) + std::string(interruptedSql),
                          [&](db::Statement& row) { messages.push_back(readMessage(row)); });
    if (!read) {
        return fail(read.error());
    }
    return messages;
}

Result<std::int64_t> Ledger::cancelWaiting(OriginKind originKind, std::int64_t originId)
{
    if (auto done = m_db.run(cancelSql, static_cast<int>(originKind), originId, m_clock.now()); !done) {
        return fail(done.error());
    }
    return m_db.changedRows();
}

Result<LedgerCounts> Ledger::count(OriginKind originKind, std::int64_t originId)
{
    LedgerCounts counts;
    auto read = m_db.each(
        countStatesSql,
        [&](db::Statement& row) {
            const auto number = row.integer(1);
            counts.total += number;
            switch (static_cast<MessageState>(row.integer(0))) {
            case MessageState::Planned:
            case MessageState::Queued:
            case MessageState::Sending: counts.waiting += number; break;
            case MessageState::Accepted: counts.accepted += number; break;
            case MessageState::Failed: counts.failed += number; break;
            case MessageState::Skipped: counts.skipped += number; break;
            case MessageState::Unknown: counts.unknown += number; break;
            case MessageState::Cancelled: counts.cancelled += number; break;
            }
        },
        static_cast<int>(originKind), originId);
    if (!read) {
        return fail(read.error());
    }
    for (const auto& [state, into] :
         {std::pair{MessageState::Skipped, &counts.skipReasons}, std::pair{MessageState::Failed, &counts.failures}}) {
        auto reasons = m_db.each(
            countReasonsSql, [&](db::Statement& row) { into->emplace_back(row.string(0), row.integer(1)); },
            static_cast<int>(originKind), originId, static_cast<int>(state));
        if (!reasons) {
            return fail(reasons.error());
        }
    }
    return counts;
}

Result<LedgerMessage> Ledger::load(MessageId message)
{
    std::optional<LedgerMessage> found;
    auto read = m_db.each(
        std::string(columnsSql) + "WHERE id = ?1", [&](db::Statement& row) { found = readMessage(row); }, message);
    if (!read) {
        return fail(read.error());
    }
    if (!found) {
        return fail(ErrorKind::NotFound,
                    say("message-unknown", "The ledger has no message %1.", {std::to_string(message.value)}));
    }
    return *found;
}

Result<std::vector<LedgerMessage>> Ledger::list(const LedgerFilter& filter, std::int64_t offset, std::int64_t limit)
{
    std::vector<LedgerMessage> messages;
    auto read = m_db.each(
        std::string(columnsSql) + whereOf(filter) + " ORDER BY id DESC LIMIT ?5 OFFSET ?6",
        [&](db::Statement& row) { messages.push_back(readMessage(row)); }, originOf(filter), filter.originId,
        filter.profile, filter.reason, limit, offset);
    if (!read) {
        return fail(read.error());
    }
    return messages;
}

Result<std::int64_t> Ledger::countAll(const LedgerFilter& filter)
{
    auto count = m_db.findInteger("SELECT count(*) FROM message " + whereOf(filter), originOf(filter), filter.originId,
                                  filter.profile, filter.reason);
    if (!count) {
        return fail(count.error());
    }
    return count->value_or(0);
}

Result<std::optional<Instant>> Ledger::nextDue(OriginKind originKind, std::int64_t originId)
{
    auto due = m_db.findInteger(nextDueSql, static_cast<int>(originKind), originId);
    if (!due) {
        return fail(due.error());
    }
    return *due ? std::optional(Instant{**due}) : std::nullopt;
}

}  // namespace shopbell
