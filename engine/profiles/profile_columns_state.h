// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/profile_columns.h"
#include "profiles/stored_members.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

namespace shopbell {

/// What ProfileColumns keeps; for the .cpp files of this folder. `mutex` is held by whoever calls anything here.
struct ProfileColumns::State {
    explicit State(db::Connection opened) : db(std::move(opened)) {}

    db::Connection db;
    std::mutex mutex;
    std::atomic<bool> isStale = false;  ///< somebody asked to refresh while the mutex was held
    std::int64_t dataVersion = -1;
    std::int64_t lastEvent = 0;
    std::int64_t lastErasure = 0;
    std::int64_t lastChange = 0;
    std::int64_t suppressionState = 0;
    std::shared_ptr<People> people;
    std::map<std::string, std::shared_ptr<ProfilePropertyColumn>, std::less<>> properties;
    std::array<std::shared_ptr<ConsentColumn>, allChannels.size()> consents;
    std::map<std::int64_t, std::shared_ptr<ListColumn>> lists;
    std::array<std::shared_ptr<SuppressedAddresses>, allChannels.size()> suppressions;
    std::array<std::shared_ptr<AddressColumn>, allChannels.size()> addresses;
    StoredMembers finder;

    void forget()
    {
        people.reset();
        properties.clear();
        consents = {};
        lists.clear();
        suppressions = {};
        addresses = {};
    }

    struct Changes {
        std::set<std::int64_t> profiles;
        bool lists = false;
        bool tooMany = false;
    };

    Result<void> refresh();
    /// To be called with the mutex, before anything is handed out: a refresh that was put off is made up for.
    Result<void> catchUp() { return isStale.exchange(false) ? refresh() : Result<void>(); }
    Result<Changes> findChanges(std::int64_t event, std::int64_t erasure);
    Result<void> findSuppressionChanges(std::set<std::int64_t>& profiles);
    Result<void> mend(std::int64_t profile);
    std::uint32_t encode(ProfilePropertyColumn& column, std::string_view name, const db::Statement& row);
    Result<void> loadPeople();
    Result<void> mendConsent(std::uint32_t profile);
    Result<const SuppressedAddresses*> loadSuppressions(Channel channel);
};

/// A copy to change, or the same object when nobody else holds it.
template <class T>
T& toChange(std::shared_ptr<T>& shared)
{
    if (shared.use_count() > 1) {
        shared = std::make_shared<T>(*shared);
    }
    return *shared;
}

}  // namespace shopbell
