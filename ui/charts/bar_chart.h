// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

class QBarCategoryAxis;
class QChart;
class QValueAxis;

namespace shopbell::ui {

class BarChartView;

struct Bar {
    QString label;
    double value = 0;
    QString note;  ///< second line of the hover value
};

/// Upright bars of one series; labels beneath as many as fit. Hover or arrow keys show the exact value.
class BarChart : public QWidget {
    Q_OBJECT
public:
    using Format = std::function<QString(double)>;

    explicit BarChart(QWidget* parent = nullptr);
    void setBars(const QList<Bar>& bars);
    void setColor(Token color);
    void setValueFormat(Format format);
    void setYAxisShown(bool shown);
    QSize sizeHint() const override;

signals:
    void barActivated(int index);

protected:
    void changeEvent(QEvent* event) override;

private:
    friend class BarChartView;
    void rebuild();
    void describe();

    BarChartView* m_view;
    QChart* m_chart;
    QValueAxis* m_y;
    QList<Bar> m_bars;
    Token m_color = Token::Chart1;
    Format m_value;
    bool m_yAxisShown = true;
};

}  // namespace shopbell::ui
