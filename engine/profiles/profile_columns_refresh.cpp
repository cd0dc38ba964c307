// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the columns of people are kept current: what was written since is found by the events that tell of changes, by
// the newest numbers of profiles and erasures, and by the index of changes; only those people are read again.
#include "profiles/profile_columns_state.h"

#include "db/transaction.h"
#include "model/identifier.h"
#include "model/metric.h"
#include "profiles/suppressions.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace shopbell {

namespace {

constexpr std::string_view dataVersionSql = "PRAGMA data_version";
constexpr std::string_view lastEventSql = "SELECT max(row) FROM event";
constexpr std::string_view lastErasureSql = "SELECT max(id) FROM erasure";
constexpr std::string_view lastChangeSql = "SELECT max(changed_at) FROM profile";
constexpr std::string_view suppressionStateSql = "SELECT count(*) * 1000003 + total(at) FROM suppression";
constexpr std::string_view metricIdSql = "SELECT id FROM metric WHERE name = ?1";
constexpr std::string_view newEventsSql = "SELECT profile_id, metric_id FROM event WHERE row > ?1";
constexpr std::string_view newErasuresSql = "SELECT profile_id FROM erasure WHERE id > ?1";
constexpr std::string_view newProfilesSql = "SELECT id FROM profile WHERE id >= ?1";
constexpr std::string_view changedProfilesSql = "SELECT id FROM profile WHERE changed_at >= ?1";
constexpr std::string_view formerIdsSql = "SELECT old_id FROM profile_alias WHERE new_id = ?1";
constexpr std::string_view oneProfileSql = "SELECT id, created_at, email, phone, properties FROM profile WHERE id = ?1";
constexpr std::string_view ownerSql = "SELECT profile_id FROM identifier WHERE kind = ?1 AND scope = 0 AND value = ?2";
constexpr std::string_view peopleSql = "SELECT id, created_at FROM profile ORDER BY id";
constexpr std::string_view oneConsentSql =
    "SELECT state, at, method FROM consent WHERE profile_id = ?1 AND channel = ?2";

/// Past so many new events or changed people, making columns anew is quicker than mending them.
constexpr std::int64_t mostNewEvents = 200'000;
constexpr std::size_t mostChanged = 20'000;

}  // namespace

Result<void> ProfileColumns::State::refresh()
{
    auto version = db.findInteger(dataVersionSql);
    if (!version) {
        return fail(version.error());
    }
    if (version->value_or(0) == dataVersion) {
        return {};
    }
    auto reading = db::Transaction::beginReading(db);
    if (!reading) {
        return fail(reading.error());
    }
    auto event = db.findInteger(lastEventSql);
    auto erasure = db.findInteger(lastErasureSql);
    auto change = db.findInteger(lastChangeSql);
    auto suppression = db.findInteger(suppressionStateSql);
    for (const auto* found : {&event, &erasure, &change, &suppression}) {
        if (!*found) {
            return fail(found->error());
        }
    }
    if (people) {
        auto changes = findChanges(event->value_or(0), erasure->value_or(0));
        if (!changes) {
            return fail(changes.error());
        }
        if (suppression->value_or(0) != suppressionState) {
            if (auto found = findSuppressionChanges(changes->profiles); !found) {
                forget();
                return found;
            }
        }
        if (changes->tooMany) {
            forget();
        } else {
            for (const std::int64_t profile : changes->profiles) {
                if (auto mended = mend(profile); !mended) {
                    forget();
                    return mended;
                }
            }
            if (changes->lists) {
                lists.clear();
            }
        }
    } else {
        forget();
    }
    lastEvent = event->value_or(0);
    lastErasure = erasure->value_or(0);
    lastChange = change->value_or(0);
    suppressionState = suppression->value_or(0);
    dataVersion = version->value_or(0);
    return {};
}

