// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rows.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace shopbell::ui {

namespace {

constexpr int tileSide = 28;
constexpr int barWidth = 160;
constexpr int barHeight = 6;
constexpr int shareTail = 52;
constexpr int leastWidthWithBar = 460;

bool opens(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter || event.key() == Qt::Key_Space;
}

void makeClickable(QWidget* widget, bool clickable)
{
    setAccessibleRole(widget, clickable ? QAccessible::Button : QAccessible::ListItem);
    widget->setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
    widget->setAttribute(Qt::WA_Hover, clickable);
    if (clickable) {
        widget->setCursor(Qt::PointingHandCursor);
    } else {
        widget->unsetCursor();
    }
}

void drawElided(const QWidget* widget, QPainter& painter, const QRect& room, const QString& text)
{
    painter.drawText(room, leading(widget), painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width() + 1));
}

}  // namespace

KeyValueList::KeyValueList(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::m);
    m_grid->setVerticalSpacing(space::row + 1);
    m_grid->setColumnStretch(1, 1);
    setKeyWidth(104);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

Text* KeyValueList::addRow(const QString& key, const QString& value)
{
    auto* text = new Text(value, TextStyle::Body);
    text->wrapped();
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFocusPolicy(Qt::ClickFocus);
    addRow(key, text);
    return text;
}

void KeyValueList::addRow(const QString& key, QWidget* value)
{
    auto* name = new Text(key, TextStyle::Label, Token::InkSoft);
    name->labelling(value);
    const bool words = qobject_cast<Text*>(value) != nullptr;
    if (words) {
        // The key is set smaller; a pixel brings both to one baseline.
        name->setContentsMargins(0, 1, 0, 0);
    }
    m_grid->addWidget(name, m_rows, 0, Qt::AlignLeft | (words ? Qt::AlignTop : Qt::AlignVCenter));
    m_grid->addWidget(value, m_rows, 1, words ? Qt::AlignTop : Qt::AlignLeft | Qt::AlignVCenter);
    ++m_rows;
}

void KeyValueList::clear()
{
    clearLayout(m_grid);
    m_rows = 0;
}

void KeyValueList::setKeyWidth(int pixels)
{
    m_grid->setColumnMinimumWidth(0, pixels);
}

TimelineRow::TimelineRow(IconName icon, Token token, const QString& title, const QString& detail, const QString& when,
                         QWidget* parent)
    : QWidget(parent), m_icon(icon), m_color(token), m_title(title), m_detail(detail), m_when(when)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::ListItem);
    setAccessibleName(QStringLiteral("%1, %2").arg(title, when));
    setAccessibleDescription(detail);
}

void TimelineRow::setClickable(bool clickable)
{
    m_clickable = clickable;
    makeClickable(this, clickable);
}

QSize TimelineRow::sizeHint() const
{
    const int lines = QFontMetrics(textFont(TextStyle::BodyStrong)).height() +
                      (m_detail.isEmpty() ? 0 : QFontMetrics(textFont(TextStyle::Label)).height() + 2);
    return {260, std::max(tileSide, lines) + 14};
}

QSize TimelineRow::minimumSizeHint() const
{
    return {140, sizeHint().height()};
}

void TimelineRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const auto mirror = [&](const QRect& r) { return style()->visualRect(layoutDirection(), rect(), r); };
    constexpr int inset = 0;
    const QRect tile = mirror(QRect(inset, 7, tileSide, tileSide));
    drawBox(painter, tile, radius::button, color(Token::Surface), color(Token::Line));
    drawIcon(painter, tile, m_icon, color(m_color), 15);

    painter.setFont(textFont(TextStyle::Label));
    const int whenWidth = static_cast<int>(figuresWidth(painter.font(), m_when)) + 2;
    painter.setPen(color(Token::InkSoft));
    const QFontMetrics small(painter.font());
    const QFontMetrics strong(textFont(TextStyle::BodyStrong));
    drawFigures(painter, mirror(QRect(width() - inset - whenWidth, 7, whenWidth, strong.height())), trailing(this),
                m_when);

    const int left = inset + tileSide + 11;
    const int top = m_detail.isEmpty() ? (height() - strong.height()) / 2 : 7;
    painter.setFont(textFont(TextStyle::BodyStrong));
    painter.setPen(color(m_hovered ? Token::Accent : Token::Ink));
    drawElided(this, painter, mirror(QRect(left, top, width() - left - whenWidth - inset - 12, strong.height())),
               m_title);
    if (!m_detail.isEmpty()) {
        painter.setFont(textFont(TextStyle::Label));
        painter.setPen(color(Token::InkSoft));
        drawElided(this, painter,
                   mirror(QRect(left, top + strong.height() + 2, width() - left - inset, small.height())), m_detail);
    }
    if (m_clickable && showsFocus(this)) {
        drawFocusRing(painter, mirror(QRect(left - 8, 1, width() - left + 8, height() - 2)), radius::button);
    }
}

bool TimelineRow::event(QEvent* event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        m_hovered = event->type() == QEvent::HoverEnter;
        update();
    } else if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    }
    return QWidget::event(event);
}

void TimelineRow::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_clickable && event->button() == Qt::LeftButton && rect().contains(event->pos())) {
        emit clicked();
        return;
    }
    QWidget::mouseReleaseEvent(event);
}

