// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/identifier_index.h"
#include "profiles/profile_changes.h"
#include "profiles/profile_store.h"

#include <array>

namespace shopbell {

/// One identifier of an update, checked, with its owner when it has one. Weaker kinds come later.
struct SaidIdentifier {
    Identifier identifier;
    std::string shown;  ///< email and phone: as the profile's row has it
    IdentifierIndex::Key key;
    std::optional<ProfileId> owner;
};

/// What ProfileStore remembers between calls; for the .cpp files of this folder.
///
/// The index knows every identifier once `loaded`; before that lookups go to the table, for a command that touches two
/// people must not read a million. A row in a temporary table, which a rollback takes back like any other, and SQLite's
/// data_version tell when the memory is no longer true.
struct ProfileStore::State {
    db::Connection& connection;
    ChangeSink& changes;
    const Clock& clock;
    std::string region;

    IdentifierIndex index;
    bool loaded = false;
    std::int64_t lookups = 0;  ///< asked of the table since the memory was dropped
    struct Unwritten {
        Identifier identifier;
        ProfileId profile;
    };
    std::vector<Unwritten> unwritten;  ///< in the index, not in the table yet; empty between calls
    bool isBatch = false;
    std::int64_t mark = -1;
    std::int64_t dataVersion = -1;
    std::int64_t created = 0;  ///< ever
    std::int64_t merges = 0;   ///< ever
    bool wrote = false;        ///< in this call

    State(db::Connection& c, ChangeSink& s, const Clock& k, std::string r)
        : connection(c), changes(s), clock(k), region(std::move(r))
    {
    }

    // profile_store_memory.cpp
    /// At the beginning of each public call: drops the memory when it is not true any more.
    [[nodiscard]] Result<void> refresh();
    /// At the end of each public call that may have written.
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] Result<void> loadIndex();
    [[nodiscard]] Result<std::optional<ProfileId>> ownerOf(const Identifier& identifier,
                                                           const IdentifierIndex::Key& key);
    [[nodiscard]] Result<void> give(const Identifier& identifier, const IdentifierIndex::Key& key, ProfileId profile);
    [[nodiscard]] Result<void> writeIdentifiers();
    void forget();

    // profile_identity.cpp
    /// The checked identifiers, strongest first. `leftOut` gets what could not be read, where that is allowed.
    [[nodiscard]] Result<std::vector<SaidIdentifier>> readIdentifiers(const ProfileUpdate& update,
                                                                      std::string& leftOut);
    /// Finds or makes the profile and links what may be linked; `created` rows hold no values yet.
    [[nodiscard]] Result<StoredProfile> settle(std::vector<SaidIdentifier>& said, const ProfileUpdate& update,
                                               UpdateOutcome& outcome);
    [[nodiscard]] Result<bool> mustStayApart(const StoredProfile& a, const StoredProfile& b, IdentifierKind link);
    [[nodiscard]] Result<void> merge(StoredProfile& into, const StoredProfile& from, std::string_view reason,
                                     bool backfill);

    // profile_unset.cpp
    /// Takes the shown email and phone of `row` from the person where the update says so; clears the flags in `values`
    /// of what stays (it is said again, or what is known is newer). Nothing is written when it fails.
    [[nodiscard]] Result<void> letGo(const StoredProfile& row, std::span<const SaidIdentifier> said,
                                     SaidValues& values);

    // profile_suppression.cpp
    [[nodiscard]] Result<void> tellOwner(Channel channel, const std::string& address, const std::string& json,
                                         Instant at);

    // profile_store.cpp
    [[nodiscard]] Result<UpdateOutcome> apply(const ProfileUpdate& update);
    [[nodiscard]] Result<bool> applyConsent(ProfileId profile, const Consent& consent, bool backfill, bool isNew,
                                            bool isUndated = false);
};

/// A unique id for an event that says what changed: two changes at one instant are two events.
[[nodiscard]] std::string changeKey(Instant at, std::string_view properties);

}  // namespace shopbell
