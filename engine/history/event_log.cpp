// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/event_log.h"

#include "base/text.h"
#include "db/transaction.h"
#include "history/derived_file.h"
#include "history/key_index.h"
#include "history/log_rows.h"
#include "history/property_codec.h"
#include "history/shelf.h"
#include "history/view.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

namespace shopbell {

namespace {

constexpr std::string_view sqlMetrics = "SELECT id, name FROM metric";
constexpr std::string_view sqlFindMetric = "SELECT id FROM metric WHERE name = ?1";
constexpr std::string_view sqlAddMetric = "INSERT INTO metric(name) VALUES(?1)";
constexpr std::string_view sqlDataVersion = "PRAGMA data_version";
constexpr std::string_view sqlFindAlias = "SELECT new_id FROM profile_alias WHERE old_id = ?1";

constexpr std::int64_t maxRow = 4'000'000'000;
/// Events that gather in memory before they are sealed, and rows that are sealed at once when the file is made anew.
constexpr std::size_t sealAt = 524'288;

/// What the present transaction has written and nobody sees yet.
struct InFlight {
    struct Row {
        std::int64_t metric = 0;
        LoggedEvent event;
        std::int64_t flags = 0;
        std::uint64_t hash = 0;
        VoidedEvent voided;  ///< row 0: none
    };
    std::vector<Row> rows;
    std::vector<std::pair<ProfileNumber, ProfileNumber>> merged;
};

std::string checkEvent(const NewEvent& event)
{
    if (event.profile.value < 0 || event.profile.value > maxProfileNumber) {
        return "the profile " + std::to_string(event.profile.value) + " cannot be one";
    }
    if (!event.metric.isValid()) {
        return "it has no metric";
    }
    if (event.uniqueId.size() > maxUniqueIdBytes) {
        return "its unique id has more than " + std::to_string(maxUniqueIdBytes) + " bytes";
    }
    if (event.properties.size() > maxEventPropertiesBytes) {
        return "its properties have more than " + std::to_string(maxEventPropertiesBytes) + " bytes";
    }
    if (!event.properties.empty() && (event.properties.front() != '{' || event.properties.back() != '}')) {
        return "its properties are not a JSON object";
    }
    if (event.value && event.value->micros == noValue) {
        return "its value is out of range";
    }
    return {};
}

bool hasProperties(std::string_view json)
{
    return !json.empty() && json != "{}";
}

}  // namespace

struct EventLog::State {
    State(const db::Workspace& place, db::Connection& connection)
        : writer(connection), shelf(std::make_shared<Shelf>(place)), encoder(connection)
    {
    }

    db::Connection& writer;
    std::shared_ptr<Shelf> shelf;
    std::unordered_map<std::string, MetricId> metrics;  ///< committed ones
    Aliases aliases;                                    ///< with those in flight
    std::unique_ptr<DerivedFile> derived;
    KeyIndex keys;
    bool aliasesMoved = false;                ///< the shelf's may not be what is committed
    std::optional<std::int64_t> dataVersion;  ///< SQLite's; changes when another connection commits
    std::int64_t last = 0;                    ///< the last row known, in flight or not
    InFlight inFlight;
    PropertyDecoder decoder;
    PropertyEncoder encoder;
    std::string encoded;  ///< of the batch being written
    mutable std::mutex viewMutex;
    mutable std::weak_ptr<const HistoryView> newestView;

    // Keeping step with the file.
    Result<void> loadNames();
    Result<void> reloadAliases();
    Result<void> begin();
    Result<void> forgetRolledBack();
    Result<bool> stands(const InFlight::Row& row);
    Result<void> takeIn(std::int64_t after, std::int64_t upTo);
    Result<void> seal();
    Result<void> sealedUpTo();
    void sealWhenFull();
    Result<void> sealFromLog(std::int64_t upTo);
    void repair();
    std::int64_t sealedThrough = 0;  ///< rows up to here are on no shelf
    Result<void> collect(const LogRow& row, Shelf::Arrivals& arrivals);
    void renewView();

