// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo.h"
#include "db/transaction.h"
#include "demo/demo_extras.h"
#include "demo/woo_service.h"
#include "ingest/ingestor.h"
#include "runtime/demo_segments.h"
#include "runtime/handlers.h"
#include "runtime/memory_secrets.h"
#include "runtime/store_sync_job.h"
#include "sync/store_connections.h"

#include <algorithm>
#include <chrono>

namespace shopbell {

namespace {

constexpr std::int64_t leastPeople = 1'000;
constexpr std::int64_t mostPeople = 1'000'000;
constexpr std::int64_t peopleAtOnce = 500;
constexpr std::string_view storeLabel = "Fernhill Candles (demo)";

/// The connection that demo data belongs to: made on the first filling, found again later, pointed at the service of
/// now.
Result<ConnectionId> connectDemoStore(WriteContext& writing, const demo::WooService& service, SecretStore& secrets)
{
    StoreConnections connections(writing.db, writing.clock);
    const FieldValues values{
        {"url", service.url()}, {"consumer_key", service.key()}, {"consumer_secret", service.secret()}};
    auto all = connections.listAll();
    if (!all) {
        return fail(all.error());
    }
    for (const auto& known : *all) {
        if (known.label == storeLabel) {
            if (auto resumed = connections.setPaused(known.id, false); !resumed) {
                return fail(resumed.error());
            }
            if (auto changed = connections.change(known.id, storeLabel, values, secrets); !changed) {
                return fail(changed.error());
            }
            return known.id;
        }
    }
    return connections.add("woocommerce", storeLabel, values, secrets);
}

/// Some people's extras, ready to be taken in.
struct ExtrasBatch {
    std::vector<ProfileUpdate> people;
    std::vector<std::string> emails;
    std::vector<demo::DemoExtras> extras;
};

std::shared_ptr<ExtrasBatch> makeBatch(const demo::DemoShop& shop, std::int64_t from, std::int64_t to)
{
    auto batch = std::make_shared<ExtrasBatch>();
    for (auto number = from; number < to; ++number) {
        const auto person = shop.person(number);
        auto extras = demo::makeExtras(shop, person);
        ProfileUpdate update;
        update.email = person.email;
        update.properties["first_name"] = person.firstName;
        update.properties["last_name"] = person.lastName;
        update.consents = extras.consents;
        update.createdAt = person.firstSeen;
        update.at = person.firstSeen;
        update.backfill = true;
        batch->emails.push_back(person.email);
        batch->people.push_back(std::move(update));
        batch->extras.push_back(std::move(extras));
    }
    return batch;
}

Result<std::int64_t> takeIn(WriteContext& writing, const ExtrasBatch& batch)
{
    std::vector<IncomingEvent> events;
    for (std::size_t index = 0; index < batch.extras.size(); ++index) {
        for (const auto& extra : batch.extras[index].events) {
            IncomingEvent event;
            event.who.email = batch.emails[index];
            event.metric = extra.metric;
            event.at = extra.at;
            event.value = extra.value;
            event.uniqueId = extra.uniqueId;
            event.properties = extra.properties;
            event.backfill = true;
            events.push_back(event);
        }
    }
    auto counts = writing.ingestor.apply(batch.people, events, "demo shop");
    if (!counts) {
        return fail(counts.error());
    }
    return counts->eventsStored;
}

Result<DemoSummary> fillWithDemo(JobContext& job, const FillWithDemo& command)
{
    const auto begun = std::chrono::steady_clock::now();
    if (command.people < leastPeople || command.people > mostPeople) {
        return fail(ErrorKind::InvalidInput, say("demo-size", "The demo shop has from 1,000 to 1,000,000 people."));
    }
    job.tell(Progress::Kind::Other, say("demo-making-up", "Making up a shop"), 0, 0);
    const auto shop = std::make_shared<const demo::DemoShop>(command.people, command.seed, job.clock.now());
    auto service = demo::WooService::start(shop);
    if (!service) {
        return fail(service.error());
    }
    MemorySecrets secrets;
    auto store = job.onEngine([&](WriteContext& writing) { return connectDemoStore(writing, **service, secrets); });
    if (!store) {
        return fail(store.error());
    }
    DemoSummary summary;
    summary.people = command.people;
    auto synced = runStoreSyncWith(job, SyncStore{*store, false}, &secrets);
    // The service ends with this command: what is left is a store that was read, and is not asked again by the clock.
    auto paused = job.onEngine(
        [&](WriteContext& writing) { return StoreConnections(writing.db, writing.clock).setPaused(*store, true); });
    if (!synced) {
        return fail(synced.error());
    }
    if (!paused) {
        return fail(paused.error());
    }
    summary.sync = *synced;
    auto batch = makeBatch(*shop, 0, std::min(peopleAtOnce, command.people));
    for (std::int64_t number = 0; number < command.people; number += peopleAtOnce) {
        if (job.cancel.isCancelled()) {
            return fail(ErrorKind::Cancelled,
                        say("demo-stopped", "The demo shop was stopped half-way. Fill it again to go on."));
        }
        auto taking = job.start([batch](WriteContext& writing) { return takeIn(writing, *batch); });
        const auto next = std::min(number + peopleAtOnce, command.people);
        batch = makeBatch(*shop, next, std::min(next + peopleAtOnce, command.people));
        auto stored = taking.get();
        if (!stored) {
            return fail(stored.error());
        }
        summary.extraEvents += *stored;
        job.tell(Progress::Kind::Import, say("demo-adding-visits", "Adding visits and newsletters"), next,
                 command.people);
    }
    auto segments = job.onEngine([](WriteContext& writing) { return saveDemoSegments(writing); });
    if (!segments) {
        return fail(segments.error());
    }
    summary.segments = *segments;
    job.notices().publish(Topic::Profiles);
    job.notices().publish(Topic::History);
    job.notices().publish(Topic::Segments);
    summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return summary;
}

}  // namespace

void addDemoHandlers(HandlerTable& table)
{
    table.job(fillWithDemo);
}

}  // namespace shopbell
