// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_area_chart.h"

#include "ui/charts/chart_axes.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QLocale>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace shopbell::ui {

namespace {

constexpr qsizetype decimateFrom = 2000;
constexpr qsizetype smoothUpTo = 200;
constexpr int axisHeight = 24;
constexpr int markerWidth = 180;  // of the words beside a marker
constexpr int top = 10;

}  // namespace

LineAreaChart::LineAreaChart(QWidget* parent) : LineAreaChart(new QValueAxis, parent) {}

LineAreaChart::LineAreaChart(QValueAxis* x, QWidget* parent)
    : HoverChart(x, parent), m_x(x), m_zone(QTimeZone::systemTimeZone())
{
    setAccessibleName(tr("Chart"));
}

void LineAreaChart::setSeries(const QList<LineSeries>& series)
{
    if (!series.isEmpty() && series == m_series) {
        return;  // a page that reloads mostly brings what stands
    }
    m_series = series;
    hover(-1);
    rebuild();
}

void LineAreaChart::setMarkers(const QList<ChartMarker>& markers)
{
    m_markers = markers;
    updateOver();
}

void LineAreaChart::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    update();
}

void LineAreaChart::setXIsPlain()
{
    m_zone.reset();
    update();
}

void LineAreaChart::setXTicks(const QList<AxisTick>& ticks)
{
    m_ownTicks = ticks;
    update();
}

void LineAreaChart::setYFromZero(bool fromZero)
{
    m_fromZero = fromZero;
    rebuild();
}

void LineAreaChart::setSmooth(bool smooth)
{
    m_smooth = smooth;
    rebuild();
}

void LineAreaChart::setSeriesLabels(bool shown)
{
    m_labels = shown;
    rebuild();
}

QSize LineAreaChart::sizeHint() const
{
    return {420, 220};
}

QSize LineAreaChart::minimumSizeHint() const
{
    return {160, 96};
}

Token LineAreaChart::seriesToken(qsizetype series) const
{
    return m_series[series].color.value_or(chartToken(static_cast<int>(series)));
}

QString LineAreaChart::xText(double x) const
{
    return m_zone ? dayWords(x, *m_zone) : QLocale().toString(x, 'g', 6);
}

void LineAreaChart::rebuild()
{
    chart()->removeAllSeries();
    double least = m_fromZero ? 0 : 1e300;
    double most = m_fromZero ? 0 : -1e300;
    double from = 1e300;
    double to = -1e300;
    for (const LineSeries& series : m_series) {
        for (const QPointF& point : series.points) {
            least = std::min(least, point.y());
            most = std::max(most, point.y());
            from = std::min(from, point.x());
            to = std::max(to, point.x());
        }
    }
    if (from > to) {
        setTicks({});
        settle();
        return;
    }
    // Values that are all whole count something, of which there is no half.
    const bool whole = std::ranges::all_of(m_series, [](const LineSeries& series) {
        return std::ranges::all_of(series.points, [](const QPointF& p) { return p.y() == std::floor(p.y()); });
    });
    setTicks(niceTicks(least, most, 4, whole));
    m_x->setRange(from, to > from ? to : from + 1);
    place();
    m_builtForWidth = static_cast<int>(plot().width());
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        if (!m_series[i].points.isEmpty()) {
            addLine(i);
        }
    }
    settle();
}