    // Keys.
    Result<void> loadKeys();
    Result<void> loadKeysAnew();
    std::vector<std::int64_t> candidates;
    struct Standing {
        std::int64_t row = 0;
        ProfileNumber profile = 0;
        std::int64_t at = 0;
        std::int64_t value = noValue;
        std::string properties;
    };
    Result<std::int64_t> findStanding(ProfileNumber profile, const NewEvent& event, std::uint64_t hash,
                                      std::span<const NewEvent> events, std::span<const std::uint32_t> accepted,
                                      std::int64_t firstRow);
    Result<std::optional<Standing>> loadStanding(ProfileNumber profile, const NewEvent& event);
    ProfileNumber living(ProfileId profile) const { return aliases.resolve(static_cast<ProfileNumber>(profile.value)); }
    Result<void> write(const LogRow& row, std::uint64_t hash, const VoidedEvent& voidedRow);
};

Result<void> EventLog::State::loadNames()
{
    Shelf::Names names;
    metrics.clear();
    auto read = writer.each(sqlMetrics, [&](db::Statement& row) {
        const auto id = static_cast<std::size_t>(row.integer(0));
        names.resize(std::max(names.size(), id + 1));
        names[id] = row.text(1);
        metrics.emplace(names[id], MetricId{row.integer(0)});
    });
    if (!read) {
        return fail(read.error());
    }
    shelf->setNames(std::move(names));
    return {};
}

Result<void> EventLog::State::reloadAliases()
{
    auto loaded = Aliases::load(writer);
    if (!loaded) {
        return fail(loaded.error());
    }
    aliases = std::move(*loaded);
    return {};
}

Result<bool> EventLog::State::stands(const InFlight::Row& row)
{
    bool same = false;
    auto found = logRows::visit(writer, row.event.row, [&](const LogRow& stored) {
        same = stored.profile == row.event.profile && stored.metric == row.metric && stored.at == row.event.at &&
               stored.flags == row.flags;
    });
    if (!found) {
        return fail(found.error());
    }
    return same;
}

/// Rows in flight that a rollback removed are undone in memory. Rolled back is always an end of them.
Result<void> EventLog::State::forgetRolledBack()
{
    if (!inFlight.rows.empty()) {
        std::size_t kept = inFlight.rows.size();
        auto whole = stands(inFlight.rows.back());
        if (!whole) {
            return fail(whole.error());
        }
        if (!*whole) {
            std::size_t low = 0;
            std::size_t high = inFlight.rows.size() - 1;
            while (low < high) {
                const std::size_t middle = low + (high - low) / 2;
                auto there = stands(inFlight.rows[middle]);
                if (!there) {
                    return fail(there.error());
                }
                *there ? low = middle + 1 : high = middle;
            }
            kept = low;
        }
        for (std::size_t k = inFlight.rows.size(); k > kept; --k) {
            const InFlight::Row& gone = inFlight.rows[k - 1];
            keys.remove(gone.hash, gone.event.row);
            last = gone.event.row - 1;
        }
        if (kept < inFlight.rows.size()) {
            inFlight.rows.resize(kept);
            encoder.forget();
            decoder = PropertyDecoder();
        }
    }
    bool forgotten = false;
    while (!inFlight.merged.empty()) {
        auto stored = writer.findInteger(sqlFindAlias, std::int64_t{inFlight.merged.back().first});
        if (!stored) {
            return fail(stored.error());
        }
        if (*stored) {
            break;
        }
        inFlight.merged.pop_back();
        forgotten = true;
    }
    return forgotten ? reloadAliases() : Result<void>();
}

Result<void> EventLog::State::collect(const LogRow& row, Shelf::Arrivals& arrivals)
{
    if (row.profile < 0 || row.profile > maxProfileNumber) {
        return {};
    }
    const auto profile = static_cast<ProfileNumber>(row.profile);
    arrivals.through = row.row;
    if ((row.flags & flagErased) != 0) {
        arrivals.erased.push_back({profile, row.row});
        return {};
    }
    if (row.replaces != 0) {
        auto found = logRows::visit(writer, row.replaces, [&](const LogRow& victim) {
            if (victim.profile >= 0 && victim.profile <= maxProfileNumber) {
                arrivals.voided.push_back(
                    {victim.metric, {victim.row, row.row, victim.at, static_cast<ProfileNumber>(victim.profile)}});
            }
        });
        if (!found) {
            return fail(found.error());
        }
    }
    if (row.isEvent()) {
        arrivals.events.push_back({row.metric, {row.row, row.at, row.value, profile}});
    }
    return {};
}

/// Rows that are committed and not known here yet: written by another process, or before this one.
Result<void> EventLog::State::takeIn(std::int64_t after, std::int64_t upTo)
{
    constexpr std::size_t slab = 65536;
    while (after < upTo) {
        Shelf::Arrivals arrivals;
        std::size_t count = 0;
        std::optional<Error> failure;
        auto read = logRows::forEachKey(writer, after, upTo, [&](const LogRow& row) {
            if (auto collected = collect(row, arrivals); !collected) {
                failure = collected.error();
                return false;
            }
            if ((row.flags & flagErased) == 0) {
                keys.add(hashEventKey(row.profile, row.metric, row.at, row.uniqueId), row.row);
            }
            arrivals.through = row.row;
            return ++count < slab;
        });
        if (!read) {
            return fail(read.error());
        }
        if (failure) {
            return fail(*failure);
        }
        if (count == 0) {
            break;
        }
        after = arrivals.through;
        shelf->take(arrivals);
        last = std::max(last, after);
        if (!arrivals.erased.empty() && derived->isUsable()) {
            if (auto erased = derived->erase(arrivals.erased, writer); !erased) {
                repair();
            }
        }
        sealWhenFull();
    }
    return {};
}

/// What is on the shelf goes into the derived file. Failing costs memory and time at the next start, nothing else.
Result<void> EventLog::State::seal()
{
    if (!derived->isUsable()) {
        return {};
    }
    if (auto saved = shelf->properties().save(derived->connection()); !saved) {
        return saved;
    }
    if (derived->through() != sealedThrough) {
        if (auto same = sealedUpTo(); !same) {
            return same;
        }
    }
    const std::int64_t through = shelf->now().through;
    if (sealedThrough >= through || derived->through() != sealedThrough) {
        return {};
    }
    DerivedFile::Sealing sealing;
    sealing.from = sealedThrough;
    shelf->listUnsealed(through, sealing.events, sealing.voided);
    sealing.keys = keys.listFresh(through);
    sealing.newThrough = through;
    auto sealed = derived->seal(sealing, writer);
    if (!sealed) {
        return fail(sealed.error());
    }
    return sealedUpTo();
}

/// Brings shelf and keys in line with what the derived file holds now.
Result<void> EventLog::State::sealedUpTo()
{
    // Another process may have sealed less than this one had seen sealed, or more than it has seen at all.
    if (derived->through() < sealedThrough) {
        if (auto filled = sealFromLog(sealedThrough); !filled) {
            return filled;
        }
    }
    const std::int64_t through = std::min(derived->through(), shelf->now().through);
    if (through == derived->through()) {
        sealedThrough = through;
        shelf->sealed(through);
        keys.dropFresh(through);
    }
    return {};
}

void EventLog::State::sealWhenFull()
{
    if (shelf->unsealedCount() < sealAt || !derived->isUsable()) {
        return;
    }
    if (!seal()) {
        repair();
    }
}

/// Seals rows of the log that are not on the shelf: a file begun anew.
Result<void> EventLog::State::sealFromLog(std::int64_t upTo)
{
    while (derived->isUsable() && derived->through() < upTo) {
        DerivedFile::Sealing sealing;
        sealing.from = derived->through();
        std::map<std::int64_t, std::vector<LoggedEvent>> events;
        Shelf::Arrivals arrivals;
        std::size_t count = 0;
        std::optional<Error> failure;
        auto read = logRows::forEachKey(writer, derived->through(), upTo, [&](const LogRow& row) {
            if (auto collected = collect(row, arrivals); !collected) {
                failure = collected.error();
                return false;
            }
            if ((row.flags & flagErased) == 0) {
                const auto hash = hashEventKey(row.profile, row.metric, row.at, row.uniqueId);
                sealing.keys.push_back({hash >> keyPrefixShift, row.row});
            }
            sealing.newThrough = row.row;
            return ++count < sealAt;
        });
        if (!read) {
            return read;
        }
        if (failure) {
            return fail(*failure);
        }
        if (count < sealAt) {
            sealing.newThrough = upTo;
        }
        for (auto& [metric, event] : arrivals.events) {
            events[metric].push_back(event);
        }
        for (auto& [metric, its] : events) {
            sealing.events.emplace_back(metric, std::move(its));
        }
        sealing.voided = std::move(arrivals.voided);
        auto sealed = derived->seal(sealing, writer);
        if (!sealed) {
            return fail(sealed.error());
        }
    }
    return {};
}

/// The derived file is damaged: it is made anew from the log, up to where it was before.
void EventLog::State::repair()
{
    derived->startAnew();
    shelf->forgetDerivedReaders();
    if (!sealFromLog(sealedThrough)) {
        derived->startAnew();
    }
}

/// At the head of every verb, inside the transaction: undoes what was rolled back, takes in what others wrote.
Result<void> EventLog::State::begin()
{
    if (auto forgotten = forgetRolledBack(); !forgotten) {
        return forgotten;
    }
    auto version = writer.findInteger(sqlDataVersion);
    if (!version) {
        return fail(version.error());
    }
    if (*version != dataVersion) {
        // Another connection has committed something.
        if (auto named = loadNames(); !named) {
            return named;
        }
        if (auto loaded = reloadAliases(); !loaded) {
            return loaded;
        }
        aliasesMoved = true;
        dataVersion = *version;
    }
    if (aliasesMoved && !writer.isInTransaction()) {
        // Inside a transaction the table may show what is not committed; views wait for published().
        if (auto loaded = reloadAliases(); !loaded) {
            return loaded;
        }
        shelf->setAliases(aliases);
        inFlight.merged.clear();
        aliasesMoved = false;
    }
    std::int64_t newest = 0;
    auto found = logRows::visitLast(writer, [&](const LogRow& row) { newest = row.row; });
    if (!found) {
        return fail(found.error());
    }
    if (newest > last) {
        return takeIn(last, newest);
    }
    last = std::max(newest, last);
    return {};
}

Result<void> EventLog::State::loadKeys()
{
    if (keys.load(*derived)) {
        return {};
    }
    repair();
    return keys.load(*derived);
}

/// The row of the standing event with this event's key; 0: none. `accepted` are places in `events` that are about to
/// be written from firstRow on.
Result<std::int64_t> EventLog::State::findStanding(ProfileNumber profile, const NewEvent& event, std::uint64_t hash,
                                                   std::span<const NewEvent> events,
                                                   std::span<const std::uint32_t> accepted, std::int64_t firstRow)
{
    candidates.clear();
    const auto& former = aliases.formerOf(profile);
    const auto lookUp = [&]() -> Result<void> {
        if (auto found = keys.findRows(*derived, hash, candidates); !found) {
            return found;
        }
        for (const ProfileNumber id : former) {
            const auto its = hashEventKey(id, event.metric.value, event.at.ms, event.uniqueId);
            if (auto found = keys.findRows(*derived, its, candidates); !found) {
                return found;
            }
        }
        return {};
    };
    if (!lookUp()) {
        candidates.clear();
        if (auto loaded = loadKeysAnew(); !loaded) {
            return fail(loaded.error());
        }
        if (auto again = lookUp(); !again) {
            return fail(again.error());
        }
    }
    if (candidates.empty()) {
        return 0;
    }
    // All rows of the key are here: what replaces or takes back one of them has the same key.
    std::vector<std::int64_t> standing;
    std::vector<std::int64_t> gone;
    for (const std::int64_t row : candidates) {
        if (row >= firstRow) {
            const NewEvent& other = events[accepted[static_cast<std::size_t>(row - firstRow)]];
            if (living(other.profile) == profile && other.metric == event.metric && other.uniqueId == event.uniqueId &&
                (!event.uniqueId.empty() || other.at == event.at)) {
                standing.push_back(row);
            }
            continue;
        }
        auto found = logRows::visit(writer, row, [&](const LogRow& there) {
            const bool same = aliases.resolve(static_cast<ProfileNumber>(there.profile)) == profile &&
                              there.metric == event.metric.value && there.uniqueId == event.uniqueId &&
                              (!event.uniqueId.empty() || there.at == event.at.ms);
            if (same && there.isEvent()) {
                standing.push_back(row);
            }
            if (same && there.replaces != 0) {
                gone.push_back(there.replaces);
            }
        });
        if (!found) {
            return fail(found.error());
        }
    }
    std::int64_t newest = 0;
    for (const std::int64_t row : standing) {
        if (std::ranges::find(gone, row) == gone.end()) {
            newest = std::max(newest, row);
        }
    }
    return newest;
}

Result<void> EventLog::State::loadKeysAnew()
{
    repair();
    return keys.load(*derived);
}

Result<std::optional<EventLog::State::Standing>> EventLog::State::loadStanding(ProfileNumber profile,
                                                                               const NewEvent& event)
{
    const auto hash = hashEventKey(profile, event.metric.value, event.at.ms, event.uniqueId);
    auto row = findStanding(profile, event, hash, {}, {}, last + 1);
    if (!row) {
        return fail(row.error());
    }
    if (*row == 0) {
        return std::optional<Standing>();
    }
    Standing standing;
    std::optional<Error> failure;
    auto found = logRows::visit(writer, *row, [&](const LogRow& stored) {
        standing = {*row, static_cast<ProfileNumber>(stored.profile), stored.at, stored.value, {}};
        auto decoded = decoder.decode(writer, stored.properties);
        if (decoded) {
            standing.properties = *decoded;
        } else {
            failure = decoded.error();
        }
    });
    if (!found) {
        return fail(found.error());
    }
    if (failure) {
        return fail(*failure);
    }
    return std::optional(std::move(standing));
}

Result<void> EventLog::State::write(const LogRow& row, std::uint64_t hash, const VoidedEvent& voidedRow)
{
    if (auto inserted = logRows::insert(writer, row); !inserted) {
        return inserted;
    }
    last = row.row;
    inFlight.rows.push_back({row.metric,
                             {row.row, row.at, row.value, static_cast<ProfileNumber>(row.profile)},
                             row.flags,
                             hash,
                             voidedRow});
    if ((row.flags & flagErased) == 0) {
        keys.add(hash, row.row);
    }
    return {};
}

void EventLog::State::renewView()
{
    const std::scoped_lock lock(viewMutex);
    newestView.reset();
}

EventLog::EventLog(std::unique_ptr<State> state) : m_state(std::move(state)) {}
EventLog::~EventLog()
{
    // What gathered is sealed for the next start; where that fails, the next start reads it from the log.
    constexpr std::size_t worthSealing = 4096;
    if (!m_state->writer.isInTransaction() && m_state->shelf->unsealedCount() >= worthSealing) {
        (void)m_state->seal();
    }
}

Result<std::unique_ptr<EventLog>> EventLog::open(const db::Workspace& workspace, db::Connection& writer)
{
    auto state = std::make_unique<State>(workspace, writer);
    auto derived = DerivedFile::open(workspace, writer);
    if (!derived) {
        return fail(derived.error());
    }
    state->derived = std::move(*derived);
    std::int64_t newest = 0;
    auto found = logRows::visitLast(writer, [&](const LogRow& row) { newest = row.row; });
    if (!found) {
        return fail(found.error());
    }
    if (newest - state->derived->through() > static_cast<std::int64_t>(sealAt)) {
        if (!state->sealFromLog(newest)) {
            state->derived->startAnew();
        }
    }
    state->sealedThrough = state->derived->through();
    state->last = state->sealedThrough;
    state->shelf->begin(state->sealedThrough, state->derived->profileEnd());
    auto log = std::unique_ptr<EventLog>(new EventLog(std::move(state)));
    if (auto caughtUp = log->catchUp(); !caughtUp) {
        return fail(caughtUp.error());
    }
    return log;
}

Result<MetricId> EventLog::ensureMetric(std::string_view name)
{
    if (name.empty() || name.size() > maxMetricNameBytes || !isValidUtf8(name)) {
        return fail(ErrorKind::InvalidInput,
                    "A metric's name must be text of 1 to " + std::to_string(maxMetricNameBytes) + " bytes.",
                    std::string(cutUtf8(name, maxMetricNameBytes)));
    }
    if (const auto known = m_state->metrics.find(std::string(name)); known != m_state->metrics.end()) {
        return known->second;
    }
    // Not remembered before it is committed: the caller may roll back.
    auto found = m_state->writer.findInteger(sqlFindMetric, name);
    if (!found) {
        return fail(found.error());
    }
    if (*found) {
        return MetricId{**found};
    }
    if (auto added = m_state->writer.run(sqlAddMetric, name); !added) {
        return fail(added.error());
    }
    return MetricId{m_state->writer.lastInsertRow()};
}

Result<AppendCounts> EventLog::append(std::span<const NewEvent> events, std::vector<std::uint8_t>* appended)
{
    State& state = *m_state;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (auto problem = checkEvent(events[i]); !problem.empty()) {
            return fail(ErrorKind::InvalidInput, "The event cannot be stored: " + problem + ".",
                        "event " + std::to_string(i + 1) + " of " + std::to_string(events.size()));
        }
    }
    auto transaction = db::Transaction::begin(state.writer);
    if (!transaction) {
        return fail(transaction.error());
    }
    if (auto begun = state.begin(); !begun) {
        return fail(begun.error());
    }
    if (auto loaded = state.loadKeys(); !loaded) {
        return fail(loaded.error());
    }
    const std::int64_t firstRow = state.last + 1;
    if (firstRow + std::ssize(events) > maxRow) {
        return fail(ErrorKind::Conflict, "The workspace's history is full (4,000,000,000 events).");
    }
    std::vector<std::uint32_t> accepted;
    std::vector<std::uint64_t> hashes(events.size());
    accepted.reserve(events.size());
    if (appended != nullptr) {
        appended->assign(events.size(), 0);
    }
    for (std::size_t i = 0; i < events.size(); ++i) {
        const NewEvent& event = events[i];
        hashes[i] = hashEventKey(state.living(event.profile), event.metric.value, event.at.ms, event.uniqueId);
        state.keys.prefetch(hashes[i]);
    }
    const auto undo = [&] {
        for (std::size_t k = 0; k < accepted.size(); ++k) {
            state.keys.remove(hashes[accepted[k]], firstRow + static_cast<std::int64_t>(k));
        }
    };
    for (std::size_t i = 0; i < events.size(); ++i) {
        const NewEvent& event = events[i];
        auto standing = state.findStanding(state.living(event.profile), event, hashes[i], events, accepted, firstRow);
        if (!standing) {
            undo();
            return fail(standing.error());
        }
        if (*standing != 0) {
            continue;
        }
        state.keys.add(hashes[i], firstRow + std::ssize(accepted));
        accepted.push_back(static_cast<std::uint32_t>(i));
        if (appended != nullptr) {
            (*appended)[i] = 1;
        }
    }
    const std::size_t before = state.inFlight.rows.size();
    const auto giveUp = [&](Error error) {
        undo();
        state.inFlight.rows.resize(before);
        state.last = firstRow - 1;
        state.encoder.forget();
        return fail(std::move(error));
    };
    auto inserter = logRows::inserter(state.writer);
    if (!inserter) {
        return giveUp(inserter.error());
    }
    constexpr std::size_t betweenDictionaries = 1024;
    for (std::size_t k = 0; k < accepted.size(); ++k) {
        const NewEvent& event = events[accepted[k]];
        if (k % betweenDictionaries == 0) {
            if (auto prepared = state.encoder.prepare(); !prepared) {
                return giveUp(prepared.error());
            }
        }
        LogRow row;
        row.row = firstRow + static_cast<std::int64_t>(k);
        row.profile = state.living(event.profile);
        row.metric = event.metric.value;
        row.at = event.at.ms;
        row.value = event.value ? event.value->micros : noValue;
        row.uniqueId = event.uniqueId;
        row.flags = event.backfill ? flagBackfill : 0;
        if (hasProperties(event.properties)) {
            state.encoded.clear();
            state.encoder.encode(event.properties, row.profile, state.encoded);
            row.properties = state.encoded;
        }
        if (auto inserted = logRows::insert(**inserter, row); !inserted) {
            return giveUp(inserted.error());
        }
        state.last = row.row;
        state.inFlight.rows.push_back({row.metric,
                                       {row.row, row.at, row.value, static_cast<ProfileNumber>(row.profile)},
                                       row.flags,
                                       hashes[accepted[k]],
                                       {}});
    }
    if (auto committed = transaction->commit(); !committed) {
        return giveUp(committed.error());
    }
    return AppendCounts{std::ssize(accepted), std::ssize(events) - std::ssize(accepted)};
}

