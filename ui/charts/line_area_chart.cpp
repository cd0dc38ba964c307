// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_area_chart.h"

#include "ui/charts/chart_axes.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QDateTime>
#include <QKeyEvent>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
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

/// Draws over the series: markers, names, the hovered point and its value.
class LineAreaChart::Overlay : public QWidget {
public:
    explicit Overlay(LineAreaChart* chart) : QWidget(chart), m_owner(chart)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_owner->paintOver(painter);
    }

private:
    LineAreaChart* m_owner;
};

LineAreaChart::LineAreaChart(QWidget* parent)
    : QWidget(parent),
      m_chart(new QChart),
      m_view(makeBareView(m_chart, this)),
      m_x(new QValueAxis(m_chart)),
      m_y(new QValueAxis(m_chart)),
      m_overlay(new Overlay(this))
{
    m_chart->addAxis(m_x, Qt::AlignBottom);
    m_chart->addAxis(m_y, Qt::AlignLeft);
    m_x->setVisible(false);
    m_y->setVisible(false);
    setAccessibleRole(this, QAccessible::Chart);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Chart"));
}

void LineAreaChart::setSeries(const QList<LineSeries>& series)
{
    m_series = series;
    m_hovered = -1;
    rebuild();
}

void LineAreaChart::setMarkers(const QList<ChartMarker>& markers)
{
    m_markers = markers;
    m_overlay->update();
}

void LineAreaChart::setValueFormat(Format format)
{
    m_value = std::move(format);
    rebuild();
}

void LineAreaChart::setXFormat(Format axis, Format hoverFormat)
{
    m_xAxis = std::move(axis);
    m_xHover = std::move(hoverFormat);
    m_xIsDate = false;
    update();
}

void LineAreaChart::setXIsDate(bool isDate)
{
    m_xIsDate = isDate;
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

void LineAreaChart::setYAxisShown(bool shown)
{
    m_yAxisShown = shown;
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

QString LineAreaChart::valueText(double value) const
{
    return m_value ? m_value(value) : QLocale().toString(value, 'g', 6);
}

void LineAreaChart::rebuild()
{
    m_chart->removeAllSeries();
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
        m_yTicks.clear();
        describe();
        update();
        m_overlay->update();
        return;
    }
    // Values that are all whole count something, of which there is no half.
    const bool whole = std::ranges::all_of(m_series, [](const LineSeries& series) {
        return std::ranges::all_of(series.points, [](const QPointF& p) { return p.y() == std::floor(p.y()); });
    });
    m_yTicks = niceTicks(least, most, 4, whole);
    place();
    m_builtForWidth = static_cast<int>(m_plot.width());
    m_x->setRange(from, to > from ? to : from + 1);
    m_y->setRange(m_yTicks.front(), m_yTicks.back());

    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const LineSeries& given = m_series[i];
        QList<QPointF> drawn = given.points;
        if (drawn.size() > decimateFrom) {
            drawn = decimated(drawn, std::max(100, m_builtForWidth));
        } else if (m_smooth && drawn.size() <= smoothUpTo) {
            drawn = smoothed(drawn, 7);
        }
        const QColor tint = color(seriesToken(i));
        QPen pen(tint, given.dashed ? 1.5 : 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        if (given.dashed) {
            pen.setDashPattern({3, 3});
        }
        if (given.filled && !given.dashed) {
            auto* upper = new QLineSeries(m_chart);
            upper->replace(drawn);
            auto* lower = new QLineSeries(m_chart);
            lower->replace(QList<QPointF>{{drawn.front().x(), m_yTicks.front()}, {drawn.back().x(), m_yTicks.front()}});
            auto* area = new QAreaSeries(upper, lower);
            area->setPen(Qt::NoPen);
            area->setBrush(color(seriesToken(i), theme().isDark() ? 0.13 : 0.11));
            m_chart->addSeries(area);
            area->attachAxis(m_x);
            area->attachAxis(m_y);
        }
        auto* line = new QLineSeries(m_chart);
        line->setName(given.name);
        line->replace(drawn);
        line->setPen(pen);
        m_chart->addSeries(line);
        line->attachAxis(m_x);
        line->attachAxis(m_y);
    }
    describe();
    update();
    m_overlay->update();
}

void LineAreaChart::place()
{
    m_view->setGeometry(rect());
    m_overlay->setGeometry(rect());
    m_overlay->raise();
    QStringList atTheEnd;
    if (m_yAxisShown) {
        std::ranges::transform(m_yTicks, std::back_inserter(atTheEnd), [this](double tick) { return valueText(tick); });
    }
    if (m_labels) {
        std::ranges::transform(m_series, std::back_inserter(atTheEnd), &LineSeries::name);
    }
    const int gutter = std::max(6, valueGutter(atTheEnd));
    m_plot = QRectF(0, top, std::max(20, width() - gutter), std::max(20, height() - top - axisHeight));
    m_chart->resize(size());
    m_chart->setPlotArea(m_plot);
}

void LineAreaChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
    const bool large = std::any_of(m_series.begin(), m_series.end(),
                                   [](const LineSeries& s) { return s.points.size() > decimateFrom; });
    if (large && std::abs(m_plot.width() - m_builtForWidth) > 1) {
        rebuild();
    }
}

void LineAreaChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LocaleChange) {
        rebuild();
    }
}

void LineAreaChart::describe()
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
    setAccessibleDescription(words.isEmpty() ? tr("No values") : words.join(QStringLiteral("; ")));
}

QPointF LineAreaChart::toPixel(const QPointF& point) const
{
    const double xs = m_x->max() - m_x->min();
    const double ys = m_y->max() - m_y->min();
    return {m_plot.left() + m_plot.width() * (point.x() - m_x->min()) / (xs > 0 ? xs : 1),
            m_plot.bottom() - m_plot.height() * (point.y() - m_y->min()) / (ys > 0 ? ys : 1)};
}

void LineAreaChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(textFont(TextStyle::Small));
    if (m_yTicks.isEmpty()) {
        painter.setPen(color(Token::InkSoft));
        painter.drawText(rect(), Qt::AlignCenter, tr("No values in this period"));
        return;
    }
    QList<ValueTick> values;
    for (const double tick : std::as_const(m_yTicks)) {
        values.append({toPixel({m_x->min(), tick}).y(), m_yAxisShown && !m_labels ? valueText(tick) : QString(),
                       tick == m_yTicks.front()});
    }
    drawValueTicks(painter, m_plot, width(), values);
    QList<AxisTick> ticks;
    const int room = std::max(2, static_cast<int>(m_plot.width()) / 84);
    if (!m_ownTicks.isEmpty()) {
        ticks = m_ownTicks;
    } else if (m_xIsDate) {
        ticks = dateTicks(m_x->min(), m_x->max(), room);
    } else {
        for (const double at : niceTicks(m_x->min(), m_x->max(), room)) {
            if (at >= m_x->min() && at <= m_x->max()) {
                ticks.append({at, m_xAxis ? m_xAxis(at) : QLocale().toString(at, 'g', 6)});
            }
        }
    }
    QList<PlaceTick> places;
    for (const AxisTick& tick : std::as_const(ticks)) {
        places.append({toPixel({tick.at, 0}).x(), tick.text});
    }
    drawPlaceTicks(painter, m_plot, width(), places);
}

