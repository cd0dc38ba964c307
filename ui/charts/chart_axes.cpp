// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_axes.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace shopbell::ui {

namespace {

constexpr int figuresGap = 8;  // between the plot and the figures
constexpr int figuresHeight = 18;
constexpr int wordsGap = 8;  // between the plot and the words below
constexpr int wordsApart = 12;

}  // namespace

int valueGutter(const QStringList& figures)
{
    const QFontMetrics small(textFont(TextStyle::Small));
    int widest = 0;
    for (const QString& each : figures) {
        widest = std::max(widest, small.horizontalAdvance(each));
    }
    return widest == 0 ? 0 : widest + figuresGap + 6;
}

void drawValueTicks(QPainter& painter, const QRectF& plot, double width, const QList<ValueTick>& ticks)
{
    for (const ValueTick& tick : ticks) {
        const double y = std::round(tick.y);
        painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), color(tick.isBase ? Token::LineStrong : Token::Line));
        if (!tick.figures.isEmpty()) {
            const double left = plot.right() + figuresGap;
            painter.setPen(color(Token::InkSoft));
            drawFigures(painter, QRectF(left, y - figuresHeight / 2.0, width - left, figuresHeight), Qt::AlignRight,
                        tick.figures);
        }
    }
}

void drawPlaceTicks(QPainter& painter, const QRectF& plot, double width, const QList<PlaceTick>& ticks)
{
    const QFontMetrics words(painter.font());
    painter.setPen(color(Token::InkSoft));
    double taken = -1e9;
    for (const PlaceTick& tick : ticks) {
        const double w = words.horizontalAdvance(tick.words);
        const double x = std::clamp(tick.x - w / 2, plot.left(), std::max(plot.left(), width - w));
        if (tick.words.isEmpty() || x < taken) {
            continue;
        }
        painter.drawText(QPointF(x, plot.bottom() + wordsGap + words.ascent()), tick.words);
        taken = x + w + wordsApart;
    }
}

}  // namespace shopbell::ui
