// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/campaigns.h"
#include "api/demo.h"
#include "api/reports.h"
#include "api/segments.h"
#include "app/cli/commands.h"
#include "app/cli/overview_text.h"
#include "base/file.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace shopbell::cli {

namespace {

struct DemoOptions {
    std::int64_t people = 1000;
    std::uint64_t seed = 1;
    std::string smtp;
    bool fillOnly = false;
};

constexpr const char* slippingAway =
    R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":2},)"
    R"({"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0,)"
    R"("timeframe":{"kind":"in-the-last","n":60,"unit":"day"}}]})";

constexpr const char* subject = "{{ first_name | default: \"Hello\" }}, we kept something for you";
constexpr const char* html = "<!doctype html><html><body style=\"font-family:sans-serif\">"
                             "<h1>We miss you, {{ first_name | default: \"friend\" }}</h1>"
                             "<p>It has been a while since your last visit{% if city %} from {{ city }}{% endif %}. "
                             "The new season is on the shelves.</p>"
                             "<p><a href=\"https://shop.example/new\">See what is new</a></p>"
                             "<p><a href=\"{{ unsubscribe_url }}\">Unsubscribe</a></p></body></html>";

/// Sends the demo campaign through a mail server given as host:port, else through the local outbox.
Result<ProviderId> chooseProvider(Session& session, const DemoOptions& options)
{
    if (options.smtp.empty()) {
        return ProviderId{};
    }
    const auto colon = options.smtp.rfind(':');
    if (colon == std::string::npos) {
        return fail(ErrorKind::InvalidInput, "The mail server is written host:port, for example 127.0.0.1:2525.");
    }
    return session.submit(SaveProvider{{},
                                       "smtp",
                                       "Demo mail server",
                                       {{"host", options.smtp.substr(0, colon)},
                                        {"port", options.smtp.substr(colon + 1)},
                                        {"security", "none"},
                                        {"auth", "none"}},
                                       true});
}

int runDemo(Session& session, const DemoOptions& options)
{
    auto& console = session.console;
    if (!std::filesystem::exists(toPath(session.file()))) {
        auto made = session.workspaces.create({session.file(), "Fernhill Candles (demo)", "", "EUR", "AT"});
        if (!made) {
            return console.failure(made.error());
        }
        console.line("Made " + session.file() + ".");
    }
    console.line("Opening a made-up shop with " + formatCount(options.people) +
                 " people on this computer, and syncing it …");
    auto demo = session.submit(FillWithDemo{options.people, options.seed});
    if (!demo) {
        return console.failure(demo.error());
    }
    console.line("Synced over HTTP in " + formatSeconds(demo->sync.seconds) + ": " + formatCount(demo->sync.customers) +
                 " customers, " + formatCount(demo->sync.orders) + " orders, " + formatCount(demo->sync.products) +
                 " products; and " + formatCount(demo->extraEvents) + " visits, carts, opens and clicks.");
    nlohmann::json document{{"file", session.file()},
                            {"people", demo->people},
                            {"customers", demo->sync.customers},
                            {"orders", demo->sync.orders},
                            {"products", demo->sync.products},
                            {"extra_events", demo->extraEvents},
                            {"sync_seconds", demo->sync.seconds}};
    if (!options.fillOnly) {
        const SegmentDefinition definition{slippingAway};
        auto count = session.ask(CountSegment{definition, {}});
        if (!count) {
            return console.failure(count.error());
        }
        auto segments = session.ask(ListSegments{});
        if (!segments) {
            return console.failure(segments.error());
        }
        const std::string name = "Good customers gone quiet";
        SegmentId segment;
        for (const auto& known : *segments) {
            segment = known.name == name ? known.id : segment;
        }
        if (!segment.isValid()) {
            auto saved = session.submit(SaveSegment{{}, name, definition});
            if (!saved) {
                return console.failure(saved.error());
            }
            segment = *saved;
        }
        console.line("Segment \"" + name + "\": " + formatCount(count->members) +
                     " people who bought twice or more, but not "
                     "in the last 60 days.");
        auto provider = chooseProvider(session, options);
        if (!provider) {
            return console.failure(provider.error());
        }
        Campaign campaign;
        campaign.name = "We miss you";
        campaign.audience.segments = {segment};
        campaign.provider = *provider;
        campaign.content = {
            "Fernhill Candles", "hello@fernhill.example", "", subject, "The new season is here", html, ""};
        auto saved = session.submit(SaveCampaign{campaign});
        if (!saved) {
            return console.failure(saved.error());
        }
        auto sent = session.submit(SendCampaign{*saved});
        if (!sent) {
            return console.failure(sent.error());
        }
        console.line("Campaign \"" + campaign.name + "\": " + formatCount(sent->accepted) + " of " +
                     formatCount(sent->planned) + " messages delivered" +
                     (options.smtp.empty() ? " to the local outbox" : " to " + options.smtp) + ", " +
                     formatCount(sent->skipped) + " skipped:");
        for (const auto& [reason, number] : sent->skipReasons) {
            console.line("  " + formatCount(number) + " " + reason);
        }
        if (sent->failed + sent->unknown > 0) {
            console.line("  " + formatCount(sent->failed) + " failed, " + formatCount(sent->unknown) + " unknown");
        }
        document["segment"] = {{"name", name}, {"members", count->members}};
        document["campaign"] = {{"planned", sent->planned},
                                {"accepted", sent->accepted},
                                {"skipped", sent->skipped},
                                {"failed", sent->failed},
                                {"unknown", sent->unknown}};
        auto overview = session.ask(LoadOverview{});
        if (!overview) {
            return console.failure(overview.error());
        }
        document["revenue_30_days"] = overview->now.revenue.toDouble();
        document["orders_30_days"] = overview->now.orders;
        writeOverview(console, *overview);
        console.line();
        console.line("The workspace is " + session.file() + ". Look around: shopbell-cli -w " + session.file() +
                     " profile search");
    }
    console.answer(document);
    return exitGood;
}

}  // namespace

void addDemoCommand(CLI::App& program, Action& chosen)
{
    auto options = std::make_shared<DemoOptions>();
    auto* demo =
        program.add_subcommand("demo", "a made-up shop and the whole job once: sync, segment, campaign, report");
    demo->add_option("--people", options->people, "how many people the shop has")->check(CLI::Range(1000, 1000000));
    demo->add_option("--seed", options->seed, "the same seed makes the same shop");
    demo->add_option("--smtp", options->smtp,
                     "send the campaign to this mail server, host:port, instead of the local outbox");
    demo->add_flag("--fill-only", options->fillOnly, "make the workspace, send nothing");
    demo->callback([options, &chosen] {
        chosen = [options](Session& session) {
            if (!session.file().empty()) {
                return runDemo(session, *options);
            }
            Session named(session.workspaces, session.console, "demo.shopbell");
            return runDemo(named, *options);
        };
    });
}

}  // namespace shopbell::cli
