// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "db/connection.h"
#include "model/profile.h"
#include "profiles/change_sink.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// What a source says about one person. Empty fields say nothing; a property that is absent stays as it is.
struct ProfileUpdate {
    /// The person, where it is known already (edited by hand): nothing is searched or merged then, and an identifier
    /// that belongs to somebody else is AlreadyExists.
    ProfileId profile;
    std::string email;  ///< as written; checked
    std::string phone;  ///< as written; national forms are read with the workspace's country
    std::string externalId;
    ConnectionId scope;  ///< whose numbering externalId is
    std::string anonymousId;
    Properties properties;
    std::vector<std::string> unset;  ///< names of properties to remove
    /// The shown address or number was never theirs, or is not any more: it is nobody's from then on, and one in
    /// `email` or `phone` takes its place. Conflict when nothing else would tell who the person is.
    bool unsetEmail = false;
    bool unsetPhone = false;
    std::vector<Consent> consents;
    std::optional<Instant> createdAt;  ///< used when the profile is new, or earlier than what is known
    Instant at;                        ///< when the source says so (event time of the change); ms 0: now
    bool backfill = false;
    std::string reason;  ///< for the log: "woocommerce sync", "import people.csv"
    /// An email or phone that cannot be one is left out, and told in the outcome, as long as something else identifies
    /// the person; otherwise it is InvalidInput.
    bool leaveOutBadAddresses = false;
    /// The consents have no date of their own (a column "newsletter: yes"): they never undo a known "no".
    bool undatedConsents = false;
};

struct UpdateOutcome {
    ProfileId profile;
    bool created = false;
    bool changed = false;
    std::vector<ProfileId> mergedFrom;  ///< profiles that became this one by this update
    std::string leftOut;                ///< a sentence about an address that was left out; empty: nothing was
};

/// Who did something, as light as it can be said. The views must live for the call.
struct ProfileRef {
    std::string_view email;
    std::string_view phone;
    std::string_view externalId;
    ConnectionId scope;  ///< whose numbering externalId is
    std::string_view anonymousId;
    ProfileId profile;  ///< already known: the identifiers are not looked at, a merged one stands for its successor
    Instant seenAt;     ///< created_at of a profile that is new
    bool backfill = false;
};

/// The people: who is who, what is known of them, what they allowed (tables profile, identifier, profile_alias,
/// consent, suppression). Writes on the engine thread inside the caller's transaction; every change also goes to the
/// ChangeSink.
///
/// Identity: email, phone, external id (per connection) and anonymous id each belong to one profile; a profile may have
/// several of each. An update is for the profile of its strongest known identifier (external id, email, phone,
/// anonymous id, in this order), or for a new one. Other profiles that its identifiers belong to are merged with that
/// one into the oldest (lowest created_at, then id), and identifiers nobody has yet are given to it. Kept apart, so
/// that the weaker identifier stays where it is, are two profiles
///  - with different external ids of the same connection, or
///  - with different email addresses, when both have an external id, or when only a phone number or an anonymous id
///    links them: households share telephones and computers. So an unknown email address that comes with a known phone
///    number of somebody with another address makes a new profile.
///
/// Properties, email and phone: what was said last (ProfileUpdate::at) wins; an older word only fills what is empty. In
/// a merge the profile about which something was said last wins. Consent: the newest record wins, at the same instant
/// the stricter one. Suppression is by address and needs no rule. The values a profile is created with make no Changed
/// Profile event; its first consents do make Changed Consent events.
class ProfileStore {
public:
    ProfileStore(db::Connection& connection, ChangeSink& changes, const Clock& clock, std::string defaultRegion);
    ~ProfileStore();
    ProfileStore(const ProfileStore&) = delete;
    ProfileStore& operator=(const ProfileStore&) = delete;

    /// Finds or makes the person, merges where needed, applies what is said. InvalidInput when nothing identifies
    /// anybody, or an email/phone cannot be one.
    [[nodiscard]] Result<UpdateOutcome> apply(const ProfileUpdate& update);
    /// As apply() for many, in order; bad ones carry their error, the others are stored. Quick: identifiers are looked
    /// up in memory after the first use.
    [[nodiscard]] std::vector<Result<UpdateOutcome>> applyAll(std::span<const ProfileUpdate> updates);
    /// Whose event it is: finds or makes the profile, links identifiers as apply() does. The answers are living
    /// profiles when it returns, also where a later one merged two of them. Quick when they are known already.
    [[nodiscard]] std::vector<Result<ProfileId>> resolveAll(std::span<const ProfileRef> people,
                                                            std::string_view reason);

    /// The living profile that an old id stands for; the id itself mostly.
    [[nodiscard]] Result<ProfileId> resolveAlias(ProfileId profile);
    [[nodiscard]] Result<std::optional<ProfileId>> find(const Identifier& identifier);
    [[nodiscard]] Result<Profile> load(ProfileId profile);
    /// By the owner's wish: no rule keeps them apart. The two ids may be given in any order of age; `into` stays.
    [[nodiscard]] Result<void> merge(ProfileId from, ProfileId into, std::string_view reason);

    /// False when what is known is newer, or the same.
    [[nodiscard]] Result<bool> setConsent(ProfileId profile, const Consent& consent, bool backfill = false);
    /// False when the address was suppressed already for as strong a reason.
    [[nodiscard]] Result<bool> suppress(const Suppression& suppression);
    /// False when it was not suppressed. What was suppressed by an erasure stays so: Conflict.
    [[nodiscard]] Result<bool> unsuppress(Channel channel, std::string_view address);

    /// The person is gone from every table this module owns (lists too); returns rows removed. Suppressions of their
    /// addresses stay as salted hashes, and every address of theirs is suppressed so from now on. The other modules'
    /// rows are erased in the same transaction by who calls (ingest/person_eraser.h), who also writes the proof.
    [[nodiscard]] Result<std::int64_t> erase(ProfileId profile);

    /// How many profiles this object made, and merged away, since it stands.
    [[nodiscard]] std::int64_t createdSoFar() const;
    [[nodiscard]] std::int64_t mergedSoFar() const;

    /// Memory is dropped. Not needed after a rollback or another process's writing: both are noticed.
    void forgetCache();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace shopbell
