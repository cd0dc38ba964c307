// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_parts.h"

#include <QWidget>

#include <functional>
#include <optional>

class QValueAxis;

namespace shopbell::ui {

/// One line. x grows; with dates, x is QDateTime::toMSecsSinceEpoch(). More than 2,000 points are drawn as the least
/// and most of each pixel column, so a spike is never lost; hovering reads the exact points.
struct LineSeries {
    QString name;
    QList<QPointF> points;
    std::optional<Token> color = {};  ///< by itself: the series colours in order
    bool filled = true;
    bool dashed = false;  ///< what it is compared with
};

/// A dashed upright line with a word: "Singles' Day mail". Where words would meet, the later marker keeps its line alone.
struct ChartMarker {
    double x = 0;
    QString text;
};

/// Lines over time, dressed by the tokens: hairline grid, words on the axes, names beside the lines or in the card's
/// title, and the exact values under the pointer (or the arrow keys, when it has the focus). Time runs from left to
/// right in every language, as on a clock's face.
class LineAreaChart : public QWidget {
    Q_OBJECT
public:
    using Format = std::function<QString(double)>;

    explicit LineAreaChart(QWidget* parent = nullptr);

    void setSeries(const QList<LineSeries>& series);
    void setMarkers(const QList<ChartMarker>& markers);
    void setValueFormat(Format format);  ///< for the axis and the hover value
    void setXFormat(Format axis, Format hover = {});
    void setXIsDate(bool isDate);  ///< formats x as dates of the locale, ticks on whole days, months or years; default
    void setXTicks(const QList<AxisTick>& ticks);  ///< these in place of round ones; none: round ones again
    void setYFromZero(bool fromZero);  ///< default
    void setSmooth(bool smooth);       ///< monotone curves that never overshoot a value; default, up to 200 points
    void setSeriesLabels(bool shown);  ///< writes each name at its line's end
    void setYAxisShown(bool shown);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A click or Return on a point: drill down. `index` counts the points of `series` as given.
    void pointActivated(int series, int index);

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
    [[nodiscard]] QPointF toPixel(const QPointF& point) const;
    [[nodiscard]] int nearest(double pixel) const;
    [[nodiscard]] QString valueText(double value) const;
    [[nodiscard]] Token seriesToken(qsizetype series) const;

    QChart* m_chart;
    QChartView* m_view;
    QValueAxis* m_x;
    QValueAxis* m_y;
    Overlay* m_overlay;
    QRectF m_plot;
    QList<double> m_yTicks;
    QList<LineSeries> m_series;
    QList<ChartMarker> m_markers;
    QList<AxisTick> m_ownTicks;
    Format m_value;
    Format m_xAxis;
    Format m_xHover;
    bool m_xIsDate = true;
    bool m_fromZero = true;
    bool m_smooth = true;
    bool m_labels = false;
    bool m_yAxisShown = true;
    int m_builtForWidth = 0;
    int m_hovered = -1;
};

}  // namespace shopbell::ui
