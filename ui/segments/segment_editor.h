// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/segments.h"
#include "ui/segments/definition_tree.h"
#include "ui/segments/edit_history.h"
#include "ui/segments/spot.h"
#include "ui/shell/page_context.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace shopbell::ui {

class GroupView;
class Materials;
class SegmentFacts;
class SegmentMeter;
class TemplateGallery;

/// The editor of one segment: its name, its sentences, and what they come to. Saves itself a moment after each edit and
/// on leaving; Ctrl+Z takes edits back. Asks for the count before anything else, and shows what the list knew until it
/// is there.
class SegmentEditor : public QWidget {
    Q_OBJECT
public:
    explicit SegmentEditor(PageContext& context, QWidget* parent = nullptr);
    ~SegmentEditor() override;

    /// Opening what is open already takes over what was changed elsewhere, unless there are edits of one's own.
    void open(const SegmentInfo& segment);
    void start(const QString& name, const SegmentDefinition& definition);
    /// Asks for pickers' choices and all counts again; what is being edited stays.
    void reload();
    /// Saves what is not saved yet; `then` runs when it is. Meanwhile a half-written sentence is no error worth a
    /// notice: the panel says that something is missing.
    void save(std::function<void(SegmentId)> then = {}, bool meanwhile = false);
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const { return m_history.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_history.canRedo(); }
    /// Another definition in this one's place; can be taken back.
    void replaceDefinition(const SegmentDefinition& definition, const QString& name = {});

    [[nodiscard]] SegmentId segment() const { return m_id; }
    /// As it stands, saved or not.
    [[nodiscard]] SegmentInfo info() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString savedWords() const;
    [[nodiscard]] const DefinitionTree& tree() const { return m_now.tree; }
    [[nodiscard]] Materials& materials() const { return *m_materials; }

    void explain(const std::optional<SegmentMember>& person);
    void showMembers();
    void compare();

signals:
    void headerChanged();

private:
    struct State {
        QString name;
        DefinitionTree tree;
        friend bool operator==(const State&, const State&) = default;
    };

    void build();
    void connectMeter();
    void begin(SegmentId id, const State& state, std::optional<std::int64_t> members);
    void edit(const State& state, EditKind kind);
    void turnTo(const State& state);
    void showState(bool atOnce);

    PageContext& m_context;
    Materials* m_materials;
    QLineEdit* m_name;
    GroupView* m_view;
    TemplateGallery* m_templates;
    SegmentFacts* m_facts;
    SegmentMeter* m_meter;
    SegmentId m_id;
    State m_now;
    State m_saved;
    EditHistory<State> m_history;
    std::function<void(SegmentId)> m_afterSaving;  ///< asked for while the first save was on its way
    bool m_saving = false;
    quint64 m_opened = 0;
    QTimer m_saveTimer;
};

}  // namespace shopbell::ui