void LineAreaChart::addLine(qsizetype series)
{
    const LineSeries& given = m_series[series];
    QList<QPointF> drawn = given.points;
    if (drawn.size() > decimateFrom) {
        drawn = decimated(drawn, std::max(100, m_builtForWidth));
    } else if (m_smooth && drawn.size() <= smoothUpTo) {
        drawn = smoothed(drawn, 7);
    }
    if (given.filled && !given.dashed) {
        auto* upper = new QLineSeries(chart());
        upper->replace(drawn);
        auto* lower = new QLineSeries(chart());
        lower->replace(QList<QPointF>{{drawn.front().x(), ticks().front()}, {drawn.back().x(), ticks().front()}});
        auto* area = new QAreaSeries(upper, lower);
        area->setPen(Qt::NoPen);
        area->setBrush(color(seriesToken(series), theme().isDark() ? 0.13 : 0.11));
        add(area);
    }
    QPen pen(color(seriesToken(series)), given.dashed ? 1.5 : 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (given.dashed) {
        pen.setDashPattern({3, 3});
    }
    auto* line = new QLineSeries(chart());
    line->setName(given.name);
    line->replace(drawn);
    line->setPen(pen);
    add(line);
}

QMargins LineAreaChart::plotMargins() const
{
    QStringList atTheEnd = tickTexts();
    if (m_labels) {
        std::ranges::transform(m_series, std::back_inserter(atTheEnd), &LineSeries::name);
    }
    return {0, top, std::max(6, valueGutter(atTheEnd)), axisHeight};
}

void LineAreaChart::resizeEvent(QResizeEvent* event)
{
    HoverChart::resizeEvent(event);
    const bool large = std::any_of(m_series.begin(), m_series.end(),
                                   [](const LineSeries& s) { return s.points.size() > decimateFrom; });
    if (large && std::abs(plot().width() - m_builtForWidth) > 1) {
        rebuild();
    }
}

QString LineAreaChart::summary() const
{
    QStringList words;
    for (const LineSeries& series : std::as_const(m_series)) {
        if (series.points.isEmpty()) {
            continue;
        }
        const auto [least, most] =
            std::minmax_element(series.points.begin(), series.points.end(),
                                [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); });
        words.append(tr("%1: from %2 to %3, least %4, most %5")
                         .arg(series.name, valueText(series.points.front().y()), valueText(series.points.back().y()),
                              valueText(least->y()), valueText(most->y())));
    }
    return words.join(QStringLiteral("; "));
}

QPointF LineAreaChart::toPixel(const QPointF& point) const
{
    const double span = m_x->max() - m_x->min();
    return {plot().left() + plot().width() * (point.x() - m_x->min()) / (span > 0 ? span : 1), toY(point.y())};
}

void LineAreaChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(textFont(TextStyle::Small));
    if (ticks().isEmpty()) {
        painter.setPen(color(Token::InkSoft));
        painter.drawText(rect(), Qt::AlignCenter, tr("No values in this period"));
        return;
    }
    QList<ValueTick> values;
    for (const double tick : ticks()) {
        values.append({toY(tick), isYAxisShown() && !m_labels ? valueText(tick) : QString(), tick == ticks().front()});
    }
    drawValueTicks(painter, plot(), width(), values);
    QList<PlaceTick> places;
    for (const AxisTick& tick : xTicks()) {
        places.append({toPixel({tick.at, 0}).x(), tick.text});
    }
    drawPlaceTicks(painter, plot(), width(), places);
}

QList<AxisTick> LineAreaChart::xTicks() const
{
    if (!m_ownTicks.isEmpty()) {
        return m_ownTicks;
    }
    const int room = std::max(2, static_cast<int>(plot().width()) / 84);
    if (m_zone) {
        return dateTicks(m_x->min(), m_x->max(), room, *m_zone);
    }
    QList<AxisTick> ticks;
    for (const double at : niceTicks(m_x->min(), m_x->max(), room)) {
        if (at >= m_x->min() && at <= m_x->max()) {
            ticks.append({at, xText(at)});
        }
    }
    return ticks;
}

void LineAreaChart::paintOver(QPainter& painter) const
{
    if (ticks().isEmpty()) {
        return;
    }
    paintMarkers(painter);
    if (m_labels) {
        paintNames(painter);
    }
    if (hovered() >= 0) {
        paintHovered(painter);
    }
}

