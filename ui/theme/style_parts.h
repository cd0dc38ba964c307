// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QWidget;

namespace shopbell::ui {

/// What Style draws of Qt's own controls, each from its style option and the tokens. For Style alone; the window's own
/// pieces are in ui/widgets.

/// The edge every field shares: one line, two in accent with the focus, red while its value is wrong.
void drawField(QPainter& painter, const QRect& rect, const QStyleOption& option, const QWidget* widget);
/// A check box's square, or a radio button's ring.
void drawCheck(QPainter& painter, const QStyleOption& option, bool round);
void drawMenuItem(QPainter& painter, const QStyleOptionMenuItem& item);
void drawHeader(QPainter& painter, const QStyleOptionHeader& header);
void drawHeaderLabel(QPainter& painter, const QStyleOptionHeader& header);
/// The handle alone; a bar has no trough.
void drawScrollBar(QPainter& painter, const QStyleOptionSlider& bar, const QRect& slider);

}  // namespace shopbell::ui
