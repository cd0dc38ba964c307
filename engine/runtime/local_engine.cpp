// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/local_engine.h"

#include "db/checkpointer.h"
#include "history/event_log.h"
#include "ingest/ingestor.h"
#include "net/http_client.h"
#include "profiles/profile_columns.h"
#include "profiles/profile_search.h"
#include "runtime/background.h"
#include "runtime/campaign_send_job.h"
#include "runtime/segment_watch.h"
#include "segments/geography.h"
#include "segments/ledger_column.h"
#include "segments/worker_pair.h"

#include <algorithm>
#include <array>
#include <future>
#include <utility>

namespace shopbell {

namespace {

constexpr std::string_view smallCacheSql = "PRAGMA cache_size=-2048";
constexpr int readerCount = 2;
constexpr int jobCount = 4;
constexpr std::chrono::milliseconds sealAfter{20'000};
constexpr std::chrono::milliseconds followEvery{2'000};

}  // namespace

/// Everything an open engine is made of, in the order in which it is made; it goes in the opposite order.
struct LocalEngine::Parts {
    Parts(db::Workspace opened, db::Connection connection, HttpClientSettings web)
        : workspace(std::move(opened)),
          writer(std::move(connection)),
          checkpointer(workspace, writer),
          http(std::move(web))
    {
    }

    db::Workspace workspace;
    db::Connection writer;
    db::Checkpointer checkpointer;
    std::unique_ptr<Clock> clock;
    std::unique_ptr<SecretStore> secrets;
    std::unique_ptr<db::RunnerLease> lease;
    Sentence actingElsewhere;
    db::WorkspaceSettings settings;
    TimeZone zone;
    NoticeBoard notices;
    CurlHttpClient http;
    HandlerTable table = makeHandlerTable();
    std::unique_ptr<EventLog> log;
    std::unique_ptr<Ingestor> ingestor;
    std::unique_ptr<ProfileColumns> people;
    ProfileSearch search;
    BusyThings busy;
    segments::WorkerPair workers;
    segments::LedgerReader ledger;
    segments::PlacesKeeper places;
    std::unique_ptr<WriteContext> writing;
    std::unique_ptr<SegmentWatch> watch;
    std::promise<void> watchBegun;
    std::shared_future<void> watching = watchBegun.get_future().share();

    /// What readers see of the settings; swapped after a command may have changed them.
    struct Seen {
        db::WorkspaceSettings settings;
        TimeZone zone;
    };
    std::mutex seenMutex;
    Seen seen;

    std::mutex ticketMutex;
    std::uint64_t lastTicket = 0;
    struct Open {
        CancelToken token;
        bool isLong = false;
    };
    std::map<std::uint64_t, Open> tickets;  ///< of commands that have not ended
    std::atomic<bool> stopping = false;
    std::atomic<bool> sealPlanned = false;

    struct Reader {
        std::optional<db::Connection> db;
    };
    std::array<Reader, readerCount> readerStates;
    std::array<Reader, jobCount> outsideStates;

    std::unique_ptr<TaskThread> engineThread = std::make_unique<TaskThread>();
    std::unique_ptr<WorkerPool> readers = std::make_unique<WorkerPool>(readerCount, true);
    std::unique_ptr<WorkerPool> outside = std::make_unique<WorkerPool>(2);
    std::unique_ptr<WorkerPool> jobs = std::make_unique<WorkerPool>(jobCount);
    std::unique_ptr<Background> background;

    void showSettings()
    {
        const std::lock_guard lock(seenMutex);
        seen = {settings, zone};
    }
    Seen seenSettings()
    {
        const std::lock_guard lock(seenMutex);
        return seen;
    }
    void closeTicket(std::uint64_t number)
    {
        const std::lock_guard lock(ticketMutex);
        tickets.erase(number);
    }
    /// Engine thread: after something was written, seal the columns once it has been quiet for a while.
    void planSeal()
    {
        if (sealPlanned.exchange(true)) {
            return;
        }
        engineThread->postAfter(sealAfter, [this] {
            sealPlanned = false;
            // What cannot be sealed now is rebuilt from the log when it is next read: nothing is lost.
            log->startSealing();
            if (watch) {
                watch->save();
            }
        });
    }
    Result<std::any> answer(Reader& state, const HandlerTable::Reading& handler, const std::any& question,
                            const CancelToken& token);
};

Result<std::any> LocalEngine::Parts::answer(Reader& state, const HandlerTable::Reading& handler,
                                            const std::any& question, const CancelToken& token)
{
    if (token.isCancelled() || stopping) {
        return fail(ErrorKind::Cancelled, "Nobody waits for this any more.");
    }
    if (!state.db) {
        auto opened = workspace.connect(db::OpenMode::ReadOnly);
        if (!opened) {
            return fail(opened.error());
        }
        // Readers go through whole tables once; what they meet again is in the system's cache.
        if (auto set = opened->execute(smallCacheSql); !set) {
            return fail(set.error());
        }
        state.db.emplace(std::move(*opened));
    }
    if (auto current = people->refresh(); !current) {
        return fail(current.error());
    }
    const auto known = seenSettings();
    ReadContext context{
        workspace, *state.db, log->view(), *people,          workers,         ledger,
        places,    search,    busy,        known.settings,   known.zone,      *clock,
        *secrets,  http,      token,       lease != nullptr, actingElsewhere, watch ? watch->members() : nullptr,
        notices};
    return handler(context, question);
}

Result<std::unique_ptr<LocalEngine>> LocalEngine::open(const std::filesystem::path& file,
                                                       std::unique_ptr<SecretStore> secrets,
                                                       std::unique_ptr<Clock> clock, const EngineOptions& options)
{
    auto workspace = db::Workspace::open(file, *clock);
    if (!workspace) {
        return fail(workspace.error());
    }
    auto writer = workspace->connect(db::OpenMode::ReadWrite);
    if (!writer) {
        return fail(writer.error());
    }
    auto parts =
        std::make_unique<Parts>(std::move(*workspace), std::move(*writer), HttpClientSettings{{}, options.extraCaFile});
    parts->clock = std::move(clock);
    parts->secrets = std::move(secrets);
    if (options.wantLease) {
        auto lease = db::RunnerLease::take(file);
        if (lease) {
            parts->lease = std::move(*lease);
            if (auto turn = parts->lease->beginTurn(parts->writer); !turn) {
                return fail(turn.error());
            }
        } else if (lease.error().kind == ErrorKind::Conflict) {
            parts->actingElsewhere = sentenceOf(lease.error());
        } else {
            return fail(lease.error());
        }
    }
    auto settings = db::Workspace::loadSettings(parts->writer);
    if (!settings) {
        return fail(settings.error());
    }
    parts->settings = std::move(*settings);
    // A zone this computer does not know (an old tz database) must not keep the owner from the data.
    parts->zone = TimeZone::load(parts->settings.timeZone).value_or(TimeZone());
    auto log = EventLog::open(parts->workspace, parts->writer);
    if (!log) {
        return fail(log.error());
    }
    parts->log = std::move(*log);
    parts->ingestor = std::make_unique<Ingestor>(parts->writer, *parts->log, *parts->clock, parts->settings.country);
    auto people = ProfileColumns::open(parts->workspace);
    if (!people) {
        return fail(people.error());
    }
    parts->people = std::move(*people);
    parts->writing.reset(new WriteContext{parts->workspace, parts->writer, *parts->log, *parts->ingestor,
                                          *parts->people, parts->workers, parts->ledger, parts->places, *parts->secrets,
                                          *parts->clock, parts->notices, parts->settings, parts->zone,
                                          parts->lease != nullptr, parts->actingElsewhere, parts->busy});
    if (parts->lease) {
        if (auto settled = settleWhatWasCut(*parts->writing); !settled) {
            return fail(settled.error());
        }
    }
    parts->showSettings();
    std::unique_ptr<LocalEngine> engine(new LocalEngine(std::move(parts)));
    if (options.liveSegments && engine->m_parts->lease) {
        engine->watchSegments();
    }
    if (options.background && !engine->m_parts->lease) {
        engine->followTheOther();
    }
    if (options.background && engine->m_parts->lease) {
        engine->m_parts->background =
            std::make_unique<Background>(*engine, *engine->m_parts->engineThread, *engine->m_parts->writing);
        engine->m_parts->background->start();
    }
    return engine;
}

LocalEngine::LocalEngine(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

/// Another process acts: what it writes is shown here a moment later.
void LocalEngine::followTheOther()
{
    Parts& parts = *m_parts;
    parts.engineThread->postAfter(followEvery, [this, &parts] {
        if (const auto news = parts.log->catchUp(); news && *news) {
            for (const Topic topic :
                 {Topic::Profiles, Topic::History, Topic::Segments, Topic::Campaigns, Topic::Sending}) {
                parts.notices.publish(topic);
            }
        }
        followTheOther();
    });
}

/// Nobody waits for it: what it needs is read on another thread first, and until it has begun readers evaluate.
void LocalEngine::watchSegments()
{
    Parts& parts = *m_parts;
    parts.watch = std::make_unique<SegmentWatch>(*parts.engineThread, *parts.writing);
    parts.writing->wrote = [&parts] { parts.watch->lookSoon(); };
    parts.jobs->post([&parts](int) {
        parts.watch->warmUp();
        parts.engineThread->post([&parts] {
            parts.watch->begin();
            parts.watchBegun.set_value();
        });
    });
}

void LocalEngine::awaitSegments() const
{
    if (m_parts->watch) {
        m_parts->watching.wait();
    }
}

LocalEngine::~LocalEngine()
{
    m_parts->stopping = true;
    if (m_parts->watch) {
        m_parts->watch->cancel();
    }
    if (m_parts->background) {
        m_parts->background->stop();
    }
    {
        const std::lock_guard lock(m_parts->ticketMutex);
        // What is quickly done is still done: the last words of a draft come a moment before the window goes.
        for (const auto& [number, open] : m_parts->tickets) {
            if (open.isLong) {
                open.token.cancel();
            }
        }
    }
    // Long commands still need the engine thread to end in order, so it stops last.
    m_parts->jobs->stop();
    m_parts->outside->stop();
    m_parts->readers->stop();
    m_parts->engineThread->post([this] {
        if (m_parts->watch) {
            m_parts->watch->close();
        }
        (void)m_parts->log->sealToClose();
    });
    m_parts->engineThread->stop();
}

std::string LocalEngine::shopName() const
{
    return m_parts->seenSettings().settings.shopName;
}

void LocalEngine::cancel(Ticket ticket)
{
    const std::lock_guard lock(m_parts->ticketMutex);
    if (const auto found = m_parts->tickets.find(ticket.number); found != m_parts->tickets.end()) {
        found->second.token.cancel();
    }
}

Subscription LocalEngine::subscribe(Topic topic, std::function<void(const Notice&)> handler)
{
    return m_parts->notices.subscribe(topic, std::move(handler));
}

Ticket LocalEngine::submitAny(std::type_index type, std::any command, AnyReply done)
{
    const CancelToken token;
    const auto* immediate = m_parts->table.findCommand(type);
    std::uint64_t number = 0;
    {
        const std::lock_guard lock(m_parts->ticketMutex);
        number = ++m_parts->lastTicket;
        m_parts->tickets.emplace(number, Parts::Open{token, immediate == nullptr});
    }
    const auto refuse = [this, number, done] {
        m_parts->closeTicket(number);
        done(fail(ErrorKind::Cancelled, "The engine is stopping."));
    };
    if (immediate != nullptr) {
        const bool posted =
            m_parts->engineThread->post([this, immediate, number, token, done, command = std::move(command)] {
                Result<std::any> answer =
                    token.isCancelled()
                        ? Result<std::any>(fail(ErrorKind::Cancelled, "It was cancelled before it began."))
                        : (*immediate)(*m_parts->writing, command);
                m_parts->showSettings();
                m_parts->planSeal();
                if (m_parts->watch) {
                    m_parts->watch->look(false);
                } else {
                    (void)m_parts->log->catchUp();
                }
                m_parts->closeTicket(number);
                done(std::move(answer));
            });
        if (!posted) {
            refuse();
        }
    } else if (const auto* handler = m_parts->table.findJob(type)) {
        const bool posted = m_parts->jobs->post([this, handler, number, token, done, command = std::move(command)](
                                                    int) { runJob(number, *handler, command, done, token); },
                                                refuse);
        if (!posted) {
            refuse();
        }
    } else {
        m_parts->closeTicket(number);
        done(fail(ErrorKind::InvalidInput, "This engine does not know that command.", type.name()));
    }
    return Ticket{number};
}

void LocalEngine::runJob(std::uint64_t number, const HandlerTable::Long& handler, const std::any& command,
                         const AnyReply& done, const CancelToken& token)
{
    JobContext context(*m_parts->engineThread, *m_parts->writing, m_parts->notices, m_parts->http, *m_parts->clock,
                       number, token);
    auto answer = handler(context, command);
    if (m_parts->watch) {
        (void)context.onEngine([this](WriteContext&) -> Result<void> {
            m_parts->watch->look(true);
            return {};
        });
    }
    context.tellFinished();
    m_parts->engineThread->post([this] {
        m_parts->showSettings();
        m_parts->planSeal();
    });
    m_parts->closeTicket(number);
    done(std::move(answer));
}

void LocalEngine::askAny(std::type_index type, std::any question, AnyReply done, const CancelToken& token)
{
    const bool asksOutside = m_parts->table.asksOutside(type);
    const auto* handler = m_parts->table.findQuestion(type);
    if (handler == nullptr) {
        done(fail(ErrorKind::InvalidInput, "This engine does not know that question.", type.name()));
        return;
    }
    // Nobody who has stopped waiting is called back.
    auto reply = [token, done = std::move(done)](Result<std::any> answer) {
        if (!token.isCancelled()) {
            done(std::move(answer));
        }
    };
    auto& pool = asksOutside ? *m_parts->outside : *m_parts->readers;
    const auto refuse = [reply] { reply(fail(ErrorKind::Cancelled, "The engine is stopping.")); };
    const bool posted = pool.post(
        [this, handler, asksOutside, token, reply, question = std::move(question)](int worker) {
            auto& state = (asksOutside ? m_parts->outsideStates.data() : m_parts->readerStates.data())[worker];
            reply(m_parts->answer(state, *handler, question, token));
        },
        refuse);
    if (!posted) {
        refuse();
    }
}

}  // namespace shopbell
