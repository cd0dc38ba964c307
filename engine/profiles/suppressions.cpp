// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/suppressions.h"

#include "base/text.h"
#include "db/workspace.h"
#include "model/email_address.h"
#include "model/phone_number.h"
#include "profiles/salted_hash.h"

namespace shopbell {
namespace {

constexpr std::string_view selectSql =
    "SELECT channel, address, reason, at, detail FROM suppression WHERE channel = ?1 AND address = ?2";
constexpr std::string_view listSql =
    "SELECT channel, address, reason, at, detail FROM suppression WHERE ?1 IS NULL OR channel = ?1 "
    "ORDER BY at DESC, channel, address LIMIT ?2";

constexpr std::string_view hashMark = "sha256:";

std::string hashedAddress(const std::string& salt, Channel channel, std::string_view comparable)
{
    return saltedHash(salt, std::string(channelName(channel)) + ':' + std::string(comparable));
}

Suppression readRow(db::Statement& row)
{
    return {static_cast<Channel>(row.integer(0)), row.string(1), static_cast<SuppressionReason>(row.integer(2)),
            row.instant(3), row.string(4)};
}

}  // namespace

std::string comparableAddress(Channel channel, std::string_view address, std::string_view region)
{
    if (channel == Channel::Email) {
        if (const auto email = EmailAddress::parse(address)) {
            return email->key();
        }
    } else if (channel == Channel::Sms) {
        if (const auto phone = PhoneNumber::parse(address, region)) {
            return phone->e164();
        }
    }
    return std::string(trimmed(address));
}

Result<std::string> hashAddress(db::Connection& connection, Channel channel, std::string_view comparable)
{
    auto salt = db::findSetting(connection, "token");
    if (!salt) {
        return fail(salt.error());
    }
    return hashedAddress(salt->value_or(std::string()), channel, comparable);
}

Result<std::optional<Suppression>> findSuppression(db::Connection& connection, Channel channel,
                                                   std::string_view address)
{
    const std::string plain = comparableAddress(channel, address);
    auto hashed = hashAddress(connection, channel, plain);
    if (!hashed) {
        return fail(hashed.error());
    }
    std::optional<Suppression> found;
    for (const std::string& form : {plain, *hashed}) {
        auto done = connection.each(
            selectSql, [&](db::Statement& row) { found = readRow(row); }, static_cast<int>(channel), form);
        if (!done) {
            return fail(done.error());
        }
        if (found) {
            break;
        }
    }
    return found;
}

Result<SuppressedAddresses> SuppressedAddresses::load(db::Connection& connection, Channel channel)
{
    auto rows = listSuppressions(connection, channel);
    if (!rows) {
        return fail(rows.error());
    }
    auto salt = db::findSetting(connection, "token");
    if (!salt) {
        return fail(salt.error());
    }
    SuppressedAddresses result;
    result.m_channel = channel;
    result.m_salt = salt->value_or(std::string());
    for (Suppression& row : *rows) {
        result.m_hasHashes = result.m_hasHashes || row.address.starts_with(hashMark);
        std::string address = row.address;
        result.m_byAddress.emplace(std::move(address), std::move(row));
    }
    return result;
}

const Suppression* SuppressedAddresses::find(const std::string& comparable) const
{
    if (m_byAddress.empty()) {
        return nullptr;
    }
    auto found = m_byAddress.find(comparable);
    if (found == m_byAddress.end() && m_hasHashes) {
        found = m_byAddress.find(hashedAddress(m_salt, m_channel, comparable));
    }
    return found == m_byAddress.end() ? nullptr : &found->second;
}

std::vector<std::string> SuppressedAddresses::differences(const SuppressedAddresses& other) const
{
    std::vector<std::string> different;
    for (const auto& [address, mine] : m_byAddress) {
        const auto theirs = other.m_byAddress.find(address);
        if (theirs == other.m_byAddress.end() || theirs->second.reason != mine.reason || theirs->second.at != mine.at) {
            different.push_back(address);
        }
    }
    for (const auto& [address, theirs] : other.m_byAddress) {
        if (!m_byAddress.contains(address)) {
            different.push_back(address);
        }
    }
    return different;
}

Result<std::vector<Suppression>> listSuppressions(db::Connection& connection, std::optional<Channel> channel, int limit)
{
    std::vector<Suppression> found;
    const auto which = channel ? std::optional(static_cast<int>(*channel)) : std::nullopt;
    auto done = connection.each(
        listSql, [&](db::Statement& row) { found.push_back(readRow(row)); }, which, limit > 0 ? limit : -1);
    if (!done) {
        return fail(done.error());
    }
    return found;
}

}  // namespace shopbell
