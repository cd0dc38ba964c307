// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/layout.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>
#include <QStyle>

namespace shopbell::ui {

QVBoxLayout* makeColumn(QWidget* parent, int spacing, QMargins margins)
{
    auto* made = new QVBoxLayout(parent);
    made->setSpacing(spacing);
    made->setContentsMargins(margins);
    return made;
}

QHBoxLayout* makeRow(QWidget* parent, int spacing, QMargins margins)
{
    auto* made = new QHBoxLayout(parent);
    made->setSpacing(spacing);
    made->setContentsMargins(margins);
    return made;
}

QVBoxLayout* makeColumn(int spacing)
{
    return makeColumn(nullptr, spacing);
}

QHBoxLayout* makeRow(int spacing)
{
    return makeRow(nullptr, spacing);
}

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout* inner = item->layout()) {
            clearLayout(inner);
        }
        delete item;
    }
}

FlowLayout::FlowLayout(QWidget* parent, int gapX, int gapY) : QLayout(parent), m_gapX(gapX), m_gapY(gapY)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty()) {
            width += item->sizeHint().width() + (width > 0 ? m_gapX : 0);
            height = std::max(height, item->sizeHint().height());
        }
    }
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const QLayoutItem* item : m_items) {
        least = least.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return least + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool place) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = inner.x();
    int y = inner.y();
    int lineHeight = 0;
    qsizetype lineStart = 0;
    // Things on one line share its middle, so words beside pills sit right; hence a line is placed when it is full.
    const auto placeLine = [&](qsizetype end) {
        if (place) {
            int left = inner.x();
            for (qsizetype i = lineStart; i < end; ++i) {
                QLayoutItem* item = m_items[i];
                if (item->isEmpty()) {
                    continue;
                }
                const QSize hint(std::min(item->sizeHint().width(), inner.width()), item->sizeHint().height());
                const QRect at(QPoint(left, y + (lineHeight - hint.height()) / 2), hint);
                item->setGeometry(QStyle::visualRect(direction, inner, at));
                left += hint.width() + m_gapX;
            }
        }
        lineStart = end;
    };
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const QLayoutItem* item = m_items[i];
        if (item->isEmpty()) {
            continue;
        }
        const QSize hint = item->sizeHint();
        if (x > inner.x() && x + hint.width() > inner.x() + inner.width()) {
            placeLine(i);
            y += lineHeight + m_gapY;
            x = inner.x();
            lineHeight = 0;
        }
        x += hint.width() + m_gapX;
        lineHeight = std::max(lineHeight, hint.height());
    }
    placeLine(m_items.size());
    return y + lineHeight - rect.y() + contentsMargins().bottom();
}

PageScroll::PageScroll(QWidget* parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* body = new QWidget;
    m_column = makeColumn(body, space::between, QMargins(space::page, space::page, space::page, space::page));
    setWidget(body);
    verticalScrollBar()->installEventFilter(this);
}

void PageScroll::setReadingWidth(int width, Reading reading)
{
    m_readingWidth = width;
    m_reading = reading;
    showMargins();
}

void PageScroll::showMargins()
{
    const int spare = m_readingWidth > 0 ? std::max(0, viewport()->width() - m_readingWidth) : 0;
    const int near = m_reading == Reading::Leading ? space::page : std::max(space::page, spare / 2);
    const int far = std::max(space::page, m_reading == Reading::Leading ? spare - space::page : spare / 2);
    // The scroll bar stands in the margin, so that the page's edge stays where the top bar's is.
    const int bar = verticalScrollBar()->isVisible() ? width() - viewport()->width() : 0;
    const int barSide = std::max(space::s, far - bar);
    m_column->setContentsMargins(isRightToLeft() ? barSide : near, space::page, isRightToLeft() ? near : barSide,
                                 space::page);
}

bool PageScroll::eventFilter(QObject* watched, QEvent* event)
{
    // The bar comes and goes after the page was given its size.
    if (watched == verticalScrollBar() && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        QMetaObject::invokeMethod(this, &PageScroll::showMargins, Qt::QueuedConnection);
    }
    return QScrollArea::eventFilter(watched, event);
}

void PageScroll::resizeEvent(QResizeEvent* event)
{
    // These first: with those of a wider window the page's least width would be too wide for this one.
    showMargins();
    emit aboutToFit();
    QScrollArea::resizeEvent(event);
}

Separator::Separator(Qt::Orientation orientation, QWidget* parent) : QWidget(parent), m_orientation(orientation)
{
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
    } else {
        setFixedWidth(1);
    }
}

void Separator::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Line));
}

}  // namespace shopbell::ui
