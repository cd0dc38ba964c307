// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "api/reports.h"
#include "ui/bridge/formats.h"
#include "ui/widgets/card.h"

namespace shopbell::ui {

class LineAreaChart;
struct AxisTick;

/// Revenue by day: all of it, and what messages earned; a mark where a campaign went out.
class RevenueCard : public Card {
    Q_OBJECT
public:
    explicit RevenueCard(QWidget* parent = nullptr);
    void show(const Overview& overview, const Formats& formats);
    void showCampaigns(const std::vector<CampaignSummary>& campaigns, const Formats& formats);
    using QWidget::show;

private:
    [[nodiscard]] QList<AxisTick> weeksBefore(const QList<QPointF>& days, const Formats& formats) const;

    LineAreaChart* m_chart;
};

}  // namespace shopbell::ui
