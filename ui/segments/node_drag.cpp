// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/node_drag.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QGraphicsOpacityEffect>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>

#include <cstdlib>

namespace shopbell::ui {

namespace {

constexpr double ghostOpacity = 0.82;
constexpr double leftBehind = 0.35;
constexpr double dot = 4;
constexpr int reach = 36;  ///< how far from a gap the pointer may be

}  // namespace

NodeDrag::NodeDrag(QWidget* view, QWidget* node, const QPoint& globalStart, QList<DropSpot> places)
    : QWidget(view), m_node(node), m_grab(node->mapFromGlobal(globalStart)), m_places(std::move(places))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(view->rect());
    QPixmap picture(node->size() * node->devicePixelRatioF());
    picture.setDevicePixelRatio(node->devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setOpacity(ghostOpacity);
    painter.drawPixmap(0, 0, node->grab());
    painter.end();
    m_ghost = new QLabel(view->window());
    m_ghost->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_ghost->setPixmap(picture);
    m_ghost->resize(node->size());
    auto* faint = new QGraphicsOpacityEffect(node);
    faint->setOpacity(leftBehind);
    node->setGraphicsEffect(faint);
    moveTo(globalStart);
    m_ghost->show();
    show();
    raise();
}

NodeDrag::~NodeDrag()
{
    if (m_node) {
        m_node->setGraphicsEffect(nullptr);
    }
    delete m_ghost;
}

std::optional<DropSpot> NodeDrag::chosen() const
{
    return m_chosen >= 0 ? std::optional(m_places[m_chosen]) : std::nullopt;
}

void NodeDrag::moveTo(const QPoint& globalPosition)
{
    if (m_ghost) {
        m_ghost->move(m_ghost->parentWidget()->mapFromGlobal(globalPosition) - m_grab);
    }
    const QPoint at = mapFromGlobal(globalPosition);
    // Near the edge of what is seen, the rest comes into view.
    for (QWidget* up = parentWidget(); up != nullptr; up = up->parentWidget()) {
        if (auto* scroll = qobject_cast<QScrollArea*>(up)) {
            const QPoint inside = scroll->widget()->mapFromGlobal(globalPosition);
            scroll->ensureVisible(inside.x(), inside.y(), 0, reach);
            break;
        }
    }
    int best = -1;
    int bestDistance = reach;
    for (int index = 0; index < m_places.size(); ++index) {
        const DropSpot& place = m_places[index];
        if (place.joins()) {
            // The middle half of a node; gaps begin where that ends.
            const QRect middle = place.rect.adjusted(0, place.rect.height() / 4, 0, -place.rect.height() / 4);
            if (middle.contains(at)) {
                best = index;
                break;
            }
            continue;
        }
        const bool beside = at.x() >= place.rect.left() - reach && at.x() <= place.rect.right() + reach;
        const int distance = std::abs(at.y() - place.rect.center().y());
        // Of two gaps at one height the narrower is the inner one, and is meant when the pointer is inside it.
        const bool nearer = distance < bestDistance ||
                            (distance == bestDistance && best >= 0 && place.rect.width() < m_places[best].rect.width());
        if (beside && nearer) {
            best = index;
            bestDistance = distance;
        }
    }
    if (best != m_chosen) {
        m_chosen = best;
        update();
    }
}

void NodeDrag::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int index = 0; index < m_places.size(); ++index) {
        const DropSpot& place = m_places[index];
        const bool chosen = index == m_chosen;
        if (place.joins()) {
            if (chosen) {
                painter.setPen(QPen(color(Token::Accent), 2));
                painter.setBrush(color(Token::Accent, 0.08));
                painter.drawRoundedRect(QRectF(place.rect).adjusted(-3, -3, 3, 3), radius::card + 2, radius::card + 2);
            }
            continue;
        }
        const QRectF line(place.rect.x() + 2, place.rect.center().y() - (chosen ? 1.5 : 1), place.rect.width() - 4,
                          chosen ? 3 : 2);
        drawBox(painter, line, 1.5, color(Token::Accent, chosen ? 1.0 : 0.25));
        if (chosen) {
            painter.setPen(QPen(color(Token::Accent), 2));
            painter.setBrush(color(Token::Surface));
            const double x = isRightToLeft() ? line.right() - dot : line.left() + dot;
            painter.drawEllipse(QPointF(x, line.center().y()), dot, dot);
        }
    }
}

}  // namespace shopbell::ui