Result<bool> EventLog::replace(const NewEvent& event)
{
    State& state = *m_state;
    auto problem = checkEvent(event);
    if (problem.empty() && event.uniqueId.empty()) {
        problem = "only an event with a unique id can be replaced";
    }
    if (!problem.empty()) {
        return fail(ErrorKind::InvalidInput, "The event cannot be stored: " + problem + ".");
    }
    return db::inTransaction(state.writer, [&]() -> Result<bool> {
        if (auto begun = state.begin(); !begun) {
            return fail(begun.error());
        }
        if (auto loaded = state.loadKeys(); !loaded) {
            return fail(loaded.error());
        }
        const ProfileNumber profile = state.living(event.profile);
        auto standing = state.loadStanding(profile, event);
        if (!standing) {
            return fail(standing.error());
        }
        LogRow row;
        row.row = state.last + 1;
        row.profile = profile;
        row.metric = event.metric.value;
        row.at = event.at.ms;
        row.value = event.value ? event.value->micros : noValue;
        row.uniqueId = event.uniqueId;
        row.flags = event.backfill ? flagBackfill : 0;
        VoidedEvent gone;
        if (*standing) {
            const auto& there = **standing;
            const std::string_view now = hasProperties(event.properties) ? event.properties : std::string_view("{}");
            if (there.at == row.at && there.value == row.value && there.properties == now) {
                return false;
            }
            row.replaces = there.row;
            gone = {there.row, row.row, there.at, there.profile};
        }
        if (hasProperties(event.properties)) {
            if (auto prepared = state.encoder.prepare(); !prepared) {
                return fail(prepared.error());
            }
            state.encoded.clear();
            state.encoder.encode(event.properties, row.profile, state.encoded);
            row.properties = state.encoded;
        }
        const auto hash = hashEventKey(row.profile, row.metric, row.at, row.uniqueId);
        if (auto written = state.write(row, hash, gone); !written) {
            return fail(written.error());
        }
        return true;
    });
}

