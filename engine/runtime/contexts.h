// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/time_zone.h"
#include "db/workspace.h"
#include "model/secret_store.h"
#include "runtime/busy_things.h"
#include "runtime/notice_board.h"
#include "runtime/task_thread.h"

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <string>

namespace shopbell {

class EventLog;
class HistoryView;
class HttpClient;
class Ingestor;
struct LiveMembers;
class ProfileColumns;
class ProfileSearch;
class WireJournal;
namespace segments {
class LedgerReader;
class PlacesKeeper;
class WorkerPair;
}  // namespace segments

/// What a command works with. Engine thread only; lives as long as the engine.
struct WriteContext {
    const db::Workspace& workspace;
    db::Connection& db;
    EventLog& log;
    Ingestor& ingestor;
    ProfileColumns& people;
    segments::WorkerPair& workers;
    segments::LedgerReader& ledger;
    segments::PlacesKeeper& places;
    SecretStore& secrets;
    const Clock& clock;
    const NoticeBoard& notices;
    db::WorkspaceSettings& settings;
    TimeZone& zone;
    const bool acting;               ///< this process holds the runner's lease
    const Sentence actingElsewhere;  ///< who does, when this one does not
    BusyThings& busy;                ///< what long commands are at work on; see busy_mark.h
    /// What is on the wire; made when something is first sent that could be doubled.
    std::shared_ptr<WireJournal> wire = nullptr;
    std::function<void()> wrote = {};  ///< to be called after a step of a long command; may be empty
};

/// What a question works with: a reader's connection and one state of the history. Used by one thread.
struct ReadContext {
    const db::Workspace& workspace;
    db::Connection& db;
    std::shared_ptr<const HistoryView> history;
    ProfileColumns& people;
    segments::WorkerPair& workers;
    segments::LedgerReader& ledger;
    segments::PlacesKeeper& places;
    ProfileSearch& search;
    const BusyThings& busy;
    const db::WorkspaceSettings settings;
    const TimeZone zone;
    const Clock& clock;
    SecretStore& secrets;
    HttpClient& http;
    const CancelToken cancel;
    const bool acting;
    const Sentence actingElsewhere;
    const std::shared_ptr<const LiveMembers> live;  ///< of saved segments; null when nobody keeps them here
    const NoticeBoard& notices;
};

/// What a long command works with: it runs on a thread of its own, does its reading and network there, and has every
/// write done on the engine thread in small pieces, between which other commands get their turn.
class JobContext {
public:
    JobContext(TaskThread& engineThread, WriteContext& writing, const NoticeBoard& notices, HttpClient& httpClient,
               const Clock& theClock, std::uint64_t ticket, CancelToken token)
        : http(httpClient),
          clock(theClock),
          cancel(std::move(token)),
          m_engineThread(engineThread),
          m_writing(writing),
          m_notices(notices),
          m_ticket(ticket)
    {
    }

    HttpClient& http;
    const Clock& clock;
    const CancelToken cancel;

    /// Starts `function(WriteContext&) -> Result<T>` on the engine thread; the future gives its result.
    template <class Function>
    auto start(Function function) -> std::future<decltype(function(std::declval<WriteContext&>()))>
    {
        using Answer = decltype(function(std::declval<WriteContext&>()));
        auto task = std::make_shared<std::packaged_task<Answer()>>(
            [&writing = m_writing, function = std::move(function)]() mutable {
                auto answer = function(writing);
                if (writing.wrote) {
                    writing.wrote();
                }
                return answer;
            });
        auto future = task->get_future();
        if (!m_engineThread.post([task] { (*task)(); })) {
            std::promise<Answer> refused;
            refused.set_value(fail(ErrorKind::Cancelled, "The engine is stopping."));
            return refused.get_future();
        }
        return future;
    }

    /// As start(), and waits.
    template <class Function>
    auto onEngine(Function function) -> decltype(function(std::declval<WriteContext&>()))
    {
        return start(std::move(function)).get();
    }

    /// What the command is about, told with its progress from now on.
    void setSubject(std::int64_t subject) { m_subject = subject; }
    void tell(Progress::Kind kind, Sentence words, std::int64_t done, std::int64_t total) const
    {
        Notice notice;
        notice.topic = Topic::Progress;
        notice.progress = Progress{m_ticket, kind, std::move(words), done, total, false, m_subject};
        m_kind = kind;
        m_notices.publish(notice);
    }
    /// The last of it, with the kind and the subject of what was told before.
    void tellFinished() const
    {
        Notice notice;
        notice.topic = Topic::Progress;
        notice.progress = Progress{m_ticket, m_kind, {}, 0, 0, true, m_subject};
        m_notices.publish(notice);
    }
    [[nodiscard]] const NoticeBoard& notices() const { return m_notices; }
    [[nodiscard]] std::uint64_t ticket() const { return m_ticket; }

private:
    TaskThread& m_engineThread;
    WriteContext& m_writing;
    const NoticeBoard& m_notices;
    std::uint64_t m_ticket;
    std::int64_t m_subject = 0;
    mutable std::atomic<Progress::Kind> m_kind = Progress::Kind::Other;
};

}  // namespace shopbell