void LineAreaChart::paintOver(QPainter& painter) const
{
    if (m_yTicks.isEmpty()) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(TextStyle::Small));
    const QFontMetrics small(painter.font());
    double taken = m_plot.left() - 1;
    for (const ChartMarker& marker : m_markers) {
        if (marker.x < m_x->min() || marker.x > m_x->max()) {
            continue;
        }
        const double x = toPixel({marker.x, 0}).x();
        QPen pen(color(Token::Brass), 1.2);
        pen.setDashPattern({2.5, 2.5});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, 2), QPointF(x, m_plot.bottom()));
        const QString words = small.elidedText(marker.text, Qt::ElideRight, markerWidth);
        const double w = small.horizontalAdvance(words);
        const double left = x + 6 + w > m_plot.right() ? x - 6 - w : x + 6;
        if (left < taken) {
            continue;
        }
        painter.setPen(color(Token::BrassInk));
        painter.drawText(QPointF(left, 2 + small.ascent() - 1), words);
        taken = left + w + 10;
    }
    if (m_labels) {
        double lowest = -1e9;
        QList<QPair<double, qsizetype>> ends;
        for (qsizetype i = 0; i < m_series.size(); ++i) {
            if (!m_series[i].points.isEmpty()) {
                ends.append({toPixel(m_series[i].points.back()).y(), i});
            }
        }
        std::sort(ends.begin(), ends.end());
        for (const auto& [wanted, i] : std::as_const(ends)) {
            const double y = std::max(wanted, lowest + small.height());
            painter.setPen(color(Token::InkSoft));
            painter.drawText(QPointF(m_plot.right() + 8, y + small.ascent() / 2.0 - 1), m_series[i].name);
            lowest = y;
        }
    }
    if (m_hovered >= 0 && !m_series.isEmpty() && m_hovered < m_series.front().points.size()) {
        const QPointF point = m_series.front().points[m_hovered];
        const QPointF anchor = toPixel(point);
        painter.fillRect(QRectF(anchor.x() - 0.5, m_plot.top(), 1, m_plot.height()), color(Token::LineStrong));
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
        QString title;
        if (m_xHover || m_xAxis) {
            title = m_xHover ? m_xHover(point.x()) : m_xAxis(point.x());
        } else if (m_xIsDate) {
            title = QLocale().toString(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(point.x())).date(),
                                       QStringLiteral("ddd d MMMM yyyy"));
        } else {
            title = QLocale().toString(point.x(), 'g', 6);
        }
        drawHoverValue(painter, QRectF(rect()).adjusted(2, 0, -2, 0), anchor, title, lines);
    }
    if (showsFocus(this)) {
        drawFocusRing(painter, rect(), radius::button);
    }
}

int LineAreaChart::nearest(double pixel) const
{
    if (m_series.isEmpty() || m_series.front().points.isEmpty()) {
        return -1;
    }
    const auto& points = m_series.front().points;
    const double x = m_x->min() + (m_x->max() - m_x->min()) * (pixel - m_plot.left()) / std::max(1.0, m_plot.width());
    auto found =
        std::lower_bound(points.begin(), points.end(), x, [](const QPointF& p, double at) { return p.x() < at; });
    if (found == points.end()) {
        --found;
    } else if (found != points.begin() && x - (found - 1)->x() < found->x() - x) {
        --found;
    }
    return static_cast<int>(found - points.begin());
}

void LineAreaChart::hover(int index)
{
    if (index == m_hovered) {
        return;
    }
    m_hovered = index;
    m_overlay->update();
}

void LineAreaChart::mouseMoveEvent(QMouseEvent* event)
{
    const bool inside = m_plot.adjusted(-4, -10, 8, 24).contains(event->position());
    hover(inside ? nearest(event->position().x()) : -1);
}

void LineAreaChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_hovered >= 0) {
        emit pointActivated(0, m_hovered);
    }
}

void LineAreaChart::leaveEvent(QEvent*)
{
    hover(-1);
}

void LineAreaChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    hover(-1);
}

void LineAreaChart::keyPressEvent(QKeyEvent* event)
{
    const int points = m_series.isEmpty() ? 0 : static_cast<int>(m_series.front().points.size());
    int target = m_hovered;
    switch (event->key()) {
    case Qt::Key_Left: target = m_hovered < 0 ? points - 1 : m_hovered - 1; break;
    case Qt::Key_Right: target = m_hovered + 1; break;
    case Qt::Key_Home: target = 0; break;
    case Qt::Key_End: target = points - 1; break;
    case Qt::Key_Escape:
        if (m_hovered >= 0) {
            hover(-1);
            return;
        }
        QWidget::keyPressEvent(event);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hovered >= 0) {
            emit pointActivated(0, m_hovered);
        }
        return;
    default: QWidget::keyPressEvent(event); return;
    }
    if (points > 0) {
        hover(std::clamp(target, 0, points - 1));
        const QPointF point = m_series.front().points[m_hovered];
        const QString where =
            m_xIsDate ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(point.x())).date(),
                                           QLocale::LongFormat)
            : m_xAxis ? m_xAxis(point.x())
                      : QLocale().toString(point.x());
        setAccessibleDescription(QStringLiteral("%1: %2").arg(where, valueText(point.y())));
    }
}

}  // namespace shopbell::ui
