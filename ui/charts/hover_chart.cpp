// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/hover_chart.h"

#include "ui/charts/chart_parts.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QChart>
#include <QChartView>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <iterator>

namespace shopbell::ui {

/// Lies over the series and takes no mouse.
class HoverChart::Overlay : public QWidget {
public:
    explicit Overlay(HoverChart* chart) : QWidget(chart), m_owner(chart)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(textFont(TextStyle::Small));
        m_owner->paintOver(painter);
        if (showsFocus(m_owner)) {
            drawFocusRing(painter, rect(), radius::button);
        }
    }

private:
    HoverChart* m_owner;
};

HoverChart::HoverChart(QAbstractAxis* x, QWidget* parent)
    : QWidget(parent),
      m_chart(new QChart),
      m_view(makeBareView(m_chart, this)),
      m_x(x),
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
}

void HoverChart::setValueFormat(Format format)
{
    m_value = std::move(format);
    settle();
}

void HoverChart::setYAxisShown(bool shown)
{
    m_yAxisShown = shown;
    rebuild();
}

void HoverChart::setTicks(const QList<double>& ticks)
{
    m_ticks = ticks;
    if (!ticks.isEmpty()) {
        m_y->setRange(ticks.front(), ticks.back());
    }
}

void HoverChart::add(QAbstractSeries* series)
{
    m_chart->addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
}

void HoverChart::settle()
{
    place();
    if (m_hovered >= placeCount()) {
        m_hovered = -1;
    }
    const QString words = summary();
    setAccessibleDescription(words.isEmpty() ? tr("No values") : words);
    update();
    m_overlay->update();
}

void HoverChart::place()
{
    m_view->setGeometry(rect());
    m_overlay->setGeometry(rect());
    m_overlay->raise();
    const QMargins margins = plotMargins();
    m_plot = QRectF(margins.left(), margins.top(), std::max(20, width() - margins.left() - margins.right()),
                    std::max(20, height() - margins.top() - margins.bottom()));
    m_chart->resize(size());
    m_chart->setPlotArea(m_plot);
}

void HoverChart::updateOver()
{
    m_overlay->update();
}

double HoverChart::toY(double value) const
{
    const double span = m_y->max() - m_y->min();
    return m_plot.bottom() - m_plot.height() * (value - m_y->min()) / (span > 0 ? span : 1);
}

QString HoverChart::valueText(double value) const
{
    return m_value ? m_value(value) : QLocale().toString(value, 'g', 6);
}

QStringList HoverChart::tickTexts() const
{
    QStringList texts;
    if (m_yAxisShown) {
        std::ranges::transform(m_ticks, std::back_inserter(texts), [this](double tick) { return valueText(tick); });
    }
    return texts;
}

void HoverChart::hover(int place)
{
    if (place != m_hovered) {
        m_hovered = place;
        m_overlay->update();
    }
}

void HoverChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LocaleChange) {
        rebuild();
    }
}

void HoverChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void HoverChart::mouseMoveEvent(QMouseEvent* event)
{
    hover(placeAt(event->position()));
}

void HoverChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_hovered >= 0) {
        activate(m_hovered);
    }
}

void HoverChart::leaveEvent(QEvent*)
{
    hover(-1);
}

void HoverChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    hover(-1);
}

void HoverChart::keyPressEvent(QKeyEvent* event)
{
    const int last = placeCount() - 1;
    int target = m_hovered;
    switch (event->key()) {
    case Qt::Key_Left: target = m_hovered < 0 ? last : m_hovered - 1; break;
    case Qt::Key_Right: target = m_hovered + 1; break;
    case Qt::Key_Home: target = 0; break;
    case Qt::Key_End: target = last; break;
    case Qt::Key_Escape:
        if (m_hovered < 0) {
            QWidget::keyPressEvent(event);
        }
        hover(-1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hovered >= 0) {
            activate(m_hovered);
        }
        return;
    default: QWidget::keyPressEvent(event); return;
    }
    if (last >= 0) {
        hover(std::clamp(target, 0, last));
        setAccessibleDescription(placeWords(m_hovered));
    }
}

}  // namespace shopbell::ui