void LineAreaChart::paintMarkers(QPainter& painter) const
{
    const QFontMetrics small(painter.font());
    double taken = plot().left() - 1;
    for (const ChartMarker& marker : m_markers) {
        if (marker.x < m_x->min() || marker.x > m_x->max()) {
            continue;
        }
        const double x = toPixel({marker.x, 0}).x();
        QPen pen(color(Token::Brass), 1.2);
        pen.setDashPattern({2.5, 2.5});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, 2), QPointF(x, plot().bottom()));
        const QString words = small.elidedText(marker.text, Qt::ElideRight, markerWidth);
        const double w = small.horizontalAdvance(words);
        const double left = x + 6 + w > plot().right() ? x - 6 - w : x + 6;
        if (left < taken) {
            continue;
        }
        // A line of the grid may pass behind the words.
        painter.fillRect(QRectF(left - 2, 2, w + 4, small.height()), color(Token::Surface));
        painter.setPen(color(Token::BrassInk));
        painter.drawText(QPointF(left, 2 + small.ascent() - 1), words);
        taken = left + w + 10;
    }
}

void LineAreaChart::paintNames(QPainter& painter) const
{
    const QFontMetrics small(painter.font());
    QList<QPair<double, qsizetype>> ends;
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        if (!m_series[i].points.isEmpty()) {
            ends.append({toPixel(m_series[i].points.back()).y(), i});
        }
    }
    std::sort(ends.begin(), ends.end());
    double lowest = -1e9;
    painter.setPen(color(Token::InkSoft));
    for (const auto& [wanted, i] : std::as_const(ends)) {
        lowest = std::max(wanted, lowest + small.height());
        painter.drawText(QPointF(plot().right() + 8, lowest + small.ascent() / 2.0 - 1), m_series[i].name);
    }
}

void LineAreaChart::paintHovered(QPainter& painter) const
{
    const QPointF point = m_series.front().points[hovered()];
    const QPointF anchor = toPixel(point);
    painter.fillRect(QRectF(anchor.x() - 0.5, plot().top(), 1, plot().height()), color(Token::LineStrong));
    QList<HoverLine> lines;
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const auto& points = m_series[i].points;
        const auto found = std::lower_bound(points.begin(), points.end(), point.x(),
                                            [](const QPointF& p, double x) { return p.x() < x; });
        if (found == points.end() || std::abs(found->x() - point.x()) > 0.5) {
            continue;
        }
        const QPointF at = toPixel(*found);
        if (!m_series[i].dashed) {
            drawBox(painter, QRectF(at.x() - 5, at.y() - 5, 10, 10), 5, color(Token::Surface));
            painter.setPen(QPen(color(seriesToken(i)), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(at, 4, 4);
        }
        lines.append({m_series.size() > 1 ? m_series[i].name : QString(), valueText(found->y()), seriesToken(i)});
    }
    drawHoverValue(painter, QRectF(rect()).adjusted(2, 0, -2, 0), anchor, xText(point.x()), lines);
}

int LineAreaChart::placeCount() const
{
    return m_series.isEmpty() ? 0 : static_cast<int>(m_series.front().points.size());
}

int LineAreaChart::placeAt(const QPointF& position) const
{
    if (placeCount() == 0 || !plot().adjusted(-4, -10, 8, 24).contains(position)) {
        return -1;
    }
    const auto& points = m_series.front().points;
    const double share = (position.x() - plot().left()) / std::max(1.0, plot().width());
    const double x = m_x->min() + (m_x->max() - m_x->min()) * share;
    auto found =
        std::lower_bound(points.begin(), points.end(), x, [](const QPointF& p, double at) { return p.x() < at; });
    if (found == points.end()) {
        --found;
    } else if (found != points.begin() && x - (found - 1)->x() < found->x() - x) {
        --found;
    }
    return static_cast<int>(found - points.begin());
}

void LineAreaChart::activate(int place)
{
    emit pointActivated(0, place);
}

QString LineAreaChart::placeWords(int place) const
{
    const QPointF point = m_series.front().points[place];
    return QStringLiteral("%1: %2").arg(xText(point.x()), valueText(point.y()));
}

}  // namespace shopbell::ui
