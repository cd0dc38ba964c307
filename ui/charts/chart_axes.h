// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace shopbell::ui {

/// The axes that every chart has: values as hairlines with their figures at the far end, places named below. A chart
/// says where its ticks stand; the pieces here draw them, in the painter's font.

struct ValueTick {
    double y = 0;         ///< in the widget
    QString figures;      ///< empty: the line alone
    bool isBase = false;  ///< the line that the values stand on
};
/// How much room figures need at the end of a plot.
[[nodiscard]] int valueGutter(const QStringList& figures);
/// `width` is the whole widget's.
void drawValueTicks(QPainter& painter, const QRectF& plot, double width, const QList<ValueTick>& ticks);

struct PlaceTick {
    double x = 0;  ///< the middle of the words, in the widget
    QString words;
};
/// In their order from the leading edge; words that would touch those before them are left out.
void drawPlaceTicks(QPainter& painter, const QRectF& plot, double width, const QList<PlaceTick>& ticks);

}  // namespace shopbell::ui
