// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;
class QWidget;

namespace shopbell::ui {

/// True when `widget` has the focus and got it by keyboard: the moment to draw a ring on things one can also click.
[[nodiscard]] bool showsFocus(const QWidget* widget);

/// A ring just inside `rect`, two pixels wide, in accent.
void drawFocusRing(QPainter& painter, const QRectF& rect, double radius);

/// A filled box with a one pixel edge that stays crisp at any scale. Transparent colours are not drawn.
void drawBox(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& edge = {});

/// The one soft shadow, outside `rect`, reaching 16 px further down than up.
void drawShadow(QPainter& painter, const QRectF& rect, double radius, double strength = 1.0);

/// Flags for one line of text at the edge where reading begins or ends, in the middle of its height. The text's own
/// direction is left alone: an English name in an Arabic window stands at the right but still reads from the left.
/// Pieces set QPainter::setLayoutDirection(Qt::LayoutDirectionAuto) for that.
[[nodiscard]] int leading(Qt::LayoutDirection direction);
[[nodiscard]] int leading(const QWidget* widget);
[[nodiscard]] int trailing(Qt::LayoutDirection direction);
[[nodiscard]] int trailing(const QWidget* widget);

/// Text whose digits all have the same width, so that columns of numbers line up whatever the font's own figures do.
/// One line, elided at the end, at the left, right or middle as `flags` say.
void drawFigures(QPainter& painter, const QRectF& rect, int flags, const QString& text);
/// The width drawFigures() takes with the painter's font.
[[nodiscard]] double figuresWidth(const QFont& font, const QString& text);

/// A triangle pointing up or down, as beside a comparison.
void drawTrend(QPainter& painter, const QRectF& rect, bool up, const QColor& color);

/// True where a top-level popup may have round corners and a shadow; elsewhere it is cut to shape, without a shadow.
[[nodiscard]] bool popupsCanBeTranslucent();

/// The tick of a check box, filling `rect`.
void drawTick(QPainter& painter, const QRectF& rect, const QColor& color, double width = 2);

/// Mixes two colours; 0 is `a`, 1 is `b`.
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, double share);

}  // namespace shopbell::ui
