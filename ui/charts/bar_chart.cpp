// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bar_chart.h"

#include "ui/charts/chart_axes.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace shopbell::ui {

namespace {

constexpr int axisHeight = 22;
constexpr int top = 8;
constexpr double barShare = 0.66;

}  // namespace

/// Draws over the bars: the hovered one and its value.
class BarChart::Overlay : public QWidget {
public:
    explicit Overlay(BarChart* chart) : QWidget(chart), m_owner(chart)
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
    BarChart* m_owner;
};

BarChart::BarChart(QWidget* parent)
    : QWidget(parent),
      m_chart(new QChart),
      m_view(makeBareView(m_chart, this)),
      m_x(new QBarCategoryAxis(m_chart)),
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
    setAccessibleName(tr("Bar chart"));
}

void BarChart::setBars(const QList<Bar>& bars)
{
    m_bars = bars;
    m_hovered = -1;
    rebuild();
}

void BarChart::setColor(Token token)
{
    m_color = token;
    rebuild();
}

void BarChart::setValueFormat(Format format)
{
    m_value = std::move(format);
    rebuild();
}

void BarChart::setYAxisShown(bool shown)
{
    m_yAxisShown = shown;
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

QString BarChart::valueText(double value) const
{
    return m_value ? m_value(value) : QLocale().toString(value, 'g', 6);
}

void BarChart::rebuild()
{
    m_chart->removeAllSeries();
    m_yTicks.clear();
    if (!m_bars.isEmpty()) {
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
        m_yTicks = niceTicks(least, most, 3);
        set->setBrush(mixed(color(Token::Surface), color(m_color), 0.78));
        set->setPen(Qt::NoPen);
        auto* series = new QBarSeries(m_chart);
        series->append(set);
        series->setBarWidth(barShare);
        m_x->clear();
        m_x->append(categories);
        m_y->setRange(m_yTicks.front(), m_yTicks.back());
        m_chart->addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
    }
    place();
    describe();
    update();
    m_overlay->update();
}

void BarChart::place()
{
    m_view->setGeometry(rect());
    m_overlay->setGeometry(rect());
    m_overlay->raise();
    QStringList figures;
    if (m_yAxisShown) {
        std::ranges::transform(m_yTicks, std::back_inserter(figures), [this](double tick) { return valueText(tick); });
    }
    const int gutter = valueGutter(figures);
    const bool labelled =
        std::any_of(m_bars.begin(), m_bars.end(), [](const Bar& bar) { return !bar.label.isEmpty(); });
    m_plot = QRectF(0, top, std::max(20, width() - gutter), std::max(20, height() - top - (labelled ? axisHeight : 4)));
    m_chart->resize(size());
    m_chart->setPlotArea(m_plot);
}

void BarChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void BarChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LocaleChange) {
        rebuild();
    }
}

void BarChart::describe()
{
    if (m_bars.isEmpty()) {
        setAccessibleDescription(tr("No values"));
        return;
    }
    const auto most =
        std::max_element(m_bars.begin(), m_bars.end(), [](const Bar& a, const Bar& b) { return a.value < b.value; });
    setAccessibleDescription(tr("%Ln bars, most %1 at %2", nullptr, static_cast<int>(m_bars.size()))
                                 .arg(valueText(most->value), most->note.isEmpty() ? most->label : most->note));
}

QRectF BarChart::barRect(int index) const
{
    const double step = m_plot.width() / static_cast<double>(m_bars.size());
    const double span = m_y->max() - m_y->min();
    const auto y = [&](double value) {
        return m_plot.bottom() - m_plot.height() * (value - m_y->min()) / (span > 0 ? span : 1);
    };
    const double w = step * barShare;
    const double a = y(m_bars[index].value);
    const double b = y(0);
    return {m_plot.left() + step * index + (step - w) / 2, std::min(a, b), w, std::abs(a - b)};
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
    const QFontMetrics small(painter.font());
    const double span = m_y->max() - m_y->min();
    QList<ValueTick> values;
    for (const double tick : std::as_const(m_yTicks)) {
        if (m_yAxisShown || tick == 0) {
            values.append({m_plot.bottom() - m_plot.height() * (tick - m_y->min()) / (span > 0 ? span : 1),
                           m_yAxisShown ? valueText(tick) : QString(), tick == 0});
        }
    }
    drawValueTicks(painter, m_plot, width(), values);
    const double step = m_plot.width() / static_cast<double>(m_bars.size());
    double widest = 0;
    for (const Bar& bar : std::as_const(m_bars)) {
        widest = std::max<double>(widest, small.horizontalAdvance(bar.label));
    }
    const int every = std::max(1, static_cast<int>(std::ceil((widest + 14) / step)));
    QList<PlaceTick> places;
    for (int i = 0; i < m_bars.size(); i += every) {
        places.append({m_plot.left() + step * (i + 0.5), m_bars[i].label});
    }
    drawPlaceTicks(painter, m_plot, width(), places);
}

void BarChart::paintOver(QPainter& painter) const
{
    if (m_hovered >= 0 && m_hovered < m_bars.size()) {
        const QRectF bar = barRect(m_hovered);
        painter.fillRect(bar, color(m_color));
        const Bar& value = m_bars[m_hovered];
        drawHoverValue(painter, QRectF(rect()), QPointF(bar.center().x(), bar.top()),
                       value.note.isEmpty() ? value.label : value.note, {{QString(), valueText(value.value), m_color}});
    }
    if (showsFocus(this)) {
        drawFocusRing(painter, rect(), radius::button);
    }
}

void BarChart::hover(int index)
{
    if (index != m_hovered) {
        m_hovered = index;
        m_overlay->update();
    }
}

void BarChart::mouseMoveEvent(QMouseEvent* event)
{
    const double step = m_bars.isEmpty() ? 1 : m_plot.width() / static_cast<double>(m_bars.size());
    const int index = static_cast<int>(std::floor((event->position().x() - m_plot.left()) / step));
    hover(index >= 0 && index < m_bars.size() ? index : -1);
}

void BarChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_hovered >= 0) {
        emit barActivated(m_hovered);
    }
}

void BarChart::leaveEvent(QEvent*)
{
    hover(-1);
}

void BarChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    hover(-1);
}

void BarChart::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_bars.size()) - 1;
    if (last < 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left: hover(m_hovered < 0 ? last : std::max(0, m_hovered - 1)); break;
    case Qt::Key_Right: hover(std::min(last, m_hovered + 1)); break;
    case Qt::Key_Home: hover(0); break;
    case Qt::Key_End: hover(last); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hovered >= 0) {
            emit barActivated(m_hovered);
        }
        return;
    default: QWidget::keyPressEvent(event); return;
    }
    const Bar& bar = m_bars[m_hovered];
    setAccessibleDescription(
        QStringLiteral("%1: %2").arg(bar.note.isEmpty() ? bar.label : bar.note, valueText(bar.value)));
}

}  // namespace shopbell::ui
