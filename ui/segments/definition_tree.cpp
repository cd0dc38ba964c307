// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/definition_tree.h"

#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace shopbell::ui {

namespace {

const auto allKey = QLatin1String("all");
const auto anyKey = QLatin1String("any");
const auto notKey = QLatin1String("not");

/// Stand in the tree only while a node is on its way: paths may shift, these are found again.
const QJsonObject& goneMark()
{
    static const QJsonObject mark{{QStringLiteral("#"), QStringLiteral("gone")}};
    return mark;
}
const QJsonObject& hereMark()
{
    static const QJsonObject mark{{QStringLiteral("#"), QStringLiteral("here")}};
    return mark;
}

bool isAny(const QJsonObject& node)
{
    return node.size() == 1 && node.value(anyKey).isArray();
}

QJsonObject replaced(const QJsonObject& node, const NodePath& path, int depth, const QJsonObject& with)
{
    if (depth == path.size()) {
        return with;
    }
    QJsonArray parts = groupParts(node);
    const int index = path[depth];
    if (!isGroup(node) || index < 0 || index >= parts.size()) {
        return node;
    }
    parts[index] = replaced(parts[index].toObject(), path, depth + 1, with);
    return withParts(node, parts);
}

std::optional<NodePath> find(const QJsonObject& node, const QJsonObject& mark, const NodePath& path)
{
    if (node == mark) {
        return path;
    }
    if (isGroup(node)) {
        const QJsonArray parts = groupParts(node);
        for (int index = 0; index < parts.size(); ++index) {
            if (const auto found = find(parts[index].toObject(), mark, path + NodePath{index})) {
                return found;
            }
        }
    }
    return std::nullopt;
}

void listPlaces(const QJsonObject& node, const NodePath& path, int& next, QList<NodePlace>& places)
{
    places.append({path, next++});
    if (!isGroup(node)) {
        return;
    }
    if (groupKind(node) == GroupKind::None && isAny(node.value(notKey).toObject())) {
        ++next;
    }
    const QJsonArray parts = groupParts(node);
    for (int index = 0; index < parts.size(); ++index) {
        listPlaces(parts[index].toObject(), path + NodePath{index}, next, places);
    }
}

bool isInside(const NodePath& path, const NodePath& group)
{
    return path.size() >= group.size() && path.first(group.size()) == group;
}

}  // namespace

bool isGroup(const QJsonObject& node)
{
    return node.size() == 1 &&
           (node.value(allKey).isArray() || node.value(anyKey).isArray() || node.value(notKey).isObject());
}

GroupKind groupKind(const QJsonObject& group)
{
    if (group.contains(notKey)) {
        return GroupKind::None;
    }
    return group.contains(anyKey) ? GroupKind::Any : GroupKind::All;
}

QJsonArray groupParts(const QJsonObject& group)
{
    switch (groupKind(group)) {
    case GroupKind::All: return group.value(allKey).toArray();
    case GroupKind::Any: return group.value(anyKey).toArray();
    case GroupKind::None: {
        const QJsonObject inner = group.value(notKey).toObject();
        return isAny(inner) ? inner.value(anyKey).toArray() : QJsonArray{inner};
    }
    }
    return {};
}

QJsonObject makeGroup(GroupKind kind, const QJsonArray& parts)
{
    switch (kind) {
    case GroupKind::All: return {{allKey, parts}};
    case GroupKind::Any: return {{anyKey, parts}};
    case GroupKind::None: return {{notKey, QJsonObject{{anyKey, parts}}}};
    }
    return {};
}

QJsonObject withParts(const QJsonObject& group, const QJsonArray& parts)
{
    const GroupKind kind = groupKind(group);
    const bool bare = kind == GroupKind::None && !isAny(group.value(notKey).toObject());
    if (bare && parts.size() == 1 && !isAny(parts[0].toObject())) {
        return {{notKey, parts[0]}};
    }
    return makeGroup(kind, parts);
}

GroupKind innerKind(GroupKind kind)
{
    return kind == GroupKind::All ? GroupKind::Any : GroupKind::All;
}

QList<NodePlace> nodePlaces(const QJsonObject& root)
{
    QList<NodePlace> places;
    int next = 0;
    listPlaces(root, {}, next, places);
    return places;
}

bool DefinitionTree::read(const SegmentDefinition& definition)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(definition.json));
    m_root = makeGroup(GroupKind::All, {});
    if (!document.isObject()) {
        return false;
    }
    const QJsonObject node = document.object();
    m_root = isGroup(node) ? node : makeGroup(GroupKind::All, node.isEmpty() ? QJsonArray() : QJsonArray{node});
    return true;
}

SegmentDefinition DefinitionTree::written() const
{
    return definitionOf(m_root);
}

QJsonObject DefinitionTree::at(const NodePath& path) const
{
    QJsonObject node = m_root;
    for (const int index : path) {
        if (!isGroup(node)) {
            return {};
        }
        node = groupParts(node).at(index).toObject();
    }
    return node;
}

