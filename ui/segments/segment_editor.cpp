// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/segment_editor.h"

#include "ui/bridge/text.h"
#include "ui/segments/compare_sheet.h"
#include "ui/segments/group_view.h"
#include "ui/segments/materials.h"
#include "ui/segments/members_sheet.h"
#include "ui/segments/segment_facts.h"
#include "ui/segments/segment_meter.h"
#include "ui/segments/template_gallery.h"
#include "ui/segments/value_pieces.h"
#include "ui/segments/why_sheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

#include <QApplication>
#include <QScrollArea>
#include <QShortcut>

namespace shopbell::ui {

namespace {

constexpr int saveAfter = 700;
constexpr int factsWidth = 256;

/// "Never bought" becomes "Never bought 2", and that "Never bought 3".
QString nextName(const QString& name)
{
    const qsizetype space = name.lastIndexOf(QLatin1Char(' '));
    bool isNumber = false;
    const int number = name.mid(space + 1).toInt(&isNumber);
    return isNumber && space > 0 ? QStringLiteral("%1 %2").arg(name.left(space)).arg(number + 1)
                                 : QStringLiteral("%1 2").arg(name);
}

}  // namespace

SegmentEditor::SegmentEditor(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_materials(new Materials(context.bridge(), this)),
      m_name(new ValueEdit(tr("Name of the segment"))),
      m_view(new GroupView(*m_materials)),
      m_templates(new TemplateGallery(context)),
      m_facts(new SegmentFacts(context)),
      m_meter(new SegmentMeter(context.bridge(), this))
{
    build();
    connectMeter();
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& name) {
        edit({name, m_now.tree}, EditKind::Typed);
    });
    connect(m_view, &GroupView::replaced, this, [this](const NodePath& path, const QJsonObject& node, EditKind kind) {
        State next = m_now;
        next.tree.replace(path, node);
        edit(next, kind);
    });
    connect(m_view, &GroupView::reshaped, this, [this](const DefinitionTree& tree, const NodePath& focus) {
        // Not while the picker or button that asked for it is still at work.
        QTimer::singleShot(0, this, [this, tree, focus] {
            edit({m_now.name, tree}, EditKind::Rebuilt);
            m_view->focusNode(focus);
        });
    });
    connect(m_templates, &TemplateGallery::templateChosen, this,
            [this](const QString& name, const SegmentDefinition& definition) {
                QTimer::singleShot(0, this, [this, name, definition] { replaceDefinition(definition, name); });
            });
    for (const auto& [keys, slot] :
         {std::pair{QKeySequence::Undo, &SegmentEditor::undo}, std::pair{QKeySequence::Redo, &SegmentEditor::redo}}) {
        auto* shortcut = new QShortcut(keys, this);
        // Also from the bar above, where the focus is after a press of its buttons.
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    }
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveAfter);
    connect(&m_saveTimer, &QTimer::timeout, this, [this] { save({}, true); });
}

SegmentEditor::~SegmentEditor() = default;

void SegmentEditor::build()
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
    left->column()->addSpacing(space::s);
    left->column()->addWidget(m_templates);
    left->column()->addStretch(1);
    m_templates->hide();
    row->addWidget(left, 1);
    row->addWidget(new Separator(Qt::Vertical));
    auto* right = new QScrollArea;
    right->setFrameShape(QFrame::NoFrame);
    right->setWidgetResizable(true);
    right->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    right->setFocusPolicy(Qt::NoFocus);
    right->setFixedWidth(factsWidth + 2 * space::page);
    right->setWidget(m_facts);
    row->addWidget(right);
}

void SegmentEditor::connectMeter()
{
    connect(m_meter, &SegmentMeter::reading, m_facts, &SegmentFacts::showReading);
    connect(m_meter, &SegmentMeter::counted, m_facts, &SegmentFacts::showCount);
    connect(m_meter, &SegmentMeter::failed, m_facts, &SegmentFacts::showProblem);
    connect(m_meter, &SegmentMeter::mailableCounted, m_facts, &SegmentFacts::showMailable);
    connect(m_meter, &SegmentMeter::membersListed, m_facts, &SegmentFacts::showMembers);
    connect(m_meter, &SegmentMeter::sizesMeasured, m_facts, &SegmentFacts::showSizes);
    connect(m_meter, &SegmentMeter::effectsMeasured, m_view, &GroupView::showEffects);
    connect(m_facts, &SegmentFacts::whyAsked, this, [this](const SegmentMember& member) { explain(member); });
    connect(m_facts, &SegmentFacts::somebodyAsked, this, [this] { explain(std::nullopt); });
    connect(m_facts, &SegmentFacts::allAsked, this, &SegmentEditor::showMembers);
    connect(m_facts, &SegmentFacts::compareAsked, this, &SegmentEditor::compare);
}

QString SegmentEditor::name() const
{
    return m_now.name.trimmed().isEmpty() ? tr("New segment") : m_now.name;
}

SegmentInfo SegmentEditor::info() const
{
    SegmentInfo info;
    info.id = m_id;
    info.name = toUtf8(name());
    info.definition = m_now.tree.written();
    return info;
}