Result<bool> EventLog::takeBack(ProfileId profile, MetricId metric, std::string_view uniqueId)
{
    State& state = *m_state;
    NewEvent event;
    event.profile = profile;
    event.metric = metric;
    event.uniqueId = uniqueId;
    auto problem = checkEvent(event);
    if (problem.empty() && uniqueId.empty()) {
        problem = "only an event with a unique id can be taken back";
    }
    if (!problem.empty()) {
        return fail(ErrorKind::InvalidInput, "The event cannot be taken back: " + problem + ".");
    }
    return db::inTransaction(state.writer, [&]() -> Result<bool> {
        if (auto begun = state.begin(); !begun) {
            return fail(begun.error());
        }
        if (auto loaded = state.loadKeys(); !loaded) {
            return fail(loaded.error());
        }
        auto standing = state.loadStanding(state.living(profile), event);
        if (!standing) {
            return fail(standing.error());
        }
        if (!*standing) {
            return false;
        }
        const auto& there = **standing;
        LogRow row;
        row.row = state.last + 1;
        row.profile = there.profile;
        row.metric = metric.value;
        row.at = there.at;
        row.uniqueId = uniqueId;
        row.flags = flagTakenBack;
        row.replaces = there.row;
        const auto hash = hashEventKey(row.profile, row.metric, row.at, row.uniqueId);
        if (auto written = state.write(row, hash, {there.row, row.row, there.at, there.profile}); !written) {
            return fail(written.error());
        }
        return true;
    });
}

