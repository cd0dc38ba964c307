// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sync_plan.h"

#include <algorithm>
#include <array>

namespace shopbell {

namespace {

/// Accounts are not looked for: a person whose account is gone is still a person who bought.
constexpr std::array<StoreStream, 4> kLookOrder{StoreStream::Orders, StoreStream::Products, StoreStream::Coupons,
                                                StoreStream::Categories};

}  // namespace

void SyncPlan::addStream(StoreStream stream, std::string cursor, std::vector<std::string> toRetry)
{
    const std::lock_guard lock(m_mutex);
    m_confirmed.streams.push_back({stream, std::move(cursor), std::move(toRetry), false, false});
    m_ahead = m_confirmed;
}

void SyncPlan::lookForMissing(const MissingCursor& from)
{
    const std::lock_guard lock(m_mutex);
    m_confirmed.missing = from;
    m_confirmed.missing.underWay = true;
    m_ahead = m_confirmed;
}

SyncTask SyncPlan::next() const
{
    const std::lock_guard lock(m_mutex);
    SyncTask task;
    task.generation = m_generation;
    task.number = m_brought + 1;
    task.holds = m_holds;
    if (m_onHold) {
        return task;
    }
    for (const auto& stream : m_ahead.streams) {
        if (stream.done || stream.closed) {
            continue;
        }
        task.stream = stream.stream;
        task.kind = stream.toRetry.empty() ? SyncTask::Kind::Page : SyncTask::Kind::Retry;
        task.cursor = stream.cursor;
        task.ids = stream.toRetry;
        return task;
    }
    if (!m_ahead.missing.underWay) {
        task.kind = SyncTask::Kind::Finish;
        return task;
    }
    task.stream = m_ahead.missing.stream;
    task.kind = m_ahead.batches.empty() ? SyncTask::Kind::LookUp : SyncTask::Kind::Missing;
    if (!m_ahead.batches.empty()) {
        task.ids = m_ahead.batches.front();
    }
    return task;
}

void SyncPlan::move(Position& position, const SyncTask& task, const std::string& nextCursor, bool caughtUp)
{
    switch (task.kind) {
    case SyncTask::Kind::Retry:
    case SyncTask::Kind::Page:
        for (auto& stream : position.streams) {
            if (stream.stream != task.stream) {
                continue;
            }
            if (task.kind == SyncTask::Kind::Retry) {
                stream.toRetry.clear();
            } else {
                stream.cursor = nextCursor;
                stream.done = caughtUp;
            }
        }
        return;
    case SyncTask::Kind::Missing:
        if (!position.batches.empty()) {
            position.missing.after = position.batches.front().back();
            position.batches.pop_front();
        }
        return;
    case SyncTask::Kind::LookUp:
    case SyncTask::Kind::Finish:
    case SyncTask::Kind::Hold: return;
    }
}

void SyncPlan::brought(const SyncTask& task, const std::string& nextCursor, bool caughtUp)
{
    const std::lock_guard lock(m_mutex);
    // Between next() and here the engine thread may have taken the plan back.
    if (task.generation == m_generation) {
        move(m_ahead, task, nextCursor, caughtUp);
        ++m_brought;
    }
}

void SyncPlan::hold()
{
    const std::lock_guard lock(m_mutex);
    m_onHold = true;
    ++m_holds;
}

void SyncPlan::resume()
{
    const std::lock_guard lock(m_mutex);
    m_onHold = false;
}

void SyncPlan::confirm(const SyncTask& task, const std::string& nextCursor, bool caughtUp)
{
    const std::lock_guard lock(m_mutex);
    move(m_confirmed, task, nextCursor, caughtUp);
    ++m_applied;
}

void SyncPlan::putLookUps(const MissingCursor& at, std::vector<std::vector<std::string>> batches)
{
    const std::lock_guard lock(m_mutex);
    m_confirmed.missing = at;
    m_confirmed.batches = {std::make_move_iterator(batches.begin()), std::make_move_iterator(batches.end())};
    m_ahead = m_confirmed;
}

void SyncPlan::close(StoreStream stream)
{
    const std::lock_guard lock(m_mutex);
    for (auto* const position : {&m_ahead, &m_confirmed}) {
        for (auto& one : position->streams) {
            one.closed = one.closed || one.stream == stream;
        }
    }
}

void SyncPlan::goBack()
{
    m_ahead = m_confirmed;
    m_brought = m_applied;
    ++m_generation;
    m_onHold = false;
}

void SyncPlan::takeBack()
{
    const std::lock_guard lock(m_mutex);
    goBack();
}

bool SyncPlan::mayApply(const SyncTask& task)
{
    const std::lock_guard lock(m_mutex);
    if (task.generation != m_generation) {
        return false;
    }
    // A Hold that is applied while the plan is still held for the same reason: the reason itself never was.
    const bool lost =
        task.kind == SyncTask::Kind::Hold ? m_onHold && task.holds == m_holds : task.number != m_applied + 1;
    if (lost) {
        goBack();
    }
    return !lost && task.kind != SyncTask::Kind::Hold;
}

bool SyncPlan::isCurrent(const SyncTask& task) const
{
    const std::lock_guard lock(m_mutex);
    return task.generation == m_generation;
}

MissingCursor SyncPlan::afterStream(const MissingCursor& at) const
{
    const std::lock_guard lock(m_mutex);
    const auto isOpen = [this](StoreStream stream) {
        return std::any_of(m_confirmed.streams.begin(), m_confirmed.streams.end(),
                           [stream](const auto& one) { return one.stream == stream && !one.closed; });
    };
    MissingCursor next = at;
    next.after.clear();
    auto place = std::find(kLookOrder.begin(), kLookOrder.end(), at.stream);
    while (place != kLookOrder.end() && ++place != kLookOrder.end()) {
        if (isOpen(*place)) {
            next.stream = *place;
            return next;
        }
    }
    next.stream = kLookOrder.front();
    next.underWay = false;
    return next;
}

MissingCursor SyncPlan::missing() const
{
    const std::lock_guard lock(m_mutex);
    return m_confirmed.missing;
}

bool SyncPlan::isEveryStreamClosed() const
{
    const std::lock_guard lock(m_mutex);
    return std::all_of(m_confirmed.streams.begin(), m_confirmed.streams.end(),
                       [](const auto& stream) { return stream.closed; });
}

}  // namespace shopbell
