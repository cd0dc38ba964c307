// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/segments/definition_tree.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QLabel;

namespace shopbell::ui {

/// Where a dragged node may land: between two parts of a group, or on another node, which makes a group of both.
struct DropSpot {
    NodePath group;
    int index = 0;
    NodePath onto;  ///< a node to make a group with; empty: between
    QRect rect;     ///< the gap, or the node, in the view

    [[nodiscard]] bool joins() const { return !onto.isEmpty(); }
};

/// One drag of a node over its view: a picture of it under the pointer, every place it may land lit, the one it would
/// land on strongest. Covers the view and takes no mouse; goes with the drag.
class NodeDrag : public QWidget {
    Q_OBJECT
public:
    /// `node` is the widget that is dragged, `places` are in coordinates of `view`.
    NodeDrag(QWidget* view, QWidget* node, const QPoint& globalStart, QList<DropSpot> places);
    ~NodeDrag() override;

    void moveTo(const QPoint& globalPosition);
    [[nodiscard]] std::optional<DropSpot> chosen() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPointer<QWidget> m_node;
    QPointer<QLabel> m_ghost;
    QPoint m_grab;
    QList<DropSpot> m_places;
    int m_chosen = -1;
};

}  // namespace shopbell::ui