Result<ProfileColumns::State::Changes> ProfileColumns::State::findChanges(std::int64_t event, std::int64_t erasure)
{
    Changes changes;
    const auto add = [&](db::Statement& row) { changes.profiles.insert(row.integer(0)); };
    if (event < lastEvent || event - lastEvent > mostNewEvents) {
        changes.tooMany = true;
        return changes;
    }
    std::set<std::int64_t> ofProfiles;
    std::set<std::int64_t> ofLists;
    for (const std::string_view name : {metrics::changedProfile, metrics::changedConsent, metrics::mergedProfile,
                                        metrics::joinedList, metrics::leftList}) {
        auto id = db.findInteger(metricIdSql, name);
        if (!id) {
            return fail(id.error());
        }
        if (*id) {
            ofProfiles.insert(**id);
            if (name == metrics::joinedList || name == metrics::leftList || name == metrics::mergedProfile) {
                ofLists.insert(**id);
            }
        }
    }
    auto done = db.each(
        newEventsSql,
        [&](db::Statement& row) {
            if (ofProfiles.contains(row.integer(1))) {
                changes.profiles.insert(row.integer(0));
                changes.lists = changes.lists || ofLists.contains(row.integer(1));
            }
        },
        lastEvent);
    if (done && erasure != lastErasure) {
        changes.lists = true;
        done = db.each(newErasuresSql, add, lastErasure);
    }
    if (done) {
        done = db.each(newProfilesSql, add, static_cast<std::int64_t>(people->end));
    }
    if (done) {
        done = db.each(changedProfilesSql, add, lastChange);
    }
    if (!done) {
        return fail(done.error());
    }
    if (changes.profiles.size() > mostChanged) {
        changes.tooMany = true;
        return changes;
    }
    std::vector<std::int64_t> former;
    for (const std::int64_t profile : changes.profiles) {
        done = db.each(
            formerIdsSql, [&](db::Statement& row) { former.push_back(row.integer(0)); }, profile);
        if (!done) {
            return fail(done.error());
        }
    }
    changes.profiles.insert(former.begin(), former.end());
    return changes;
}

/// Whose address is suppressed or free since; what is kept of suppressions is of now after that.
Result<void> ProfileColumns::State::findSuppressionChanges(std::set<std::int64_t>& profiles)
{
    for (const Channel channel : allChannels) {
        const auto place = static_cast<std::size_t>(channel);
        const auto before = std::exchange(suppressions[place], nullptr);
        if (!addresses[place]) {
            continue;
        }
        auto now = loadSuppressions(channel);
        if (!now) {
            return fail(now.error());
        }
        const auto changed = before ? before->differences(**now) : std::vector<std::string>();
        if (!before || changed.size() > mostChanged) {
            addresses[place].reset();
            continue;
        }
        const auto kind = channel == Channel::Email ? IdentifierKind::Email : IdentifierKind::Phone;
        for (const std::string& address : changed) {
            auto owner = db.findInteger(ownerSql, static_cast<int>(kind), address);
            if (!owner) {
                return fail(owner.error());
            }
            if (*owner) {
                profiles.insert(**owner);
            }
        }
    }
    return {};
}

std::uint32_t ProfileColumns::State::encode(ProfilePropertyColumn& column, std::string_view name,
                                            const db::Statement& row)
{
    if (name == "created_at") {
        return column.encodeDate(row.instant(1));
    }
    if (name == "email" || name == "phone") {
        const int index = name == "email" ? 2 : 3;
        return row.isNull(index) || row.text(index).empty() ? 0 : column.encodeText(row.text(index));
    }
    const auto json = finder.find(row.text(4), name);
    return json ? column.encodeJson(*json) : 0;
}

