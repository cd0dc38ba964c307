// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/segment_editor.h"

#include "api/profiles.h"
#include "ui/bridge/text.h"
#include "ui/segments/condition_pieces.h"
#include "ui/segments/group_view.h"
#include "ui/segments/segment_facts.h"
#include "ui/segments/segment_templates.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

#include <QShortcut>
#include <algorithm>
#include <functional>

namespace shopbell::ui {

namespace {

constexpr int saveAfter = 700;
constexpr int factsWidth = 248;
constexpr int mostUndo = 200;

bool sameChoices(const Choices& a, const Choices& b)
{
    return std::ranges::equal(a, b, [](const Choice& x, const Choice& y) { return x.id == y.id && x.text == y.text; });
}

}  // namespace

SegmentEditor::SegmentEditor(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_name(new ValueEdit(tr("Name of the segment"))),
      m_view(new GroupView(context.bridge(), m_materials)),
      m_facts(new SegmentFacts(context))
{
    auto* row = makeRow(this, 0);
    auto* left = new PageScroll;
    m_name->setPlaceholderText(tr("Name of the segment"));
    m_name->setFont(theme().font(TextStyle::CardTitle));
    m_name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_name->setMinimumHeight(size::field);
    m_name->setMaxLength(120);
    left->column()->addWidget(m_name);
    left->column()->addWidget(m_view);
    left->column()->addStretch(1);
    row->addWidget(left, 1);
    row->addWidget(new Separator(Qt::Vertical));
    auto* right = new PageScroll;
    right->setFixedWidth(factsWidth + 2 * space::page);
    right->column()->addWidget(m_facts, 1);
    row->addWidget(right);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& name) {
        edit({name, m_now.tree}, true, false);
    });
    connect(m_view, &GroupView::replaced, this, [this](const NodePath& path, const QJsonObject& node, bool typed) {
        State next = m_now;
        next.tree.replace(path, node);
        edit(next, typed, isGroup(node));
    });
    connect(m_view, &GroupView::appended, this, [this](const NodePath& path, const QJsonObject& node) {
        State next = m_now;
        next.tree.append(path, node);
        edit(next, false, true);
    });
    connect(m_view, &GroupView::removed, this, [this](const NodePath& path) {
        State next = m_now;
        next.tree.remove(path);
        edit(next, false, true);
    });
    connect(m_facts, &SegmentFacts::templateChosen, this, [this](int index) {
        const SegmentTemplate& chosen = segmentTemplates()[static_cast<std::size_t>(index)];
        State next = m_now;
        next.tree.read({chosen.definition});
        if (next.name.trimmed().isEmpty() || next.name == tr("New segment")) {
            next.name = templateWords(chosen.name);
        }
        edit(next, false, true);
    });
    for (const auto& [keys, slot] :
         {std::pair{QKeySequence::Undo, &SegmentEditor::undo}, std::pair{QKeySequence::Redo, &SegmentEditor::redo}}) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    }
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveAfter);
    connect(&m_saveTimer, &QTimer::timeout, this, [this] { save({}, true); });
}

QString SegmentEditor::name() const
{
    return m_now.name.trimmed().isEmpty() ? tr("New segment") : m_now.name;
}

QString SegmentEditor::savedWords() const
{
    if (m_now == m_saved) {
        return m_id.isValid() ? tr("saved") : tr("not saved yet");
    }
    return tr("saving…");
}

void SegmentEditor::begin(SegmentId id, State state, bool saved)
{
    ++m_opened;
    m_id = id;
    m_now = state;
    m_saved = saved ? state : State{};
    m_undo.clear();
    m_redo.clear();
    m_typing = false;
    m_saving = false;
    m_saveTimer.stop();
    takeMaterials();
    showState(true);
    loadMaterials();
}

void SegmentEditor::open(const SegmentInfo& segment)
{
    if (m_id == segment.id && m_id.isValid()) {
        reload();
        return;
    }
    State state{toQString(segment.name), {}};
    state.tree.read(segment.definition);
    begin(segment.id, state, true);
}

void SegmentEditor::start(const QString& name, const SegmentDefinition& definition)
{
    State state{name.isEmpty() ? tr("New segment") : name, {}};
    state.tree.read(definition);
    begin({}, state, true);
}

void SegmentEditor::reload()
{
    loadMaterials();
    m_view->recount();
    m_facts->show(m_now.tree.root(), m_now.tree.isEmpty());
}

