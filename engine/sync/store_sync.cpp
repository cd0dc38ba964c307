// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store_sync.h"

#include "base/text.h"
#include "net/retry_policy.h"
#include "sync/page_writer.h"
#include "sync/sync_plan.h"
#include "sync/sync_rows.h"

#include <algorithm>

namespace shopbell {

namespace {

using namespace std::chrono_literals;

constexpr Duration kLookForMissingEvery = 24h;
/// A record that could not be understood is asked for again after so long, and so many of a stream in one sync.
constexpr Duration kRetrySetAsideAfter = 6h;
constexpr std::size_t kMaxRetried = 50;
constexpr std::size_t kIdsPerTask = 100;
constexpr std::int64_t kIdsPerLookUp = 2'000;
/// After a sync gave up. Doubles with each sync that does.
constexpr Duration kGaveUpPause = 15min;
constexpr Duration kLongestPause = 8h;

Sentence taskWords(const SyncTask& task)
{
    switch (task.kind) {
    case SyncTask::Kind::Retry:
        return say("sync-trying-again", "Trying %1 that were set aside again",
                   {sayLabel(storeStreamName(task.stream))});
    case SyncTask::Kind::Page: return say("sync-reading", "Reading %1", {sayLabel(storeStreamName(task.stream))});
    case SyncTask::Kind::LookUp:
    case SyncTask::Kind::Missing:
        return say("sync-looking-for-deleted", "Looking for deleted %1", {sayLabel(storeStreamName(task.stream))});
    case SyncTask::Kind::Finish: return say("sync-up-to-date", "Up to date");
    case SyncTask::Kind::Hold: break;
    }
    return {};
}

Sentence durationWords(Duration wait)
{
    const std::int64_t seconds = (wait.count() + 999) / 1000;
    return seconds < 120 ? say("seconds", "%1 s", {seconds}) : say("minutes", "%1 min", {(seconds + 59) / 60});
}

/// One sentence after the other, as one.
Sentence joined(const std::vector<Sentence>& sentences)
{
    Sentence all;
    for (const auto& each : sentences) {
        all = all.empty() ? each : say("two", "%1 %2", {all, each});
    }
    return all;
}

SyncHealth withoutFailure(SyncHealth health)
{
    health.failures = 0;
    health.nextTry = {};
    health.errorKind.clear();
    health.problem = {};
    return health;
}

/// The store can be read, but not this stream.
bool closesStream(const Error& error)
{
    return isAboutOneStream(error) || (error.kind == ErrorKind::NotFound && findDetail(error, "code"));
}

}  // namespace

struct Fetched {
    SyncTask task;
    StorePage page;
    std::vector<StoreRecord> records;  ///< Retry
    std::vector<std::string> missing;  ///< Missing
    std::optional<Error> error;
};

void FetchedDeleter::operator()(Fetched* fetched) const
{
    delete fetched;
}

struct StoreSync::State {
    State(Parts given, StoreConnection connection, std::unique_ptr<StoreConnector> made)
        : parts(std::move(given)),
          store(std::move(connection)),
          connector(std::move(made)),
          writer(parts.db, parts.ingestor, parts.clock, store)
    {
    }

    Parts parts;
    const StoreConnection store;
    const std::unique_ptr<StoreConnector> connector;  ///< the fetching thread's
    SyncPlan plan;

    // The engine thread's.
    PageWriter writer;
    SyncCounts counts;
    SyncHealth health;
    int attempt = 0;  ///< failures in a row in this sync
    std::optional<Error> firstClosed;
    bool over = false;

