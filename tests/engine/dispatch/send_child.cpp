// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "db/workspace.h"
#include "dispatch/dispatcher.h"
#include "dispatch/interrupted.h"
#include "dispatch/wire_workspace.h"
#include "engine/dispatch/child_order.h"
#include "profiles/profile_store.h"
#include "providers/message_provider.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

using namespace shopbell;

namespace {

/// History is not what is looked at here.
class DeafSink final : public ChangeSink {
public:
    Result<void> record(ProfileId, std::string_view, Instant, std::string_view, std::string_view, bool) override
    {
        return {};
    }
    Result<void> profilesMerged(ProfileId, ProfileId) override { return {}; }
};

/// Ends the process as kill -9 does, at a chosen place, when it comes by there for the n-th time.
class CrashPoint {
public:
    CrashPoint(std::string place, int times) : m_place(std::move(place)), m_left(times) {}
    void pass(std::string_view place)
    {
        if (place == m_place && --m_left == 0) {
            std::raise(SIGKILL);
        }
    }

private:
    std::string m_place;
    std::atomic<int> m_left;
};

/// Passes by the places inside a delivery.
class CrashingProvider final : public MessageProvider {
public:
    CrashingProvider(std::unique_ptr<MessageProvider> inner, CrashPoint& crash)
        : m_inner(std::move(inner)), m_crash(crash)
    {
    }
    auto test(const CancelToken& cancel) -> decltype(MessageProvider::test(cancel)) override
    {
        return m_inner->test(cancel);
    }
    DeliveryResult send(const OutgoingMessage& message, const CancelToken& cancel) override
    {
        auto watched = message;
        if (message.beforeWire) {
            watched.beforeWire = [&] {
                m_crash.pass("before-begin");
                auto told = message.beforeWire();
                m_crash.pass("after-begin");
                return told;
            };
        }
        auto result = m_inner->send(watched, cancel);
        m_crash.pass("before-answer");
        return result;
    }
    LookedUp lookUp(std::int64_t message) override { return m_inner->lookUp(message); }
    bool isIdempotent() const override { return m_inner->isIdempotent(); }
    bool tellsBeforeWire() const override { return m_inner->tellsBeforeWire(); }

private:
    std::unique_ptr<MessageProvider> m_inner;
    CrashPoint& m_crash;
};

int refuse(const Error& error)
{
    std::fprintf(stderr, "%s\n", describe(error).c_str());
    return 1;
}

}  // namespace

/// send_child WORKSPACE smtp PORT | send_child WORKSPACE local-outbox FOLDER, then perhaps PLACE TIMES: where to crash.
/// Settles what was interrupted, sends all that waits, and says how many were unknown.
int main(int argc, char** argv)
{
    if (argc != 4 && argc != 6) {
        return 2;
    }
    CrashPoint crash(argc == 6 ? argv[4] : "", argc == 6 ? std::atoi(argv[5]) : 0);
    const SystemClock clock;
    const auto workspace = db::Workspace::open(toPath(argv[1]), clock);
    if (!workspace) {
        return refuse(workspace.error());
    }
    auto connection = workspace->connect(db::OpenMode::ReadWrite);
    if (!connection) {
        return refuse(connection.error());
    }
    const bool isSmtp = std::strcmp(argv[2], "smtp") == 0;
    const FieldValues values =
        isSmtp ? FieldValues{{"host", "127.0.0.1"}, {"port", argv[3]}, {"security", "none"}, {"auth", "none"}}
               : FieldValues{{"folder", argv[3]}};
    std::vector<std::unique_ptr<MessageProvider>> providers;
    for (int number = 0; number < 3; ++number) {
        auto made = findProviderKind(argv[2])->make(values, {clock, workspace->file()});
        if (!made) {
            return refuse(made.error());
        }
        providers.push_back(std::make_unique<CrashingProvider>(std::move(*made), crash));
    }
    DeafSink sink;
    ProfileStore people(*connection, sink, clock, "AT");
    const auto traces = loadWireTraces(*connection, workspace->file());
    if (!traces) {
        return refuse(traces.error());
    }
    const auto settled = settleInterrupted(*connection, people, sink, clock, *traces,
                                           [&](const LedgerMessage&) { return providers[0].get(); });
    if (!settled) {
        return refuse(settled.error());
    }
    crash.pass("settled");
    auto dispatcher = Dispatcher::make(*connection, people, sink, clock, test::childOrder());
    if (!dispatcher) {
        return refuse(dispatcher.error());
    }
    std::shared_ptr<WireJournal> journal;
    if (!providers.front()->isIdempotent()) {
        auto started = startWireJournal(*connection, workspace->file());
        if (!started) {
            return refuse(started.error());
        }
        journal = std::move(*started);
    }
    crash.pass("journal-started");
    for (;;) {
        auto batch = (*dispatcher)->lease(20, journal);
        if (!batch) {
            return refuse(batch.error());
        }
        if (batch->messages.empty() && batch->skipped == 0) {
            return 0;
        }
        crash.pass("leased");
        Dispatcher::deliver(*batch, providers, CancelToken());
        crash.pass("delivered");
        if (auto recorded = (*dispatcher)->record(*batch); !recorded) {
            return refuse(recorded.error());
        }
        crash.pass("recorded");
        Dispatcher::forget(*batch);
    }
}
