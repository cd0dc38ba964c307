// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "db/workspace.h"
#include "dispatch/dispatcher.h"
#include "dispatch/interrupted.h"
#include "engine/dispatch/child_order.h"
#include "profiles/profile_store.h"
#include "providers/message_provider.h"

#include <cstdio>
#include <cstring>
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

int refuse(const Error& error)
{
    std::fprintf(stderr, "%s\n", describe(error).c_str());
    return 1;
}

}  // namespace

/// send_child WORKSPACE smtp PORT | send_child WORKSPACE local-outbox FOLDER
/// Settles what was interrupted, sends all that waits, and says how many were unknown.
int main(int argc, char** argv)
{
    if (argc != 4) {
        return 2;
    }
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
        providers.push_back(std::move(*made));
    }
    DeafSink sink;
    ProfileStore people(*connection, sink, clock, "AT");
    const auto settled =
        settleInterrupted(*connection, sink, clock, [&](const LedgerMessage&) { return providers[0].get(); });
    if (!settled) {
        return refuse(settled.error());
    }
    auto dispatcher = Dispatcher::make(*connection, people, sink, clock, test::childOrder());
    if (!dispatcher) {
        return refuse(dispatcher.error());
    }
    for (;;) {
        auto batch = (*dispatcher)->lease(20);
        if (!batch) {
            return refuse(batch.error());
        }
        if (batch->messages.empty() && batch->skipped == 0) {
            return 0;
        }
        Dispatcher::deliver(*batch, providers, CancelToken());
        if (auto recorded = (*dispatcher)->record(*batch); !recorded) {
            return refuse(recorded.error());
        }
    }
}
