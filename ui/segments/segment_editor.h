// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/segments.h"
#include "ui/segments/condition_words.h"
#include "ui/segments/definition_tree.h"
#include "ui/shell/page_context.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace shopbell::ui {

class GroupView;
class SegmentFacts;

/// The editor of one segment: its name, its sentences, and what they come to. Saves itself a moment after each edit and
/// on leaving; Ctrl+Z takes edits back.
class SegmentEditor : public QWidget {
    Q_OBJECT
public:
    explicit SegmentEditor(PageContext& context, QWidget* parent = nullptr);

    void open(const SegmentInfo& segment);
    void start(const QString& name, const SegmentDefinition& definition);
    /// Asks for pickers' choices and all counts again; what is being edited stays.
    void reload();
    /// Saves what is not saved yet; `then` runs when it is. Meanwhile a half-written sentence is no error worth a
    /// notice: its row says what is missing.
    void save(std::function<void(SegmentId)> then = {}, bool meanwhile = false);
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const { return !m_undo.isEmpty(); }

    [[nodiscard]] SegmentId segment() const { return m_id; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString savedWords() const;
    [[nodiscard]] const DefinitionTree& tree() const { return m_now.tree; }

signals:
    void headerChanged();

private:
    struct State {
        QString name;
        DefinitionTree tree;
        friend bool operator==(const State&, const State&) = default;
    };

    void begin(SegmentId id, State state, bool saved);
    void edit(State state, bool typed, bool rebuild);
    void showState(bool rebuild);
    void loadMaterials();
    void takeMaterials();

    PageContext& m_context;
    QLineEdit* m_name;
    GroupView* m_view;
    SegmentFacts* m_facts;
    Materials m_materials;
    Choices m_allSegments;
    SegmentId m_id;
    State m_now;
    State m_saved;
    QList<State> m_undo;
    QList<State> m_redo;
    bool m_typing = false;
    bool m_saving = false;
    quint64 m_opened = 0;
    QTimer m_saveTimer;
    Asker m_metricAsker;
    Asker m_listAsker;
    Asker m_segmentAsker;
};

}  // namespace shopbell::ui
