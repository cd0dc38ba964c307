// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/node_grip.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace shopbell::ui {

NodeGrip::NodeGrip(const QString& name, QWidget* parent) : QAbstractButton(parent)
{
    setAccessibleName(name);
    setAccessibleRole(this, QAccessible::Button);
    setToolTip(tr("Drag to move, click for more. Alt and the arrow keys move it too."));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::OpenHandCursor);
    setFixedSize(sizeHint());
}

void NodeGrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (underMouse() || m_dragging) {
        drawBox(painter, rect(), 5, color(Token::Hover));
    }
    drawIcon(painter, rect(), IconName::Drag, color(underMouse() || hasFocus() ? Token::InkSoft : Token::InkFaint), 15);
    if (showsFocus(this)) {
        drawFocusRing(painter, rect(), 5);
    }
}

void NodeGrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_held = true;
        m_pressed = event->globalPosition().toPoint();
    }
}

void NodeGrip::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_held) {
        return;
    }
    const QPoint at = event->globalPosition().toPoint();
    if (!m_dragging && (at - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_dragging = true;
        setFocus(Qt::MouseFocusReason);
        setCursor(Qt::ClosedHandCursor);
        emit dragBegan(m_pressed);
    }
    if (m_dragging) {
        emit dragMoved(at);
    }
}

void NodeGrip::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_held) {
        return;
    }
    m_held = false;
    setCursor(Qt::OpenHandCursor);
    if (m_dragging) {
        m_dragging = false;
        emit dropped();
    } else if (rect().contains(event->position().toPoint())) {
        click();
    }
}

void NodeGrip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_dragging) {
        m_held = false;
        m_dragging = false;
        setCursor(Qt::OpenHandCursor);
        emit dragCancelled();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

}  // namespace shopbell::ui
