// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profile_columns.h"

#include "db/transaction.h"
#include "model/email_address.h"
#include "model/metric.h"
#include "profiles/suppressions.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <map>
#include <mutex>
#include <set>

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
constexpr std::string_view peopleSql = "SELECT id, created_at FROM profile ORDER BY id";
constexpr std::string_view propertiesSql = "SELECT id, properties FROM profile ORDER BY id";
constexpr std::string_view emailsSql = "SELECT id, email FROM profile WHERE email IS NOT NULL ORDER BY id";
constexpr std::string_view phonesSql = "SELECT id, phone FROM profile WHERE phone IS NOT NULL ORDER BY id";
constexpr std::string_view consentsSql = "SELECT profile_id, state, at, method FROM consent WHERE channel = ?1";
constexpr std::string_view oneConsentSql =
    "SELECT state, at, method FROM consent WHERE profile_id = ?1 AND channel = ?2";
constexpr std::string_view listMembersSql =
    "SELECT profile_id, joined_at FROM list_member WHERE list_id = ?1 ORDER BY profile_id";

/// Past so many new events or changed people, making columns anew is quicker than mending them.
constexpr std::int64_t mostNewEvents = 200'000;
constexpr std::size_t mostChanged = 20'000;

/// The stored JSON of one member, found without reading the others' values.
class MemberFinder {
public:
    std::optional<std::string_view> find(std::string_view object, std::string_view name)
    {
        if (object.size() <= 2) {
            return std::nullopt;
        }
        if (m_buffer.size() < object.size() + simdjson::SIMDJSON_PADDING) {
            m_buffer.resize(2 * object.size() + simdjson::SIMDJSON_PADDING);
        }
        std::memcpy(m_buffer.data(), object.data(), object.size());
        simdjson::ondemand::document document;
        if (m_parser.iterate(m_buffer.data(), object.size(), m_buffer.size()).get(document) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        simdjson::ondemand::value value;
        std::string_view raw;
        if (document.find_field_unordered(name).get(value) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        simdjson::ondemand::json_type type{};
        if (value.type().get(type) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        if (type == simdjson::ondemand::json_type::array || type == simdjson::ondemand::json_type::object) {
            if (type == simdjson::ondemand::json_type::array) {
                simdjson::ondemand::array array;
                if (value.get_array().get(array) != simdjson::SUCCESS ||
                    array.raw_json().get(raw) != simdjson::SUCCESS) {
                    return std::nullopt;
                }
                return raw;
            }
            simdjson::ondemand::object inner;
            if (value.get_object().get(inner) != simdjson::SUCCESS || inner.raw_json().get(raw) != simdjson::SUCCESS) {
                return std::nullopt;
            }
            return raw;
        }
        raw = value.raw_json_token();
        while (!raw.empty() && (raw.back() == ' ' || raw.back() == '\n' || raw.back() == '\t' || raw.back() == '\r')) {
            raw.remove_suffix(1);
        }
        return raw;
    }

    template <class Function>
    void eachName(std::string_view object, Function&& function)
    {
        if (object.size() <= 2) {
            return;
        }
        if (m_buffer.size() < object.size() + simdjson::SIMDJSON_PADDING) {
            m_buffer.resize(2 * object.size() + simdjson::SIMDJSON_PADDING);
        }
        std::memcpy(m_buffer.data(), object.data(), object.size());
        simdjson::ondemand::document document;
        simdjson::ondemand::object members;
        if (m_parser.iterate(m_buffer.data(), object.size(), m_buffer.size()).get(document) != simdjson::SUCCESS ||
            document.get_object().get(members) != simdjson::SUCCESS) {
            return;
        }
        for (auto field : members) {
            std::string_view name;
            if (field.unescaped_key().get(name) != simdjson::SUCCESS) {
                return;
            }
            function(name);
        }
    }

private:
    simdjson::ondemand::parser m_parser;
    std::vector<char> m_buffer;
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

void setBit(std::vector<std::uint64_t>& words, std::uint32_t bit, bool on)
{
    const std::uint64_t mask = std::uint64_t{1} << (bit & 63);
    words[bit >> 6] = on ? words[bit >> 6] | mask : words[bit >> 6] & ~mask;
}

}  // namespace

struct ProfileColumns::State {
    explicit State(db::Connection opened) : db(std::move(opened)) {}

    db::Connection db;
    std::mutex mutex;
    std::int64_t dataVersion = -1;
    std::int64_t lastEvent = 0;
    std::int64_t lastErasure = 0;
    std::int64_t lastChange = 0;
    std::int64_t suppressionState = 0;
    std::shared_ptr<People> people;
    std::map<std::string, std::shared_ptr<ProfilePropertyColumn>, std::less<>> properties;
    std::array<std::shared_ptr<ConsentColumn>, allChannels.size()> consents;
    std::map<std::int64_t, std::shared_ptr<ListColumn>> lists;
    std::array<std::shared_ptr<SuppressionColumn>, allChannels.size()> suppressions;
    std::array<std::shared_ptr<AddressColumn>, allChannels.size()> addresses;
    MemberFinder finder;

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
    Result<Changes> findChanges(std::int64_t event, std::int64_t erasure);
    Result<void> mend(std::int64_t profile);
    std::uint32_t encode(ProfilePropertyColumn& column, std::string_view name, const db::Statement& row);
    Result<void> loadPeople();
    Result<void> mendConsent(std::uint32_t profile);
    Result<const SuppressionColumn*> loadSuppressions(Channel channel);
    Result<void> setAddress(AddressColumn& column, Channel channel, std::uint32_t profile, std::string_view address);
};

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
    if (suppression->value_or(0) != suppressionState) {
        suppressions = {};
        addresses = {};
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
            auto set = setAddress(toChange(column), channel, number, channel == Channel::Email ? email : phone);
            if (!set) {
                return set;
            }
        }
    }
    return mendConsent(number);
}

Result<const SuppressionColumn*> ProfileColumns::State::loadSuppressions(Channel channel)
{
    auto& column = suppressions[static_cast<std::size_t>(channel)];
    if (!column) {
        auto rows = shopbell::listSuppressions(db, channel);
        if (!rows) {
            return fail(rows.error());
        }
        auto made = std::make_shared<SuppressionColumn>();
        for (Suppression& row : *rows) {
            std::string address = row.address;
            made->emplace(std::move(address), std::move(row));
        }
        column = std::move(made);
    }
    return column.get();
}

Result<void> ProfileColumns::State::setAddress(AddressColumn& column, Channel channel, std::uint32_t profile,
                                               std::string_view address)
{
    const std::size_t words = (static_cast<std::size_t>(profile) >> 6) + 1;
    if (column.valid.size() < words) {
        column.valid.resize(words);
        column.suppressed.resize(words);
    }
    // As the send policy sees it: an email address is read again, a phone number was when it was stored.
    std::string comparable;
    bool valid = !address.empty();
    if (channel == Channel::Email && valid) {
        const auto email = EmailAddress::parse(address);
        valid = email.has_value();
        comparable = email ? email->key() : std::string(address);
    } else if (valid) {
        comparable = comparableAddress(channel, address);
    }
    bool suppressed = false;
    auto known = loadSuppressions(channel);
    if (!known) {
        return fail(known.error());
    }
    if (!comparable.empty() && !(*known)->empty()) {
        suppressed = (*known)->contains(comparable);
        const bool anyHashed = std::any_of((*known)->begin(), (*known)->end(),
                                           [](const auto& entry) { return entry.first.starts_with("sha256:"); });
        if (!suppressed && anyHashed) {
            auto hashed = shopbell::hashAddress(db, channel, comparable);
            if (!hashed) {
                return fail(hashed.error());
            }
            suppressed = (*known)->contains(*hashed);
        }
    }
    setBit(column.valid, profile, valid);
    setBit(column.suppressed, profile, suppressed);
    return {};
}

Result<void> ProfileColumns::State::mendConsent(std::uint32_t profile)
{
    for (const Channel channel : allChannels) {
        auto& column = consents[static_cast<std::size_t>(channel)];
        if (!column) {
            continue;
        }
        ConsentColumn& changed = toChange(column);
        if (profile >= changed.state.size()) {
            changed.state.resize(profile + std::size_t{1});
            changed.at.resize(profile + std::size_t{1});
            changed.method.resize(profile + std::size_t{1});
        }
        changed.state[profile] = 0;
        changed.at[profile] = 0;
        changed.method[profile] = 0;
        auto done = db.each(
            oneConsentSql,
            [&](db::Statement& row) {
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

Result<std::unique_ptr<ProfileColumns>> ProfileColumns::open(const db::Workspace& workspace)
{
    auto connection = workspace.connect(db::OpenMode::ReadOnly);
    if (!connection) {
        return fail(connection.error());
    }
    return std::unique_ptr<ProfileColumns>(new ProfileColumns(std::make_unique<State>(std::move(*connection))));
}

ProfileColumns::ProfileColumns(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ProfileColumns::~ProfileColumns() = default;

Result<void> ProfileColumns::refresh()
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->refresh();
}

Result<std::shared_ptr<const People>> ProfileColumns::people()
{
    State& s = *m_state;
    const std::lock_guard lock(s.mutex);
    if (!s.people) {
        auto done = s.refresh();
        if (done && !s.people) {
            done = s.loadPeople();
        }
        if (!done) {
            return fail(done.error());
        }
    }
    return std::shared_ptr<const People>(s.people);
}

Result<std::shared_ptr<const ProfilePropertyColumn>> ProfileColumns::property(std::string_view name)
{
    auto everybody = people();
    if (!everybody) {
        return fail(everybody.error());
    }
    State& s = *m_state;
    const std::lock_guard lock(s.mutex);
    if (const auto known = s.properties.find(name); known != s.properties.end()) {
        return std::shared_ptr<const ProfilePropertyColumn>(known->second);
    }
    auto column = std::make_shared<ProfilePropertyColumn>();
    column->resize((*everybody)->end);
    Result<void> done;
    const auto number = [](db::Statement& row) { return static_cast<std::uint32_t>(row.integer(0)); };
    if (name == "created_at") {
        done = s.db.each(peopleSql,
                         [&](db::Statement& row) { column->set(number(row), column->encodeDate(row.instant(1))); });
    } else if (name == "email" || name == "phone") {
        done = s.db.each(name == "email" ? emailsSql : phonesSql, [&](db::Statement& row) {
            if (!row.text(1).empty()) {
                column->set(number(row), column->encodeText(row.text(1)));
            }
        });
    } else {
        done = s.db.each(propertiesSql, [&](db::Statement& row) {
            if (const auto json = s.finder.find(row.text(1), name)) {
                column->set(number(row), column->encodeJson(*json));
            }
        });
    }
    if (!done) {
        return fail(done.error());
    }
    s.properties.emplace(name, column);
    return std::shared_ptr<const ProfilePropertyColumn>(std::move(column));
}

Result<std::shared_ptr<const ConsentColumn>> ProfileColumns::consents(Channel channel)
{
    auto everybody = people();
    if (!everybody) {
        return fail(everybody.error());
    }
    State& s = *m_state;
    const std::lock_guard lock(s.mutex);
    auto& column = s.consents[static_cast<std::size_t>(channel)];
    if (!column) {
        auto made = std::make_shared<ConsentColumn>();
        made->state.resize((*everybody)->end);
        made->at.resize((*everybody)->end);
        made->method.resize((*everybody)->end);
        made->methods.emplace_back();
        std::map<std::string, std::uint32_t, std::less<>> methods{{"", 0}};
        auto done = s.db.each(
            consentsSql,
            [&](db::Statement& row) {
                const auto profile = static_cast<std::size_t>(row.integer(0));
                if (profile >= made->state.size()) {
                    return;
                }
                made->state[profile] = static_cast<std::uint8_t>(row.integer(1));
                made->at[profile] = row.integer(2);
                auto method = methods.find(row.text(3));
                if (method == methods.end()) {
                    method = methods.emplace(row.string(3), static_cast<std::uint32_t>(made->methods.size())).first;
                    made->methods.push_back(row.string(3));
                }
                made->method[profile] = method->second;
            },
            channel);
        if (!done) {
            return fail(done.error());
        }
        column = std::move(made);
    }
    return std::shared_ptr<const ConsentColumn>(column);
}

Result<std::shared_ptr<const ListColumn>> ProfileColumns::list(ListId list)
{
    State& s = *m_state;
    const std::lock_guard lock(s.mutex);
    auto& column = s.lists[list.value];
    if (!column) {
        auto made = std::make_shared<ListColumn>();
        auto done = s.db.each(
            listMembersSql,
            [&](db::Statement& row) {
                made->profile.push_back(static_cast<std::uint32_t>(row.integer(0)));
                made->joinedAt.push_back(row.integer(1));
            },
            list);
        if (!done) {
            return fail(done.error());
        }
        column = std::move(made);
    }
    return std::shared_ptr<const ListColumn>(column);
}

Result<std::shared_ptr<const SuppressionColumn>> ProfileColumns::suppressions(Channel channel)
{
    State& s = *m_state;
    const std::lock_guard lock(s.mutex);
    if (auto loaded = s.loadSuppressions(channel); !loaded) {
        return fail(loaded.error());
    }
    return std::shared_ptr<const SuppressionColumn>(s.suppressions[static_cast<std::size_t>(channel)]);
}

Result<std::shared_ptr<const AddressColumn>> ProfileColumns::addresses(Channel channel)
{
    auto everybody = people();
    if (!everybody) {
        return fail(everybody.error());
    }
    State& s = *m_state;
    const std::lock_guard lock(s.mutex);
    auto& column = s.addresses[static_cast<std::size_t>(channel)];
    if (!column) {
        auto made = std::make_shared<AddressColumn>();
        const std::size_t words = (static_cast<std::size_t>((*everybody)->end) + 63) / 64;
        made->valid.resize(words);
        made->suppressed.resize(words);
        Result<void> set;
        auto done =
            channel == Channel::Push
                ? Result<void>()
                : s.db.each(channel == Channel::Email ? emailsSql : phonesSql, [&](db::Statement& row) {
                      if (set) {
                          set = s.setAddress(*made, channel, static_cast<std::uint32_t>(row.integer(0)), row.text(1));
                      }
                  });
        if (!done || !set) {
            return fail(!done ? done.error() : set.error());
        }
        column = std::move(made);
    }
    return std::shared_ptr<const AddressColumn>(column);
}

Result<std::vector<std::pair<std::string, std::int64_t>>> ProfileColumns::listPropertyNames()
{
    State& s = *m_state;
    const std::lock_guard lock(s.mutex);
    std::map<std::string, std::int64_t, std::less<>> counts;
    auto done = s.db.each(propertiesSql, [&](db::Statement& row) {
        s.finder.eachName(row.text(1), [&](std::string_view name) {
            const auto known = counts.find(name);
            known == counts.end() ? static_cast<void>(counts.emplace(name, 1)) : static_cast<void>(++known->second);
        });
    });
    if (!done) {
        return fail(done.error());
    }
    std::vector<std::pair<std::string, std::int64_t>> names(counts.begin(), counts.end());
    std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return names;
}

Result<std::string> ProfileColumns::hashAddress(Channel channel, std::string_view comparable)
{
    const std::lock_guard lock(m_state->mutex);
    return shopbell::hashAddress(m_state->db, channel, comparable);
}

}  // namespace shopbell
