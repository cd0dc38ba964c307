// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profile_reading.h"

#include "base/text.h"
#include "model/email_address.h"
#include "model/phone_number.h"
#include "profiles/profile_rows.h"

namespace shopbell {
namespace {

constexpr std::string_view aliasSql = "SELECT new_id FROM profile_alias WHERE old_id = ?1";
constexpr std::string_view formerIdsSql = "SELECT old_id FROM profile_alias WHERE new_id = ?1 ORDER BY old_id";
constexpr std::string_view allAliasesSql = "SELECT old_id, new_id FROM profile_alias";
constexpr std::string_view identifiersSql =
    "SELECT kind, scope, value FROM identifier WHERE profile_id = ?1 ORDER BY kind, scope, value";
constexpr std::string_view consentsSql =
    "SELECT channel, state, at, method, place, text FROM consent WHERE profile_id = ?1 ORDER BY channel";
constexpr std::string_view allConsentsSql =
    "SELECT profile_id, channel, state, at, method, place, text FROM consent ORDER BY profile_id, channel";
constexpr std::string_view findIdentifierSql =
    "SELECT profile_id FROM identifier WHERE kind = ?1 AND scope = ?2 AND value = ?3";
constexpr std::string_view externalAnywhereSql =
    "SELECT min(profile_id) FROM identifier WHERE kind = ?1 AND value = ?2 "
    "AND scope IN (SELECT DISTINCT id FROM connection) HAVING count(DISTINCT profile_id) = 1";
constexpr std::string_view countSql = "SELECT count(*) FROM profile";
constexpr std::string_view scanSql =
    "SELECT id, created_at, changed_at, email, phone, properties FROM profile WHERE id > ?1 ORDER BY id";

}  // namespace

Result<ProfileId> resolveAlias(db::Connection& connection, ProfileId profile)
{
    auto found = connection.findInteger(aliasSql, profile);
    if (!found) {
        return fail(found.error());
    }
    return *found ? ProfileId{**found} : profile;
}

Result<std::vector<ProfileId>> listFormerIds(db::Connection& connection, ProfileId profile)
{
    std::vector<ProfileId> ids;
    auto done = connection.each(
        formerIdsSql, [&](db::Statement& row) { ids.push_back(row.id<ProfileId>(0)); }, profile);
    if (!done) {
        return fail(done.error());
    }
    return ids;
}

Result<Profile> loadProfile(db::Connection& connection, ProfileId profile)
{
    auto id = resolveAlias(connection, profile);
    if (!id) {
        return fail(id.error());
    }
    auto stored = findStoredProfile(connection, *id);
    if (!stored) {
        return fail(stored.error());
    }
    if (!*stored) {
        return fail(ErrorKind::NotFound,
                    say("profile-unknown", "There is no profile %1.", {std::to_string(profile.value)}));
    }
    auto properties = parseProperties((*stored)->properties);
    if (!properties) {
        return fail(ErrorKind::Corrupt,
                    say("profile-properties-damaged", "The stored properties of profile %1 cannot be read.",
                        {std::to_string(id->value)}),
                    describe(properties.error()));
    }
    Profile result;
    result.id = *id;
    result.createdAt = (*stored)->createdAt;
    result.changedAt = (*stored)->changedAt;
    result.email = (*stored)->email;
    result.phone = (*stored)->phone;
    result.properties = std::move(*properties);
    auto done = connection.each(
        identifiersSql,
        [&](db::Statement& row) {
            result.identifiers.push_back(
                {static_cast<IdentifierKind>(row.integer(0)), ConnectionId{row.integer(1)}, row.string(2)});
        },
        *id);
    if (!done) {
        return fail(done.error());
    }
    return result;
}

Result<std::vector<Consent>> loadConsents(db::Connection& connection, ProfileId profile)
{
    auto id = resolveAlias(connection, profile);
    if (!id) {
        return fail(id.error());
    }
    std::vector<Consent> consents;
    auto done = connection.each(
        consentsSql,
        [&](db::Statement& row) {
            consents.push_back({static_cast<Channel>(row.integer(0)), static_cast<ConsentState>(row.integer(1)),
                                row.instant(2), row.string(3), row.string(4), row.string(5)});
        },
        *id);
    if (!done) {
        return fail(done.error());
    }
    return consents;
}

Result<std::optional<ProfileId>> findProfile(db::Connection& connection, const Identifier& identifier)
{
    auto found = connection.findInteger(findIdentifierSql, static_cast<int>(identifier.kind), identifier.scope.value,
                                        identifier.value);
    if (!found) {
        return fail(found.error());
    }
    return *found ? std::optional(ProfileId{**found}) : std::nullopt;
}

Result<std::optional<ProfileId>> findProfileByText(db::Connection& connection, std::string_view text,
                                                   std::string_view region)
{
    const std::string_view wanted = trimmed(text);
    if (wanted.starts_with('#')) {
        if (const auto number = parseInteger(wanted.substr(1)); number && *number > 0) {
            auto id = resolveAlias(connection, ProfileId{*number});
            if (!id) {
                return fail(id.error());
            }
            auto stored = findStoredProfile(connection, *id);
            if (!stored) {
                return fail(stored.error());
            }
            return *stored ? std::optional(*id) : std::nullopt;
        }
    }
    if (const auto email = EmailAddress::parse(wanted)) {
        return findProfile(connection, {IdentifierKind::Email, {}, email->key()});
    }
    if (auto own = findProfile(connection, {IdentifierKind::External, {}, std::string(wanted)}); !own || *own) {
        return own;
    }
    auto anywhere = connection.findInteger(externalAnywhereSql, static_cast<int>(IdentifierKind::External), wanted);
    if (!anywhere) {
        return fail(anywhere.error());
    }
    if (*anywhere) {
        return ProfileId{**anywhere};
    }
    if (const auto phone = PhoneNumber::parse(wanted, region)) {
        return findProfile(connection, {IdentifierKind::Phone, {}, phone->e164()});
    }
    return std::nullopt;
}

Result<std::int64_t> countProfiles(db::Connection& connection)
{
    auto count = connection.findInteger(countSql);
    if (!count) {
        return fail(count.error());
    }
    return count->value_or(0);
}

Result<void> forEachProfile(db::Connection& connection, const std::function<bool(const ProfileRow&)>& onRow,
                            ProfileId after)
{
    auto statement = connection.cached(scanSql);
    if (!statement) {
        return fail(statement.error());
    }
    db::Statement& row = **statement;
    row.bind(1, after.value);
    for (;;) {
        auto more = row.step();
        if (!more) {
            row.reset();
            return fail(more.error());
        }
        if (!*more ||
            !onRow({row.id<ProfileId>(0), row.instant(1), row.instant(2), row.text(3), row.text(4), row.text(5)})) {
            row.reset();
            return {};
        }
    }
}

Result<void> forEachConsent(db::Connection& connection, const std::function<void(ProfileId, const Consent&)>& onRow)
{
    return connection.each(allConsentsSql, [&](db::Statement& row) {
        onRow(row.id<ProfileId>(0), {static_cast<Channel>(row.integer(1)), static_cast<ConsentState>(row.integer(2)),
                                     row.instant(3), row.string(4), row.string(5), row.string(6)});
    });
}

Result<void> forEachAlias(db::Connection& connection, const std::function<void(ProfileId, ProfileId)>& onRow)
{
    return connection.each(allAliasesSql,
                           [&](db::Statement& row) { onRow(row.id<ProfileId>(0), row.id<ProfileId>(1)); });
}

}  // namespace shopbell
