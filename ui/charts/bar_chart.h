// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_parts.h"

#include <QWidget>

#include <functional>

class QBarCategoryAxis;
class QValueAxis;

namespace shopbell::ui {

struct Bar {
    QString label;
    double value = 0;
    QString note = {};  ///< words before the value when hovered; by itself the label
};

/// Upright bars of one series; as many labels beneath as fit. Hover or arrow keys show the exact value.
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
    QSize minimumSizeHint() const override;

signals:
    void barActivated(int index);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    class Overlay;

    void rebuild();
    void place();
    void describe();
    void paintOver(QPainter& painter) const;
    void hover(int index);
    [[nodiscard]] QRectF barRect(int index) const;
    [[nodiscard]] QString valueText(double value) const;

    QChart* m_chart;
    QChartView* m_view;
    QBarCategoryAxis* m_x;
    QValueAxis* m_y;
    Overlay* m_overlay;
    QRectF m_plot;
    QList<double> m_yTicks;
    QList<Bar> m_bars;
    Token m_color = Token::Chart1;
    Format m_value;
    bool m_yAxisShown = true;
    int m_hovered = -1;
};

}  // namespace shopbell::ui
