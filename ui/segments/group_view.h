// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/segments/condition_row.h"
#include "ui/segments/node_drag.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QMenu;
class QVBoxLayout;

namespace shopbell::ui {

class EffectMeter;
class Materials;
class NodeDrag;
class NodeGrip;

/// A definition as a tree of sentences. show() keeps every row whose condition is still there; groups are made anew
/// when the tree's shape changes. Nodes are dragged by their grips, or moved by keyboard: Alt with up and down among
/// neighbours, with left and right out of and into groups; Ctrl+G puts a group around, Ctrl+Shift+G takes it away.
class GroupView : public QWidget {
    Q_OBJECT
public:
    explicit GroupView(Materials& materials, QWidget* parent = nullptr);
    ~GroupView() override;

    void show(const DefinitionTree& tree);
    using QWidget::show;
    /// What each node does. Numbers that stand there stay until the next ones come.
    void showEffects(const SegmentEffects& effects, const DefinitionTree& of);
    /// The keyboard goes to the first control of the node.
    void focusNode(const NodePath& path);
    [[nodiscard]] ConditionRow* rowAt(const NodePath& path) const;

signals:
    /// A row changed within itself.
    void replaced(const shopbell::ui::NodePath& path, const QJsonObject& node, shopbell::ui::EditKind kind);
    /// The tree changed its shape; `focus` is the node to go on with.
    void reshaped(const shopbell::ui::DefinitionTree& tree, const shopbell::ui::NodePath& focus);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Group {
        NodePath path;
        GroupKind kind = GroupKind::All;
        QWidget* frame = nullptr;      ///< null for the root
        QList<QWidget*> parts;         ///< rows and frames in order
        EffectMeter* meter = nullptr;  ///< null for the root
        NodeGrip* grip = nullptr;
        QPointer<QWidget> add;
    };

    void rebuild();
    void addGroup(QVBoxLayout* column, const QJsonObject& group, const NodePath& path, QWidget* frame);
    QBoxLayout* makeHead(Group& made, const NodePath& path);
    QBoxLayout* makeFoot(Group& made, const NodePath& path);
    ConditionRow* takeRow(const QJsonObject& condition);
    void letDrag(NodeGrip* grip, const std::function<NodePath()>& path, QWidget* node);
    void openMenu(NodeGrip* grip, const NodePath& path);
    [[nodiscard]] QList<DropSpot> dropPlaces(const NodePath& dragged) const;
    void drop(const NodePath& dragged, const DropSpot& place);
    void change(const std::function<NodePath(DefinitionTree&)>& edit);
    bool takeKey(const QKeyEvent& event);
    [[nodiscard]] NodePath focusedNode() const;
    [[nodiscard]] QWidget* widgetAt(const NodePath& path) const;

    Materials& m_materials;
    QVBoxLayout* m_column;
    QWidget* m_parking;  ///< holds rows between two shapes
    DefinitionTree m_tree;
    QList<Group> m_groups;
    QMultiHash<QJsonObject, ConditionRow*> m_spare;
    NodeDrag* m_drag = nullptr;
};

}  // namespace shopbell::ui