void DefinitionTree::replace(const NodePath& path, const QJsonObject& node)
{
    m_root = replaced(m_root, path, 0, node);
}

NodePath DefinitionTree::append(const NodePath& group, const QJsonObject& node)
{
    return insert(group, static_cast<int>(groupParts(at(group)).size()), node);
}

NodePath DefinitionTree::insert(const NodePath& group, int index, const QJsonObject& node)
{
    const QJsonObject old = at(group);
    QJsonArray parts = groupParts(old);
    const int place = std::clamp(index, 0, static_cast<int>(parts.size()));
    parts.insert(place, node);
    replace(group, withParts(old, parts));
    return group + NodePath{place};
}

void DefinitionTree::remove(const NodePath& path)
{
    if (path.isEmpty()) {
        return;
    }
    const NodePath parent = path.first(path.size() - 1);
    const QJsonObject old = at(parent);
    QJsonArray parts = groupParts(old);
    if (path.last() < 0 || path.last() >= parts.size()) {
        return;
    }
    parts.removeAt(path.last());
    if (parts.isEmpty() && !parent.isEmpty()) {
        remove(parent);
        return;
    }
    replace(parent, withParts(old, parts));
}

/// Takes the gone mark out and puts `node` where the other stands.
NodePath DefinitionTree::settle(const QJsonObject& node)
{
    if (const auto gone = find(m_root, goneMark(), {})) {
        remove(*gone);
    }
    const auto here = find(m_root, hereMark(), {});
    if (here) {
        replace(*here, node);
    }
    return here.value_or(NodePath());
}

NodePath DefinitionTree::move(const NodePath& from, const NodePath& group, int index)
{
    if (from.isEmpty() || isInside(group, from) || !isGroup(at(group))) {
        return from;
    }
    const QJsonObject node = at(from);
    replace(from, goneMark());
    insert(group, index, hereMark());
    return settle(node);
}

NodePath DefinitionTree::wrap(const NodePath& path, GroupKind kind)
{
    if (path.isEmpty()) {
        return path;
    }
    replace(path, makeGroup(kind, {at(path)}));
    return path;
}

NodePath DefinitionTree::join(const NodePath& moved, const NodePath& target, GroupKind kind)
{
    if (moved.isEmpty() || target.isEmpty() || isInside(target, moved) || isInside(moved, target)) {
        return moved;
    }
    const QJsonObject node = at(moved);
    const QJsonObject other = at(target);
    replace(moved, goneMark());
    replace(target, hereMark());
    return settle(makeGroup(kind, {other, node}));
}

NodePath DefinitionTree::ungroup(const NodePath& path)
{
    const QJsonObject group = at(path);
    if (path.isEmpty() || !isGroup(group)) {
        return path;
    }
    const NodePath parent = path.first(path.size() - 1);
    const QJsonObject old = at(parent);
    QJsonArray parts = groupParts(old);
    parts.removeAt(path.last());
    int place = path.last();
    const QJsonArray inner = groupParts(group);
    for (const QJsonValue& part : inner) {
        parts.insert(place++, part);
    }
    replace(parent, withParts(old, parts));
    return path;
}

NodePath stepped(DefinitionTree& tree, const NodePath& path, Step step)
{
    if (path.isEmpty()) {
        return path;
    }
    const NodePath parent = path.first(path.size() - 1);
    const int index = path.last();
    const QJsonArray siblings = groupParts(tree.at(parent));
    switch (step) {
    case Step::Up:
        if (index > 0) {
            return tree.move(path, parent, index - 1);
        }
        return parent.isEmpty() ? path : tree.move(path, parent.first(parent.size() - 1), parent.last());
    case Step::Down:
        if (index + 1 < siblings.size()) {
            return tree.move(path, parent, index + 2);
        }
        [[fallthrough]];
    case Step::Out:
        return parent.isEmpty() ? path : tree.move(path, parent.first(parent.size() - 1), parent.last() + 1);
    case Step::In:
        for (const int beside : {index - 1, index + 1}) {
            const QJsonObject group = siblings.at(beside).toObject();
            if (beside >= 0 && beside < siblings.size() && isGroup(group)) {
                const int at = beside < index ? static_cast<int>(groupParts(group).size()) : 0;
                return tree.move(path, parent + NodePath{beside}, at);
            }
        }
        return path;
    }
    return path;
}

SegmentDefinition definitionOf(const QJsonObject& node)
{
    return {QJsonDocument(node).toJson(QJsonDocument::Compact).toStdString()};
}

QJsonObject nodeOf(const SegmentDefinition& definition)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(definition.json)).object();
}

SegmentDefinition mailableOf(const QJsonObject& node)
{
    const QJsonObject mayMail{{QStringLiteral("type"), QStringLiteral("consent")},
                              {QStringLiteral("channel"), QStringLiteral("email")},
                              {QStringLiteral("canReceive"), true}};
    return definitionOf(makeGroup(GroupKind::All, {node, mayMail}));
}

}  // namespace shopbell::ui
