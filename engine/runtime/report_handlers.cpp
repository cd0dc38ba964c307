// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue.h"
#include "api/reports.h"
#include "dispatch/ledger.h"
#include "profiles/profile_reading.h"
#include "runtime/handlers.h"
#include "runtime/segment_reading.h"

#include <chrono>

namespace shopbell {

namespace {

constexpr std::size_t topProducts = 10;
constexpr int defaultDays = 30;

constexpr std::string_view newProfilesSql = "SELECT count(*) FROM profile WHERE created_at >= ?1 AND created_at < ?2";
constexpr std::string_view messagesSql = "SELECT state, count(*) FROM message WHERE changed_at >= ?1 AND changed_at < "
                                         "?2 AND origin_kind <> 2 GROUP BY state";
constexpr std::string_view mayEmailSql =
    "SELECT count(*) FROM consent c JOIN profile p ON p.id = c.profile_id WHERE c.channel = 0 AND c.state = 1 "
    "AND p.email IS NOT NULL AND NOT EXISTS (SELECT 1 FROM suppression s JOIN identifier i ON i.value = s.address "
    "WHERE s.channel = 0 AND i.kind = 0 AND i.profile_id = p.id)";

Result<OverviewFigures> readFigures(ReadContext& reading, Instant from, Instant to, bool withProfiles)
{
    OverviewFigures figures;
    auto revenue = sumRevenue(*reading.history, from, to);
    if (!revenue) {
        return fail(revenue.error());
    }
    figures.grossRevenue = revenue->gross;
    figures.refunds = revenue->refunds;
    figures.revenue = revenue->gross - revenue->refunds;
    figures.orders = revenue->orders;
    figures.buyers = revenue->buyers;
    figures.newCustomers = revenue->newCustomers;
    figures.attributedRevenue = revenue->earned;
    figures.attributedOrders = revenue->earnedOrders;
    if (withProfiles) {
        auto newProfiles = reading.db.findInteger(newProfilesSql, from, to);
        if (!newProfiles) {
            return fail(newProfiles.error());
        }
        figures.newProfiles = newProfiles->value_or(0);
    }
    auto messages = reading.db.each(
        messagesSql,
        [&](db::Statement& row) {
            switch (static_cast<MessageState>(row.integer(0))) {
            case MessageState::Accepted: figures.messagesAccepted = row.integer(1); break;
            case MessageState::Skipped: figures.messagesSkipped = row.integer(1); break;
            case MessageState::Failed: figures.messagesFailed = row.integer(1); break;
            default: break;
            }
        },
        from, to);
    if (!messages) {
        return fail(messages.error());
    }
    return figures;
}

Result<Overview> loadOverview(ReadContext& reading, const LoadOverview& question)
{
    Overview overview;
    overview.to = question.to.value_or(reading.clock.now());
    if (question.from) {
        overview.from = *question.from;
    } else {
        const auto today = toDayNumber(reading.zone.toCivil(overview.to).day);
        overview.from = reading.zone.startOfDay(fromDayNumber(today - (defaultDays - 1)));
    }
    if (overview.to <= overview.from) {
        return fail(ErrorKind::InvalidInput, say("report-time-wrong", "A report's end must come after its beginning."));
    }
    overview.currency = reading.settings.currency;
    auto now = readFigures(reading, overview.from, overview.to, !question.onlyFigures);
    if (!now) {
        return fail(now.error());
    }
    overview.now = *now;
    auto before =
        readFigures(reading, overview.from - (overview.to - overview.from), overview.from, !question.onlyFigures);
    if (!before) {
        return fail(before.error());
    }
    overview.before = *before;
    auto days = listRevenueDays(*reading.history, reading.zone, overview.from, overview.to);
    if (!days) {
        return fail(days.error());
    }
    for (const auto& day : *days) {
        overview.days.push_back({day.day, day.revenue, day.earned, day.orders});
    }
    auto profiles = countProfiles(reading.db);
    auto mayEmail = reading.db.findInteger(mayEmailSql);
    if (!profiles || !mayEmail) {
        return fail(!profiles ? profiles.error() : mayEmail.error());
    }
    overview.profiles = *profiles;
    overview.mayEmail = mayEmail->value_or(0);
    if (question.onlyFigures) {
        return overview;
    }
    auto products = listTopProducts(*reading.history, overview.from, overview.to, topProducts);
    if (!products) {
        return fail(products.error());
    }
    overview.topProducts = std::move(*products);
    auto segments = countSavedSegments(reading);
    if (!segments) {
        return fail(segments.error());
    }
    overview.segments = std::move(*segments);
    return overview;
}

}  // namespace

void addReportHandlers(HandlerTable& table)
{
    table.question(loadOverview);
}

}  // namespace shopbell
