// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QList>
#include <QPointF>
#include <QString>
#include <QWidget>

#include <functional>
#include <optional>

class QChart;
class QValueAxis;

namespace shopbell::ui {

class ChartView;

/// One line. x grows; with dates, x is QDateTime::toMSecsSinceEpoch(). More than 2,000 points are drawn as the least and
/// most of each pixel column, so a spike is never lost; hovering reads the exact points.
struct LineSeries {
    QString name;
    QList<QPointF> points;
    std::optional<Token> color;  ///< by itself: the series colours in order
    bool filled = true;
    bool dashed = false;  ///< what it is compared with
};

/// A dashed upright line with a word: "Singles' Day mail".
struct ChartMarker {
    double x = 0;
    QString text;
};

/// Lines over time, dressed by the tokens: hairline grid, words on the axes, names beside the lines or in the card's
/// title, and the exact values under the pointer (or the arrow keys, when it has the focus).
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
    void setYFromZero(bool fromZero);  ///< default
    void setSmooth(bool smooth);       ///< monotone curves that never overshoot a value; default up to 200 points
    void setSeriesLabels(bool shown);  ///< writes each name at its line's end
    void setYAxisShown(bool shown);

    QSize sizeHint() const override;

signals:
    /// A click or Return on a point: drill down. `index` counts the points of `series` as given.
    void pointActivated(int series, int index);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    friend class ChartView;
    void rebuild();
    void describe();

    ChartView* m_view;
    QChart* m_chart;
    QValueAxis* m_x;
    QValueAxis* m_y;
    QList<LineSeries> m_series;
    QList<ChartMarker> m_markers;
    Format m_value;
    Format m_xAxis;
    Format m_xHover;
    bool m_xIsDate = true;
    bool m_fromZero = true;
    bool m_smooth = true;
    bool m_labels = false;
    bool m_yAxisShown = true;
    int m_builtForWidth = 0;
};

/// The least and most of each of `columns` equal stretches of x, in order of x; the first and last point stay.
/// Answers the points themselves when there are no more than twice the columns.
[[nodiscard]] QList<QPointF> decimated(const QList<QPointF>& points, int columns);

/// Round values from below `least` to above `most`, about `count` of them.
[[nodiscard]] QList<double> niceTicks(double least, double most, int count);

}  // namespace shopbell::ui
