// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/stores.h"
#include "connectors/store_connector.h"
#include "ingest/ingestor.h"
#include "net/http_client.h"
#include "runtime/handlers.h"
#include "runtime/store_sync_job.h"
#include "sync/store_connections.h"

namespace shopbell {

namespace {

Result<std::vector<ConnectorInfo>> listConnectors(ReadContext&, const ListConnectors&)
{
    std::vector<ConnectorInfo> infos;
    for (const auto& kind : connectorKinds()) {
        infos.push_back({std::string(kind.name), std::string(kind.label), kind.fields()});
    }
    return infos;
}

Result<StoreTestReport> testStore(ReadContext& reading, const TestStore& question)
{
    const auto* kind = findConnectorKind(question.connector);
    if (kind == nullptr) {
        return fail(ErrorKind::NotFound, say("store-platform-unknown",
                                             "Shopbell knows no store platform called \"%1\".", {question.connector}));
    }
    if (auto problem = findValuesProblem(*kind, question.values); !problem.empty()) {
        return fail(ErrorKind::InvalidInput, problem);
    }
    auto connector = kind->make(question.values, {reading.http, reading.clock});
    if (!connector) {
        return fail(connector.error());
    }
    auto facts = (*connector)->test(reading.cancel);
    if (!facts) {
        return fail(facts.error());
    }
    StoreTestReport report;
    report.name = facts->name;
    report.url = facts->url;
    report.platformVersion = facts->platformVersion;
    report.currency = facts->currency;
    report.timeZone = facts->timeZone;
    for (const auto stream : facts->missingPermissions) {
        report.warnings.push_back(say("store-key-may-not-read", "The key may not read %1; they stay out.",
                                      {sayLabel(storeStreamName(stream))}));
    }
    report.warnings.insert(report.warnings.end(), facts->warnings.begin(), facts->warnings.end());
    report.orders = facts->orderCount;
    report.customers = facts->customerCount;
    return report;
}

Result<ConnectionId> addStore(WriteContext& writing, const AddStore& command)
{
    auto id = StoreConnections(writing.db, writing.clock)
                  .add(command.connector, command.label, command.values, writing.secrets);
    if (id) {
        writing.notices.publish(Topic::Stores, id->value);
    }
    return id;
}

Result<Done> removeStore(WriteContext& writing, const RemoveStore& command)
{
    auto removed = StoreConnections(writing.db, writing.clock).remove(command.store, writing.secrets);
    if (!removed) {
        return fail(removed.error());
    }
    writing.notices.publish(Topic::Stores, command.store.value);
    return Done{};
}

Result<std::vector<StoreStatus>> listStores(ReadContext& reading, const ListStores&)
{
    StoreConnections connections(reading.db, reading.clock);
    auto all = connections.listAll();
    if (!all) {
        return fail(all.error());
    }
    std::vector<StoreStatus> stores;
    for (const auto& connection : *all) {
        auto health = connections.loadHealth(connection.id);
        if (!health) {
            return fail(health.error());
        }
        StoreStatus status;
        status.id = connection.id;
        status.connector = connection.connector;
        status.label = connection.label;
        status.url = std::string(findValue(connection.settings, "url"));
        status.firstSyncDone = health->firstSyncDone;
        status.connectedAt = connection.connectedAt;
        if (health->lastSuccess.ms != 0) {
            status.lastSuccess = health->lastSuccess;
        }
        if (health->nextTry.ms != 0) {
            status.nextTry = health->nextTry;
        }
        status.problem = health->problem;
        status.setAside = health->setAside;
        status.syncing = reading.busy.holds(busyStore(connection.id));
        stores.push_back(std::move(status));
    }
    return stores;
}

}  // namespace

void addStoreHandlers(HandlerTable& table)
{
    table.question(listConnectors);
    table.outsideQuestion(testStore);
    table.command(addStore);
    table.command(removeStore);
    table.question(listStores);
    table.job(runStoreSync);
}

}  // namespace shopbell