Result<std::int64_t> EventLog::erase(ProfileId profile)
{
    State& state = *m_state;
    if (!profile.isValid() || profile.value > maxProfileNumber) {
        return fail(ErrorKind::InvalidInput, "There is no such profile to erase.");
    }
    return db::inTransaction(state.writer, [&]() -> Result<std::int64_t> {
        if (auto begun = state.begin(); !begun) {
            return fail(begun.error());
        }
        const ProfileNumber alive = state.living(profile);
        std::vector<ProfileNumber> all = state.aliases.formerOf(alive);
        all.push_back(alive);
        auto erased = logRows::eraseProfiles(state.writer, all);
        if (!erased) {
            return fail(erased.error());
        }
        // Says to other processes and to the derived file what happened, and keeps row numbers from being used again.
        for (const ProfileNumber gone : all) {
            LogRow row;
            row.row = state.last + 1;
            row.profile = gone;
            row.flags = flagErased;
            if (auto written = state.write(row, 0, {}); !written) {
                return fail(written.error());
            }
        }
        return *erased;
    });
}

Result<void> EventLog::profilesMerged(ProfileId from, ProfileId into)
{
    State& state = *m_state;
    if (!from.isValid() || !into.isValid() || from.value > maxProfileNumber || into.value > maxProfileNumber) {
        return fail(ErrorKind::InvalidInput, "These profiles cannot be merged.");
    }
    if (auto forgotten = state.forgetRolledBack(); !forgotten) {
        return forgotten;
    }
    state.aliases.add(static_cast<ProfileNumber>(from.value), static_cast<ProfileNumber>(into.value));
    state.inFlight.merged.emplace_back(from.value, into.value);
    state.aliasesMoved = true;
    return {};
}

