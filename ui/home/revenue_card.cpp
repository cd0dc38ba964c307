// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/revenue_card.h"

#include "ui/bridge/text.h"
#include "ui/charts/line_area_chart.h"
#include "ui/widgets/marks.h"

#include <cmath>
#include <map>

namespace shopbell::ui {

namespace {

constexpr int chartHeight = 200;
constexpr int tickDays = 7;

}  // namespace

RevenueCard::RevenueCard(QWidget* parent) : Card(tr("Revenue"), parent), m_chart(new LineAreaChart)
{
    addToHeader(new LegendKey(tr("all orders"), chartToken(0)));
    addToHeader(new LegendKey(tr("earned by messages"), chartToken(1)));
    m_chart->setAccessibleName(tr("Revenue by day"));
    m_chart->setMinimumHeight(chartHeight);
    body()->addWidget(m_chart, 1);
}

void RevenueCard::show(const Overview& overview, const Formats& formats)
{
    LineSeries all{.name = tr("all orders"), .points = {}};
    LineSeries earned{.name = tr("earned by messages"), .points = {}};
    for (const DayFigure& day : overview.days) {
        const auto x = static_cast<double>(day.day.ms);
        all.points << QPointF(x, day.revenue.toDouble());
        earned.points << QPointF(x, day.attributed.toDouble());
    }
    m_chart->setValueFormat([formats](double value) {
        return formats.wholeMoney(Decimal{static_cast<std::int64_t>(std::llround(value * 1e6))});
    });
    m_chart->setZone(formats.zone());
    m_chart->setXTicks(weeksBefore(all.points, formats));
    m_chart->setSeries({all, earned});
}

/// The same weekday of each week back from the last day.
QList<AxisTick> RevenueCard::weeksBefore(const QList<QPointF>& days, const Formats& formats) const
{
    QList<AxisTick> ticks;
    for (qsizetype index = days.size() - 1; index >= 0; index -= tickDays) {
        const double at = days[index].x();
        ticks.prepend({at, index == days.size() - 1 ? tr("Today") : formats.dayMonth({static_cast<std::int64_t>(at)})});
    }
    return ticks;
}

void RevenueCard::showCampaigns(const std::vector<CampaignSummary>& campaigns, const Formats& formats)
{
    std::map<QDate, QStringList> sent;
    for (const CampaignSummary& each : campaigns) {
        if (each.campaign.startedAt.ms != 0 && each.accepted > 0) {
            sent[formats.dayOf(each.campaign.startedAt)] << toQString(each.campaign.name);
        }
    }
    QList<ChartMarker> markers;
    for (const auto& [day, names] : sent) {
        markers.append(
            {static_cast<double>(formats.startOfDay(day).ms),
             names.size() == 1 ? names.front() : tr("%Ln campaigns", nullptr, static_cast<int>(names.size()))});
    }
    m_chart->setMarkers(markers);
}

}  // namespace shopbell::ui