    [[nodiscard]] Result<SyncStep> applyFailure(const Fetched& fetched);
    [[nodiscard]] Result<SyncStep> closeStream(const Fetched& fetched);
    [[nodiscard]] Result<SyncStep> leaveLook(SyncStep step);
    [[nodiscard]] Result<SyncStep> giveUp(const Error& error, SyncStep step);
    [[nodiscard]] Result<SyncStep> applyGood(Fetched& fetched);
    [[nodiscard]] Result<SyncStep> lookUp(const Fetched& fetched);
    [[nodiscard]] Result<SyncStep> finish();
    [[nodiscard]] Result<void> storeStep(const Fetched& fetched, SyncCounts& changed);
};

StoreSync::StoreSync(std::unique_ptr<State> state) : m_state(std::move(state)) {}
StoreSync::~StoreSync() = default;

const SyncCounts& StoreSync::counts() const
{
    return m_state->counts;
}

Result<std::unique_ptr<StoreSync>> StoreSync::begin(ConnectionId id, Parts parts, bool fromScratch)
{
    StoreConnections connections(parts.db, parts.clock);
    auto store = connections.load(id);
    if (!store) {
        return fail(store.error());
    }
    if (store->paused) {
        return fail(ErrorKind::Conflict,
                    say("store-paused", "%1 is paused. Resume it to read from it.", {store->label}));
    }
    const auto* const kind = findConnectorKind(store->connector);
    const auto values = connections.loadValues(*store, parts.secrets);
    if (!values) {
        return fail(values.error());
    }
    auto connector = kind->make(*values, {parts.http, parts.clock});
    if (!connector) {
        return fail(connector.error());
    }
    auto& db = parts.db;
    const auto now = parts.clock.now();
    auto state = std::make_unique<State>(std::move(parts), std::move(*store), std::move(*connector));
    if (fromScratch) {
        if (auto done = forgetCursors(db, id); !done) {
            return fail(done.error());
        }
    }
    auto health = loadSyncState(db, id);
    if (!health) {
        return fail(health.error());
    }
    state->health = std::move(*health);
    bool firstDone = true;
    for (const auto stream : state->connector->streams()) {
        auto cursor = loadCursor(db, id, stream);
        auto aside = loadSetAside(db, id, stream);
        if (!cursor || !aside) {
            return fail(!cursor ? cursor.error() : aside.error());
        }
        firstDone = firstDone && (cursor->firstDone || stream != StoreStream::Orders);
        std::vector<std::string> toRetry;
        for (const auto& [externalId, at] : *aside) {
            if (now - at >= kRetrySetAsideAfter && toRetry.size() < kMaxRetried && !externalId.starts_with('?')) {
                toRetry.push_back(externalId);
            }
        }
        state->plan.addStream(stream, std::move(cursor->cursor), std::move(toRetry));
        state->writer.knowSetAside(stream, std::move(*aside));
    }
    const auto missing = loadMissingCursor(db, id);
    if (!missing) {
        return fail(missing.error());
    }
    // What was never read to its end has nothing old enough to be missing.
    if (missing->underWay || (firstDone && now - missing->finishedAt >= kLookForMissingEvery)) {
        state->plan.lookForMissing(*missing);
    }
    state->health.lastTry = now;
    if (auto done = saveSyncState(db, id, state->health); !done) {
        return fail(done.error());
    }
    return std::unique_ptr<StoreSync>(new StoreSync(std::move(state)));
}

FetchedPtr StoreSync::fetch(const CancelToken& cancel)
{
    auto& plan = m_state->plan;
    auto& connector = *m_state->connector;
    FetchedPtr fetched(new Fetched);
    fetched->task = plan.next();
    const auto& task = fetched->task;
    switch (task.kind) {
    case SyncTask::Kind::Hold: return fetched;
    case SyncTask::Kind::LookUp:
    case SyncTask::Kind::Finish: plan.hold(); return fetched;
    case SyncTask::Kind::Retry:
        if (auto records = connector.readRecords(task.stream, task.ids, cancel)) {
            fetched->records = std::move(*records);
        } else {
            fetched->error = records.error();
        }
        break;
    case SyncTask::Kind::Page:
        if (auto page = connector.readPage(task.stream, task.cursor, cancel)) {
            fetched->page = std::move(*page);
        } else {
            fetched->error = page.error();
        }
        break;
    case SyncTask::Kind::Missing:
        if (auto missing = connector.listMissing(task.stream, task.ids, cancel)) {
            fetched->missing = std::move(*missing);
        } else {
            fetched->error = missing.error();
        }
        break;
    }
    if (fetched->error) {
        plan.hold();
    } else {
        plan.brought(task, fetched->page.nextCursor, fetched->page.caughtUp);
    }
    return fetched;
}

Result<SyncStep> StoreSync::apply(Fetched& fetched)
{
    auto& state = *m_state;
    SyncStep step;
    step.stream = fetched.task.stream;
    step.words = taskWords(fetched.task);
    if (state.over) {
        step.finished = true;
        return step;
    }
    if (!state.plan.mayApply(fetched.task)) {
        step.dropped = true;
        return step;
    }
    return fetched.error ? state.applyFailure(fetched) : state.applyGood(fetched);
}

Result<SyncStep> StoreSync::State::applyGood(Fetched& fetched)
{
    const auto& task = fetched.task;
    if (task.kind == SyncTask::Kind::LookUp) {
        return lookUp(fetched);
    }
    if (task.kind == SyncTask::Kind::Finish) {
        return finish();
    }
    SyncCounts changed = counts;
    auto stored = parts.ingestor.together([&]() { return storeStep(fetched, changed); });
    if (!stored) {
        plan.takeBack();
        return fail(stored.error());
    }
    counts = std::move(changed);
    attempt = 0;
    if (health.failures != 0) {
        health = withoutFailure(health);
    }
    plan.confirm(task, fetched.page.nextCursor, fetched.page.caughtUp);
    SyncStep step;
    step.stream = task.stream;
    step.words = taskWords(task);
    if (task.kind == SyncTask::Kind::Page) {
        step.done = fetched.page.total ? std::min(fetched.page.position, *fetched.page.total) : fetched.page.position;
        step.total = fetched.page.total;
    }
    return step;
}

/// Records, cursor and health of one step; inside its transaction.
Result<void> StoreSync::State::storeStep(const Fetched& fetched, SyncCounts& changed)
{
    const auto& task = fetched.task;
    Result<void> done;
    switch (task.kind) {
    case SyncTask::Kind::Retry: done = writer.write(task.stream, fetched.records, changed); break;
    case SyncTask::Kind::Page:
        ++changed.pages;
        done = writer.write(task.stream, fetched.page.records, changed);
        if (done) {
            done = saveCursor(parts.db, store.id, task.stream, fetched.page.nextCursor, fetched.page.caughtUp);
        }
        break;
    case SyncTask::Kind::Missing: {
        done = writer.remove(task.stream, fetched.missing, changed);
        auto at = plan.missing();
        at.after = task.ids.back();
        if (done) {
            done = saveMissingCursor(parts.db, store.id, at);
        }
        break;
    }
    case SyncTask::Kind::LookUp:
    case SyncTask::Kind::Finish:
    case SyncTask::Kind::Hold: break;
    }
    if (done && health.failures != 0) {
        done = saveSyncState(parts.db, store.id, withoutFailure(health));
    }
    return done;
}

Result<SyncStep> StoreSync::State::lookUp(const Fetched& fetched)
{
    SyncStep step;
    step.stream = fetched.task.stream;
    step.words = taskWords(fetched.task);
    auto at = plan.missing();
    const auto ids = writer.listKnown(at.stream, at.after, kIdsPerLookUp);
    if (!ids) {
        plan.takeBack();
        return fail(ids.error());
    }
    std::vector<std::vector<std::string>> batches;
    for (std::size_t i = 0; i < ids->size(); i += kIdsPerTask) {
        const auto end = std::min(ids->size(), i + kIdsPerTask);
        batches.emplace_back(ids->begin() + static_cast<std::ptrdiff_t>(i),
                             ids->begin() + static_cast<std::ptrdiff_t>(end));
    }
    if (batches.empty()) {
        at = plan.afterStream(at);
        if (!at.underWay) {
            at.finishedAt = parts.clock.now();
        }
        if (auto done = saveMissingCursor(parts.db, store.id, at); !done) {
            plan.takeBack();
            return fail(done.error());
        }
    }
    plan.putLookUps(at, std::move(batches));
    plan.resume();
    return step;
}

Result<SyncStep> StoreSync::State::finish()
{
    SyncStep step;
    if (plan.isEveryStreamClosed() && firstClosed) {
        return giveUp(*firstClosed, std::move(step));
    }
    health = withoutFailure(health);
    health.lastSuccess = parts.clock.now();
    health.errorKind = firstClosed ? errorKindName(firstClosed->kind) : std::string_view{};
    health.problem = joined(counts.warnings);
    if (auto done = saveSyncState(parts.db, store.id, health); !done) {
        plan.resume();
        return fail(done.error());
    }
    over = true;
    step.finished = true;
    step.words = taskWords({SyncTask::Kind::Finish, {}, {}, {}, 0});
    return step;
}

Result<SyncStep> StoreSync::State::closeStream(const Fetched& fetched)
{
    plan.close(fetched.task.stream);
    firstClosed = firstClosed.value_or(*fetched.error);
    counts.warnings.push_back(say("sync-part-unread", "The store's %1 could not be read: %2",
                                  {sayLabel(storeStreamName(fetched.task.stream)), sentenceOf(*fetched.error)}));
    SyncStep step;
    step.stream = fetched.task.stream;
    step.words = counts.warnings.back();
    plan.resume();
    return step;
}

/// A stream that can be read but not looked through: the look goes on with the next one.
Result<SyncStep> StoreSync::State::leaveLook(SyncStep step)
{
    auto at = plan.afterStream(plan.missing());
    if (!at.underWay) {
        at.finishedAt = parts.clock.now();
    }
    if (auto done = saveMissingCursor(parts.db, store.id, at); !done) {
        plan.takeBack();
        return fail(done.error());
    }
    step.words = sentenceOf(*step.problem);
    plan.putLookUps(at, {});
    plan.resume();
    return step;
}

Result<SyncStep> StoreSync::State::applyFailure(const Fetched& fetched)
{
    const auto& error = *fetched.error;
    SyncStep step;
    step.stream = fetched.task.stream;
    step.problem = error;
    if (error.kind == ErrorKind::Cancelled) {
        // Somebody's wish is no failure of the store; the next begin() goes on here.
        over = true;
        step.finished = true;
        step.words = say("sync-stopped-short", "Stopped");
        return step;
    }
    if (closesStream(error)) {
        return fetched.task.kind == SyncTask::Kind::Missing ? leaveLook(std::move(step)) : closeStream(fetched);
    }
    const auto now = parts.clock.now();
    ++attempt;
    ++health.failures;
    const auto asked = retryAfter(error);
    const std::string askedText = asked ? std::to_string(*asked) : std::string();
    const auto wait = retryDelay({}, {attempt, error.kind, 0, askedText, now}, parts.random.unit());
    if (!wait) {
        return giveUp(error, std::move(step));
    }
    health.nextTry = now + *wait;
    health.errorKind = errorKindName(error.kind);
    health.problem = sentenceOf(error);
    if (auto done = saveSyncState(parts.db, store.id, health); !done) {
        plan.takeBack();
        return fail(done.error());
    }
    step.wait = wait;
    step.words = error.kind == ErrorKind::RateLimited
                     ? say("sync-slow-down", "The store asks us to slow down; going on in %1.", {durationWords(*wait)})
                     : say("sync-trying-in", "%1 Trying again in %2.", {sentenceOf(error), durationWords(*wait)});
    plan.resume();
    return step;
}

Result<SyncStep> StoreSync::State::giveUp(const Error& error, SyncStep step)
{
    health.failures = std::max(1, health.failures);
    Duration pause = kGaveUpPause;
    for (int i = RetrySettings{}.maxAttempts; i < health.failures && pause < kLongestPause;
         i += RetrySettings{}.maxAttempts) {
        pause = std::min(pause * 2, kLongestPause);
    }
    if (const auto asked = retryAfter(error)) {
        pause = std::max(pause, Duration(std::min<std::int64_t>(*asked, 7 * 86'400) * 1000));
    }
    health.nextTry = parts.clock.now() + pause;
    health.errorKind = errorKindName(error.kind);
    health.problem = sentenceOf(error);
    if (auto done = saveSyncState(parts.db, store.id, health); !done) {
        plan.takeBack();
        return fail(done.error());
    }
    over = true;
    step.finished = true;
    step.problem = error;
    step.words = sentenceOf(error);
    return step;
}

}  // namespace shopbell
