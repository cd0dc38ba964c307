// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How nodes of a GroupView move: by drag, by menu, by keyboard.
#include "ui/segments/group_view.h"
#include "ui/segments/node_grip.h"
#include "ui/theme/icon.h"
#include "ui/widgets/picker.h"

#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <optional>

namespace shopbell::ui {

namespace {

bool isInside(const NodePath& path, const NodePath& node)
{
    return path.size() >= node.size() && path.first(node.size()) == node;
}

std::optional<Step> stepOf(const QKeyEvent& event, bool mirrored)
{
    if (event.modifiers() != Qt::AltModifier && event.modifiers() != (Qt::AltModifier | Qt::KeypadModifier)) {
        return std::nullopt;
    }
    switch (event.key()) {
    case Qt::Key_Up: return Step::Up;
    case Qt::Key_Down: return Step::Down;
    case Qt::Key_Left: return mirrored ? Step::In : Step::Out;
    case Qt::Key_Right: return mirrored ? Step::Out : Step::In;
    default: return std::nullopt;
    }
}

bool isGrouping(const QKeyEvent& event)
{
    return event.key() == Qt::Key_G && (event.modifiers() & ~Qt::ShiftModifier) == Qt::ControlModifier;
}

}  // namespace

void GroupView::letDrag(NodeGrip* grip, const std::function<NodePath()>& path, QWidget* node)
{
    connect(grip, &NodeGrip::dragBegan, this, [this, path, node](const QPoint& at) {
        delete m_drag;
        m_drag = new NodeDrag(this, node, at, dropPlaces(path()));
    });
    connect(grip, &NodeGrip::dragMoved, this, [this](const QPoint& at) {
        if (m_drag != nullptr) {
            m_drag->moveTo(at);
        }
    });
    const auto end = [this, path](bool drops) {
        const auto place = m_drag != nullptr && drops ? m_drag->chosen() : std::nullopt;
        delete m_drag;
        m_drag = nullptr;
        if (place) {
            drop(path(), *place);
        }
    };
    connect(grip, &NodeGrip::dropped, this, [end] { end(true); });
    connect(grip, &NodeGrip::dragCancelled, this, [end] { end(false); });
    connect(grip, &QAbstractButton::clicked, this, [this, grip, path] { openMenu(grip, path()); });
}

QList<DropSpot> GroupView::dropPlaces(const NodePath& dragged) const
{
    QList<DropSpot> places;
    const auto rectOf = [this](const QWidget* widget) {
        return QRect(widget->mapTo(this, QPoint(0, 0)), widget->size());
    };
    for (const Group& group : m_groups) {
        if (isInside(group.path, dragged)) {
            continue;
        }
        const auto count = static_cast<int>(group.parts.size());
        for (int index = 0; index <= count; ++index) {
            const QWidget* beside = group.parts.value(std::min(index, count - 1));
            if (beside == nullptr) {
                break;
            }
            QRect gap = rectOf(beside);
            if (index == 0) {
                gap = QRect(gap.x(), gap.y() - 6, gap.width(), 8);
            } else if (index == count) {
                gap = QRect(gap.x(), gap.bottom() - 1, gap.width(), 8);
            } else {
                const int above = rectOf(group.parts[index - 1]).bottom();
                gap = QRect(gap.x(), above, gap.width(), gap.y() - above);
            }
            places.append({group.path, index, {}, gap});
        }
        for (int index = 0; index < count; ++index) {
            const NodePath path = group.path + NodePath{index};
            // Onto a condition: a group of both. A group takes what is dropped between its parts.
            if (!isInside(path, dragged) && rowAt(path) != nullptr) {
                places.append({group.path, index, path, rectOf(group.parts[index])});
            }
        }
    }
    return places;
}

void GroupView::drop(const NodePath& dragged, const DropSpot& place)
{
    change([&](DefinitionTree& tree) {
        if (place.joins()) {
            return tree.join(dragged, place.onto, innerKind(groupKind(tree.at(place.group))));
        }
        return tree.move(dragged, place.group, place.index);
    });
}

void GroupView::openMenu(NodeGrip* grip, const NodePath& path)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](IconName name, const QString& words, const std::function<NodePath(DefinitionTree&)>& edit) {
        // The action is offered only where it changes something.
        DefinitionTree trial = m_tree;
        edit(trial);
        QAction* action = menu->addAction(icon(name), words);
        action->setEnabled(trial != m_tree);
        connect(action, &QAction::triggered, this, [this, edit] { change(edit); });
    };
    const NodePath parent = path.first(path.size() - 1);
    const GroupKind around = innerKind(groupKind(m_tree.at(parent)));
    add(IconName::Copy, tr("Make a copy"),
        [path, parent](DefinitionTree& tree) { return tree.insert(parent, path.last() + 1, tree.at(path)); });
    add(IconName::Folder, tr("Put into a group"),
        [path, around](DefinitionTree& tree) { return tree.wrap(path, around); });
    if (isGroup(m_tree.at(path))) {
        add(IconName::Split, tr("Take the group away"), [path](DefinitionTree& tree) { return tree.ungroup(path); });
    }
    add(IconName::Block, tr("Turn into its contrary"), [path](DefinitionTree& tree) {
        const QJsonObject node = tree.at(path);
        const bool none = isGroup(node) && groupKind(node) == GroupKind::None;
        if (none && groupParts(node).size() == 1) {
            return tree.ungroup(path);
        }
        tree.replace(path, makeGroup(GroupKind::None, QJsonArray{node}));
        return path;
    });
    menu->addSeparator();
    const auto addStep = [&](IconName name, const QString& words, Step way) {
        add(name, words, [path, way](DefinitionTree& tree) { return stepped(tree, path, way); });
    };
    addStep(IconName::ArrowUp, tr("Move up"), Step::Up);
    addStep(IconName::ArrowDown, tr("Move down"), Step::Down);
    addStep(IconName::ArrowLeft, tr("Move out of the group"), Step::Out);
    addStep(IconName::ArrowRight, tr("Move into the group beside it"), Step::In);
    menu->addSeparator();
    add(IconName::Trash, tr("Remove"), [path, parent](DefinitionTree& tree) {
        tree.remove(path);
        return parent;
    });
    menu->popup(grip->mapToGlobal(grip->rect().bottomLeft()));
}

