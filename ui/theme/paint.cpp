// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QWidget>

namespace shopbell::ui {

bool showsFocus(const QWidget* widget)
{
    return widget->hasFocus() && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

void drawFocusRing(QPainter& painter, const QRectF& rect, double corner)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color(Token::Accent), 2));
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), corner - 1, corner - 1);
    painter.restore();
}

void drawBox(QPainter& painter, const QRectF& rect, double corner, const QColor& fill, const QColor& edge)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool edged = edge.isValid() && edge.alpha() > 0;
    painter.setPen(edged ? QPen(edge, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() && fill.alpha() > 0 ? QBrush(fill) : QBrush(Qt::NoBrush));
    const QRectF box = edged ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect;
    const double r = edged ? corner - 0.5 : corner;
    painter.drawRoundedRect(box, r, r);
    painter.restore();
}

void drawShadow(QPainter& painter, const QRectF& rect, double corner, double strength)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    // Twelve thin layers, each a little wider: near enough to a Gaussian of the same reach, and no image is made.
    constexpr int layers = 12;
    const double each = (theme().isDark() ? 0.034 : 0.012) * strength;
    painter.setBrush(color(Token::Shadow, each));
    for (int i = layers; i > 0; --i) {
        const double grow = i * 1.0;
        painter.drawRoundedRect(rect.adjusted(-grow, -grow + 4, grow, grow + 4), corner + grow, corner + grow);
    }
    painter.restore();
}

int leading(Qt::LayoutDirection direction)
{
    return (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter |
           Qt::TextSingleLine;
}

int leading(const QWidget* widget)
{
    return leading(widget->layoutDirection());
}

int trailing(Qt::LayoutDirection direction)
{
    return leading(direction == Qt::RightToLeft ? Qt::LeftToRight : Qt::RightToLeft);
}

int trailing(const QWidget* widget)
{
    return trailing(widget->layoutDirection());
}

double figuresWidth(const QFont& used, const QString& text)
{
    const QFontMetricsF metrics(used);
    double digit = 0;
    for (char16_t c = u'0'; c <= u'9'; ++c) {
        digit = std::max(digit, metrics.horizontalAdvance(QChar(c)));
    }
    double width = 0;
    for (const QChar c : text) {
        width += c.isDigit() ? digit : metrics.horizontalAdvance(c);
    }
    return width;
}

void drawFigures(QPainter& painter, const QRectF& rect, int flags, const QString& text)
{
    const QFontMetricsF metrics(painter.font());
    double digit = 0;
    for (char16_t c = u'0'; c <= u'9'; ++c) {
        digit = std::max(digit, metrics.horizontalAdvance(QChar(c)));
    }
    const double width = figuresWidth(painter.font(), text);
    if (width > rect.width() + 0.5) {
        painter.drawText(rect, flags | Qt::TextSingleLine, metrics.elidedText(text, Qt::ElideRight, rect.width()));
        return;
    }
    double x = rect.left();
    if (flags & Qt::AlignHCenter) {
        x += (rect.width() - width) / 2;
    } else if (flags & Qt::AlignRight) {
        x = rect.right() - width;
    }
    const double y = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    for (const QChar c : text) {
        const double advance = metrics.horizontalAdvance(c);
        const double cell = c.isDigit() ? digit : advance;
        painter.drawText(QPointF(x + (cell - advance) / 2, y), QString(c));
        x += cell;
    }
}

void drawTrend(QPainter& painter, const QRectF& rect, bool up, const QColor& tint)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path;
    if (up) {
        path.moveTo(rect.center().x(), rect.top());
        path.lineTo(rect.bottomRight());
        path.lineTo(rect.bottomLeft());
    } else {
        path.moveTo(rect.center().x(), rect.bottom());
        path.lineTo(rect.topRight());
        path.lineTo(rect.topLeft());
    }
    path.closeSubpath();
    QPen pen(tint, 1);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(tint);
    painter.drawPath(path);
    painter.restore();
}

bool popupsCanBeTranslucent()
{
    // X11 may run without a compositor, and then shows black where a window is see-through.
    return QGuiApplication::platformName() != QLatin1String("xcb");
}

void drawTick(QPainter& painter, const QRectF& rect, const QColor& tint, double width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tint, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const auto at = [&](double x, double y) {
        return QPointF(rect.x() + rect.width() * x, rect.y() + rect.height() * y);
    };
    painter.drawPolyline(QPolygonF({at(0.22, 0.53), at(0.42, 0.73), at(0.79, 0.30)}));
    painter.restore();
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto part = [&](double from, double to) { return static_cast<float>(from + (to - from) * share); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()),
                            part(a.alphaF(), b.alphaF()));
}

}  // namespace shopbell::ui
