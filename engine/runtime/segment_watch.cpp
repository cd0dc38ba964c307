// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/segment_watch.h"

#include "base/text.h"
#include "history/event_log.h"
#include "ingest/ingestor.h"
#include "model/metric.h"
#include "profiles/profile_columns.h"
#include "runtime/segment_reading.h"
#include "segments/segment_store.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace shopbell {

namespace {

constexpr std::chrono::milliseconds soon{200};
constexpr std::chrono::milliseconds quietFor{1'000};
constexpr std::chrono::milliseconds tellEvery{100};
constexpr std::chrono::seconds tryAgainAfter{30};
constexpr std::chrono::seconds rebuildEvery{10};
/// A rebuild meanwhile takes at most one part in so many of the time.
constexpr int rebuildShare = 20;
constexpr std::chrono::hours longestTimer{1};
/// Moves may move others: who entered a segment may be asked for by another.
constexpr int mostRounds = 64;

}  // namespace

SegmentWatch::SegmentWatch(TaskThread& engineThread, WriteContext& writing)
    : m_engineThread(engineThread),
      m_writing(writing),
      m_memory(writing),
      m_sending(writing.notices.subscribe(Topic::Sending, [this](const Notice&) { m_ledgerMoved = true; })),
      m_campaigns(writing.notices.subscribe(Topic::Campaigns, [this](const Notice&) { m_ledgerMoved = true; }))
{
}

SegmentWatch::~SegmentWatch() = default;

void SegmentWatch::cancel()
{
    m_cancel.cancel();
}

std::shared_ptr<const LiveMembers> SegmentWatch::members() const
{
    const std::lock_guard lock(m_shownMutex);
    return m_shown;
}

void SegmentWatch::warmUp()
{
    auto reader = m_writing.workspace.connect(db::OpenMode::ReadOnly);
    if (!reader) {
        return;
    }
    auto stored = segments::listSegments(*reader);
    if (!stored) {
        return;
    }
    segments::Sources sources;
    sources.history = m_writing.log.view();
    sources.people = &m_writing.people;
    sources.db = &*reader;
    // The zone only says where days begin: what is read for it is the same.
    sources.workers = &m_writing.workers;
    sources.ledger = &m_writing.ledger;
    sources.places = &m_writing.places;
    sources.cancel = m_cancel;
    sources.tellReading = readingTeller(m_writing.notices);
    for (const auto& segment : *stored) {
        if (m_cancel.isCancelled()) {
            return;
        }
        if (auto evaluator = segments::Evaluator::make(sources, segment.definition)) {
            (void)evaluator->count(m_writing.clock.now());
        }
    }
}

void SegmentWatch::begin()
{
    if (m_closed || m_cancel.isCancelled() || m_live) {
        return;
    }
    if (!start()) {
        giveUp();
        return;
    }
    look(true);
}

Result<void> SegmentWatch::start()
{
    if (auto current = m_writing.people.refresh(); !current) {
        return current;
    }
    const auto view = m_writing.log.view();
    auto mark = newestMark(m_writing.db, *view);
    if (!mark) {
        return fail(mark.error());
    }
    auto known = m_memory.recall(*view);
    if (!known) {
        return fail(known.error());
    }
    segments::ProfileBitmap quiet;
    if (!known->members.empty()) {
        NewsMark then;
        then.row = known->through;
        then.profile = mark->profile;
        auto news = readNews(m_writing.db, *view, then, *mark, [](std::string_view) { return false; });
        if (!news) {
            return fail(news.error());
        }
        quiet = std::move(news->quiet);
    }
    auto live = segments::LiveSegments::start(sourcesOf(m_writing), m_writing.clock.now(), known->members, hear(),
                                              &quiet, known->questions);
    if (!live) {
        m_moves.clear();
        return fail(live.error());
    }
    m_live = std::move(*live);
    m_mark = std::move(*mark);
    m_zone = m_writing.settings.timeZone;
    m_movedAll = true;
    if (auto recorded = record(); !recorded) {
        return recorded;
    }
    save();
    return {};
}

void SegmentWatch::look(bool settled)
{
    if (!m_live || m_closed) {
        return;
    }
    if (!takeIn(settled)) {
        giveUp();
        return;
    }
    show();
    setTimer();
}

Result<void> SegmentWatch::takeIn(bool settled)
{
    if (m_zone != m_writing.settings.timeZone) {
        // Days begin elsewhere now: every definition with days in it asks something else.
        save();
        m_live.reset();
        m_timerDue.reset();
        if (auto started = start(); !started) {
            return started;
        }
    }
    if (auto caughtUp = m_writing.log.catchUp(); !caughtUp) {
        return fail(caughtUp.error());
    }
    for (int round = 0; round < mostRounds; ++round) {
        auto more = takeOnce(settled);
        if (!more) {
            return fail(more.error());
        }
        if (auto recorded = record(); !recorded) {
            return recorded;
        }
        if (!*more) {
            return {};
        }
    }
    lookSoon();
    return {};
}

/// False when there was nothing new, or it is put off.
Result<bool> SegmentWatch::takeOnce(bool settled)
{
    const auto now = m_writing.clock.now();
    const auto view = m_writing.log.view();
    auto mark = newestMark(m_writing.db, *view);
    if (!mark) {
        return fail(mark.error());
    }
    const bool asksAnew = mark->definitions != m_mark.definitions;
    const bool ledger = m_ledgerMoved.exchange(false) && m_live->readsLedger();
    if (*mark == m_mark && !ledger) {
        const auto next = m_live->nextChange();
        if (!next || *next > now) {
            return false;
        }
        auto passed = m_live->passTime(now, hear());
        return passed ? Result<bool>(!m_moves.empty()) : fail(passed.error());
    }
    const bool isMuch = ledger || mark->row - m_mark.row > mostSingleNews;
    if (isMuch && !settled && !asksAnew && putOff(mark->row)) {
        m_ledgerMoved = ledger;
        return false;
    }
    m_putOffSince.reset();
    auto news = readNews(m_writing.db, *view, m_mark, *mark,
                         [this](std::string_view metric) { return m_live->concerns(metric); });
    if (!news) {
        return fail(news.error());
    }
    if (auto current = m_writing.people.refresh(); !current) {
        return fail(current.error());
    }
    m_mark = std::move(*mark);
    if (news->rebuild || asksAnew || ledger) {
        const auto begun = Steady::now();
        auto rebuilt = m_live->rebuild(view, now, hear(), &news->quiet);
        m_lastRebuild = Steady::now();
        m_rebuildTook = m_lastRebuild - begun;
        m_movedAll = true;
        if (!rebuilt) {
            return fail(rebuilt.error());
        }
        if (asksAnew) {
            if (auto recorded = record(); !recorded) {
                return fail(recorded.error());
            }
            save();
        }
        return true;
    }
    auto taken = m_live->take({view, news->live, news->created, &news->quiet}, now, hear());
    return taken ? Result<bool>(true) : fail(taken.error());
}

segments::LiveSegments::OnMove SegmentWatch::hear()
{
    return [this](const segments::SegmentMove& move) {
        m_moves.push_back({move, std::string(move.name)});
        m_moved.insert(move.segment);
    };
}

/// Much is being written: true while it grows, but now and then all is evaluated meanwhile.
bool SegmentWatch::putOff(std::int64_t row)
{
    const auto now = Steady::now();
    const bool grows = row != m_lastSeenRow;
    m_lastSeenRow = row;
    if (!m_putOffSince) {
        m_putOffSince = now;
    }
    const auto since = now - std::max(*m_putOffSince, m_lastRebuild);
    if (!grows || since >= std::max<Steady::duration>(rebuildEvery, m_rebuildTook * rebuildShare)) {
        return false;
    }
    lookIn(quietFor);
    return true;
}

Result<void> SegmentWatch::record()
{
    if (m_moves.empty()) {
        return {};
    }
    const auto view = m_writing.log.view();
    const std::string stem = std::to_string(view->through().value) + '.';
    std::vector<std::string> keys;
    std::vector<std::string> properties;
    keys.reserve(m_moves.size());
    properties.reserve(m_moves.size());
    for (const Move& one : m_moves) {
        // The same person may come and go within a millisecond: the row before it and a number make the key.
        keys.push_back(stem + std::to_string(keys.size()));
        properties.push_back(nlohmann::json{{"segment", one.move.segment.value}, {"segment_name", one.name}}.dump(
            -1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
    auto recorded = m_writing.ingestor.together([&]() -> Result<void> {
        auto entered = m_writing.log.ensureMetric(metrics::enteredSegment);
        if (!entered) {
            return fail(entered.error());
        }
        auto left = m_writing.log.ensureMetric(metrics::leftSegment);
        if (!left) {
            return fail(left.error());
        }
        std::vector<NewEvent> events;
        events.reserve(m_moves.size());
        for (std::size_t i = 0; i < m_moves.size(); ++i) {
            const auto& move = m_moves[i].move;
            events.push_back({move.profile, move.entered ? *entered : *left, move.at, std::nullopt, keys[i],
                              properties[i], move.backfill});
        }
        auto appended = m_writing.log.append(events);
        return appended ? Result<void>() : fail(appended.error());
    });
    if (!recorded) {
        return recorded;
    }
    m_moves.clear();
    return {};
}

/// Something could not be read or written: nothing is shown rather than something wrong, and a new start tried later.
void SegmentWatch::giveUp()
{
    m_live.reset();
    m_moves.clear();
    m_timerDue.reset();
    {
        const std::lock_guard lock(m_shownMutex);
        m_shown.reset();
    }
    m_engineThread.postAfter(tryAgainAfter, [this] { begin(); });
}

void SegmentWatch::show()
{
    if (!m_movedAll && m_moved.empty()) {
        const auto holds = m_live->nextChange();
        if (const auto shown = members(); shown && shown->holdsUntil == holds) {
            return;
        }
    }
    const auto before = members();
    auto next = std::make_shared<LiveMembers>();
    next->holdsUntil = m_live->nextChange();
    if (auto stored = segments::listSegments(m_writing.db)) {
        for (const auto& segment : *stored) {
            const auto* members = m_live->findMembers(segment.id);
            if (members == nullptr) {
                continue;
            }
            const auto old = before ? before->segments.find(segment.id) : decltype(before->segments.end()){};
            if (before && !m_movedAll && !m_moved.contains(segment.id) && old != before->segments.end()) {
                next->segments.emplace(segment.id, old->second);
                continue;
            }
            next->segments.emplace(segment.id,
                                   LiveMembers::One{segment.definition.json,
                                                    std::make_shared<const segments::ProfileBitmap>(*members),
                                                    members->count()});
        }
    }
    const bool moved = m_movedAll || !m_moved.empty();
    {
        const std::lock_guard lock(m_shownMutex);
        m_shown = std::move(next);
    }
    if (moved) {
        tell();
    }
}

void SegmentWatch::tell()
{
    if (m_tellPlanned) {
        return;
    }
    const auto since = Steady::now() - m_lastTold;
    if (since < tellEvery) {
        m_tellPlanned = true;
        m_engineThread.postAfter(tellEvery, [this] {
            m_tellPlanned = false;
            tell();
        });
        return;
    }
    if (!m_movedAll && m_moved.empty()) {
        return;
    }
    m_lastTold = Steady::now();
    m_writing.notices.publish(Topic::Segments, !m_movedAll && m_moved.size() == 1 ? m_moved.begin()->value : 0);
    m_movedAll = false;
    m_moved.clear();
}

void SegmentWatch::lookSoon()
{
    if (m_live && !m_lookPlanned) {
        lookIn(soon);
    }
}

void SegmentWatch::lookIn(std::chrono::milliseconds delay)
{
    if (m_lookPlanned) {
        return;
    }
    m_lookPlanned = true;
    m_engineThread.postAfter(delay, [this] {
        m_lookPlanned = false;
        look(false);
    });
}

/// One timer waits for the next instant at which somebody may move. Both clocks count: the computer's may be set, and
/// may stand still while it sleeps.
void SegmentWatch::setTimer()
{
    const auto next = m_live->nextChange();
    if (!next) {
        return;
    }
    const std::chrono::milliseconds away(std::clamp<std::int64_t>(next->ms - m_writing.clock.now().ms, 1,
                                                                  std::chrono::milliseconds(longestTimer).count()));
    const auto due = Steady::now() + away;
    if (m_timerDue && *m_timerDue <= due) {
        return;
    }
    m_timerDue = due;
    m_engineThread.postAfter(away, [this, timer = ++m_timer] {
        if (timer == m_timer && m_live && !m_closed) {
            m_timerDue.reset();
            look(false);
        }
    });
}

void SegmentWatch::save()
{
    if (m_live && m_moves.empty()) {
        // Written down late or not at all, the moves since are in the log.
        (void)m_memory.keep(*m_live, m_mark.row);
    }
}

void SegmentWatch::close()
{
    if (!m_closed) {
        save();
    }
    m_closed = true;
    m_live.reset();
}

}  // namespace shopbell
