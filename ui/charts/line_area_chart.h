// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_parts.h"
#include "ui/charts/hover_chart.h"

#include <QPointF>
#include <QTimeZone>

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

    friend bool operator==(const LineSeries&, const LineSeries&) = default;
};

/// A dashed upright line with a word: "Singles' Day mail". Where words would meet, the later marker keeps its line
/// alone.
struct ChartMarker {
    double x = 0;
    QString text;
};

/// Lines over time, dressed by the tokens: hairline grid, words on the axes, names beside the lines or in the card's
/// title, and the exact values under the pointer (or the arrow keys, when it has the focus). Time runs from left to
/// right in every language, as on a clock's face.
class LineAreaChart : public HoverChart {
    Q_OBJECT
public:
    explicit LineAreaChart(QWidget* parent = nullptr);

    void setSeries(const QList<LineSeries>& series);
    void setMarkers(const QList<ChartMarker>& markers);
    /// x are instants, written as days of this zone, with ticks where its days, months or years begin. By itself so, in
    /// the computer's zone.
    void setZone(const QTimeZone& zone);
    void setXIsPlain();                            ///< x are numbers
    void setXTicks(const QList<AxisTick>& ticks);  ///< these in place of round ones; none: round ones again
    void setYFromZero(bool fromZero);              ///< default
    void setSmooth(bool smooth);       ///< monotone curves that never overshoot a value; default, up to 200 points
    void setSeriesLabels(bool shown);  ///< writes each name at its line's end

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A click or Return on a point: drill down. `index` counts the points of `series` as given.
    void pointActivated(int series, int index);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void rebuild() override;
    [[nodiscard]] QMargins plotMargins() const override;
    void paintOver(QPainter& painter) const override;
    [[nodiscard]] int placeCount() const override;
    [[nodiscard]] int placeAt(const QPointF& position) const override;
    void activate(int place) override;
    [[nodiscard]] QString placeWords(int place) const override;
    [[nodiscard]] QString summary() const override;

private:
    explicit LineAreaChart(QValueAxis* x, QWidget* parent);
    void addLine(qsizetype series);
    void paintMarkers(QPainter& painter) const;
    void paintNames(QPainter& painter) const;
    void paintHovered(QPainter& painter) const;
    [[nodiscard]] QPointF toPixel(const QPointF& point) const;
    [[nodiscard]] QString xText(double x) const;
    [[nodiscard]] QList<AxisTick> xTicks() const;
    [[nodiscard]] Token seriesToken(qsizetype series) const;

    QValueAxis* m_x;
    QList<LineSeries> m_series;
    QList<ChartMarker> m_markers;
    QList<AxisTick> m_ownTicks;
    std::optional<QTimeZone> m_zone;
    bool m_fromZero = true;
    bool m_smooth = true;
    bool m_labels = false;
    int m_builtForWidth = 0;
};

}  // namespace shopbell::ui