void SegmentEditor::edit(State state, bool typed, bool rebuild)
{
    if (state == m_now) {
        return;
    }
    if (!typed || !m_typing) {
        m_undo.append(m_now);
        if (m_undo.size() > mostUndo) {
            m_undo.removeFirst();
        }
    }
    m_typing = typed;
    m_redo.clear();
    m_now = std::move(state);
    m_saveTimer.start();
    showState(rebuild);
}

void SegmentEditor::undo()
{
    if (!m_undo.isEmpty()) {
        m_redo.append(m_now);
        m_now = m_undo.takeLast();
        m_typing = false;
        m_saveTimer.start();
        showState(true);
    }
}

void SegmentEditor::redo()
{
    if (!m_redo.isEmpty()) {
        m_undo.append(m_now);
        m_now = m_redo.takeLast();
        m_typing = false;
        m_saveTimer.start();
        showState(true);
    }
}

void SegmentEditor::showState(bool rebuild)
{
    if (m_name->text() != m_now.name) {
        m_name->setText(m_now.name);
    }
    if (rebuild) {
        // Not while the picker or button that asked for it is still at work.
        QTimer::singleShot(0, this, [this] { m_view->show(m_now.tree); });
    }
    m_facts->show(m_now.tree.root(), m_now.tree.isEmpty());
    emit headerChanged();
}

void SegmentEditor::save(std::function<void(SegmentId)> then, bool meanwhile)
{
    m_saveTimer.stop();
    if (m_now == m_saved && (m_id.isValid() || !then)) {
        if (then) {
            then(m_id);
        }
        return;
    }
    if (m_saving && !m_id.isValid()) {
        m_saveTimer.start();  // its id is on the way; a second save now would make a second segment
        return;
    }
    m_saving = true;
    const State saving = m_now;
    m_context.bridge().submit(this, SaveSegment{m_id, toUtf8(name()), saving.tree.written()},
                              [this, saving, then, meanwhile, opened = m_opened](Result<SegmentId> id) {
                                  if (opened == m_opened) {
                                      m_saving = false;
                                      if (id) {
                                          m_id = *id;
                                          m_saved = saving;
                                      }
                                      emit headerChanged();
                                  }
                                  if (!id && meanwhile && id.error().kind == ErrorKind::InvalidInput) {
                                      return;
                                  }
                                  if (!id) {
                                      m_context.showError(id.error(), ErrorContext::Segment);
                                  } else if (then) {
                                      then(*id);
                                  }
                              });
}

void SegmentEditor::loadMaterials()
{
    EngineBridge& bridge = m_context.bridge();
    m_metricAsker.ask(bridge, ListMetrics{}, [this](Result<std::vector<MetricInfo>> metrics) {
        if (!metrics) {
            return;
        }
        Choices choices;
        for (const MetricInfo& each : *metrics) {
            choices.append({.id = toQString(each.name), .text = toQString(each.name), .count = each.events});
        }
        const bool changed = !sameChoices(choices, m_materials.metrics);
        m_materials.metrics = std::move(choices);
        if (changed) {
            m_view->show(m_now.tree);
        }
    });
    m_listAsker.ask(bridge, ListLists{}, [this](Result<std::vector<ListSummary>> lists) {
        if (!lists) {
            return;
        }
        Choices choices;
        for (const ListSummary& each : *lists) {
            choices.append({.id = QString::number(each.id.value), .text = toQString(each.name), .count = each.members});
        }
        const bool changed = !sameChoices(choices, m_materials.lists);
        m_materials.lists = std::move(choices);
        if (changed) {
            m_view->show(m_now.tree);
        }
    });
    m_segmentAsker.ask(bridge, ListSegments{}, [this](Result<std::vector<SegmentInfo>> segments) {
        if (!segments) {
            return;
        }
        m_allSegments.clear();
        for (const SegmentInfo& each : *segments) {
            m_allSegments.append(
                {.id = QString::number(each.id.value), .text = toQString(each.name), .count = each.members});
        }
        const Choices before = m_materials.segments;
        takeMaterials();
        // Names change while one types into this segment's own name field: only others' matter to the rows.
        if (!sameChoices(before, m_materials.segments)) {
            m_view->show(m_now.tree);
        }
    });
}

void SegmentEditor::takeMaterials()
{
    m_materials.segments.clear();
    for (const Choice& each : m_allSegments) {
        if (each.id != QString::number(m_id.value)) {
            m_materials.segments.append(each);
        }
    }
}

}  // namespace shopbell::ui
