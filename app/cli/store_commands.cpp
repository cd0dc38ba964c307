// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/stores.h"
#include "app/cli/field_values.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

namespace shopbell::cli {

namespace {

struct StoreOptions {
    std::string connector;
    std::string label;
    FieldOptions fields;
    bool noTest = false;
    bool fromScratch = false;
};

std::vector<std::string> wordsOf(const std::vector<Sentence>& sentences)
{
    std::vector<std::string> words;
    for (const auto& each : sentences) {
        words.push_back(each.words);
    }
    return words;
}

nlohmann::json toJson(const StoreTestReport& report)
{
    nlohmann::json document{{"name", report.name},
                            {"url", report.url},
                            {"version", report.platformVersion},
                            {"currency", report.currency},
                            {"time_zone", report.timeZone},
                            {"warnings", wordsOf(report.warnings)}};
    if (report.orders) {
        document["orders"] = *report.orders;
    }
    if (report.customers) {
        document["customers"] = *report.customers;
    }
    return document;
}

void showReport(Session& session, const StoreTestReport& report)
{
    session.console.line("Connected to " + (report.name.empty() ? report.url : report.name) + " (" +
                         report.platformVersion + ").");
    if (report.orders) {
        session.console.line("It has " + formatCount(*report.orders) + " orders" +
                             (report.customers ? " and " + formatCount(*report.customers) + " customers" : "") + ".");
    }
    for (const auto& warning : report.warnings) {
        session.console.line("Note: " + warning.words);
    }
}

int runTest(Session& session, const StoreOptions& options, bool add)
{
    auto values = options.fields.read();
    if (!values) {
        (void)session.console.failure(values.error());
        return exitUsage;
    }
    nlohmann::json document;
    if (!add || !options.noTest) {
        auto report = session.ask(TestStore{options.connector, *values});
        if (!report) {
            return session.console.failure(report.error());
        }
        document = toJson(*report);
        showReport(session, *report);
    }
    if (add) {
        auto store = session.submit(AddStore{options.connector, options.label, *values});
        if (!store) {
            return session.console.failure(store.error());
        }
        document["id"] = store->value;
        session.console.line("Added as \"" + options.label + "\". Next: shopbell-cli -w " + session.file() +
                             " store sync");
    }
    session.console.answer(document);
    return exitGood;
}

int runList(Session& session)
{
    auto stores = session.ask(ListStores{});
    if (!stores) {
        return session.console.failure(stores.error());
    }
    auto document = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows;
    for (const auto& store : *stores) {
        document.push_back(
            {{"id", store.id.value},
             {"label", store.label},
             {"connector", store.connector},
             {"url", store.url},
             {"first_sync_done", store.firstSyncDone},
             {"last_success", store.lastSuccess ? nlohmann::json(store.lastSuccess->toIso()) : nlohmann::json()},
             {"problem", store.problem.words},
             {"set_aside", store.setAside}});
        rows.push_back({store.label, store.connector, store.url,
                        store.lastSuccess ? store.lastSuccess->toIso() : "not yet synced", store.problem.words});
    }
    session.console.answer(document);
    if (rows.empty()) {
        session.console.line("No store is connected yet. See: shopbell-cli store add --help");
    } else {
        session.console.table({"store", "platform", "address", "last sync", "problem"}, rows);
    }
    return exitGood;
}

int runSync(Session& session, const StoreOptions& options)
{
    auto stores = session.ask(ListStores{});
    if (!stores) {
        return session.console.failure(stores.error());
    }
    if (stores->empty()) {
        return session.console.failure(
            {ErrorKind::NotFound, "No store is connected yet. See: shopbell-cli store add --help", {}});
    }
    if (!options.label.empty()) {
        auto one = pickNamed(
            *stores, options.label, "store", [](const StoreStatus& s) { return s.label; },
            [](const StoreStatus& s) { return s.id.value; });
        if (!one) {
            return session.console.failure(one.error());
        }
        stores = std::vector{*one};
    }
    auto document = nlohmann::json::array();
    int code = exitGood;
    for (const auto& store : *stores) {
        auto summary = session.submit(SyncStore{store.id, options.fromScratch});
        if (!summary) {
            code = session.console.failure(summary.error());
            continue;
        }
        document.push_back({{"store", store.label},
                            {"customers", summary->customers},
                            {"orders", summary->orders},
                            {"products", summary->products},
                            {"categories", summary->categories},
                            {"coupons", summary->coupons},
                            {"new_events", summary->newEvents},
                            {"set_aside", summary->setAside},
                            {"warnings", wordsOf(summary->warnings)},
                            {"seconds", summary->seconds}});
        session.console.line(store.label + ": read " + formatCount(summary->customers) + " customers, " +
                             formatCount(summary->orders) + " orders and " + formatCount(summary->products) +
                             " products in " + formatSeconds(summary->seconds) + "; " +
                             formatCount(summary->newEvents) + " new events.");
        for (const auto& warning : summary->warnings) {
            session.console.line("Note: " + warning.words);
        }
        if (summary->setAside > 0) {
            session.console.line(formatCount(summary->setAside) +
                                 " records could not be understood and are kept aside.");
            code = code == exitGood ? exitPartly : code;
        }
    }
    session.console.answer(document);
    return code;
}

int runRemove(Session& session, const std::string& label)
{
    auto stores = session.ask(ListStores{});
    if (!stores) {
        return session.console.failure(stores.error());
    }
    auto one = pickNamed(
        *stores, label, "store", [](const StoreStatus& s) { return s.label; },
        [](const StoreStatus& s) { return s.id.value; });
    if (!one) {
        return session.console.failure(one.error());
    }
    auto removed = session.submit(RemoveStore{one->id});
    if (!removed) {
        return session.console.failure(removed.error());
    }
    session.console.answer({{"removed", one->label}});
    session.console.line("Removed \"" + one->label + "\". Its people and their history stay.");
    return exitGood;
}

int runKinds(Session& session)
{
    auto kinds = session.ask(ListConnectors{});
    if (!kinds) {
        return session.console.failure(kinds.error());
    }
    showKinds(session.console, linesOf(*kinds));
    return exitGood;
}

}  // namespace

void addStoreCommands(CLI::App& program, Action& chosen)
{
    auto* store = program.add_subcommand("store", "connect web shops and bring their data in");
    store->require_subcommand(1);
    store->add_subcommand("list", "connected stores")->callback([&chosen] { chosen = runList; });
    store->add_subcommand("kinds", "platforms that can be connected, and what each asks for")->callback([&chosen] {
        chosen = runKinds;
    });
    for (const bool add : {true, false}) {
        auto options = std::make_shared<StoreOptions>();
        auto* command =
            store->add_subcommand(add ? "add" : "test", add ? "test a store, and connect it" : "only test it");
        command->add_option("platform", options->connector, "for example woocommerce; see: store kinds")->required();
        if (add) {
            command->add_option("--label", options->label, "what to call it")->required();
            command->add_flag("--no-test", options->noTest, "connect without asking the store first");
        }
        options->fields.addTo(*command);
        command->callback([options, add, &chosen] {
            chosen = [options, add](Session& session) { return runTest(session, *options, add); };
        });
    }
    auto options = std::make_shared<StoreOptions>();
    auto* sync = store->add_subcommand("sync", "read what is new; goes on where an earlier sync was cut");
    sync->add_option("store", options->label, "label or #id; without it, all");
    sync->add_flag("--from-scratch", options->fromScratch, "read everything again (nothing is doubled)");
    sync->callback([options, &chosen] { chosen = [options](Session& session) { return runSync(session, *options); }; });
    auto label = std::make_shared<std::string>();
    auto* remove = store->add_subcommand("remove", "disconnect; people and history stay");
    remove->add_option("store", *label, "label or #id")->required();
    remove->callback([label, &chosen] { chosen = [label](Session& session) { return runRemove(session, *label); }; });
}

}  // namespace shopbell::cli
