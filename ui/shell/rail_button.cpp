// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail_button.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>

namespace shopbell::ui {

namespace {

constexpr int buttonHeight = 34;
constexpr int collapsedWidth = 36;
constexpr int brandHeight = 44;
constexpr int markSide = 18;
constexpr int bellSide = 24;

/// A rectangle measured from the leading edge, in the widget's direction.
QRect fromLeading(const QWidget& widget, int x, int width)
{
    const QRect rect(x, 0, width, widget.height());
    return QStyle::visualRect(widget.layoutDirection(), widget.rect(), rect);
}

}  // namespace

RailButton::RailButton(IconName icon, const QString& text, QWidget* parent) : QAbstractButton(parent), m_icon(icon)
{
    setText(text);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void RailButton::setIconName(IconName icon)
{
    m_icon = icon;
    update();
}

void RailButton::setCount(const QString& count)
{
    if (count != m_count) {
        m_count = count;
        describe();
        update();
    }
}

void RailButton::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    describe();
    updateGeometry();
    update();
}

void RailButton::describe()
{
    setAccessibleName(m_count.isEmpty() ? text() : tr("%1, %2", "page, how many").arg(text(), m_count));
    setToolTip(m_collapsed ? accessibleName() : QString());
}

QSize RailButton::sizeHint() const
{
    return {m_collapsed ? collapsedWidth : 140, buttonHeight};
}

void RailButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0, 1, 0, -1);
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Shadow, theme().isDark() ? 0.35 : 0.05));
        painter.drawRoundedRect(box.adjusted(0, 1, 0, 1), radius::button, radius::button);
        drawBox(painter, box, radius::button, color(Token::Surface));
    } else if (underMouse() || isDown()) {
        drawBox(painter, box, radius::button, color(isDown() ? Token::Pressed : Token::Hover));
    }
    const QColor ink = color(isChecked() ? Token::Ink : Token::InkSoft);
    const int inset = m_collapsed ? (width() - markSide) / 2 : 10;
    drawIcon(painter, fromLeading(*this, inset, markSide), m_icon, ink, markSide, isRightToLeft());
    if (!m_collapsed) {
        int room = width() - 46;
        if (!m_count.isEmpty()) {
            painter.setFont(textFont(TextStyle::Small));
            painter.setPen(color(Token::InkSoft));
            const int wide = static_cast<int>(figuresWidth(painter.font(), m_count)) + 2;
            drawFigures(painter, fromLeading(*this, width() - 10 - wide, wide), Qt::AlignTrailing | Qt::AlignVCenter,
                        m_count);
            room -= wide + 8;
        }
        painter.setFont(textFont(TextStyle::BodyMedium));
        painter.setPen(ink);
        painter.drawText(fromLeading(*this, 38, room), Qt::AlignLeading | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, room));
    }
    if (showsFocus(this)) {
        drawFocusRing(painter, box, radius::button);
    }
}

BrandButton::BrandButton(QWidget* parent) : QAbstractButton(parent)
{
    setText(QStringLiteral("Shopbell"));
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(text());
    connect(this, &QAbstractButton::pressed, this, &BrandButton::openMenu);
}

void BrandButton::setShop(const QString& name)
{
    m_shop = name;
    setAccessibleName(name.isEmpty() ? tr("Workspace menu") : tr("%1: workspace menu", "shop").arg(name));
    setToolTip(name);
    update();
}

void BrandButton::setMenu(QMenu* menu)
{
    m_menu = menu;
}

void BrandButton::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    updateGeometry();
    update();
}

QSize BrandButton::sizeHint() const
{
    return {m_collapsed ? collapsedWidth : 140, brandHeight};
}

void BrandButton::openMenu()
{
    if (m_menu != nullptr) {
        m_menu->popup(mapToGlobal(isRightToLeft() ? rect().bottomRight() - QPoint(m_menu->sizeHint().width(), -4)
                                                  : rect().bottomLeft() + QPoint(0, 4)));
        setDown(false);
    }
}

void BrandButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down) {
        openMenu();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void BrandButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        drawBox(painter, rect(), radius::button, color(isDown() ? Token::Pressed : Token::Hover));
    }
    const int inset = m_collapsed ? (width() - bellSide) / 2 : 8;
    drawIcon(painter, fromLeading(*this, inset, bellSide), IconName::Bell, color(Token::Brass), bellSide);
    if (!m_collapsed) {
        const bool inviting = underMouse() || showsFocus(this);
        const int room = width() - 42 - (inviting ? 24 : 2);
        const QRect line = fromLeading(*this, 41, room);
        painter.setFont(textFont(TextStyle::DialogTitle));
        painter.setPen(color(Token::Ink));
        const bool two = !m_shop.isEmpty();
        painter.drawText(two ? line.adjusted(0, 4, 0, -20) : line, Qt::AlignLeading | Qt::AlignVCenter, text());
        if (two) {
            painter.setFont(textFont(TextStyle::Small));
            painter.setPen(color(Token::InkSoft));
            painter.drawText(line.adjusted(0, 23, 0, -4), Qt::AlignLeading | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(m_shop, Qt::ElideRight, room));
        }
        if (inviting) {
            drawIcon(painter, fromLeading(*this, width() - 24, 16), IconName::ChevronsUpDown, color(Token::InkSoft),
                     14);
        }
    }
    if (showsFocus(this)) {
        drawFocusRing(painter, rect(), radius::button);
    }
}

}  // namespace shopbell::ui