Result<void> ProfileColumns::State::mend(std::int64_t profile)
{
    if (profile <= 0 || profile > std::numeric_limits<std::int32_t>::max()) {
        return {};
    }
    const auto number = static_cast<std::uint32_t>(profile);
    People& known = toChange(people);
    if (number >= known.end) {
        known.end = number + 1;
        known.living.resize((static_cast<std::size_t>(known.end) + 63) / 64);
        known.createdAt.resize(known.end);
    }
    std::string email;
    std::string phone;
    const bool wasLiving = ((known.living[number >> 6] >> (number & 63)) & 1) != 0;
    bool living = false;
    auto done = db.each(
        oneProfileSql,
        [&](db::Statement& row) {
            living = true;
            known.createdAt[number] = row.integer(1);
            known.lastCreated = std::max(known.lastCreated, row.integer(1));
            email = row.string(2);
            phone = row.string(3);
            for (auto& [name, column] : properties) {
                ProfilePropertyColumn& changed = toChange(column);
                changed.set(number, encode(changed, name, row));
            }
        },
        profile);
    if (!done) {
        return done;
    }
    if (!living) {
        known.createdAt[number] = 0;
        for (auto& [name, column] : properties) {
            toChange(column).set(number, 0);
        }
    }
    setBit(known.living, number, living);
    known.count += (living ? 1 : 0) - (wasLiving ? 1 : 0);
    for (const Channel channel : {Channel::Email, Channel::Sms}) {
        if (auto& column = addresses[static_cast<std::size_t>(channel)]) {
            auto suppressed = loadSuppressions(channel);
            if (!suppressed) {
                return fail(suppressed.error());
            }
            setAddress(toChange(column), channel, number, channel == Channel::Email ? email : phone, **suppressed);
        }
    }
    return mendConsent(number);
}

Result<const SuppressedAddresses*> ProfileColumns::State::loadSuppressions(Channel channel)
{
    auto& column = suppressions[static_cast<std::size_t>(channel)];
    if (!column) {
        auto loaded = SuppressedAddresses::load(db, channel);
        if (!loaded) {
            return fail(loaded.error());
        }
        column = std::make_shared<SuppressedAddresses>(std::move(*loaded));
    }
    return column.get();
}

Result<void> ProfileColumns::State::mendConsent(std::uint32_t profile)
{
    for (const Channel channel : allChannels) {
        auto& column = consents[static_cast<std::size_t>(channel)];
        if (!column) {
            continue;
        }
        ConsentColumn& changed = toChange(column);
        if (profile < changed.state.size()) {
            changed.state[profile] = 0;
            changed.at[profile] = 0;
            changed.method[profile] = 0;
        }
        auto done = db.each(
            oneConsentSql,
            [&](db::Statement& row) {
                changed.makeRoom(profile);
                changed.state[profile] = static_cast<std::uint8_t>(row.integer(0));
                changed.at[profile] = row.integer(1);
                const auto found = std::find(changed.methods.begin(), changed.methods.end(), row.text(2));
                changed.method[profile] = static_cast<std::uint32_t>(found - changed.methods.begin());
                if (found == changed.methods.end()) {
                    changed.methods.push_back(row.string(2));
                }
            },
            static_cast<std::int64_t>(profile), channel);
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<void> ProfileColumns::State::loadPeople()
{
    auto made = std::make_shared<People>();
    auto done = db.each(peopleSql, [&](db::Statement& row) {
        const std::int64_t id = row.integer(0);
        if (id <= 0 || id > std::numeric_limits<std::int32_t>::max()) {
            return;
        }
        const auto number = static_cast<std::uint32_t>(id);
        made->end = number + 1;
        made->living.resize((static_cast<std::size_t>(number) >> 6) + 1);
        made->createdAt.resize(static_cast<std::size_t>(number) + 1);
        made->createdAt[number] = row.integer(1);
        made->lastCreated = made->count == 0 ? row.integer(1) : std::max(made->lastCreated, row.integer(1));
        setBit(made->living, number, true);
        ++made->count;
    });
    if (!done) {
        return done;
    }
    people = std::move(made);
    return {};
}

}  // namespace shopbell
