// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles.h"
#include "api/reports.h"
#include "app/cli/commands.h"
#include "app/cli/overview_text.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

namespace shopbell::cli {

namespace {

struct ReportOptions {
    std::string from;
    std::string to;
};

nlohmann::json toJson(const OverviewFigures& figures)
{
    return {{"revenue", figures.revenue.toDouble()},
            {"gross_revenue", figures.grossRevenue.toDouble()},
            {"refunds", figures.refunds.toDouble()},
            {"orders", figures.orders},
            {"buyers", figures.buyers},
            {"new_customers", figures.newCustomers},
            {"new_profiles", figures.newProfiles},
            {"attributed_revenue", figures.attributedRevenue.toDouble()},
            {"attributed_orders", figures.attributedOrders},
            {"messages_accepted", figures.messagesAccepted},
            {"messages_skipped", figures.messagesSkipped},
            {"messages_failed", figures.messagesFailed}};
}

int runOverview(Session& session, const ReportOptions& options)
{
    LoadOverview question;
    for (const auto& [text, into] : {std::pair{&options.from, &question.from}, std::pair{&options.to, &question.to}}) {
        if (!text->empty()) {
            auto at = parseInstant(*text);
            if (!at) {
                (void)session.console.failure(at.error());
                return exitUsage;
            }
            *into = *at;
        }
    }
    auto overview = session.ask(question);
    if (!overview) {
        return session.console.failure(overview.error());
    }
    auto days = nlohmann::json::array();
    for (const auto& day : overview->days) {
        days.push_back({{"day", day.day.toIso()},
                        {"revenue", day.revenue.toDouble()},
                        {"attributed", day.attributed.toDouble()},
                        {"orders", day.orders}});
    }
    auto products = nlohmann::json::array();
    for (const auto& [name, revenue] : overview->topProducts) {
        products.push_back({{"product", name}, {"revenue", revenue.toDouble()}});
    }
    auto segments = nlohmann::json::array();
    for (const auto& [name, members] : overview->segments) {
        segments.push_back({{"segment", name}, {"members", members}});
    }
    session.console.answer({{"from", overview->from.toIso()},
                            {"to", overview->to.toIso()},
                            {"currency", overview->currency},
                            {"profiles", overview->profiles},
                            {"may_email", overview->mayEmail},
                            {"now", toJson(overview->now)},
                            {"before", toJson(overview->before)},
                            {"days", days},
                            {"top_products", products},
                            {"segments", segments}});
    writeOverview(session.console, *overview);
    return exitGood;
}

int runMetrics(Session& session)
{
    auto metrics = session.ask(ListMetrics{});
    if (!metrics) {
        return session.console.failure(metrics.error());
    }
    auto document = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows;
    for (const auto& metric : *metrics) {
        document.push_back({{"name", metric.name},
                            {"events", metric.events},
                            {"profiles", metric.profiles},
                            {"first", metric.first ? nlohmann::json(metric.first->toIso()) : nlohmann::json()},
                            {"last", metric.last ? nlohmann::json(metric.last->toIso()) : nlohmann::json()}});
        rows.push_back({metric.name, formatCount(metric.events), formatCount(metric.profiles),
                        metric.first ? metric.first->toIso().substr(0, 10) : "",
                        metric.last ? metric.last->toIso().substr(0, 10) : ""});
    }
    session.console.answer(document);
    session.console.table({"what happened", "times", "people", "first", "last"}, rows);
    return exitGood;
}

}  // namespace

void addReportCommands(CLI::App& program, Action& chosen)
{
    auto* report = program.add_subcommand("report", "what happened, and what messages earned");
    report->require_subcommand(1);
    auto options = std::make_shared<ReportOptions>();
    auto* overview =
        report->add_subcommand("overview", "revenue, orders, customers, messages; the last 30 days by default");
    overview->add_option("--from", options->from, "ISO 8601");
    overview->add_option("--to", options->to, "ISO 8601, not included");
    overview->callback(
        [options, &chosen] { chosen = [options](Session& session) { return runOverview(session, *options); }; });
    report->add_subcommand("metrics", "every kind of event with how often it happened")->callback([&chosen] {
        chosen = runMetrics;
    });
}

}  // namespace shopbell::cli
