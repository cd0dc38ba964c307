// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profile_store.h"

#include "base/text.h"
#include "model/metric.h"
#include "profiles/consent_rules.h"
#include "profiles/profile_reading.h"
#include "profiles/profile_store_state.h"

#include <algorithm>

namespace shopbell {

std::string changeKey(Instant at, std::string_view properties)
{
    const std::uint64_t hash = stableHash(properties, static_cast<std::uint64_t>(at.ms));
    return toHex(std::string_view(reinterpret_cast<const char*>(&hash), sizeof hash));
}

ProfileStore::ProfileStore(db::Connection& connection, ChangeSink& changes, const Clock& clock,
                           std::string defaultRegion)
    : m_state(std::make_unique<State>(connection, changes, clock, std::move(defaultRegion)))
{
}

ProfileStore::~ProfileStore() = default;

Result<bool> ProfileStore::State::applyConsent(ProfileId profile, const Consent& consent, bool backfill, bool isNew,
                                               bool isUndated)
{
    std::optional<Consent> known;
    if (!isNew) {
        auto found = findStoredConsent(connection, profile, consent.channel);
        if (!found) {
            return fail(found.error());
        }
        known = std::move(*found);
    }
    if (consent.state == ConsentState::NeverAsked || (known && !supersedes(consent, *known))) {
        return false;
    }
    if (isUndated && known && known->state == ConsentState::Unsubscribed &&
        consent.state != ConsentState::Unsubscribed) {
        return false;
    }
    wrote = true;
    if (auto put = putStoredConsent(connection, profile, consent); !put) {
        return fail(put.error());
    }
    // Said again in the same words: the instant is kept, so that what is older than that stays older; no event.
    if (known && !saysOther(consent, *known)) {
        return false;
    }
    const std::string json = consentChangeJson(consent, known ? known->state : ConsentState::NeverAsked);
    auto told =
        changes.record(profile, metrics::changedConsent, consent.at, changeKey(consent.at, json), json, backfill);
    if (!told) {
        return fail(told.error());
    }
    return true;
}

Result<UpdateOutcome> ProfileStore::State::apply(const ProfileUpdate& given)
{
    // What can be refused is refused before anything is written.
    std::optional<ProfileUpdate> dated;
    if (given.at.ms == 0) {
        dated = given;
        dated->at = clock.now();
    }
    const ProfileUpdate& update = dated ? *dated : given;
    UpdateOutcome outcome;
    auto said = readIdentifiers(update, outcome.leftOut);
    if (!said) {
        return fail(said.error());
    }
    if (auto problem = findPropertyProblem(update.properties); !problem.empty()) {
        return fail(ErrorKind::InvalidInput, say("profile-record-wrong", "The record %1.", {sayLabel(problem)}));
    }

    auto base = settle(*said, update, outcome);
    if (!base) {
        return fail(base.error());
    }
    SaidValues values{{}, {}, &update.properties, update.unset, update.at};
    for (const auto& one : *said) {
        if (!one.owner || *one.owner == base->id) {
            if (one.identifier.kind == IdentifierKind::Email) {
                values.email = one.shown;
            } else if (one.identifier.kind == IdentifierKind::Phone) {
                values.phone = one.shown;
            }
        }
    }
    values.unsetEmail = update.unsetEmail;
    values.unsetPhone = update.unsetPhone;

    if (outcome.created) {
        base->email = values.email;
        base->phone = values.phone;
        base->properties = toJson(update.properties);
        base->changedAt = clock.now();
        auto id = insertStoredProfile(connection, *base);
        if (!id) {
            return fail(id.error());
        }
        base->id = *id;
        ++created;
        outcome.changed = true;
        wrote = true;
    } else {
        if (auto gone = letGo(*base, *said, values); !gone) {
            return fail(gone.error());
        }
        ChangeList list;
        auto dirty = applyValues(*base, values, list, outcome.leftOut);
        if (!dirty) {
            return fail(dirty.error());
        }
        const bool isEarlier = update.createdAt && *update.createdAt < base->createdAt;
        if (isEarlier) {
            base->createdAt = *update.createdAt;
        }
        outcome.changed = !list.isEmpty() || !outcome.mergedFrom.empty() || isEarlier;
        if (*dirty || isEarlier) {
            wrote = true;
            base->changedAt = outcome.changed ? clock.now() : base->changedAt;
            if (auto done = updateStoredProfile(connection, *base); !done) {
                return fail(done.error());
            }
        }
        if (!list.isEmpty()) {
            const std::string json = list.toJson(update.reason);
            auto told = changes.record(base->id, metrics::changedProfile, update.at, changeKey(update.at, json), json,
                                       update.backfill);
            if (!told) {
                return fail(told.error());
            }
        }
    }
    for (const auto& one : *said) {
        if (!one.owner) {
            if (auto done = give(one.identifier, one.key, base->id); !done) {
                return fail(done.error());
            }
            outcome.changed = true;
        }
    }
    for (const Consent& consent : update.consents) {
        auto changed = applyConsent(base->id, consent, update.backfill, outcome.created, update.undatedConsents);
        if (!changed) {
            return fail(changed.error());
        }
        outcome.changed = outcome.changed || *changed;
    }
    outcome.profile = base->id;
    return outcome;
}

Result<UpdateOutcome> ProfileStore::apply(const ProfileUpdate& update)
{
    auto outcomes = applyAll({&update, 1});
    return std::move(outcomes.front());
}

std::vector<Result<UpdateOutcome>> ProfileStore::applyAll(std::span<const ProfileUpdate> updates)
{
    State& s = *m_state;
    std::vector<Result<UpdateOutcome>> outcomes;
    outcomes.reserve(updates.size());
    auto ready = s.refresh();
    if (ready && updates.size() >= 500) {
        ready = s.loadIndex();
    }
    const std::int64_t mergesBefore = s.merges;
    s.isBatch = true;
    for (const ProfileUpdate& update : updates) {
        if (!ready) {
            outcomes.push_back(fail(ready.error()));
            continue;
        }
        outcomes.push_back(s.apply(update));
        if (const auto& last = outcomes.back(); !last && last.error().kind != ErrorKind::InvalidInput) {
            ready = fail(last.error());
        }
    }
    s.isBatch = false;
    if (ready) {
        ready = s.finish();
    }
    if (!ready) {
        s.forget();
        for (auto& outcome : outcomes) {
            outcome = fail(ready.error());
        }
        return outcomes;
    }
    if (s.merges != mergesBefore) {
        for (auto& outcome : outcomes) {
            if (outcome) {
                outcome->profile = shopbell::resolveAlias(s.connection, outcome->profile).value_or(outcome->profile);
            }
        }
    }
    return outcomes;
}

std::vector<Result<ProfileId>> ProfileStore::resolveAll(std::span<const ProfileRef> people, std::string_view reason)
{
    State& s = *m_state;
    std::vector<Result<ProfileId>> answers;
    answers.reserve(people.size());
    auto ready = s.refresh();
    if (ready && people.size() >= 500) {
        ready = s.loadIndex();
    }
    const std::int64_t mergesBefore = s.merges;
    std::string lowered;
    const auto look = [&](IdentifierKind kind, ConnectionId scope, std::string_view value) -> std::optional<ProfileId> {
        return s.index.find(s.index.keyOf(kind, scope, value));
    };
    s.isBatch = true;
    for (const ProfileRef& who : people) {
        if (!ready) {
            answers.push_back(fail(ready.error()));
            continue;
        }
        if (who.profile.isValid()) {
            answers.push_back(shopbell::resolveAlias(s.connection, who.profile));
            continue;
        }
        // One that is known and said in its comparable form, which nearly all are, needs no further check.
        std::optional<ProfileId> known;
        if (s.loaded && who.phone.empty() && who.anonymousId.empty() && who.email.empty() != who.externalId.empty()) {
            if (!who.email.empty()) {
                lowered.assign(trimmed(who.email));
                std::transform(lowered.begin(), lowered.end(), lowered.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
                known = look(IdentifierKind::Email, {}, lowered);
            } else {
                known = look(IdentifierKind::External, who.scope, trimmed(who.externalId));
            }
        }
        if (known) {
            answers.push_back(*known);
            continue;
        }
        ProfileUpdate update;
        update.email = who.email;
        update.phone = who.phone;
        update.externalId = who.externalId;
        update.scope = who.scope;
        update.anonymousId = who.anonymousId;
        update.at = who.seenAt;
        update.backfill = who.backfill;
        update.reason = reason;
        update.leaveOutBadAddresses = true;
        auto outcome = s.apply(update);
        if (outcome) {
            answers.push_back(outcome->profile);
        } else {
            answers.push_back(fail(outcome.error()));
            if (outcome.error().kind != ErrorKind::InvalidInput) {
                ready = fail(outcome.error());
            }
        }
    }
    s.isBatch = false;
    if (ready) {
        ready = s.finish();
    }
    if (!ready) {
        s.forget();
        for (auto& answer : answers) {
            answer = fail(ready.error());
        }
        return answers;
    }
    if (s.merges != mergesBefore) {
        for (auto& answer : answers) {
            if (answer) {
                answer = shopbell::resolveAlias(s.connection, *answer);
            }
        }
    }
    return answers;
}

Result<ProfileId> ProfileStore::resolveAlias(ProfileId profile)
{
    return shopbell::resolveAlias(m_state->connection, profile);
}

Result<std::optional<ProfileId>> ProfileStore::find(const Identifier& identifier)
{
    if (auto ready = m_state->refresh(); !ready) {
        return fail(ready.error());
    }
    return m_state->ownerOf(identifier, m_state->index.keyOf(identifier.kind, identifier.scope, identifier.value));
}

Result<Profile> ProfileStore::load(ProfileId profile)
{
    return loadProfile(m_state->connection, profile);
}

Result<void> ProfileStore::merge(ProfileId from, ProfileId into, std::string_view reason)
{
    State& s = *m_state;
    if (auto ready = s.refresh(); !ready) {
        return ready;
    }
    auto fromId = resolveAlias(from);
    auto intoId = resolveAlias(into);
    if (!fromId || !intoId) {
        return fail(fromId ? intoId.error() : fromId.error());
    }
    auto fromRow = findStoredProfile(s.connection, *fromId);
    auto intoRow = findStoredProfile(s.connection, *intoId);
    if (!fromRow || !intoRow) {
        return fail(fromRow ? intoRow.error() : fromRow.error());
    }
    if (!*fromRow || !*intoRow) {
        return fail(ErrorKind::NotFound, say("profile-unknown", "There is no profile %1.",
                                             {std::to_string((*fromRow ? into : from).value)}));
    }
    if (*fromId == *intoId) {
        return fail(ErrorKind::Conflict, say("profiles-merged-already", "The two are one profile already."));
    }
    auto done = s.merge(**intoRow, **fromRow, reason, false);
    if (done) {
        done = s.finish();
    }
    if (!done) {
        s.forget();
    }
    return done;
}

Result<bool> ProfileStore::setConsent(ProfileId profile, const Consent& consent, bool backfill)
{
    State& s = *m_state;
    if (auto ready = s.refresh(); !ready) {
        return fail(ready.error());
    }
    auto living = resolveAlias(profile);
    if (!living) {
        return fail(living.error());
    }
    auto row = findStoredProfile(s.connection, *living);
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return fail(ErrorKind::NotFound,
                    say("profile-unknown", "There is no profile %1.", {std::to_string(profile.value)}));
    }
    auto changed = s.applyConsent(*living, consent, backfill, false);
    if (changed && *changed) {
        (*row)->changedAt = s.clock.now();
        if (auto touched = updateStoredProfile(s.connection, **row); !touched) {
            return fail(touched.error());
        }
    }
    if (auto done = s.finish(); !done) {
        return fail(done.error());
    }
    return changed;
}

std::int64_t ProfileStore::createdSoFar() const
{
    return m_state->created;
}

std::int64_t ProfileStore::mergedSoFar() const
{
    return m_state->merges;
}

void ProfileStore::forgetCache()
{
    m_state->forget();
}

}  // namespace shopbell
