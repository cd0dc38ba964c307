// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profile_rows.h"

namespace shopbell {
namespace {

constexpr std::string_view selectProfileSql =
    "SELECT created_at, changed_at, said_at, email, phone, properties FROM profile WHERE id = ?1";
constexpr std::string_view insertProfileSql =
    "INSERT INTO profile(created_at, changed_at, said_at, email, phone, properties) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
constexpr std::string_view updateProfileSql =
    "UPDATE profile SET created_at = ?2, changed_at = ?3, said_at = ?4, email = ?5, phone = ?6, properties = ?7 "
    "WHERE id = ?1";
constexpr std::string_view selectConsentSql =
    "SELECT state, at, method, place, text FROM consent WHERE profile_id = ?1 AND channel = ?2";
constexpr std::string_view putConsentSql =
    "INSERT OR REPLACE INTO consent(profile_id, channel, state, at, method, place, text) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

std::optional<std::string_view> textOrNull(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

}  // namespace

Result<std::optional<StoredProfile>> findStoredProfile(db::Connection& connection, ProfileId profile)
{
    std::optional<StoredProfile> found;
    auto done = connection.each(
        selectProfileSql,
        [&](db::Statement& row) {
            found = StoredProfile{profile,       row.instant(0), row.instant(1), row.instant(2),
                                  row.string(3), row.string(4),  row.string(5)};
        },
        profile);
    if (!done) {
        return fail(done.error());
    }
    return found;
}

Result<ProfileId> insertStoredProfile(db::Connection& connection, const StoredProfile& profile)
{
    auto done = connection.run(insertProfileSql, profile.createdAt, profile.changedAt, profile.saidAt,
                               textOrNull(profile.email), textOrNull(profile.phone), profile.properties);
    if (!done) {
        return fail(done.error());
    }
    return ProfileId{connection.lastInsertRow()};
}

Result<void> updateStoredProfile(db::Connection& connection, const StoredProfile& profile)
{
    return connection.run(updateProfileSql, profile.id, profile.createdAt, profile.changedAt, profile.saidAt,
                          textOrNull(profile.email), textOrNull(profile.phone), profile.properties);
}

Result<std::optional<Consent>> findStoredConsent(db::Connection& connection, ProfileId profile, Channel channel)
{
    std::optional<Consent> found;
    auto done = connection.each(
        selectConsentSql,
        [&](db::Statement& row) {
            found = Consent{channel,        static_cast<ConsentState>(row.integer(0)),
                            row.instant(1), row.string(2),
                            row.string(3),  row.string(4)};
        },
        profile, static_cast<int>(channel));
    if (!done) {
        return fail(done.error());
    }
    return found;
}

Result<void> putStoredConsent(db::Connection& connection, ProfileId profile, const Consent& consent)
{
    return connection.run(putConsentSql, profile, static_cast<int>(consent.channel), static_cast<int>(consent.state),
                          consent.at, consent.method, consent.place, consent.text);
}

}  // namespace shopbell
