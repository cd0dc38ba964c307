// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/marks.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

namespace shopbell::ui {

QString initialsOf(const QString& name)
{
    const QString before = name.section(QLatin1Char('@'), 0, 0);
    const auto words = before.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QString made;
    const auto take = [&](const QString& word) {
        for (const QChar c : word) {
            if (c.isLetterOrNumber()) {
                made += c.toUpper();
                return;
            }
        }
    };
    if (!words.isEmpty()) {
        take(words.front());
    }
    if (words.size() > 1 && !name.contains(QLatin1Char('@'))) {
        take(words.back());
    }
    return made;
}

void drawAvatar(QPainter& painter, const QRectF& rect, const QString& name)
{
    drawBox(painter, rect, rect.width() / 2, color(Token::AccentSoft));
    const QString letters = initialsOf(name);
    if (letters.isEmpty()) {
        drawIcon(painter, rect.toRect(), IconName::User, color(Token::Accent), static_cast<int>(rect.width() * 0.55));
        return;
    }
    QFont used = textFont(TextStyle::SmallStrong);
    used.setPointSizeF(used.pointSizeF() * rect.width() * 0.36 / 11.5);
    used.setWeight(QFont::DemiBold);
    painter.save();
    painter.setFont(used);
    painter.setPen(color(Token::Accent));
    painter.drawText(rect, Qt::AlignCenter, letters);
    painter.restore();
}

Avatar::Avatar(const QString& name, int side, QWidget* parent) : QWidget(parent), m_side(side)
{
    setAccessibleRole(this, QAccessible::Graphic);
    setFixedSize(side, side);
    setName(name);
}

void Avatar::setName(const QString& name)
{
    m_name = name;
    setAccessibleName(name);
    update();
}

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawAvatar(painter, rect(), m_name);
}

ProportionBar::ProportionBar(double share, QWidget* parent) : QWidget(parent), m_share(share)
{
    setAccessibleRole(this, QAccessible::Indicator);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setShare(share);
}

void ProportionBar::setShare(double share)
{
    m_share = std::clamp(share, 0.0, 1.0);
    setAccessibleDescription(tr("%1 %").arg(QLocale().toString(m_share * 100, 'f', 1)));
    update();
}

void ProportionBar::setColor(Token token)
{
    m_color = token;
    update();
}

void ProportionBar::setThickness(int pixels)
{
    m_thickness = pixels;
    updateGeometry();
}

QSize ProportionBar::sizeHint() const
{
    return {120, m_thickness};
}

void ProportionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF track(0, (height() - m_thickness) / 2.0, width(), m_thickness);
    drawBox(painter, track, m_thickness / 2.0, color(Token::Sunk));
    drawBox(painter, track, m_thickness / 2.0, color(Token::Line, 0.5));
    if (m_share <= 0) {
        return;
    }
    QRectF filled = track;
    filled.setWidth(std::max<double>(m_thickness, track.width() * m_share));
    if (isRightToLeft()) {
        filled.moveRight(track.right());
    }
    drawBox(painter, filled, m_thickness / 2.0, color(m_color));
}

IntervalBar::IntervalBar(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Indicator);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void IntervalBar::setScale(double least, double most)
{
    m_least = least;
    m_most = most;
    update();
}

void IntervalBar::setInterval(double low, double point, double high)
{
    m_low = low;
    m_point = point;
    m_high = high;
    const QLocale locale;
    setAccessibleDescription(
        tr("%1, between %2 and %3")
            .arg(locale.toString(point, 'g', 4), locale.toString(low, 'g', 4), locale.toString(high, 'g', 4)));
    update();
}

void IntervalBar::setColor(Token token)
{
    m_color = token;
    update();
}

QSize IntervalBar::sizeHint() const
{
    return {160, 12};
}

void IntervalBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double inset = 5;
    const double span = m_most > m_least ? m_most - m_least : 1;
    const auto at = [&](double value) {
        const double share = std::clamp((value - m_least) / span, 0.0, 1.0);
        return inset + (width() - 2 * inset) * (isRightToLeft() ? 1 - share : share);
    };
    const double middle = height() / 2.0;
    drawBox(painter, QRectF(0, middle - 1.5, width(), 3), 1.5, color(Token::Line));
    const double from = std::min(at(m_low), at(m_high));
    const double to = std::max(at(m_low), at(m_high));
    drawBox(painter, QRectF(from, middle - 2.5, std::max(5.0, to - from), 5), 2.5,
            mixed(color(Token::Surface), color(m_color), 0.42));
    drawBox(painter, QRectF(at(m_point) - 5, middle - 5, 10, 10), 5, color(m_color));
}

Sparkline::Sparkline(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Chart);
}

void Sparkline::setValues(const QList<double>& values)
{
    m_values = values;
    if (!values.isEmpty()) {
        const auto [least, most] = std::minmax_element(values.begin(), values.end());
        const QLocale locale;
        setAccessibleDescription(tr("from %1 to %2, least %3, most %4")
                                     .arg(locale.toString(values.front()), locale.toString(values.back()),
                                          locale.toString(*least), locale.toString(*most)));
    }
    update();
}

void Sparkline::setColor(Token token)
{
    m_color = token;
    update();
}

void Sparkline::setFilled(bool filled)
{
    m_filled = filled;
    update();
}

QSize Sparkline::sizeHint() const
{
    return {96, 28};
}

void Sparkline::paintEvent(QPaintEvent*)
{
    if (m_values.size() < 2) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto [least, most] = std::minmax_element(m_values.begin(), m_values.end());
    const double span = *most > *least ? *most - *least : 1;
    const double room = height() - 4.0;
    QPainterPath line;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(m_values.size() - 1);
        const double x = 1.5 + (width() - 3.0) * (isRightToLeft() ? 1 - share : share);
        const double y = 2 + room - room * (m_values[i] - *least) / span;
        i == 0 ? line.moveTo(x, y) : line.lineTo(x, y);
    }
    if (m_filled) {
        QPainterPath area = line;
        area.lineTo(line.currentPosition().x(), height());
        area.lineTo(isRightToLeft() ? width() - 1.5 : 1.5, height());
        painter.fillPath(area, color(m_color, 0.12));
    }
    painter.setPen(QPen(color(m_color), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(line);
}

IconMark::IconMark(IconName icon, Token token, int side, QWidget* parent)
    : QWidget(parent), m_icon(icon), m_color(token), m_side(side)
{
    setFixedSize(side, side);
}

void IconMark::setIcon(IconName icon)
{
    m_icon = icon;
    update();
}

void IconMark::setColor(Token token)
{
    m_color = token;
    update();
}

void IconMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawIcon(painter, rect(), m_icon, color(m_color), m_side);
}

LegendKey::LegendKey(const QString& text, Token token, QWidget* parent) : QWidget(parent), m_text(text), m_color(token)
{
    setAccessibleRole(this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

QSize LegendKey::sizeHint() const
{
    const QFontMetrics metrics(textFont(TextStyle::Small));
    return {metrics.horizontalAdvance(m_text) + 15, metrics.height()};
}

void LegendKey::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const auto mirror = [&](const QRect& r) { return style()->visualRect(layoutDirection(), rect(), r); };
    drawBox(painter, mirror(QRect(0, (height() - 8) / 2, 8, 8)), 4, color(m_color));
    painter.setFont(textFont(TextStyle::Small));
    painter.setPen(color(Token::InkSoft));
    painter.drawText(mirror(QRect(13, 0, width() - 13, height())), leading(this), m_text);
}

}  // namespace shopbell::ui
