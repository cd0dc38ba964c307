// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/reports.h"
#include "ui/bridge/formats.h"
#include "ui/widgets/card.h"

namespace shopbell::ui {

class LineAreaChart;

/// Revenue by day: all of it, and what messages earned.
class RevenueCard : public Card {
    Q_OBJECT
public:
    explicit RevenueCard(QWidget* parent = nullptr);
    void show(const Overview& overview, const Formats& formats);
    using QWidget::show;

private:
    LineAreaChart* m_chart;
};

}  // namespace shopbell::ui
