// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/definition_tree.h"

#include <QJsonDocument>

namespace shopbell::ui {

namespace {

const auto allKey = QLatin1String("all");
const auto anyKey = QLatin1String("any");
const auto notKey = QLatin1String("not");

QJsonObject replaced(const QJsonObject& node, const NodePath& path, int depth, const QJsonObject& with)
{
    if (depth == path.size()) {
        return with;
    }
    QJsonArray parts = groupParts(node);
    const int index = path[depth];
    if (index < 0 || index >= parts.size()) {
        return node;
    }
    parts[index] = replaced(parts[index].toObject(), path, depth + 1, with);
    return makeGroup(groupKind(node), parts);
}

}  // namespace

bool isGroup(const QJsonObject& node)
{
    if (node.size() != 1) {
        return false;
    }
    if (node.value(allKey).isArray() || node.value(anyKey).isArray()) {
        return true;
    }
    const QJsonObject inner = node.value(notKey).toObject();
    return inner.size() == 1 && inner.value(anyKey).isArray();
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
    case GroupKind::None: return group.value(notKey).toObject().value(anyKey).toArray();
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
        node = groupParts(node).at(index).toObject();
    }
    return node;
}

void DefinitionTree::replace(const NodePath& path, const QJsonObject& node)
{
    m_root = replaced(m_root, path, 0, node);
}

void DefinitionTree::append(const NodePath& group, const QJsonObject& node)
{
    const QJsonObject old = at(group);
    QJsonArray parts = groupParts(old);
    parts.append(node);
    replace(group, makeGroup(groupKind(old), parts));
}

void DefinitionTree::remove(const NodePath& path)
{
    if (path.isEmpty()) {
        return;
    }
    const NodePath parent = path.first(path.size() - 1);
    const QJsonObject old = at(parent);
    QJsonArray parts = groupParts(old);
    parts.removeAt(path.last());
    if (parts.isEmpty() && !parent.isEmpty()) {
        remove(parent);
        return;
    }
    replace(parent, makeGroup(groupKind(old), parts));
}

SegmentDefinition definitionOf(const QJsonObject& node)
{
    return {QJsonDocument(node).toJson(QJsonDocument::Compact).toStdString()};
}

SegmentDefinition mailableOf(const QJsonObject& node)
{
    const QJsonObject mayMail{{QStringLiteral("type"), QStringLiteral("consent")},
                              {QStringLiteral("channel"), QStringLiteral("email")},
                              {QStringLiteral("canReceive"), true}};
    return definitionOf(makeGroup(GroupKind::All, {node, mayMail}));
}

}  // namespace shopbell::ui
