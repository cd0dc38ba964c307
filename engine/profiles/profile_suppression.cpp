// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "model/metric.h"
#include "profiles/profile_reading.h"
#include "profiles/profile_store_state.h"
#include "profiles/suppressions.h"

#include <utility>

namespace shopbell {
namespace {

constexpr std::string_view putSql =
    "INSERT OR REPLACE INTO suppression(channel, address, reason, at, detail) VALUES (?1, ?2, ?3, ?4, ?5)";
constexpr std::string_view deleteSql = "DELETE FROM suppression WHERE channel = ?1 AND address = ?2";

// Erasing. Rows of identifier, consent and list_member go with their profile; they are removed by name to be counted.
constexpr std::string_view identifierKeysSql = "SELECT kind, scope, value FROM identifier WHERE profile_id = ?1";
constexpr std::string_view deleteOfProfileSql[] = {
    "DELETE FROM identifier WHERE profile_id = ?1",
    "DELETE FROM consent WHERE profile_id = ?1",
    "DELETE FROM list_member WHERE profile_id = ?1",
    "DELETE FROM profile_alias WHERE new_id = ?1",
    "DELETE FROM profile WHERE id = ?1",
};

int weight(SuppressionReason reason)
{
    switch (reason) {
    case SuppressionReason::Erased: return 5;
    case SuppressionReason::Complaint: return 4;
    case SuppressionReason::HardBounce: return 3;
    case SuppressionReason::Invalid: return 2;
    case SuppressionReason::Unsubscribed: return 1;
    case SuppressionReason::Manual: return 0;
    }
    return 0;
}

std::optional<IdentifierKind> identifierKindOf(Channel channel)
{
    switch (channel) {
    case Channel::Email: return IdentifierKind::Email;
    case Channel::Sms: return IdentifierKind::Phone;
    case Channel::Push: return std::nullopt;
    }
    return std::nullopt;
}

std::string suppressionJson(Channel channel, std::string_view address, SuppressionReason reason, bool suppressed)
{
    return "{\"channel\":" + jsonText(channelName(channel)) + ",\"address\":" + jsonText(address) +
           ",\"reason\":" + jsonText(suppressionReasonName(reason)) +
           ",\"suppressed\":" + (suppressed ? "true" : "false") + '}';
}

}  // namespace

/// The event goes to the profile the address belongs to, when there is one.
Result<void> ProfileStore::State::tellOwner(Channel channel, const std::string& address, const std::string& json,
                                            Instant at)
{
    const auto kind = identifierKindOf(channel);
    if (!kind) {
        return {};
    }
    const Identifier identifier{*kind, {}, address};
    auto owner = ownerOf(identifier, index.keyOf(identifier.kind, {}, address));
    if (!owner) {
        return fail(owner.error());
    }
    if (!*owner) {
        return {};
    }
    return changes.record(**owner, metrics::changedSuppression, at, changeKey(at, json), json, false);
}

Result<bool> ProfileStore::suppress(const Suppression& given)
{
    State& s = *m_state;
    if (auto ready = s.refresh(); !ready) {
        return fail(ready.error());
    }
    Suppression wanted = given;
    wanted.address = comparableAddress(given.channel, given.address, s.region);
    wanted.at = given.at.ms == 0 ? s.clock.now() : given.at;
    if (wanted.address.empty()) {
        return fail(ErrorKind::InvalidInput, say("suppression-address-missing", "An address to suppress is needed."));
    }
    auto known = findSuppression(s.connection, wanted.channel, wanted.address);
    if (!known) {
        return fail(known.error());
    }
    if (*known && weight((*known)->reason) >= weight(wanted.reason)) {
        return false;
    }
    auto put = s.connection.run(putSql, static_cast<int>(wanted.channel), wanted.address,
                                static_cast<int>(wanted.reason), wanted.at, wanted.detail);
    if (!put) {
        return fail(put.error());
    }
    if (auto told = s.tellOwner(wanted.channel, wanted.address,
                                suppressionJson(wanted.channel, wanted.address, wanted.reason, true), wanted.at);
        !told) {
        return fail(told.error());
    }
    return true;
}

Result<bool> ProfileStore::unsuppress(Channel channel, std::string_view address)
{
    State& s = *m_state;
    if (auto ready = s.refresh(); !ready) {
        return fail(ready.error());
    }
    const std::string plain = comparableAddress(channel, address, s.region);
    auto known = findSuppression(s.connection, channel, plain);
    if (!known) {
        return fail(known.error());
    }
    if (!*known) {
        return false;
    }
    if ((*known)->address != plain) {
        return fail(ErrorKind::Conflict, say("suppression-of-erased",
                                             "This address belonged to somebody who was erased; it stays suppressed."));
    }
    if (auto gone = s.connection.run(deleteSql, static_cast<int>(channel), plain); !gone) {
        return fail(gone.error());
    }
    if (auto told =
            s.tellOwner(channel, plain, suppressionJson(channel, plain, (*known)->reason, false), s.clock.now());
        !told) {
        return fail(told.error());
    }
    return true;
}

Result<std::int64_t> ProfileStore::erase(ProfileId profile)
{
    State& s = *m_state;
    if (auto ready = s.refresh(); !ready) {
        return fail(ready.error());
    }
    auto living = resolveAlias(profile);
    if (!living) {
        return fail(living.error());
    }
    std::vector<std::pair<Channel, std::string>> addresses;
    std::vector<IdentifierIndex::Key> keys;
    auto read = s.connection.each(
        identifierKeysSql,
        [&](db::Statement& row) {
            const auto kind = static_cast<IdentifierKind>(row.integer(0));
            keys.push_back(s.index.keyOf(kind, ConnectionId{row.integer(1)}, row.text(2)));
            if (kind == IdentifierKind::Email) {
                addresses.emplace_back(Channel::Email, row.string(2));
            } else if (kind == IdentifierKind::Phone) {
                addresses.emplace_back(Channel::Sms, row.string(2));
            }
        },
        *living);
    if (!read) {
        return fail(read.error());
    }
    for (const auto& [channel, address] : addresses) {
        auto hashed = hashAddress(s.connection, channel, address);
        if (!hashed) {
            return fail(hashed.error());
        }
        auto gone = s.connection.run(deleteSql, static_cast<int>(channel), address);
        if (!gone) {
            return fail(gone.error());
        }
        auto put = s.connection.run(putSql, static_cast<int>(channel), *hashed,
                                    static_cast<int>(SuppressionReason::Erased), s.clock.now(), "");
        if (!put) {
            return fail(put.error());
        }
    }
    std::int64_t removed = 0;
    for (const auto sql : deleteOfProfileSql) {
        if (auto gone = s.connection.run(sql, *living); !gone) {
            return fail(gone.error());
        }
        removed += s.connection.changedRows();
    }
    for (const auto& key : keys) {
        s.index.remove(key);
    }
    s.wrote = true;
    if (auto done = s.finish(); !done) {
        return fail(done.error());
    }
    return removed;
}

}  // namespace shopbell
