// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmented.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace shopbell::ui {

SegmentedControl::SegmentedControl(QWidget* parent, Look look) : QTabBar(parent), m_look(look)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideNone);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setFont(theme().font(TextStyle::Body));
    // The line under tabs goes as far as there is room.
    setSizePolicy(look == Look::Underline ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0 && index < m_items.size()) {
            emit chosen(m_items[index].id);
        }
    });
}

void SegmentedControl::setChoices(const Choices& choices)
{
    const QSignalBlocker quiet(this);
    while (count() > 0) {
        removeTab(0);
    }
    m_items.clear();
    for (const Choice& choice : choices) {
        m_items.append(choice);
        addTab(choice.text);
    }
    updateGeometry();
}

void SegmentedControl::addChoice(const QString& id, const QString& text, IconName icon, qint64 amount)
{
    const QSignalBlocker quiet(this);
    Choice choice{.id = id, .text = text};
    choice.icon = icon;
    choice.count = amount;
    m_items.append(choice);
    addTab(text);
    updateGeometry();
}

void SegmentedControl::setCurrent(const QString& id)
{
    const QSignalBlocker quiet(this);
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (m_items[i].id == id) {
            setCurrentIndex(static_cast<int>(i));
        }
    }
    update();
}

QString SegmentedControl::current() const
{
    return currentIndex() >= 0 && currentIndex() < m_items.size() ? m_items[currentIndex()].id : QString();
}

void SegmentedControl::setCount(const QString& id, qint64 amount)
{
    for (Choice& choice : m_items) {
        if (choice.id == id) {
            choice.count = amount;
        }
    }
    updateGeometry();
    update();
}

QSize SegmentedControl::tabSizeHint(int index) const
{
    const QFontMetrics metrics(textFont(TextStyle::BodyStrong));
    const Choice item = m_items.value(index);
    int width = metrics.horizontalAdvance(item.text) + (m_look == Look::Strip ? 24 : 0);
    if (item.icon != IconName::None) {
        width += item.text.isEmpty() ? 16 : 22;
    }
    if (item.count >= 0) {
        width += 6 + QFontMetrics(textFont(TextStyle::Label)).horizontalAdvance(QLocale().toString(item.count));
    }
    if (m_look == Look::Underline) {
        width += 22;
    }
    return {width, m_look == Look::Strip ? size::button : 36};
}

QSize SegmentedControl::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

QSize SegmentedControl::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < count(); ++i) {
        width += tabSizeHint(i).width();
    }
    return {width, m_look == Look::Strip ? size::button : 36};
}

QSize SegmentedControl::minimumSizeHint() const
{
    return sizeHint();
}

void SegmentedControl::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    if (m_look == Look::Strip) {
        drawBox(painter, rect(), radius::button, color(Token::Sunk), color(Token::Line));
    } else {
        painter.fillRect(QRect(underlineInset, height() - 1, width() - 2 * underlineInset, 1), color(Token::Line));
    }
    for (int i = 0; i < count(); ++i) {
        const bool chosen = i == currentIndex();
        const bool over = i == m_hovered && isTabEnabled(i);
        const QRect tab = tabRect(i);
        const Choice& item = m_items[i];
        QRect inner = tab;
        if (m_look == Look::Strip) {
            if (chosen) {
                const QRectF box = QRectF(tab).adjusted(2, 2, -2, -2);
                drawBox(painter, box, radius::button - 2, color(theme().isDark() ? Token::Pressed : Token::Surface),
                        color(Token::LineStrong));
            }
        }
        const Token ink = !isTabEnabled(i) || !isEnabled() ? Token::InkFaint
                          : chosen || over                 ? Token::Ink
                                                           : Token::InkSoft;
        painter.setFont(textFont(chosen ? TextStyle::BodyStrong : TextStyle::Body));
        const int words = QFontMetrics(painter.font()).horizontalAdvance(item.text);
        const QString figures = item.count >= 0 ? QLocale().toString(item.count) : QString();
        const int figuresRoom =
            figures.isEmpty() ? 0 : 6 + QFontMetrics(textFont(TextStyle::Label)).horizontalAdvance(figures);
        const int iconRoom = item.icon == IconName::None ? 0 : item.text.isEmpty() ? 16 : 22;
        int x = inner.x() + (inner.width() - words - figuresRoom - iconRoom) / 2;
        const auto mirror = [&](const QRect& r) { return style()->visualRect(layoutDirection(), inner, r); };
        if (iconRoom > 0) {
            drawIcon(painter, mirror(QRect(x, 0, 16, height())), item.icon, color(ink), 16);
            x += iconRoom;
        }
        painter.setPen(color(ink));
        painter.drawText(mirror(QRect(x, 0, words + 2, height())), leading(this), item.text);
        if (figuresRoom > 0) {
            painter.setFont(textFont(TextStyle::Label));
            painter.setPen(color(Token::InkSoft));
            painter.drawText(mirror(QRect(x + words + 6, 0, figuresRoom, height())), leading(this), figures);
        }
        if (m_look == Look::Underline && chosen) {
            drawBox(painter, QRectF(tab.x() + underlineInset, height() - 2, tab.width() - 2 * underlineInset, 2), 1,
                    color(Token::Accent));
        }
        if (chosen && showsFocus(this)) {
            drawFocusRing(painter, QRectF(tab).adjusted(2, 2, -2, m_look == Look::Strip ? -2 : -4), radius::button - 2);
        }
    }
}

void SegmentedControl::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = tabAt(event->pos());
    update();
    QTabBar::mouseMoveEvent(event);
}

void SegmentedControl::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    update();
    QTabBar::leaveEvent(event);
}

}  // namespace shopbell::ui
