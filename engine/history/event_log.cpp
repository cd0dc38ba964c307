// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/event_log.h"

#include "base/text.h"
#include "db/transaction.h"
#include "history/log_state.h"
#include "history/view.h"

#include <algorithm>
#include <limits>
#include <string>

namespace shopbell {

namespace {

constexpr std::string_view sqlFindMetric = "SELECT id FROM metric WHERE name = ?1";
constexpr std::string_view sqlAddMetric = "INSERT INTO metric(name) VALUES(?1)";

constexpr std::int64_t maxRow = 4'000'000'000;

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

struct EventLog::State final : LogState {
    using LogState::LogState;
};

EventLog::EventLog(std::unique_ptr<State> state) : m_state(std::move(state)) {}
EventLog::~EventLog()
{
    // What gathered is sealed for the next start; where that fails, the next start reads it from the log.
    constexpr std::size_t worthSealing = 4096;
    if (!m_state->writer.isInTransaction() && m_state->shelf->unsealedCount() >= worthSealing) {
        (void)sealToClose();
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
    log->m_state->encoder.committed();
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
    const LogState::KeysHeld held{state};
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
            state.encoder.encode(event.properties, event.packed, row.profile, state.encoded);
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
        const LogState::KeysHeld held{state};
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
            state.encoder.encode(event.properties, event.packed, row.profile, state.encoded);
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
        const LogState::KeysHeld held{state};
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
    state.encoder.committed();
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
        if ((newMetric || state.namesMoved) && !state.loadNames()) {
            return;
        }
        state.shelf->take(arrivals);
        state.inFlight.rows.clear();
        state.eraseFromDerived(arrivals.erased);
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

PropertyPacker EventLog::packer() const
{
    return PropertyPacker(m_state->encoder.packing());
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
    constexpr auto everything = std::numeric_limits<std::int64_t>::max();
    if (state.sealNow(everything)) {
        return {};
    }
    state.repair();
    return state.sealNow(everything);
}

Result<void> EventLog::sealToClose()
{
    m_state->sealer.cancel();
    return m_state->sealNow(mostMergedAtClose);
}

void EventLog::startSealing()
{
    State& state = *m_state;
    if (state.shelf->takeDamage() || !state.settle()) {
        state.repair();
    }
    state.startSealing(std::numeric_limits<std::int64_t>::max());
}

}  // namespace shopbell
