// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pill.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace shopbell::ui {

namespace {

constexpr int tagHeight = 20;
constexpr int tagPadding = 8;
constexpr int pillPadding = 10;
constexpr int crossWidth = 18;

}  // namespace

Tag::Tag(const QString& text, Tone tone, QWidget* parent) : QWidget(parent), m_text(text), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
    setAccessibleRole(this, QAccessible::StaticText);
}

void Tag::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Tag::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Tag::setDot(bool dot)
{
    m_dot = dot;
    updateGeometry();
    update();
}

QSize Tag::sizeHint() const
{
    const QFontMetrics metrics(textFont(TextStyle::SmallMedium));
    return {metrics.horizontalAdvance(m_text) + 2 * tagPadding + 2 + (m_dot ? 12 : 0), tagHeight};
}

QSize Tag::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 40), tagHeight};
}

void Tag::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    drawBox(painter, rect(), height() / 2.0, color(toneSoft(m_tone)));
    painter.setFont(textFont(TextStyle::SmallMedium));
    painter.setPen(color(toneInk(m_tone)));
    QRect inner = rect().adjusted(tagPadding, 0, -tagPadding + 1, 0);
    if (m_dot) {
        const QRect dot = style()->visualRect(layoutDirection(), rect(), QRect(tagPadding, (height() - 7) / 2, 7, 7));
        drawBox(painter, dot, 3.5, color(toneInk(m_tone)));
        inner = style()->visualRect(layoutDirection(), rect(), rect().adjusted(tagPadding + 12, 0, -tagPadding + 1, 0));
    }
    painter.drawText(inner, leading(this), painter.fontMetrics().elidedText(m_text, Qt::ElideRight, inner.width() + 1));
}

Pill::Pill(const QString& text, Kind kind, QWidget* parent) : QAbstractButton(parent), m_kind(kind)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(this, QAccessible::Button);
    setAttribute(Qt::WA_Hover);
    setFont(theme().font(TextStyle::BodyMedium));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Pill::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Pill::setIconName(IconName icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void Pill::setRemovable(bool removable)
{
    m_removable = removable;
    setAccessibleDescription(removable ? tr("Delete removes it") : QString());
    updateGeometry();
    update();
}

void Pill::setShowsChevron(bool shows)
{
    m_chevron = shows;
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    int width = QFontMetrics(font()).horizontalAdvance(text()) + 2 * pillPadding + 2;
    width += m_icon == IconName::None ? 0 : 20;
    width += m_removable ? crossWidth - 4 : 0;
    width += m_chevron ? 18 : 0;
    return {width, size::pill};
}

QSize Pill::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 48), size::pill};
}

QRect Pill::crossRect() const
{
    return style()->visualRect(layoutDirection(), rect(), QRect(width() - crossWidth - 3, 0, crossWidth, height()));
}

void Pill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool over = underMouse() && isEnabled();
    const Kind kind = isChecked() ? Kind::Chosen : m_kind;
    QColor ink = color(isEnabled() ? Token::Ink : Token::InkFaint);
    if (kind == Kind::Chosen) {
        ink = color(Token::Accent);
        const QColor fill = color(Token::AccentSoft);
        drawBox(painter, rect(), radius::pill,
                isDown() ? mixed(fill, ink, 0.16)
                : over   ? mixed(fill, ink, 0.08)
                         : fill);
    } else if (kind == Kind::Plain) {
        drawBox(painter, rect(), radius::pill,
                color(isDown() ? Token::Pressed
                      : over   ? Token::Hover
                               : Token::Surface),
                color(Token::LineStrong));
    } else {
        ink = color(Token::InkSoft);
        QPen pen(color(over ? Token::Accent : Token::InkFaint), 1.2);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.setBrush(over ? color(Token::Hover) : QColor(Qt::transparent));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.6, 0.6, -0.6, -0.6), radius::pill, radius::pill);
    }
    const auto mirror = [&](const QRect& r) { return style()->visualRect(layoutDirection(), rect(), r); };
    int x = pillPadding;
    if (m_icon != IconName::None) {
        drawIcon(painter, mirror(QRect(x, 0, 14, height())), m_icon, ink, 14);
        x += 20;
    }
    const int tail = pillPadding - 1 + (m_removable ? crossWidth - 4 : 0) + (m_chevron ? 18 : 0);
    const QRect words = mirror(QRect(x, 0, width() - x - tail + 1, height()));
    painter.setPen(ink);
    painter.setFont(font());
    painter.drawText(words, leading(this), painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    if (m_chevron) {
        drawIcon(painter, mirror(QRect(width() - pillPadding - 12 - (m_removable ? crossWidth : 0), 0, 12, height())),
                 IconName::ChevronDown, ink, 12);
    }
    if (m_removable) {
        drawIcon(painter, crossRect(), IconName::Close, ink, 11);
    }
    if (showsFocus(this)) {
        drawFocusRing(painter, rect(), radius::pill);
    }
}

void Pill::keyPressEvent(QKeyEvent* event)
{
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        emit removed();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void Pill::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_removable && isDown() && crossRect().contains(event->pos())) {
        setDown(false);
        emit removed();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

}  // namespace shopbell::ui
