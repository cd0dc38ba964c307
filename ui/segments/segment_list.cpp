// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/segment_list.h"

#include "api/segment_editing.h"
#include "ui/bridge/engine_words.h"
#include "ui/bridge/text.h"
#include "ui/segments/definition_tree.h"
#include "ui/segments/materials.h"
#include "ui/segments/sentence_maker.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/table.h"
#include "ui/widgets/toast.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int rowHeight = 56;

}  // namespace

void SegmentModel::setSegments(std::vector<SegmentInfo> segments)
{
    const bool same = segments.size() == m_segments.size();
    if (!same) {
        beginResetModel();
    }
    m_segments = std::move(segments);
    tell();
    if (!same) {
        endResetModel();
    } else if (!m_segments.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

void SegmentModel::tell()
{
    m_words.clear();
    for (const SegmentInfo& each : m_segments) {
        m_words += definitionWords(m_materials, nodeOf(each.definition));
    }
}

void SegmentModel::tellAgain()
{
    tell();
    if (!m_segments.empty()) {
        emit dataChanged(index(0, Name), index(rowCount() - 1, Name));
    }
}

const SegmentInfo* SegmentModel::segmentAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_segments[static_cast<std::size_t>(row)] : nullptr;
}

int SegmentModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_segments.size());
}

int SegmentModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SegmentModel::data(const QModelIndex& index, int role) const
{
    const SegmentInfo* segment = segmentAt(index.row());
    if (segment == nullptr) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case Name: return toQString(segment->name);
        case People: return m_materials.bridge().formats().number(segment->members);
        case Changed: return m_materials.bridge().formats().ago(segment->changedAt, m_materials.bridge().now());
        default: return {};
        }
    }
    if ((role == SecondLineRole || role == Qt::ToolTipRole) && index.column() == Name) {
        return segment->problem.empty() ? m_words.value(index.row()) : engineWords(segment->problem);
    }
    if (role == StrongRole) {
        return index.column() == Name;
    }
    if (role == FiguresRole) {
        return index.column() == People;
    }
    if (role == InkRole && index.column() == Changed) {
        return static_cast<int>(Token::InkSoft);
    }
    return {};
}

QVariant SegmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && section == People) {
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name: return tr("Segment");
    case People: return tr("People");
    case Changed: return tr("Changed");
    default: return {};
    }
}

