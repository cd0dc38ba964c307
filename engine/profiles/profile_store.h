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
    std::string email;       ///< as written; checked
    std::string phone;       ///< as written; national forms are read with the workspace's country
    std::string externalId;
    ConnectionId scope;      ///< whose numbering externalId is
    std::string anonymousId;
    Properties properties;
    std::vector<std::string> unset;   ///< names of properties to remove
    std::vector<Consent> consents;
    std::optional<Instant> createdAt; ///< used when the profile is new, or earlier than what is known
    Instant at;                       ///< when the source says so (event time of the change)
    bool backfill = false;
    std::string reason;               ///< for the log: "woocommerce sync", "import people.csv"
};

struct UpdateOutcome {
    ProfileId profile;
    bool created = false;
    bool changed = false;
    std::vector<ProfileId> mergedFrom;  ///< profiles that became this one by this update
};

/// The people: who is who, what is known of them, what they allowed (tables profile, identifier, profile_alias, consent).
/// Writes on the engine thread inside the caller's transaction; every change also goes to the ChangeSink.
///
/// Identity: email, phone, external id (per connection) and anonymous id each belong to one profile. An update whose
/// identifiers belong to several profiles merges them into the oldest (lowest created_at, then id), except that two
/// profiles with different external ids of the same connection, or different emails both backed by an account, are kept
/// apart: then the strongest identifier wins (external id, email, phone, anonymous id) and the weaker stays where it is.
/// Property conflicts: the newest change wins; consent conflicts: the newest record wins, and at the same instant the
/// stricter one; suppression is by address and so needs no rule.
class ProfileStore {
public:
    ProfileStore(db::Connection& connection, ChangeSink& changes, const Clock& clock, std::string defaultRegion);
    ~ProfileStore();
    ProfileStore(const ProfileStore&) = delete;
    ProfileStore& operator=(const ProfileStore&) = delete;

    /// Finds or makes the person, merges where needed, applies what is said. InvalidInput when nothing identifies
    /// anybody, or an email/phone cannot be one.
    [[nodiscard]] Result<UpdateOutcome> apply(const ProfileUpdate& update);
    /// As apply() for many, in order; bad ones carry their error, the others are stored. Quick: identifiers are looked up in
    /// memory after the first use.
    [[nodiscard]] std::vector<Result<UpdateOutcome>> applyAll(std::span<const ProfileUpdate> updates);

    /// The living profile that an old id stands for; the id itself mostly.
    [[nodiscard]] Result<ProfileId> resolveAlias(ProfileId profile);
    [[nodiscard]] Result<std::optional<ProfileId>> find(const Identifier& identifier);
    [[nodiscard]] Result<Profile> load(ProfileId profile);
    [[nodiscard]] Result<void> merge(ProfileId from, ProfileId into, std::string_view reason);

    [[nodiscard]] Result<void> setConsent(ProfileId profile, const Consent& consent, bool backfill = false);
    [[nodiscard]] Result<void> suppress(const Suppression& suppression);
    [[nodiscard]] Result<bool> unsuppress(Channel channel, std::string_view address);

    /// The person is gone from every table this module owns; returns rows removed. runtime erases the other modules' rows
    /// in the same transaction and writes the proof.
    [[nodiscard]] Result<std::int64_t> erase(ProfileId profile);

    /// To be called when a transaction was rolled back or another process may have written: memory is dropped.
    void forgetCache();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace shopbell
