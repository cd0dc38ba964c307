// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/policy_facts.h"

#include "model/email_address.h"
#include "profiles/profile_reading.h"
#include "profiles/suppressions.h"

namespace shopbell {

namespace {

constexpr std::string_view takenSql =
    "SELECT 1 FROM message WHERE origin_kind = ?1 AND origin_id = ?2 AND occurrence = ?3 AND id <> ?4 "
    "AND profile_id IN (SELECT ?5 UNION ALL SELECT old_id FROM profile_alias WHERE new_id = ?5) "
    "AND (state IN (2, 3, 6) OR (state IN (0, 1) AND id < ?4)) LIMIT 1";
constexpr std::string_view lastAcceptedSql =
    "SELECT max(accepted_at) FROM message WHERE profile_id IN "
    "(SELECT ?1 UNION ALL SELECT old_id FROM profile_alias WHERE new_id = ?1) AND channel = ?2 AND state = 3";

}  // namespace

Result<PolicyFacts::Person> PolicyFacts::gather(const LedgerMessage& message)
{
    Person person;
    person.input.channel = m_channel;
    person.input.sendingLocked = m_sendingLocked;
    auto profile = loadProfile(m_db, message.profile);
    if (!profile) {
        if (profile.error().kind != ErrorKind::NotFound) {
            return fail(profile.error());
        }
        person.input.erased = true;
        return person;
    }
    const auto living = profile->id;
    if (m_channel == Channel::Email) {
        if (auto address = EmailAddress::parse(profile->email)) {
            person.address = address->wire();
            person.input.address = address->key();
        } else {
            person.input.address = profile->email;
            person.input.addressIsValid = false;
        }
    } else if (m_channel == Channel::Sms) {
        person.address = profile->phone;
        person.input.address = profile->phone;
    }
    auto consents = loadConsents(m_db, living);
    if (!consents) {
        return fail(consents.error());
    }
    for (const auto& consent : *consents) {
        if (consent.channel == m_channel) {
            person.input.consent = consent.state;
        }
    }
    if (!person.input.address.empty()) {
        auto suppression = findSuppression(m_db, m_channel, person.input.address);
        if (!suppression) {
            return fail(suppression.error());
        }
        if (*suppression) {
            person.input.suppression = (*suppression)->reason;
        }
    }
    auto taken = isTaken(message, living);
    if (!taken) {
        return fail(taken.error());
    }
    person.input.addressTakenInOrigin = *taken;
    auto last = lastAccepted(living);
    if (!last) {
        return fail(last.error());
    }
    person.input.lastAccepted = *last;
    person.profile = std::move(*profile);
    return person;
}

Result<bool> PolicyFacts::isTaken(const LedgerMessage& message, ProfileId living)
{
    auto found = m_db.findInteger(takenSql, static_cast<int>(message.originKind), message.originId, message.occurrence,
                                  message.id, living);
    if (!found) {
        return fail(found.error());
    }
    return found->has_value();
}

Result<std::optional<Instant>> PolicyFacts::lastAccepted(ProfileId living)
{
    auto found = m_db.findInteger(lastAcceptedSql, living, static_cast<int>(m_channel));
    if (!found) {
        return fail(found.error());
    }
    return *found ? std::optional(Instant{**found}) : std::nullopt;
}

}  // namespace shopbell