SegmentList::SegmentList(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_materials(new Materials(context.bridge(), this)),
      m_stack(new QStackedWidget),
      m_table(new Table),
      m_model(new SegmentModel(*m_materials, this))
{
    connect(m_materials, &Materials::changed, m_model, &SegmentModel::tellAgain);
    makeColumn(this, 0)->addWidget(m_stack);
    auto* full = new QWidget;
    auto* column = makeColumn(full, space::between, {space::page, space::page, space::page, space::page});
    auto* card = new Card;
    card->setPadding(0, space::xs);
    m_table->setAccessibleName(tr("Segments"));
    m_table->setModel(m_model);
    m_table->setRowHeight(rowHeight);
    m_table->setStretchColumn(SegmentModel::Name);
    m_table->setSortingEnabled(false);
    m_table->setColumnWidth(SegmentModel::People, 110);
    m_table->setColumnWidth(SegmentModel::Changed, 150);
    m_table->setHugsRows(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    card->addFlush(m_table);
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(card, 1);
    column->addStretch(0);
    m_stack->addWidget(full);
    auto* empty =
        new EmptyState(IconName::Segments, tr("Find the people who matter"),
                       tr("A segment is a question about your customers that stays answered: who bought twice, "
                          "who went quiet, who lives nearby. It is always up to date."));
    connect(empty->addAction(tr("New segment")), &QAbstractButton::clicked, this, &SegmentList::newAsked);
    m_stack->addWidget(empty);
    connect(m_table, &Table::rowActivated, this, &SegmentList::openRow);
    connect(m_table, &QTableView::clicked, this, &SegmentList::openRow);
    connect(m_table, &QWidget::customContextMenuRequested, this, &SegmentList::openMenu);
}

const SegmentInfo* SegmentList::find(SegmentId segment) const
{
    const auto& all = m_model->segments();
    const auto at = std::ranges::find_if(all, [&](const SegmentInfo& each) { return each.id == segment; });
    return at == all.end() ? nullptr : &*at;
}

void SegmentList::reload()
{
    m_materials->load();
    m_asker.ask(m_context.bridge(), ListSegments{}, [this](Result<std::vector<SegmentInfo>> segments) {
        if (!segments) {
            m_context.showError(segments.error(), ErrorContext::Segment);
            return;
        }
        m_loaded = true;
        m_stack->setCurrentIndex(segments->empty() ? 1 : 0);
        m_model->setSegments(std::move(*segments));
        emit countChanged();
    });
}

QString SegmentList::countWords() const
{
    return m_loaded && m_model->rowCount() > 0 ? tr("%Ln segments", nullptr, m_model->rowCount()) : QString();
}

void SegmentList::openRow(const QModelIndex& index)
{
    if (const SegmentInfo* segment = m_model->segmentAt(index.row())) {
        emit segmentAsked(segment->id.value);
    }
}

void SegmentList::openMenu(const QPoint& at)
{
    const SegmentInfo* row = m_model->segmentAt(m_table->indexAt(at).row());
    if (row == nullptr) {
        return;
    }
    const SegmentInfo segment = *row;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(icon(IconName::ArrowRight), tr("Open")), &QAction::triggered, this,
            [this, id = segment.id.value] { emit segmentAsked(id); });
    connect(menu->addAction(icon(IconName::Copy), tr("Make a copy")), &QAction::triggered, this,
            [this, segment] { duplicate(segment); });
    connect(menu->addAction(icon(IconName::Edit), tr("Rename…")), &QAction::triggered, this,
            [this, segment] { rename(segment); });
    connect(menu->addAction(icon(IconName::Trash), tr("Remove")), &QAction::triggered, this,
            [this, segment] { remove(segment); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

bool SegmentList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const SegmentInfo* segment = m_model->segmentAt(m_table->currentIndex().row());
        if (segment != nullptr && key->matches(QKeySequence::Delete)) {
            remove(*segment);
            return true;
        }
        if (segment != nullptr && key->key() == Qt::Key_F2) {
            rename(*segment);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SegmentList::save(const SaveSegment& command)
{
    m_context.bridge().submit(this, command, [this](Result<SegmentId> id) {
        if (!id) {
            m_context.showError(id.error(), ErrorContext::Segment);
            return;
        }
        reload();
    });
}

void SegmentList::duplicate(const SegmentInfo& segment)
{
    save({{}, toUtf8(tr("%1, copy").arg(toQString(segment.name).left(100))), segment.definition});
}

void SegmentList::rename(const SegmentInfo& segment)
{
    Dialog dialog(tr("Rename this segment"), m_context.dialogParent());
    auto* name = new TextField(tr("Name"));
    name->setText(toQString(segment.name));
    name->edit()->selectAll();
    dialog.body()->addWidget(name);
    dialog.addButton(tr("Cancel"), Button::Kind::Secondary);
    dialog.addButton(tr("Rename"), Button::Kind::Primary);
    if (dialog.exec() == QDialog::Accepted && !name->text().trimmed().isEmpty()) {
        save({segment.id, toUtf8(name->text().trimmed()), segment.definition});
    }
}

void SegmentList::remove(const SegmentInfo& segment)
{
    m_context.bridge().submit(this, RemoveSegment{segment.id}, [this, segment](Result<Done> done) {
        if (!done) {
            m_context.showError(done.error(), ErrorContext::Segment);
            return;
        }
        reload();
        m_context.toasts().showUndo(tr("“%1” was removed").arg(toQString(segment.name)), [this, segment] {
            m_context.bridge().submit(this, RestoreSegment{segment.id}, [this](Result<Done> restored) {
                if (!restored) {
                    m_context.showError(restored.error(), ErrorContext::Segment);
                }
                reload();
            });
        });
    });
}

}  // namespace shopbell::ui
