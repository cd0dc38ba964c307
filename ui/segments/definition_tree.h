// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/segment_definition.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace shopbell::ui {

/// How a group joins its parts: {"all":[…]}, {"any":[…]}, {"not":{"any":[…]}}.
enum class GroupKind { All, Any, None };

/// Where a node stands: the index in each group on the way down from the root; empty for the root.
using NodePath = QList<int>;

[[nodiscard]] bool isGroup(const QJsonObject& node);
[[nodiscard]] GroupKind groupKind(const QJsonObject& group);
[[nodiscard]] QJsonArray groupParts(const QJsonObject& group);
[[nodiscard]] QJsonObject makeGroup(GroupKind kind, const QJsonArray& parts);

/// A definition while it is edited. The root is always a group; what the window does not know stays as it came.
class DefinitionTree {
public:
    DefinitionTree() : m_root(makeGroup(GroupKind::All, {})) {}
    /// False when the text is no JSON object; the tree is then empty.
    bool read(const SegmentDefinition& definition);
    [[nodiscard]] SegmentDefinition written() const;

    [[nodiscard]] const QJsonObject& root() const { return m_root; }
    [[nodiscard]] bool isEmpty() const { return groupParts(m_root).isEmpty(); }
    [[nodiscard]] QJsonObject at(const NodePath& path) const;
    void replace(const NodePath& path, const QJsonObject& node);
    void append(const NodePath& group, const QJsonObject& node);
    /// Takes a node out; a group other than the root that is left empty goes with it.
    void remove(const NodePath& path);

    friend bool operator==(const DefinitionTree&, const DefinitionTree&) = default;

private:
    QJsonObject m_root;
};

[[nodiscard]] SegmentDefinition definitionOf(const QJsonObject& node);
/// Those of the definition that may be sent email.
[[nodiscard]] SegmentDefinition mailableOf(const QJsonObject& node);

}  // namespace shopbell::ui
