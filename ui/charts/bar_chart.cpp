// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bar_chart.h"

#include "ui/charts/chart_axes.h"
#include "ui/charts/chart_parts.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace shopbell::ui {

namespace {

constexpr int axisHeight = 22;
constexpr int top = 8;
constexpr double barShare = 0.66;

QString nameOf(const Bar& bar)
{
    return bar.note.isEmpty() ? bar.label : bar.note;
}

}  // namespace

BarChart::BarChart(QWidget* parent) : BarChart(new QBarCategoryAxis, parent) {}

BarChart::BarChart(QBarCategoryAxis* x, QWidget* parent) : HoverChart(x, parent), m_x(x)
{
    setAccessibleName(tr("Bar chart"));
}

void BarChart::setBars(const QList<Bar>& bars)
{
    m_bars = bars;
    hover(-1);
    rebuild();
}

void BarChart::setColor(Token token)
{
    m_color = token;
    rebuild();
}

QSize BarChart::sizeHint() const
{
    return {320, 160};
}

QSize BarChart::minimumSizeHint() const
{
    return {120, 72};
}

void BarChart::rebuild()
{
    chart()->removeAllSeries();
    if (m_bars.isEmpty()) {
        setTicks({});
        settle();
        return;
    }
    double least = 0;
    double most = 0;
    auto* set = new QBarSet(QString());
    QStringList categories;
    for (const Bar& bar : std::as_const(m_bars)) {
        least = std::min(least, bar.value);
        most = std::max(most, bar.value);
        *set << bar.value;
        // The axis is hidden and only needs one name each; labels may repeat.
        categories.append(QString::number(categories.size()));
    }
    setTicks(niceTicks(least, most, 3));
    set->setBrush(mixed(color(Token::Surface), color(m_color), 0.78));
    set->setPen(Qt::NoPen);
    auto* series = new QBarSeries(chart());
    series->append(set);
    series->setBarWidth(barShare);
    m_x->clear();
    m_x->append(categories);
    add(series);
    settle();
}

QMargins BarChart::plotMargins() const
{
    const bool labelled =
        std::any_of(m_bars.begin(), m_bars.end(), [](const Bar& bar) { return !bar.label.isEmpty(); });
    return {0, top, valueGutter(tickTexts()), labelled ? axisHeight : 4};
}

double BarChart::step() const
{
    return plot().width() / std::max(1.0, static_cast<double>(m_bars.size()));
}

QRectF BarChart::barRect(int index) const
{
    const double w = step() * barShare;
    const double a = toY(m_bars[index].value);
    const double b = toY(0);
    return {plot().left() + step() * index + (step() - w) / 2, std::min(a, b), w, std::abs(a - b)};
}

void BarChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(textFont(TextStyle::Small));
    painter.setPen(color(Token::InkSoft));
    if (m_bars.isEmpty()) {
        painter.drawText(rect(), Qt::AlignCenter, tr("No values in this period"));
        return;
    }
    QList<ValueTick> values;
    for (const double tick : ticks()) {
        if (isYAxisShown() || tick == 0) {
            values.append({toY(tick), isYAxisShown() ? valueText(tick) : QString(), tick == 0});
        }
    }
    drawValueTicks(painter, plot(), width(), values);
    const QFontMetrics small(painter.font());
    double widest = 0;
    for (const Bar& bar : std::as_const(m_bars)) {
        widest = std::max<double>(widest, small.horizontalAdvance(bar.label));
    }
    const int every = std::max(1, static_cast<int>(std::ceil((widest + 14) / step())));
    QList<PlaceTick> places;
    for (int i = 0; i < m_bars.size(); i += every) {
        places.append({plot().left() + step() * (i + 0.5), m_bars[i].label});
    }
    drawPlaceTicks(painter, plot(), width(), places);
}

void BarChart::paintOver(QPainter& painter) const
{
    if (hovered() < 0) {
        return;
    }
    const QRectF bar = barRect(hovered());
    painter.fillRect(bar, color(m_color));
    const Bar& value = m_bars[hovered()];
    drawHoverValue(painter, QRectF(rect()), QPointF(bar.center().x(), bar.top()), nameOf(value),
                   {{QString(), valueText(value.value), m_color}});
}

int BarChart::placeCount() const
{
    return static_cast<int>(m_bars.size());
}

int BarChart::placeAt(const QPointF& position) const
{
    const int index = static_cast<int>(std::floor((position.x() - plot().left()) / step()));
    return index >= 0 && index < m_bars.size() ? index : -1;
}

void BarChart::activate(int place)
{
    emit barActivated(place);
}

QString BarChart::placeWords(int place) const
{
    return QStringLiteral("%1: %2").arg(nameOf(m_bars[place]), valueText(m_bars[place].value));
}

QString BarChart::summary() const
{
    if (m_bars.isEmpty()) {
        return {};
    }
    const auto most =
        std::max_element(m_bars.begin(), m_bars.end(), [](const Bar& a, const Bar& b) { return a.value < b.value; });
    return tr("%Ln bars, most %1 at %2", nullptr, static_cast<int>(m_bars.size()))
        .arg(valueText(most->value), nameOf(*most));
}

}  // namespace shopbell::ui