void EventLog::published()
{
    State& state = *m_state;
    if (state.writer.isInTransaction()) {
        return;
    }
    // An error here leaves everything in flight; the next call meets it again and can report it.
    if (!state.forgetRolledBack()) {
        return;
    }
    if (state.aliasesMoved) {
        if (!state.reloadAliases()) {
            return;
        }
        state.shelf->setAliases(state.aliases);
        state.inFlight.merged.clear();
        state.aliasesMoved = false;
    }
    if (!state.inFlight.rows.empty()) {
        Shelf::Arrivals arrivals;
        arrivals.events.reserve(state.inFlight.rows.size());
        bool newMetric = false;
        const auto moment = state.shelf->now();
        for (const InFlight::Row& row : state.inFlight.rows) {
            if ((row.flags & flagErased) != 0) {
                arrivals.erased.push_back({row.event.profile, row.event.row});
                continue;
            }
            if (row.voided.row != 0) {
                arrivals.voided.push_back({row.metric, row.voided});
            }
            if ((row.flags & flagTakenBack) == 0) {
                arrivals.events.push_back({row.metric, row.event});
            }
            newMetric = newMetric || row.metric >= std::ssize(*moment.names) ||
                        (*moment.names)[static_cast<std::size_t>(row.metric)].empty();
        }
        arrivals.through = state.inFlight.rows.back().event.row;
        if (newMetric && !state.loadNames()) {
            return;
        }
        state.shelf->take(arrivals);
        state.inFlight.rows.clear();
        if (!arrivals.erased.empty() && state.derived->isUsable()) {
            if (!state.derived->erase(arrivals.erased, state.writer)) {
                state.repair();
            }
        }
        state.sealWhenFull();
    }
    if (state.shelf->takeDamage()) {
        state.repair();
    }
    state.renewView();
}

Result<bool> EventLog::catchUp()
{
    State& state = *m_state;
    const std::int64_t before = state.last;
    const auto version = state.dataVersion;
    const bool moved = state.aliasesMoved;
    if (auto begun = state.begin(); !begun) {
        return fail(begun.error());
    }
    if (state.last == before && version == state.dataVersion && !moved) {
        return false;
    }
    state.renewView();
    return true;
}

std::shared_ptr<const HistoryView> EventLog::view() const
{
    const std::scoped_lock lock(m_state->viewMutex);
    if (auto newest = m_state->newestView.lock()) {
        return newest;
    }
    std::shared_ptr<const HistoryView> made = std::make_shared<const ShelfView>(m_state->shelf, m_state->shelf->now());
    m_state->newestView = made;
    return made;
}

Result<void> EventLog::seal()
{
    State& state = *m_state;
    if (state.shelf->takeDamage()) {
        state.repair();
    }
    if (state.seal()) {
        return {};
    }
    state.repair();
    return state.seal();
}

}  // namespace shopbell
