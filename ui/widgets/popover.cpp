// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/popover.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScreen>

namespace shopbell::ui {

namespace {

constexpr int corner = 10;
constexpr int shadowReach = 16;

}  // namespace

Popover::Popover(QWidget* opener)
    : QWidget(opener, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint),
      m_opener(opener),
      m_content(new QWidget(this)),
      m_margin(popupsCanBeTranslucent() ? shadowReach : 0)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_TranslucentBackground, m_margin > 0);
    setLayoutDirection(opener->layoutDirection());
    auto* column = makeColumn(this, 0, QMargins(m_margin + 1, m_margin + 1, m_margin + 1, m_margin + 1));
    column->addWidget(m_content);
    // A popup has no window of its own to have been reached by keyboard; it takes over how its opener was reached.
    setAttribute(Qt::WA_KeyboardFocusChange, opener->window()->testAttribute(Qt::WA_KeyboardFocusChange));
}

void Popover::openBelow(const QRect& openerRect)
{
    const QRect local = openerRect.isNull() ? m_opener->rect() : openerRect;
    const QRect at(m_opener->mapToGlobal(local.topLeft()), local.size());
    adjustSize();
    const QSize whole = size();
    const QScreen* screen = m_opener->screen() ? m_opener->screen() : QGuiApplication::primaryScreen();
    const QRect room = screen->availableGeometry();
    int x = isRightToLeft() ? at.right() + 1 - whole.width() + m_margin : at.x() - m_margin;
    int y = at.bottom() + 1 + 4 - m_margin;
    if (y + whole.height() - m_margin > room.bottom() && at.y() - whole.height() + m_margin - 4 >= room.y()) {
        y = at.y() - 4 - whole.height() + m_margin;
    }
    x = std::clamp(x, room.x() - m_margin, std::max(room.x() - m_margin, room.right() + 1 - whole.width() + m_margin));
    y = std::clamp(y, room.y() - m_margin,
                   std::max(room.y() - m_margin, room.bottom() + 1 - whole.height() + m_margin));
    move(x, y);
    show();
}

void Popover::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF box = QRectF(rect()).adjusted(m_margin, m_margin, -m_margin, -m_margin);
    if (m_margin > 0) {
        drawShadow(painter, box, corner);
    }
    // Without a shadow the edge alone has to tell it from the page.
    const bool firm = theme().isDark() || m_margin == 0;
    drawBox(painter, box, corner, color(Token::Surface), color(firm ? Token::LineStrong : Token::Line));
}

void Popover::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_margin == 0) {
        QPainterPath shape;
        shape.addRoundedRect(rect(), corner, corner);
        setMask(QRegion(shape.toFillPolygon().toPolygon()));
    }
}

void Popover::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    emit closed();
}

void Popover::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace shopbell::ui
