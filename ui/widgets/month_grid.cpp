// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/month_grid.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace shopbell::ui {

namespace {

constexpr int cell = 32;
constexpr int headHeight = 24;
constexpr int weeks = 6;

}  // namespace

MonthGrid::MonthGrid(const QDate& month, QWidget* parent) : QWidget(parent), m_month(month.year(), month.month(), 1)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(this, QAccessible::Table);
    setMouseTracking(true);
    setFixedSize(sizeHint());
    setMonth(month);
}

QSize MonthGrid::sizeHint() const
{
    return {7 * cell, headHeight + weeks * cell};
}

void MonthGrid::setMonth(const QDate& month)
{
    m_month = QDate(month.year(), month.month(), 1);
    setAccessibleName(QLocale().toString(m_month, QStringLiteral("MMMM yyyy")));
    update();
}

void MonthGrid::setRange(const DateRange& range)
{
    m_range = range;
    update();
}

void MonthGrid::setBounds(const QDate& earliest, const QDate& latest)
{
    m_earliest = earliest;
    m_latest = latest;
    update();
}

void MonthGrid::setCursor(const QDate& day)
{
    m_cursor = day;
    setAccessibleDescription(QLocale().toString(day, QLocale::LongFormat));
    update();
}

QDate MonthGrid::firstShown() const
{
    const int shift = (m_month.dayOfWeek() - QLocale().firstDayOfWeek() + 7) % 7;
    return m_month.addDays(-shift);
}

QRect MonthGrid::cellRect(const QDate& day) const
{
    const int index = static_cast<int>(firstShown().daysTo(day));
    const QRect at(index % 7 * cell, headHeight + index / 7 * cell, cell, cell);
    return style()->visualRect(layoutDirection(), rect(), at);
}

QDate MonthGrid::dayAt(const QPoint& position) const
{
    for (int i = 0; i < m_month.daysInMonth(); ++i) {
        const QDate day = m_month.addDays(i);
        if (cellRect(day).contains(position)) {
            const bool outside = (m_earliest.isValid() && day < m_earliest) || (m_latest.isValid() && day > m_latest);
            return outside ? QDate() : day;
        }
    }
    return {};
}

void MonthGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const QLocale locale;
    painter.setFont(textFont(TextStyle::Small));
    painter.setPen(color(Token::InkSoft));
    for (int i = 0; i < 7; ++i) {
        const int weekday = (static_cast<int>(locale.firstDayOfWeek()) - 1 + i) % 7 + 1;
        const QRect at = style()->visualRect(layoutDirection(), rect(), QRect(i * cell, 0, cell, headHeight));
        painter.drawText(at, Qt::AlignCenter, locale.dayName(weekday, QLocale::ShortFormat).left(2));
    }
    for (int i = 0; i < m_month.daysInMonth(); ++i) {
        const QDate day = m_month.addDays(i);
        const QRectF at(cellRect(day));
        const bool inside = m_range.from.isValid() && day >= m_range.from && day <= m_range.to;
        const bool end = inside && (day == m_range.from || day == m_range.to);
        const bool outside = (m_earliest.isValid() && day < m_earliest) || (m_latest.isValid() && day > m_latest);
        if (inside && m_range.from != m_range.to) {
            QRectF strip = at.adjusted(0, 2, 0, -2);
            const bool leading = day == m_range.from;
            const bool trailing = day == m_range.to;
            if (leading != trailing) {
                const bool cutLeft = leading != isRightToLeft();
                strip = cutLeft ? strip.adjusted(cell / 2.0, 0, 0, 0) : strip.adjusted(0, 0, -cell / 2.0, 0);
            }
            painter.fillRect(strip, color(Token::AccentSoft));
        }
        if (end) {
            drawBox(painter, at.adjusted(2, 2, -2, -2), 8, color(Token::Accent));
        } else if (day == m_hovered) {
            drawBox(painter, at.adjusted(2, 2, -2, -2), 8, color(inside ? Token::AccentSoft : Token::Hover));
        }
        painter.setFont(textFont(end ? TextStyle::LabelStrong : TextStyle::Label));
        painter.setPen(color(outside ? Token::InkFaint : end ? Token::OnAccent : Token::Ink));
        painter.drawText(at, Qt::AlignCenter, locale.toString(day.day()));
        if (hasFocus() && day == m_cursor && showsFocus(this)) {
            drawFocusRing(painter, at.adjusted(1, 1, -1, -1), 9);
        }
    }
}

void MonthGrid::mousePressEvent(QMouseEvent* event)
{
    if (const QDate day = dayAt(event->pos()); day.isValid()) {
        m_cursor = day;
        emit dayChosen(day);
    }
}

void MonthGrid::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = dayAt(event->pos());
    update();
}

void MonthGrid::leaveEvent(QEvent*)
{
    m_hovered = {};
    update();
}

void MonthGrid::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (!m_cursor.isValid() || m_cursor.month() != m_month.month() || m_cursor.year() != m_month.year()) {
        const bool rangeHere = m_range.from.isValid() && m_range.from >= m_month && m_range.from < m_month.addMonths(1);
        setCursor(rangeHere ? m_range.from : m_month);
    }
}

void MonthGrid::keyPressEvent(QKeyEvent* event)
{
    const int reading = isRightToLeft() ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left: moveCursor(m_cursor.addDays(-reading)); return;
    case Qt::Key_Right: moveCursor(m_cursor.addDays(reading)); return;
    case Qt::Key_Up: moveCursor(m_cursor.addDays(-7)); return;
    case Qt::Key_Down: moveCursor(m_cursor.addDays(7)); return;
    case Qt::Key_PageUp: moveCursor(m_cursor.addMonths(-1)); return;
    case Qt::Key_PageDown: moveCursor(m_cursor.addMonths(1)); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: emit dayChosen(m_cursor); return;
    default: QWidget::keyPressEvent(event);
    }
}

void MonthGrid::moveCursor(const QDate& day)
{
    QDate target = day;
    if (m_latest.isValid() && target > m_latest) {
        target = m_latest;
    }
    if (m_earliest.isValid() && target < m_earliest) {
        target = m_earliest;
    }
    setCursor(target);
    if (target.month() != m_month.month() || target.year() != m_month.year()) {
        emit cursorLeft(target);
    }
}

}  // namespace shopbell::ui
