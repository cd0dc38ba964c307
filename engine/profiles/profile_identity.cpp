// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "model/email_address.h"
#include "model/metric.h"
#include "model/phone_number.h"
#include "profiles/consent_rules.h"
#include "profiles/merge_record.h"
#include "profiles/profile_reading.h"
#include "profiles/profile_store_state.h"

#include <algorithm>
#include <utility>

namespace shopbell {
namespace {

constexpr std::size_t maxIdentifierBytes = 255;

constexpr std::string_view sharedScopeSql =
    "SELECT 1 FROM identifier a JOIN identifier b ON b.profile_id = ?2 AND b.kind = a.kind AND b.scope = a.scope "
    "WHERE a.profile_id = ?1 AND a.kind = ?3 LIMIT 1";
constexpr std::string_view hasKindSql = "SELECT 1 FROM identifier WHERE profile_id = ?1 AND kind = ?2 LIMIT 1";
constexpr std::string_view hasScopeSql =
    "SELECT 1 FROM identifier WHERE profile_id = ?1 AND kind = ?2 AND scope = ?3 LIMIT 1";
constexpr std::string_view moveIdentifiersSql = "UPDATE identifier SET profile_id = ?2 WHERE profile_id = ?1";
constexpr std::string_view identifiersOfSql = "SELECT kind, scope, value FROM identifier WHERE profile_id = ?1";
constexpr std::string_view shortenAliasesSql = "UPDATE profile_alias SET new_id = ?2 WHERE new_id = ?1";
constexpr std::string_view insertAliasSql =
    "INSERT INTO profile_alias(old_id, new_id, merged_at, reason) VALUES (?1, ?2, ?3, ?4)";
constexpr std::string_view moveMembershipsSql =
    "INSERT INTO list_member(list_id, profile_id, joined_at) "
    "SELECT list_id, ?2, joined_at FROM list_member WHERE profile_id = ?1 "
    "ON CONFLICT(list_id, profile_id) DO UPDATE SET joined_at = min(joined_at, excluded.joined_at)";
constexpr std::string_view deleteProfileSql = "DELETE FROM profile WHERE id = ?1";

constexpr int externalKind = static_cast<int>(IdentifierKind::External);

/// How much an identifier says about who somebody is; the order in which an update's are looked at.
int strength(IdentifierKind kind)
{
    switch (kind) {
    case IdentifierKind::External: return 3;
    case IdentifierKind::Email: return 2;
    case IdentifierKind::Phone: return 1;
    case IdentifierKind::Anonymous: return 0;
    }
    return 0;
}

/// By kind, so that the window can say it beside the right field, and offer the merge.
Sentence sayTaken(IdentifierKind kind, ProfileId owner)
{
    const std::string number = std::to_string(owner.value);
    switch (kind) {
    case IdentifierKind::Email:
        return say("email-taken",
                   "That address belongs to somebody else here, profile #%1. Merge the two if they are one person.",
                   {number});
    case IdentifierKind::Phone:
        return say("phone-taken",
                   "That number belongs to somebody else here, profile #%1. Merge the two if they are one person.",
                   {number});
    default:
        return say("identifier-taken",
                   "That id belongs to somebody else here, profile #%1. Merge the two if they are one person.",
                   {number});
    }
}

bool isWeakLink(IdentifierKind kind)
{
    return strength(kind) < strength(IdentifierKind::Email);
}

}  // namespace

Result<std::vector<SaidIdentifier>> ProfileStore::State::readIdentifiers(const ProfileUpdate& update,
                                                                         std::string& leftOut)
{
    std::vector<SaidIdentifier> said;
    const auto take = [&](IdentifierKind kind, ConnectionId scope, std::string value,
                          std::string shown) -> Result<void> {
        SaidIdentifier one;
        one.identifier = {kind, scope, std::move(value)};
        one.shown = std::move(shown);
        one.key = index.keyOf(kind, scope, one.identifier.value);
        auto owner = ownerOf(one.identifier, one.key);
        if (!owner) {
            return fail(owner.error());
        }
        one.owner = *owner;
        said.push_back(std::move(one));
        return {};
    };
    const auto takeOpaque = [&](IdentifierKind kind, ConnectionId scope, std::string_view text) -> Result<void> {
        const auto value = trimmed(text);
        if (value.empty()) {
            return {};
        }
        if (value.size() > maxIdentifierBytes || !isValidUtf8(value)) {
            return fail(ErrorKind::InvalidInput,
                        say("profile-id-wrong", "An id of a person must be valid text of at most 255 bytes."),
                        std::string(cutUtf8(toValidUtf8(value), 60)));
        }
        return take(kind, scope, std::string(value), {});
    };

    if (auto done = takeOpaque(IdentifierKind::External, update.scope, update.externalId); !done) {
        return fail(done.error());
    }
    std::optional<Error> problem;
    if (const auto text = trimmed(update.email); !text.empty()) {
        auto email = EmailAddress::parse(text);
        if (!email) {
            problem = email.error();
        } else if (auto done = take(IdentifierKind::Email, {}, email->key(), email->wire()); !done) {
            return fail(done.error());
        }
    }
    if (const auto text = trimmed(update.phone); !text.empty() && (!problem || update.leaveOutBadAddresses)) {
        auto phone = PhoneNumber::parse(text, region);
        if (!phone) {
            if (!problem) {
                problem = phone.error();
            } else {
                problem->what += ' ' + phone.error().what;
            }
        } else if (auto done = take(IdentifierKind::Phone, {}, phone->e164(), phone->e164()); !done) {
            return fail(done.error());
        }
    }
    if (auto done = takeOpaque(IdentifierKind::Anonymous, {}, update.anonymousId); !done) {
        return fail(done.error());
    }
    if (problem && (!update.leaveOutBadAddresses || said.empty())) {
        return fail(*problem);
    }
    if (problem) {
        leftOut = describe(*problem);
    }
    if (said.empty() && !update.profile.isValid()) {
        return fail(ErrorKind::InvalidInput,
                    say("profile-nameless",
                        "Nothing here says who it is: an email address, a phone number or an id is needed."));
    }
    return said;
}

Result<StoredProfile> ProfileStore::State::settle(std::vector<SaidIdentifier>& said, const ProfileUpdate& update,
                                                  UpdateOutcome& outcome)
{
    const auto row = [&](ProfileId id) -> Result<StoredProfile> {
        auto found = findStoredProfile(connection, id);
        if (!found) {
            return fail(found.error());
        }
        if (!*found) {
            return fail(ErrorKind::Corrupt,
                        say("identifier-of-nobody", "An identifier points at profile %1, which is not there.",
                            {std::to_string(id.value)}));
        }
        return std::move(**found);
    };

    if (update.profile.isValid()) {
        auto living = shopbell::resolveAlias(connection, update.profile);
        if (!living) {
            return fail(living.error());
        }
        auto known = findStoredProfile(connection, *living);
        if (!known) {
            return fail(known.error());
        }
        if (!*known) {
            return fail(ErrorKind::NotFound, say("person-unknown", "There is no such person here (any more)."));
        }
        for (const auto& one : said) {
            if (one.owner && *one.owner != *living) {
                return fail(ErrorKind::AlreadyExists, sayTaken(one.identifier.kind, *one.owner));
            }
        }
        return std::move(**known);
    }

    StoredProfile base;
    IdentifierKind foundBy = IdentifierKind::Anonymous;
    for (const auto& one : said) {
        if (!one.owner) {
            continue;
        }
        if (!base.id.isValid()) {
            auto found = row(*one.owner);
            if (!found) {
                return found;
            }
            base = std::move(*found);
            foundBy = one.identifier.kind;
        } else if (*one.owner != base.id) {
            auto other = row(*one.owner);
            if (!other) {
                return other;
            }
            auto apart = mustStayApart(base, *other, one.identifier.kind);
            if (!apart) {
                return fail(apart.error());
            }
            if (*apart) {
                continue;
            }
            const bool otherIsOlder = std::pair(other->createdAt, other->id) < std::pair(base.createdAt, base.id);
            StoredProfile& into = otherIsOlder ? *other : base;
            StoredProfile& from = otherIsOlder ? base : *other;
            const ProfileId gone = from.id;
            if (auto done = merge(into, from, update.reason, update.backfill); !done) {
                return fail(done.error());
            }
            outcome.mergedFrom.push_back(gone);
            if (otherIsOlder) {
                base = std::move(*other);
            }
            for (auto& each : said) {
                if (each.owner == gone) {
                    each.owner = base.id;
                }
            }
        }
    }

    // A telephone or computer that is known does not bring somebody else's address or account to its owner.
    if (base.id.isValid() && isWeakLink(foundBy)) {
        for (const auto& one : said) {
            bool isSomebodyElse = false;
            if (one.identifier.kind == IdentifierKind::Email) {
                isSomebodyElse = !base.email.empty();
            } else if (one.identifier.kind == IdentifierKind::External) {
                if (auto written = writeIdentifiers(); !written) {
                    return fail(written.error());
                }
                auto has = connection.findInteger(hasScopeSql, base.id, externalKind, one.identifier.scope.value);
                if (!has) {
                    return fail(has.error());
                }
                isSomebodyElse = has->has_value();
            }
            if (isSomebodyElse) {
                base = {};
                break;
            }
        }
    }

    if (!base.id.isValid()) {
        base = {};
        base.saidAt = update.at;
        base.createdAt = update.createdAt.value_or(update.at);
        outcome.created = true;
    }
    return base;
}

Result<bool> ProfileStore::State::mustStayApart(const StoredProfile& a, const StoredProfile& b, IdentifierKind link)
{
    if (auto written = writeIdentifiers(); !written) {
        return fail(written.error());
    }
    auto sameScope = connection.findInteger(sharedScopeSql, a.id, b.id, externalKind);
    if (!sameScope) {
        return fail(sameScope.error());
    }
    if (*sameScope) {
        return true;
    }
    if (a.email.empty() || b.email.empty()) {
        return false;
    }
    if (isWeakLink(link)) {
        return true;
    }
    for (const ProfileId id : {a.id, b.id}) {
        auto hasAccount = connection.findInteger(hasKindSql, id, externalKind);
        if (!hasAccount) {
            return fail(hasAccount.error());
        }
        if (!*hasAccount) {
            return false;
        }
    }
    return true;
}

Result<void> ProfileStore::State::merge(StoredProfile& into, const StoredProfile& from, std::string_view reason,
                                        bool backfill)
{
    wrote = true;
    const Instant now = clock.now();
    if (auto written = writeIdentifiers(); !written) {
        return written;
    }
    std::vector<IdentifierIndex::Key> moved;
    auto done = connection.each(
        identifiersOfSql,
        [&](db::Statement& row) {
            moved.push_back(
                index.keyOf(static_cast<IdentifierKind>(row.integer(0)), ConnectionId{row.integer(1)}, row.text(2)));
        },
        from.id);
    const auto step = [&](auto&& next) {
        if (done) {
            done = next();
        }
    };
    // The two as they were, before anything changes: questions about the time before see them apart.
    step([&]() -> Result<void> {
        MergeRecord record;
        for (const auto& [side, row] :
             {std::pair(&record.from, &from), std::pair(&record.into, &std::as_const(into))}) {
            auto described = describeForMerge(connection, *row);
            if (!described) {
                return fail(described.error());
            }
            *side = std::move(*described);
        }
        return changes.record(into.id, metrics::mergedProfile, now, "merge-" + std::to_string(from.id.value),
                              toJson(record, reason), backfill);
    });
    step([&] { return connection.run(moveIdentifiersSql, from.id, into.id); });
    step([&] { return connection.run(shortenAliasesSql, from.id, into.id); });
    step([&] { return connection.run(insertAliasSql, from.id, into.id, now, reason); });
    step([&] { return connection.run(moveMembershipsSql, from.id, into.id); });
    step([&]() -> Result<void> {
        for (const Channel channel : allChannels) {
            auto theirs = findStoredConsent(connection, from.id, channel);
            auto ours = findStoredConsent(connection, into.id, channel);
            if (!theirs || !ours) {
                return fail(theirs ? ours.error() : theirs.error());
            }
            if (*theirs && (!*ours || supersedes(**theirs, **ours))) {
                if (auto put = putStoredConsent(connection, into.id, **theirs); !put) {
                    return put;
                }
                const ConsentState before = *ours ? (*ours)->state : ConsentState::NeverAsked;
                if ((*theirs)->state != before) {
                    const std::string json = consentChangeJson(**theirs, before, (*theirs)->at);
                    auto told =
                        changes.record(into.id, metrics::changedConsent, now, changeKey(now, json), json, backfill);
                    if (!told) {
                        return told;
                    }
                }
            }
        }
        return {};
    });
    step([&] { return connection.run(deleteProfileSql, from.id); });
    step([&] { return changes.profilesMerged(from.id, into.id); });
    ChangeList list;
    step([&] { return uniteValues(into, from, list); });
    into.changedAt = now;
    step([&] { return updateStoredProfile(connection, into); });
    if (!list.isEmpty()) {
        step([&] {
            const std::string json = list.toJson(reason);
            return changes.record(into.id, metrics::changedProfile, now, changeKey(now, json), json, backfill);
        });
    }
    if (!done) {
        return done;
    }
    ++merges;
    if (loaded) {
        for (const auto& key : moved) {
            index.put(key, into.id);
        }
    }
    return {};
}

}  // namespace shopbell