NodePath GroupView::focusedNode() const
{
    for (const QWidget* up = focusWidget(); up != nullptr && up != this; up = up->parentWidget()) {
        if (const auto* row = qobject_cast<const ConditionRow*>(up)) {
            return row->path();
        }
        for (const Group& group : m_groups) {
            if (group.frame == up) {
                return group.path;
            }
        }
    }
    return {};
}

void GroupView::focusNode(const NodePath& path)
{
    if (ConditionRow* row = rowAt(path)) {
        row->grip().setFocus(Qt::OtherFocusReason);
        return;
    }
    for (const Group& group : std::as_const(m_groups)) {
        if (group.path == path) {
            if (group.grip != nullptr) {
                group.grip->setFocus(Qt::OtherFocusReason);
            } else if (group.add) {
                group.add->setFocus(Qt::OtherFocusReason);
            }
            return;
        }
    }
}

bool GroupView::eventFilter(QObject* watched, QEvent* event)
{
    // The controls of a row would take the arrows for themselves, and the window takes some of these keys for "back":
    // on a node they are ours.
    const bool override = event->type() == QEvent::ShortcutOverride;
    if (!override && event->type() != QEvent::KeyPress) {
        return false;
    }
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr || !isAncestorOf(widget) || widget->window() != window()) {
        return false;
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    if ((!stepOf(*key, isRightToLeft()) && !isGrouping(*key)) || focusedNode().isEmpty()) {
        return false;
    }
    if (override) {
        event->accept();
        return true;
    }
    return takeKey(*key);
}

bool GroupView::takeKey(const QKeyEvent& event)
{
    const NodePath path = focusedNode();
    if (const auto way = stepOf(event, isRightToLeft())) {
        change([&](DefinitionTree& tree) { return stepped(tree, path, *way); });
        return true;
    }
    const bool away = event.modifiers().testFlag(Qt::ShiftModifier);
    change([&](DefinitionTree& tree) {
        if (!away) {
            const NodePath parent = path.first(path.size() - 1);
            return tree.wrap(path, innerKind(groupKind(tree.at(parent))));
        }
        return tree.ungroup(isGroup(tree.at(path)) ? path : path.first(path.size() - 1));
    });
    return true;
}

}  // namespace shopbell::ui
