// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/revenue_card.h"

#include "ui/charts/line_area_chart.h"
#include "ui/widgets/marks.h"

#include <cmath>

namespace shopbell::ui {

namespace {

constexpr int chartHeight = 200;

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
    m_chart->setSeries({all, earned});
}

}  // namespace shopbell::ui
