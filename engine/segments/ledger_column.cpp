// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/ledger_column.h"

#include "model/message.h"

#include <algorithm>
#include <limits>

namespace shopbell::segments {

namespace {

constexpr std::string_view newRowsSql =
    "SELECT id, profile_id, origin_kind, origin_id, state, accepted_at, changed_at FROM message WHERE id > ?1 "
    "ORDER BY id";
constexpr std::string_view oneRowSql = "SELECT state, accepted_at, changed_at FROM message WHERE id = ?1";
constexpr std::string_view someRowsSql =
    "SELECT id, state, accepted_at, changed_at FROM message WHERE id BETWEEN ?1 AND ?2";
constexpr std::string_view lastRowSql = "SELECT max(id) FROM message";
constexpr std::string_view whoseRowSql = "SELECT profile_id FROM message WHERE id = ?1";
/// Stepping over so many other rows takes as long as looking one up.
constexpr std::int64_t quickSteps = 6;

/// Sets what is known of a message; true when it can become another.
bool setFate(LedgerColumn& column, std::size_t place, std::int64_t state, std::int64_t acceptedAt,
             std::int64_t changedAt)
{
    const bool isSkip = state == static_cast<std::int64_t>(MessageState::Skipped);
    column.isSkip[place] = isSkip ? 1 : 0;
    column.at[place] = isSkip ? changedAt : acceptedAt;
    // As transitions.h has it: the others stay what they are.
    return state < static_cast<std::int64_t>(MessageState::Accepted) ||
           state == static_cast<std::int64_t>(MessageState::Unknown);
}

}  // namespace

Result<std::shared_ptr<const LedgerColumn>> LedgerReader::load(db::Connection& connection)
{
    const std::lock_guard lock(m_mutex);
    auto last = connection.findInteger(lastRowSql);
    if (!last) {
        return fail(last.error());
    }
    // Where the newest rows were erased, others take their numbers: all is read again.
    if (m_column != nullptr && !m_column->row.empty()) {
        auto whose = connection.findInteger(whoseRowSql, m_column->row.back());
        if (!whose) {
            return fail(whose.error());
        }
        if (whose->value_or(0) != m_column->profile.back()) {
            m_column.reset();
            m_open.clear();
        }
    }
    const bool grew = m_column == nullptr || (m_column->row.empty() ? 0 : m_column->row.back()) != last->value_or(0);
    if (grew || !m_open.empty()) {
        // What was handed out stays as it is.
        auto column = m_column == nullptr        ? std::make_shared<LedgerColumn>()
                      : m_column.use_count() > 1 ? std::make_shared<LedgerColumn>(*m_column)
                                                 : m_column;
        if (auto done = read(connection, *column); !done) {
            m_column.reset();
            m_open.clear();
            return fail(done.error());
        }
        m_column = std::move(column);
    }
    return std::shared_ptr<const LedgerColumn>(m_column);
}

Result<void> LedgerReader::read(db::Connection& connection, LedgerColumn& column)
{
    std::vector<std::size_t> open;
    // While a campaign is sent, its messages are open, one beside the other.
    const bool dense = !m_open.empty() && column.row[m_open.back()] - column.row[m_open.front()] <
                                              quickSteps * static_cast<std::int64_t>(m_open.size());
    if (dense) {
        auto next = m_open.begin();
        auto done = connection.each(
            someRowsSql,
            [&](db::Statement& row) {
                const std::int64_t id = row.integer(0);
                for (; next != m_open.end() && column.row[*next] < id; ++next) {
                }
                if (next != m_open.end() && column.row[*next] == id &&
                    setFate(column, *next, row.integer(1), row.integer(2), row.integer(3))) {
                    open.push_back(*next);
                }
            },
            column.row[m_open.front()], column.row[m_open.back()]);
        if (!done) {
            return done;
        }
        m_open.clear();
    }
    for (const std::size_t place : m_open) {
        bool stillOpen = false;
        auto done = connection.each(
            oneRowSql,
            [&](db::Statement& row) {
                stillOpen = setFate(column, place, row.integer(0), row.integer(1), row.integer(2));
            },
            column.row[place]);
        if (!done) {
            return done;
        }
        if (stillOpen) {
            open.push_back(place);
        }
    }
    auto done = connection.each(
        newRowsSql,
        [&](db::Statement& row) {
            const std::int64_t profile = row.integer(1);
            const LedgerColumn::Origin origin{row.integer(2), row.integer(3)};
            if (column.runs.empty() || column.origins[column.runs.back().origin] != origin) {
                const auto [code, isNew] =
                    column.codes.try_emplace(origin, static_cast<std::uint32_t>(column.origins.size()));
                if (isNew) {
                    column.origins.push_back(origin);
                }
                const auto place = static_cast<std::uint32_t>(column.row.size());
                column.runs.push_back({place, place, code->second});
            }
            ++column.runs.back().end;
            column.row.push_back(row.integer(0));
            column.profile.push_back(profile > 0 && profile <= std::numeric_limits<std::int32_t>::max()
                                         ? static_cast<std::int32_t>(profile)
                                         : 0);
            column.origin.push_back(column.runs.back().origin);
            column.at.push_back(0);
            column.isSkip.push_back(0);
            const std::size_t place = column.row.size() - 1;
            if (setFate(column, place, row.integer(4), row.integer(5), row.integer(6))) {
                open.push_back(place);
            }
        },
        column.row.empty() ? std::int64_t{0} : column.row.back());
    m_open = std::move(open);
    return done;
}

}  // namespace shopbell::segments
