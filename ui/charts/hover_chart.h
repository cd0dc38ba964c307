// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QList>
#include <QRectF>
#include <QString>
#include <QWidget>

#include <functional>

class QAbstractAxis;
class QAbstractSeries;
class QChart;
class QChartView;
class QPainter;
class QValueAxis;

namespace shopbell::ui {

/// What every chart is: series that Qt Charts draws inside `plot()`, axes and what is hovered painted by the piece
/// itself, and places (points, bars) counted from 0 that the pointer and the arrow keys go over. A click or Return on
/// one drills down.
class HoverChart : public QWidget {
    Q_OBJECT
public:
    using Format = std::function<QString(double)>;

    void setValueFormat(Format format);  ///< of the values, on the axis and where one hovers
    void setYAxisShown(bool shown);

protected:
    /// `x` places what stands side by side; it becomes the chart's, hidden as the value axis is.
    HoverChart(QAbstractAxis* x, QWidget* parent);

    /// Makes the series anew and calls settle(). Called when look or language change.
    virtual void rebuild() = 0;
    /// Margins around the plot, from the widget's edges.
    [[nodiscard]] virtual QMargins plotMargins() const = 0;
    /// Above the series; the ring of the focus is drawn already.
    virtual void paintOver(QPainter& painter) const = 0;
    [[nodiscard]] virtual int placeCount() const = 0;
    [[nodiscard]] virtual int placeAt(const QPointF& position) const = 0;  ///< -1: none
    virtual void activate(int place) = 0;
    /// A place and its value in words, for those who listen.
    [[nodiscard]] virtual QString placeWords(int place) const = 0;
    /// The whole in a sentence; empty when there is nothing to see.
    [[nodiscard]] virtual QString summary() const = 0;

    [[nodiscard]] QChart* chart() const { return m_chart; }
    [[nodiscard]] const QRectF& plot() const { return m_plot; }
    [[nodiscard]] const QList<double>& ticks() const { return m_ticks; }
    [[nodiscard]] bool isYAxisShown() const { return m_yAxisShown; }
    [[nodiscard]] int hovered() const { return m_hovered; }
    void setTicks(const QList<double>& ticks);  ///< the first and last are the range; none: there is nothing to see
    void add(QAbstractSeries* series);          ///< to the chart, on both axes
    /// Where everything stands, what is said of it, and a new picture.
    void settle();
    void place();
    void hover(int place);
    void updateOver();
    [[nodiscard]] double toY(double value) const;  ///< in the widget
    [[nodiscard]] QString valueText(double value) const;
    [[nodiscard]] QStringList tickTexts() const;  ///< none when the axis is not shown

    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    class Overlay;

    QChart* m_chart;
    QChartView* m_view;
    QAbstractAxis* m_x;
    QValueAxis* m_y;
    Overlay* m_overlay;
    QRectF m_plot;
    QList<double> m_ticks;
    Format m_value;
    bool m_yAxisShown = true;
    int m_hovered = -1;
};

}  // namespace shopbell::ui
