// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/big_number.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace shopbell::ui {

namespace {

constexpr int triangle = 9;
constexpr int gap = 5;

}  // namespace

BigNumber::BigNumber(const QString& label, const QString& value, QWidget* parent)
    : QWidget(parent), m_label(label), m_value(value)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleRole(this, QAccessible::StaticText);
    describe();
}

void BigNumber::setLabel(const QString& label)
{
    m_label = label;
    describe();
}

void BigNumber::setValue(const QString& value)
{
    m_value = value;
    describe();
}

void BigNumber::setComparison(Trend trend, const QString& amount, const QString& against, bool good)
{
    m_trend = trend;
    m_amount = amount;
    m_against = against;
    m_good = good;
    describe();
}

void BigNumber::setChange(Trend trend, const QString& amount, const QString& against)
{
    setComparison(trend, amount, against, trend != Trend::Down);
}

void BigNumber::setNote(const QString& note)
{
    setComparison(Trend::None, {}, note);
}

void BigNumber::setTextStyle(TextStyle style)
{
    m_style = style;
    describe();
}

void BigNumber::describe()
{
    QString change = m_amount;
    if (m_trend == Trend::Up) {
        change = tr("up %1").arg(m_amount);
    } else if (m_trend == Trend::Down) {
        change = tr("down %1").arg(m_amount);
    }
    setAccessibleName(QStringLiteral("%1: %2").arg(m_label, m_value));
    setAccessibleDescription(QStringLiteral("%1 %2").arg(change, m_against).trimmed());
    updateGeometry();
    update();
}

QSize BigNumber::sizeHint() const
{
    const QFontMetrics label(textFont(TextStyle::Label));
    const QFontMetrics value(textFont(m_style));
    const QFontMetrics small(textFont(TextStyle::Small));
    int below = small.horizontalAdvance(m_amount + QLatin1Char(' ') + m_against);
    if (m_trend == Trend::Up || m_trend == Trend::Down) {
        below += triangle + gap;
    }
    int height = value.height() + 6;
    if (!m_label.isEmpty()) {
        height += label.height();
    }
    if (!m_amount.isEmpty() || !m_against.isEmpty()) {
        height += small.height() + 6;
    }
    return {std::max({label.horizontalAdvance(m_label), value.horizontalAdvance(m_value), below}) + 2, height};
}

bool BigNumber::breaks(int width) const
{
    const QFontMetrics small(textFont(TextStyle::Small));
    const int arrow = m_trend == Trend::Up || m_trend == Trend::Down ? triangle + gap : 0;
    return small.horizontalAdvance(m_amount + QLatin1Char(' ') + m_against) + arrow + 1 > width;
}

int BigNumber::heightForWidth(int width) const
{
    const QFontMetrics small(textFont(TextStyle::Small));
    const QString below = m_amount.isEmpty() ? m_against : m_amount;
    int lines = 0;
    if (breaks(width)) {
        // The amount keeps its line and the words take the next ones; a note without amount wraps from the start.
        const int room =
            small.boundingRect(QRect(0, 0, std::max(40, width), 1000), Qt::TextWordWrap, m_against).height();
        lines = room - (m_amount.isEmpty() ? small.height() : 0);
    }
    return sizeHint().height() + (below.isEmpty() ? 0 : lines);
}

QSize BigNumber::minimumSizeHint() const
{
    const QFontMetrics value(textFont(m_style));
    return {value.horizontalAdvance(m_value) + 2, sizeHint().height()};
}

void BigNumber::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const int lead = leading(this);
    int y = 0;
    const auto line = [&](TextStyle style, Token token, const QString& text) {
        painter.setFont(textFont(style));
        painter.setPen(color(token));
        const QFontMetrics metrics(painter.font());
        const QRect box(0, y, width(), metrics.height());
        painter.drawText(box, lead, metrics.elidedText(text, Qt::ElideRight, width()));
        y += metrics.height();
    };
    if (!m_label.isEmpty()) {
        line(TextStyle::Label, Token::InkSoft, m_label);
    }
    y += 4;
    line(m_style, Token::Ink, m_value);
    if (m_amount.isEmpty() && m_against.isEmpty()) {
        return;
    }
    y += 6;
    const bool arrow = m_trend == Trend::Up || m_trend == Trend::Down;
    const Token tone = !arrow ? Token::InkSoft : m_good ? Token::Ok : Token::Bad;
    painter.setFont(textFont(TextStyle::Small));
    const QFontMetrics metrics(painter.font());
    const int height = metrics.height();
    int x = 0;
    const auto mirror = [&](const QRect& r) { return style()->visualRect(layoutDirection(), rect(), r); };
    if (arrow) {
        drawTrend(painter, QRectF(mirror(QRect(x, y + (height - 7) / 2, triangle, 7))), m_trend == Trend::Up,
                  color(tone));
        x += triangle + gap;
    }
    if (!m_amount.isEmpty()) {
        const int w = metrics.horizontalAdvance(m_amount);
        painter.setPen(color(tone));
        painter.drawText(mirror(QRect(x, y, w + 2, height)), lead, m_amount);
        x += w + metrics.horizontalAdvance(QLatin1Char(' ')) + 1;
    }
    painter.setPen(color(Token::InkSoft));
    if (breaks(width())) {
        const int top = m_amount.isEmpty() ? y : y + height;
        const int flags = (lead & ~(Qt::AlignVCenter | Qt::TextSingleLine)) | Qt::AlignTop | Qt::TextWordWrap;
        painter.drawText(QRect(0, top, width(), this->height() - top), flags, m_against);
        return;
    }
    painter.drawText(mirror(QRect(x, y, width() - x, height)), lead, m_against);
}

}  // namespace shopbell::ui
