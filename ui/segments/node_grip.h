// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace shopbell::ui {

/// The six dots by which a condition or group is taken hold of. Dragged with the mouse; a click, Space or Return opens
/// its menu; Escape ends a drag where it began.
class NodeGrip : public QAbstractButton {
    Q_OBJECT
public:
    explicit NodeGrip(const QString& name, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {18, 26}; }

signals:
    void dragBegan(const QPoint& globalPosition);
    void dragMoved(const QPoint& globalPosition);
    void dropped();
    void dragCancelled();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QPoint m_pressed;
    bool m_held = false;
    bool m_dragging = false;
};

}  // namespace shopbell::ui
