// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/group_view.h"

#include "ui/segments/condition_pieces.h"
#include "ui/segments/condition_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/text.h"

namespace shopbell::ui {

namespace {

GroupKind nextKind(GroupKind kind)
{
    switch (kind) {
    case GroupKind::All: return GroupKind::Any;
    case GroupKind::Any: return GroupKind::None;
    case GroupKind::None: return GroupKind::All;
    }
    return GroupKind::All;
}

}  // namespace

GroupView::GroupView(EngineBridge& bridge, const Materials& materials, QWidget* parent)
    : QWidget(parent), m_bridge(bridge), m_materials(materials), m_column(makeColumn(this, space::s))
{
}

void GroupView::show(const DefinitionTree& tree)
{
    m_groupMeters.clear();
    clearLayout(m_column);
    m_tree = tree;
    addGroup(m_column, tree.root(), {});
}

void GroupView::recount()
{
    for (ConditionRow* row : findChildren<ConditionRow*>()) {
        row->recount();
    }
    for (const auto& [meter, path] : m_groupMeters) {
        meter->count(definitionOf(m_tree.at(path)));
    }
}

void GroupView::addGroup(QVBoxLayout* column, const QJsonObject& group, const NodePath& path)
{
    const GroupKind kind = groupKind(group);
    const QJsonArray parts = groupParts(group);
    auto* head = makeRow(space::s);
    head->addWidget(
        new Text(path.isEmpty() ? tr("People who match") : tr("who match"), TextStyle::Body, Token::InkSoft));
    const QString word = kind == GroupKind::All   ? tr("all of these")
                         : kind == GroupKind::Any ? tr("any of these")
                                                  : tr("none of these");
    auto* toggle = new Button(word, Button::Kind::Link);
    toggle->setToolTip(tr("Click to change between all, any and none"));
    connect(toggle, &QAbstractButton::clicked, this,
            [this, path, parts, kind] { emit replaced(path, makeGroup(nextKind(kind), parts), false); });
    head->addWidget(toggle);
    head->addStretch(1);
    if (!path.isEmpty()) {
        auto* meter = new CountMeter(m_bridge);
        meter->count(definitionOf(group));
        m_groupMeters.append({meter, path});
        head->addWidget(meter, 0, Qt::AlignVCenter);
        auto* remove = new IconButton(IconName::Close, tr("Remove this group"));
        remove->setSmall(true);
        connect(remove, &QAbstractButton::clicked, this, [this, path] { emit removed(path); });
        head->addWidget(remove);
    }
    column->addLayout(head);
    for (int index = 0; index < parts.size(); ++index) {
        if (index > 0) {
            auto* between = makeRow(0);
            between->addSpacing(space::page);
            between->addWidget(
                new Text(kind == GroupKind::All ? tr("AND") : tr("OR"), TextStyle::SmallStrong, Token::InkSoft));
            between->addStretch(1);
            column->addLayout(between);
        }
        NodePath inner = path;
        inner.append(index);
        const QJsonObject part = parts[index].toObject();
        if (isGroup(part)) {
            auto* card = new Card(nullptr, Card::Kind::Dashed);
            card->setPadding(space::m, space::m);
            column->addWidget(card);
            addGroup(card->body(), part, inner);
            continue;
        }
        auto* row = new ConditionRow(m_bridge, m_materials, part);
        connect(row, &ConditionRow::edited, this, [this, inner](const QJsonObject& node, bool typed) {
            m_tree.replace(inner, node);
            for (const auto& [meter, groupPath] : m_groupMeters) {
                if (groupPath.size() < inner.size() && inner.first(groupPath.size()) == groupPath) {
                    meter->count(definitionOf(m_tree.at(groupPath)));
                }
            }
            emit replaced(inner, node, typed);
        });
        connect(row, &ConditionRow::removeAsked, this, [this, inner] { emit removed(inner); });
        column->addWidget(row);
    }
    auto* add = makeRow(space::m);
    addConditionPicker(add, path);
    auto* nested = new Button(tr("Add a group"), IconName::Plus, Button::Kind::Link);
    connect(nested, &QAbstractButton::clicked, this, [this, path, kind] {
        const GroupKind inside = kind == GroupKind::Any ? GroupKind::All : GroupKind::Any;
        emit appended(path, makeGroup(inside, {newCondition(QStringLiteral("metric"), m_materials)}));
    });
    add->addWidget(nested);
    add->addStretch(1);
    column->addLayout(add);
}

void GroupView::addConditionPicker(QBoxLayout* row, const NodePath& path)
{
    auto* picker = new Picker(nullptr, Picker::Look::Button);
    const QString word = path.isEmpty() ? tr("Add a condition") : tr("Add to this group");
    picker->setPlaceholder(word);
    picker->setAccessibleName(word);
    Choices kinds = conditionKinds();
    for (Choice& each : kinds) {
        each.enabled = (each.id != QLatin1String("list") || !m_materials.lists.isEmpty()) &&
                       (each.id != QLatin1String("segment") || !m_materials.segments.isEmpty());
    }
    picker->setChoices(kinds);
    connect(picker, &Picker::chosen, this,
            [this, path](const QString& kind) { emit appended(path, newCondition(kind, m_materials)); });
    row->addWidget(picker);
}

}  // namespace shopbell::ui
