// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

class QChart;
class QChartView;
class QPainter;
class QTimeZone;
class QWidget;

namespace shopbell::ui {

/// The least and most of each of `columns` equal stretches of x, in order of x; the first and last point stay.
/// Answers the points themselves when there are no more than twice the columns.
[[nodiscard]] QList<QPointF> decimated(const QList<QPointF>& points, int columns);

/// The same line with `between` more points in each gap, on cubic pieces that never leave the range of the two values
/// beside them (Fritsch and Carlson, Monotone Piecewise Cubic Interpolation, 1980).
[[nodiscard]] QList<QPointF> smoothed(const QList<QPointF>& points, int between);

/// Round values from at or below `least` to at or above `most`, about `count` of them; never fewer than two.
/// `whole`: nothing between two whole numbers, as for people.
[[nodiscard]] QList<double> niceTicks(double least, double most, int count, bool whole = false);

struct AxisTick {
    double at = 0;
    QString text;
};
/// Whole hours, days, weeks, months or years of a zone between two instants (milliseconds since 1970), at most `count`,
/// in words of the locale.
[[nodiscard]] QList<AxisTick> dateTicks(double from, double to, int count, const QTimeZone& zone);
/// The day of an instant in a zone, in full: "Sat 21 November 2026".
[[nodiscard]] QString dayWords(double at, const QTimeZone& zone);

/// A view on `chart` with nothing around it: transparent, without frame, margins, legend, animation and mouse. The
/// chart is resized to the view and draws its series inside QChart::plotArea alone.
[[nodiscard]] QChartView* makeBareView(QChart* chart, QWidget* parent);

struct HoverLine {
    QString name;  ///< empty when there is one series
    QString value;
    Token color = Token::Chart1;
};
/// The dark card beside a point: a soft first line, then a value per series. Stays inside `room`.
void drawHoverValue(QPainter& painter, const QRectF& room, const QPointF& anchor, const QString& title,
                    const QList<HoverLine>& lines);

}  // namespace shopbell::ui
