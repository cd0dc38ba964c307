// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_bridge.h"
#include "ui/segments/condition_words.h"
#include "ui/segments/definition_tree.h"

#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace shopbell::ui {

class CountMeter;

/// A definition as a tree of sentences. Made anew by show() when its shape changes; values change in their row.
class GroupView : public QWidget {
    Q_OBJECT
public:
    GroupView(EngineBridge& bridge, const Materials& materials, QWidget* parent = nullptr);

    void show(const DefinitionTree& tree);
    /// Asks for every count again: people or history changed.
    void recount();
    using QWidget::show;

signals:
    void replaced(const shopbell::ui::NodePath& path, const QJsonObject& node, bool typed);
    void appended(const shopbell::ui::NodePath& group, const QJsonObject& node);
    void removed(const shopbell::ui::NodePath& path);

private:
    void addGroup(QVBoxLayout* column, const QJsonObject& group, const NodePath& path);
    void addConditionPicker(QBoxLayout* row, const NodePath& path);

    EngineBridge& m_bridge;
    const Materials& m_materials;
    QVBoxLayout* m_column;
    QList<std::pair<CountMeter*, NodePath>> m_groupMeters;
    DefinitionTree m_tree;
};

}  // namespace shopbell::ui
