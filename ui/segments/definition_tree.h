// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/segment_definition.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace shopbell::ui {

/// How a group joins its parts: {"all":[…]}, {"any":[…]}, {"not":{"any":[…]}}. {"not":X} is a None of one part, and is
/// written back so while it has one.
enum class GroupKind { All, Any, None };

/// Where a node stands: the index in each group on the way down from the root; empty for the root.
using NodePath = QList<int>;

[[nodiscard]] bool isGroup(const QJsonObject& node);
[[nodiscard]] GroupKind groupKind(const QJsonObject& group);
[[nodiscard]] QJsonArray groupParts(const QJsonObject& group);
[[nodiscard]] QJsonObject makeGroup(GroupKind kind, const QJsonArray& parts);
/// The same group with other parts.
[[nodiscard]] QJsonObject withParts(const QJsonObject& group, const QJsonArray& parts);
/// The kind that makes sense inside a group of this kind: any in all, all elsewhere.
[[nodiscard]] GroupKind innerKind(GroupKind kind);

/// A node and its place in the engine's walk over the definition (each node before its parts, the root 0). "not" and
/// the "any" in it count as two there and are one group here.
struct NodePlace {
    NodePath path;
    int place = 0;
};
[[nodiscard]] QList<NodePlace> nodePlaces(const QJsonObject& root);

/// A definition while it is edited. The root is always a group; what the window does not know stays as it came.
/// Each edit answers where the node it is about stands afterwards.
class DefinitionTree {
public:
    DefinitionTree() : m_root(makeGroup(GroupKind::All, {})) {}
    /// False when the text is no JSON object; the tree is then empty.
    bool read(const SegmentDefinition& definition);
    [[nodiscard]] SegmentDefinition written() const;

    [[nodiscard]] const QJsonObject& root() const { return m_root; }
    [[nodiscard]] bool isEmpty() const { return groupParts(m_root).isEmpty(); }
    /// An empty object where nothing stands.
    [[nodiscard]] QJsonObject at(const NodePath& path) const;
    void replace(const NodePath& path, const QJsonObject& node);
    NodePath append(const NodePath& group, const QJsonObject& node);
    NodePath insert(const NodePath& group, int index, const QJsonObject& node);
    /// Takes a node out; a group other than the root that is left empty goes with it.
    void remove(const NodePath& path);
    /// In front of what stands at `index` of `group` now; a group does not go into itself.
    NodePath move(const NodePath& from, const NodePath& group, int index);
    /// Puts a group around it.
    NodePath wrap(const NodePath& path, GroupKind kind);
    /// A group of `target` and `moved` in the target's place.
    NodePath join(const NodePath& moved, const NodePath& target, GroupKind kind);
    /// Puts a group's parts in its place; none of its meaning is kept but theirs.
    NodePath ungroup(const NodePath& path);

    friend bool operator==(const DefinitionTree&, const DefinitionTree&) = default;

private:
    NodePath settle(const QJsonObject& node);

    QJsonObject m_root;
};

/// Where Alt and an arrow take a node: up and down among its neighbours and out at the ends, out of its group behind
/// it, into the group beside it. The same path when there is no such place.
enum class Step { Up, Down, Out, In };
NodePath stepped(DefinitionTree& tree, const NodePath& path, Step step);

[[nodiscard]] SegmentDefinition definitionOf(const QJsonObject& node);
[[nodiscard]] QJsonObject nodeOf(const SegmentDefinition& definition);
/// Those of the definition that may be sent email.
[[nodiscard]] SegmentDefinition mailableOf(const QJsonObject& node);

}  // namespace shopbell::ui