QString SegmentEditor::savedWords() const
{
    if (m_now == m_saved) {
        return m_id.isValid() ? tr("saved") : tr("not saved yet");
    }
    return tr("saving…");
}

void SegmentEditor::begin(SegmentId id, const State& state, std::optional<std::int64_t> members)
{
    ++m_opened;
    m_id = id;
    m_now = state;
    m_saved = state;
    m_history.clear();
    m_saving = false;
    m_saveTimer.stop();
    m_materials->setSelf(id.value);
    m_facts->begin(members);
    // The count is asked before the rows are made: it is worked on meanwhile.
    m_meter->measure(m_now.tree, true);
    showState(true);
    m_materials->load();
}

void SegmentEditor::open(const SegmentInfo& segment)
{
    State state{toQString(segment.name), {}};
    state.tree.read(segment.definition);
    if (m_id != segment.id || !m_id.isValid()) {
        begin(segment.id, state, segment.members);
        return;
    }
    if (state != m_saved && m_now == m_saved && !m_saving) {
        m_now = m_saved = state;
        m_history.clear();
        m_meter->measure(m_now.tree, true);
        showState(true);
    }
}

void SegmentEditor::start(const QString& name, const SegmentDefinition& definition)
{
    State state{name.isEmpty() ? tr("New segment") : name, {}};
    state.tree.read(definition);
    begin({}, state, std::nullopt);
}

void SegmentEditor::reload()
{
    m_materials->load();
    m_meter->measure(m_now.tree, true);
}

void SegmentEditor::edit(const State& state, EditKind kind)
{
    if (state == m_now) {
        return;
    }
    m_history.note(m_now, kind == EditKind::Typed);
    turnTo(state);
}

void SegmentEditor::turnTo(const State& state)
{
    const bool otherTree = state.tree != m_now.tree;
    m_now = state;
    m_saveTimer.start();
    if (otherTree) {
        m_meter->measure(m_now.tree, false);
    }
    showState(false);
}

void SegmentEditor::undo()
{
    if (const auto before = m_history.back(m_now)) {
        turnTo(*before);
    }
}

void SegmentEditor::redo()
{
    if (const auto after = m_history.forth(m_now)) {
        turnTo(*after);
    }
}

void SegmentEditor::replaceDefinition(const SegmentDefinition& definition, const QString& name)
{
    State next = m_now;
    next.tree.read(definition);
    if (!name.isEmpty() && (next.name.trimmed().isEmpty() || next.name == tr("New segment"))) {
        next.name = name;
    }
    edit(next, EditKind::Rebuilt);
}

void SegmentEditor::showState(bool opened)
{
    if (m_name->text() != m_now.name) {
        m_name->setText(m_now.name);
    }
    const bool inside = isAncestorOf(QApplication::focusWidget());
    m_view->show(m_now.tree);
    m_templates->setVisible(m_now.tree.isEmpty());
    // What had the focus may be gone; Ctrl+Z and the like go on from here.
    if (opened || (inside && !isAncestorOf(QApplication::focusWidget()))) {
        m_view->setFocus(Qt::OtherFocusReason);
    }
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
        if (then) {
            m_afterSaving = std::move(then);
        }
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
                                          m_materials->setSelf(id->value);
                                      }
                                      emit headerChanged();
                                  }
                                  if (!id && id.error().kind == ErrorKind::AlreadyExists && opened == m_opened &&
                                      !m_id.isValid()) {
                                      // Ready-made ones bring their name along, and a shop may have it already.
                                      m_now.name = nextName(saving.name);
                                      m_name->setText(m_now.name);
                                      save(then, meanwhile);
                                      return;
                                  }
                                  if (!id && meanwhile && id.error().kind == ErrorKind::InvalidInput) {
                                      return;
                                  }
                                  if (!id) {
                                      m_context.showError(id.error(), ErrorContext::Segment);
                                  } else if (then) {
                                      then(*id);
                                  } else if (opened == m_opened && m_afterSaving) {
                                      save(std::exchange(m_afterSaving, {}));
                                  }
                              });
}

void SegmentEditor::explain(const std::optional<SegmentMember>& person)
{
    (new SegmentWhySheet(m_context, *m_materials, m_now.tree, person))->openSheet();
}

void SegmentEditor::showMembers()
{
    auto* sheet = new MembersSheet(m_context, m_now.tree.written());
    connect(sheet, &MembersSheet::whyAsked, this, [this](const SegmentMember& member) { explain(member); });
    sheet->openSheet();
}

void SegmentEditor::compare()
{
    auto* sheet = new CompareSheet(m_context, info());
    connect(sheet, &CompareSheet::segmentWanted, this,
            [this](const QString& name, const SegmentDefinition& definition) {
                m_context.navigate({.page = PageId::Segments,
                                    .action = QStringLiteral("new"),
                                    .name = name,
                                    .definition = toQString(definition.json)});
            });
    sheet->openSheet();
}

}  // namespace shopbell::ui
