// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/group_view.h"

#include "ui/segments/condition_choices.h"
#include "ui/segments/effect_meter.h"
#include "ui/segments/materials.h"
#include "ui/segments/node_grip.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/text.h"

#include <QApplication>

#include <algorithm>

namespace shopbell::ui {

namespace {

/// The groups alone: two trees of one shape differ in what their rows say.
QJsonObject shapeOf(const QJsonObject& node)
{
    if (!isGroup(node)) {
        return {};
    }
    QJsonArray parts;
    const QJsonArray old = groupParts(node);
    for (const QJsonValue& part : old) {
        parts.append(shapeOf(part.toObject()));
    }
    return withParts(node, parts);
}

Choices kindChoices()
{
    return {{.id = QStringLiteral("all"), .text = GroupView::tr("all of these")},
            {.id = QStringLiteral("any"), .text = GroupView::tr("any of these")},
            {.id = QStringLiteral("none"), .text = GroupView::tr("none of these")}};
}

QString kindId(GroupKind kind)
{
    return kind == GroupKind::All   ? QStringLiteral("all")
           : kind == GroupKind::Any ? QStringLiteral("any")
                                    : QStringLiteral("none");
}

GroupKind kindOf(const QString& id)
{
    return id == QLatin1String("all") ? GroupKind::All : id == QLatin1String("any") ? GroupKind::Any : GroupKind::None;
}

}  // namespace

GroupView::GroupView(Materials& materials, QWidget* parent)
    : QWidget(parent), m_materials(materials), m_column(makeColumn(this, space::s)), m_parking(new QWidget(this))
{
    m_parking->hide();
    qApp->installEventFilter(this);
}

GroupView::~GroupView() = default;

void GroupView::show(const DefinitionTree& tree)
{
    const bool sameShape = !m_groups.isEmpty() && shapeOf(tree.root()) == shapeOf(m_tree.root());
    m_tree = tree;
    if (!sameShape) {
        rebuild();
        return;
    }
    for (const Group& group : std::as_const(m_groups)) {
        for (QWidget* part : group.parts) {
            if (auto* row = qobject_cast<ConditionRow*>(part)) {
                row->setCondition(m_tree.at(row->path()));
            }
        }
    }
}

void GroupView::rebuild()
{
    setUpdatesEnabled(false);
    for (const Group& group : std::as_const(m_groups)) {
        for (QWidget* part : group.parts) {
            if (auto* row = qobject_cast<ConditionRow*>(part)) {
                row->setParent(m_parking);  // out of its layout, whose widgets are deleted
                m_spare.insert(row->condition(), row);
            }
        }
    }
    m_groups.clear();
    clearLayout(m_column);
    addGroup(m_column, m_tree.root(), {}, nullptr);
    for (ConditionRow* row : std::as_const(m_spare)) {
        row->deleteLater();
    }
    m_spare.clear();
    setUpdatesEnabled(true);
}

ConditionRow* GroupView::takeRow(const QJsonObject& condition)
{
    if (const auto at = m_spare.find(condition); at != m_spare.end()) {
        ConditionRow* row = *at;
        m_spare.erase(at);
        return row;
    }
    auto* row = new ConditionRow(m_materials, condition);
    connect(row, &ConditionRow::edited, this, [this, row](const QJsonObject& node, EditKind kind) {
        m_tree.replace(row->path(), node);
        emit replaced(row->path(), node, kind);
    });
    connect(row, &ConditionRow::removeAsked, this, [this, row] {
        change([path = row->path()](DefinitionTree& tree) {
            tree.remove(path);
            NodePath beside = path;
            beside.last() = std::max(0, beside.last() - 1);
            return beside;
        });
    });
    letDrag(
        &row->grip(), [row] { return row->path(); }, row);
    return row;
}

void GroupView::addGroup(QVBoxLayout* column, const QJsonObject& group, const NodePath& path, QWidget* frame)
{
    const auto number = m_groups.size();
    m_groups.append({path, groupKind(group), frame, {}, nullptr, nullptr, nullptr});
    column->addLayout(makeHead(m_groups[number], path));
    const QJsonArray parts = groupParts(group);
    for (int index = 0; index < parts.size(); ++index) {
        if (index > 0) {
            auto* between = makeRow(0);
            between->addSpacing(space::page);
            between->addWidget(new Text(m_groups[number].kind == GroupKind::All ? tr("AND") : tr("OR"),
                                        TextStyle::SmallStrong, Token::InkSoft));
            between->addStretch(1);
            column->addLayout(between);
        }
        const NodePath inner = path + NodePath{index};
        const QJsonObject part = parts[index].toObject();
        if (isGroup(part)) {
            auto* card = new Card(nullptr, Card::Kind::Dashed);
            card->setPadding(space::m, space::m);
            column->addWidget(card);
            m_groups[number].parts.append(card);
            addGroup(card->body(), part, inner, card);
        } else {
            ConditionRow* row = takeRow(part);
            row->setPath(inner);
            column->addWidget(row);
            row->show();
            m_groups[number].parts.append(row);
        }
    }
    column->addLayout(makeFoot(m_groups[number], path));
}

QBoxLayout* GroupView::makeHead(Group& made, const NodePath& path)
{
    auto* head = makeRow(space::s);
    if (!path.isEmpty()) {
        made.grip = new NodeGrip(tr("Move this group"));
        letDrag(
            made.grip, [path] { return path; }, made.frame);
        head->addWidget(made.grip);
    }
    head->addWidget(
        new Text(path.isEmpty() ? tr("People who match") : tr("who match"), TextStyle::Body, Token::InkSoft));
    auto* kind = new Picker(nullptr, Picker::Look::Value);
    kind->setAccessibleName(tr("How these go together"));
    kind->setChoices(kindChoices());
    kind->setCurrent(kindId(made.kind));
    connect(kind, &Picker::chosen, this, [this, path](const QString& id) {
        change([&](DefinitionTree& tree) {
            if (groupKind(tree.at(path)) != kindOf(id)) {
                tree.replace(path, makeGroup(kindOf(id), groupParts(tree.at(path))));
            }
            return path;
        });
    });
    head->addWidget(kind);
    head->addStretch(1);
    if (!path.isEmpty()) {
        made.meter = new EffectMeter;
        head->addWidget(made.meter, 0, Qt::AlignVCenter);
        auto* remove = new IconButton(IconName::Close, tr("Remove this group"));
        remove->setSmall(true);
        connect(remove, &QAbstractButton::clicked, this, [this, path] {
            change([path](DefinitionTree& tree) {
                tree.remove(path);
                return path.first(path.size() - 1);
            });
        });
        head->addWidget(remove, 0, Qt::AlignVCenter);
    }
    return head;
}

QBoxLayout* GroupView::makeFoot(Group& made, const NodePath& path)
{
    auto* foot = makeRow(space::m);
    auto* add = new Picker(nullptr, Picker::Look::Button);
    const QString words = path.isEmpty() ? tr("Add a condition") : tr("Add to this group");
    add->setPlaceholder(words);
    add->setAccessibleName(words);
    add->setChoices(conditionKinds(m_materials));
    connect(&m_materials, &Materials::changed, add, [this, add] { add->setChoices(conditionKinds(m_materials)); });
    connect(add, &Picker::chosen, this, [this, path](const QString& kind) {
        change([&](DefinitionTree& tree) { return tree.append(path, newCondition(kind, m_materials)); });
    });
    foot->addWidget(add);
    made.add = add;
    auto* nested = new Button(tr("Add a group"), IconName::Plus, Button::Kind::Link);
    connect(nested, &QAbstractButton::clicked, this, [this, path, kind = innerKind(made.kind)] {
        change([&](DefinitionTree& tree) {
            const QJsonObject first = newCondition(QStringLiteral("metric"), m_materials);
            return tree.append(path, makeGroup(kind, {first}));
        });
    });
    foot->addWidget(nested);
    foot->addStretch(1);
    return foot;
}

ConditionRow* GroupView::rowAt(const NodePath& path) const
{
    return qobject_cast<ConditionRow*>(widgetAt(path));
}

QWidget* GroupView::widgetAt(const NodePath& path) const
{
    for (const Group& group : m_groups) {
        if (!path.isEmpty() && group.path == path.first(path.size() - 1) && path.last() < group.parts.size()) {
            return group.parts[path.last()];
        }
    }
    return nullptr;
}

void GroupView::showEffects(const SegmentEffects& effects, const DefinitionTree& of)
{
    if (shapeOf(of.root()) != shapeOf(m_tree.root())) {
        return;  // of an older shape; the next answer is on its way
    }
    const Formats& formats = m_materials.bridge().formats();
    const QList<NodePlace> places = nodePlaces(of.root());
    QHash<NodePath, const NodeEffect*> byPath;
    for (const NodePlace& each : places) {
        if (static_cast<std::size_t>(each.place) < effects.nodes.size()) {
            byPath.insert(each.path, &effects.nodes[static_cast<std::size_t>(each.place)]);
        }
    }
    for (const Group& group : std::as_const(m_groups)) {
        const auto count = static_cast<int>(group.parts.size());
        const NodeEffect* last = byPath.value(group.path + NodePath{count - 1});
        const std::int64_t total = last != nullptr ? last->running : 0;
        for (int index = 0; index < count; ++index) {
            const NodePath path = group.path + NodePath{index};
            const NodeEffect* effect = byPath.value(path);
            if (effect == nullptr) {
                continue;
            }
            EffectMeter* meter = nullptr;
            if (auto* row = qobject_cast<ConditionRow*>(group.parts[index])) {
                meter = &row->meter();
                row->showUnset(*effect);
            } else {
                const auto at = std::ranges::find_if(m_groups, [&](const Group& each) { return each.path == path; });
                meter = at != m_groups.end() ? at->meter : nullptr;
            }
            if (meter != nullptr) {
                meter->showEffect(*effect, group.kind, index, effects.everybody, total, formats);
            }
        }
    }
}

void GroupView::change(const std::function<NodePath(DefinitionTree&)>& edit)
{
    DefinitionTree next = m_tree;
    const NodePath focus = edit(next);
    if (next != m_tree) {
        emit reshaped(next, focus);
    }
}

}  // namespace shopbell::ui