void TimelineRow::keyPressEvent(QKeyEvent* event)
{
    if (m_clickable && opens(*event)) {
        emit clicked();
        return;
    }
    QWidget::keyPressEvent(event);
}

ListRow::ListRow(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::ListItem);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ListRow::setIcon(IconName icon, Token token)
{
    m_icon = icon;
    m_iconColor = token;
    update();
}

void ListRow::setAvatar(const QString& name)
{
    m_avatar = name;
    update();
}

void ListRow::setText(const QString& strong, const QString& text)
{
    m_strong = strong;
    m_text = text;
    describe();
}

void ListRow::setSecondLine(const QString& text)
{
    m_second = text;
    updateGeometry();
    describe();
}

void ListRow::setTrailing(const QString& text)
{
    m_trailing = text;
    describe();
}

void ListRow::setShare(double share, Token token)
{
    m_share = share;
    m_shareColor = token;
    update();
}

void ListRow::setFirst(bool first)
{
    m_first = first;
    update();
}

void ListRow::setClickable(bool clickable)
{
    m_clickable = clickable;
    makeClickable(this, clickable);
}

void ListRow::describe()
{
    setAccessibleName(QStringLiteral("%1 %2").arg(m_strong, m_text).trimmed());
    setAccessibleDescription(QStringLiteral("%1 %2").arg(m_second, m_trailing).trimmed());
    update();
}

QSize ListRow::sizeHint() const
{
    return {240, m_second.isEmpty() ? 34 : 46};
}

QSize ListRow::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void ListRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const auto mirror = [&](const QRect& r) { return style()->visualRect(layoutDirection(), rect(), r); };
    if (!m_first) {
        painter.fillRect(QRect(0, 0, width(), 1), color(Token::Line));
    }
    int x = 0;
    const int right = width();
    if (!m_avatar.isEmpty()) {
        drawAvatar(painter, mirror(QRect(x, (height() - 27) / 2, 27, 27)), m_avatar);
        x += 37;
    } else if (m_icon != IconName::None) {
        drawIcon(painter, mirror(QRect(x, 0, 16, height())), m_icon, color(m_iconColor), 16);
        x += 26;
    }
    int tail = 0;
    if (!m_trailing.isEmpty()) {
        painter.setFont(textFont(TextStyle::Label));
        painter.setPen(color(Token::InkSoft));
        tail = static_cast<int>(figuresWidth(painter.font(), m_trailing)) + 2;
        drawFigures(painter, mirror(QRect(right - tail, 0, tail, height())), trailing(this), m_trailing);
        tail += 12;
    }
    if (m_share >= 0 && width() > leastWidthWithBar) {
        // Trailing words of different widths leave the bars of a list in line.
        tail = std::max(tail, shareTail);
        const QRect whole = mirror(QRect(right - tail - barWidth, (height() - barHeight) / 2, barWidth, barHeight));
        const int filled = std::max(m_share > 0 ? barHeight : 0, static_cast<int>(m_share * barWidth));
        drawBox(painter, whole, barHeight / 2, color(Token::Sunk));
        if (filled > 0) {
            const QRect part(isRightToLeft() ? whole.right() + 1 - filled : whole.left(), whole.top(), filled,
                             barHeight);
            drawBox(painter, part, barHeight / 2, color(m_shareColor));
        }
        tail += barWidth + 16;
    }
    const QFontMetrics strong(textFont(TextStyle::BodyStrong));
    const QFontMetrics body(textFont(TextStyle::Body));
    const QFontMetrics small(textFont(TextStyle::Label));
    const int lines = m_second.isEmpty() ? strong.height() : strong.height() + small.height() + 1;
    const int top = (height() - lines) / 2;
    const int room = right - tail - x;
    const int strongWidth = m_strong.isEmpty() ? 0 : std::min(strong.horizontalAdvance(m_strong) + 2, room);
    painter.setPen(color(m_hovered ? Token::Accent : Token::Ink));
    if (strongWidth > 0) {
        painter.setFont(textFont(TextStyle::BodyStrong));
        drawElided(this, painter, mirror(QRect(x, top, strongWidth, strong.height())), m_strong);
    }
    const int textLeft = x + (strongWidth > 0 ? strongWidth + 3 : 0);
    if (!m_text.isEmpty() && right - tail - textLeft > 12) {
        painter.setFont(textFont(TextStyle::Body));
        drawElided(this, painter, mirror(QRect(textLeft, top, right - tail - textLeft, body.height())), m_text);
    }
    if (!m_second.isEmpty()) {
        painter.setFont(textFont(TextStyle::Label));
        painter.setPen(color(Token::InkSoft));
        drawElided(this, painter, mirror(QRect(x, top + strong.height() + 1, room, small.height())), m_second);
    }
    if (m_clickable && showsFocus(this)) {
        drawFocusRing(painter, mirror(QRect(x > 0 ? x - 6 : 0, 2, width() - (x > 0 ? x - 6 : 0), height() - 3)), 6);
    }
}

bool ListRow::event(QEvent* event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        m_hovered = event->type() == QEvent::HoverEnter;
        update();
    } else if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    }
    return QWidget::event(event);
}

void ListRow::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_clickable && event->button() == Qt::LeftButton && rect().contains(event->pos())) {
        emit clicked();
        return;
    }
    QWidget::mouseReleaseEvent(event);
}

void ListRow::keyPressEvent(QKeyEvent* event)
{
    if (m_clickable && opens(*event)) {
        emit clicked();
        return;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace shopbell::ui
