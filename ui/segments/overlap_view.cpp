// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/overlap_view.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace shopbell::ui {

namespace {

constexpr int edge = 8;

/// The area two circles share, by their circular segments.
double sharedArea(double r, double s, double d)
{
    if (d >= r + s) {
        return 0;
    }
    if (d <= std::abs(r - s)) {
        const double least = std::min(r, s);
        return std::numbers::pi * least * least;
    }
    const double a = std::acos(std::clamp((d * d + r * r - s * s) / (2 * d * r), -1.0, 1.0));
    const double b = std::acos(std::clamp((d * d + s * s - r * r) / (2 * d * s), -1.0, 1.0));
    const double kite = 0.5 * std::sqrt(std::max(0.0, (-d + r + s) * (d + r - s) * (d - r + s) * (d + r + s)));
    return r * r * a + s * s * b - kite;
}

}  // namespace

double distanceForOverlap(double firstRadius, double secondRadius, double shared)
{
    double near = std::abs(firstRadius - secondRadius);
    double far = firstRadius + secondRadius;
    if (shared <= 0) {
        return far;
    }
    constexpr int halvings = 40;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (near + far) / 2;
        (sharedArea(firstRadius, secondRadius, middle) > shared ? near : far) = middle;
    }
    return (near + far) / 2;
}

OverlapView::OverlapView(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Graphic);
    setMinimumHeight(sizeHint().height());
}

void OverlapView::setOverlap(const SegmentOverlap& overlap, const QString& first, const QString& second,
                             const Formats& formats)
{
    m_overlap = overlap;
    setAccessibleName(tr("How the two overlap"));
    setAccessibleDescription(tr("%1 only in %2, %3 in both, %4 only in %5")
                                 .arg(formats.number(overlap.onlyFirst), first, formats.number(overlap.both),
                                      formats.number(overlap.onlySecond), second));
    update();
}

void OverlapView::paintEvent(QPaintEvent*)
{
    const auto first = static_cast<double>(m_overlap.onlyFirst + m_overlap.both);
    const auto second = static_cast<double>(m_overlap.onlySecond + m_overlap.both);
    if (first + second <= 0) {
        return;
    }
    double r = std::sqrt(first / std::numbers::pi);
    double s = std::sqrt(second / std::numbers::pi);
    double d = distanceForOverlap(r, s, static_cast<double>(m_overlap.both));
    const double across = std::max(r, d + s) + std::max(r, s - d);
    const double tall = 2 * std::max(r, s);
    const double scale = std::min((width() - 2.0 * edge) / across, (height() - 2.0 * edge) / tall);
    r *= scale;
    s *= scale;
    d *= scale;
    const double left = (width() - across * scale) / 2 + std::max(r, s - d);
    const QPointF a(left, height() / 2.0);
    const QPointF b(left + d, height() / 2.0);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isRightToLeft()) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    const auto draw = [&](const QPointF& at, double radius, Token token) {
        painter.setPen(QPen(color(token), 2));
        painter.setBrush(color(token, 0.28));
        painter.drawEllipse(at, radius, radius);
    };
    draw(a, r, Token::Chart1);
    draw(b, s, Token::Chart2);
}

}  // namespace shopbell::ui
