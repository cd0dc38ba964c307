// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/people_view.h"

#include "api/segments.h"
#include "ui/bridge/text.h"
#include "ui/profiles/chosen_people.h"
#include "ui/profiles/people_table.h"
#include "ui/shell/preferences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/popover.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QStackedWidget>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int rememberAfter = 400;
constexpr int scrollBarRoom = 14;
constexpr int cityFrom = 1000;
constexpr int createdFrom = 1120;
constexpr auto columnsKey = "profiles/columns";
constexpr auto orderKey = "profiles/order";
constexpr int columnWidths[PeopleModel::ColumnCount] = {46, 190, 206, 140, 120, 120, 130, 72, 94, 106, 120};
/// At first: what fits into a small window.
constexpr PeopleModel::Column hiddenAtFirst[] = {PeopleModel::Phone, PeopleModel::City, PeopleModel::Country,
                                                 PeopleModel::Created};

constexpr int headPadding = 26;  ///< around a heading
constexpr int arrowRoom = 16;    ///< beside it, where it can be sorted by

/// What a column needs, its heading in the window's language included.
int widthOf(const PeopleModel& model, int column)
{
    ProfileOrder ignored{};
    const QString heading = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const int wanted = QFontMetrics(textFont(TextStyle::LabelStrong)).horizontalAdvance(heading) + headPadding +
                       (PeopleModel::orderOf(column, ignored) ? arrowRoom : 0);
    return column == PeopleModel::Chosen ? columnWidths[column] : std::max(columnWidths[column], wanted);
}

}  // namespace

PeopleView::PeopleView(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_model(new PeopleModel(context.bridge(), this)),
      m_table(new PeopleTable),
      m_stack(new QStackedWidget)
{
    auto* column = makeColumn(this, space::between, QMargins(space::page, space::page, space::page, space::page));
    auto* card = new Card;
    card->setPadding(0, 0);
    card->body()->setSpacing(0);
    card->body()->addWidget(makeBar());
    makeTable();
    m_notFound = new EmptyState(IconName::Search, tr("Nobody is called that"),
                                tr("Words are looked for at the beginnings of names, email addresses and phone "
                                   "numbers. Try fewer letters, or look among everybody."));
    auto* all = m_notFound->addAction(tr("Show everybody"), Button::Kind::Secondary);
    connect(all, &QAbstractButton::clicked, this, [this] {
        m_search->clear();
        takeFilter({});
    });
    m_nobody = new EmptyState(IconName::Profiles, tr("Nobody here yet"),
                              tr("People appear here when a store is connected, when a file is imported, or when you "
                                 "add one by hand."));
    auto* importing = m_nobody->addAction(tr("Import a file"));
    auto* store = m_nobody->addAction(tr("Connect your store"), Button::Kind::Secondary);
    connect(importing, &QAbstractButton::clicked, this, &PeopleView::importAsked);
    connect(store, &QAbstractButton::clicked, this,
            [this] { m_context.navigate({.page = PageId::Settings, .action = QStringLiteral("stores")}); });
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_notFound);
    m_stack->addWidget(m_nobody);
    card->addFlush(m_stack, 1);
    m_chosen = new ChosenPeople(context, *m_model, *m_table, this);
    column->addWidget(card, 1);
    column->addWidget(m_chosen);
    connect(m_model, &PeopleModel::answered, this, [this] {
        showEmptiness();
        emit countChanged();
    });
    connect(m_model, &PeopleModel::failed, this,
            [this](const Error& error) { m_context.showError(error, ErrorContext::Profile); });
}

QWidget* PeopleView::makeBar()
{
    auto* bar = new QWidget;
    auto* row = makeRow(bar, space::s, QMargins(space::between, space::m, space::between, 0));
    bar->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_search = new SearchField(tr("Search by name, email or phone"));
    m_search->setAccessibleName(tr("Search people"));
    m_search->setMaximumWidth(360);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        auto wanted = m_model->search();
        wanted.words = words.simplified();
        search(wanted);
    });
    m_filter = new Picker(nullptr, Picker::Look::Button);
    m_filter->setAccessibleName(tr("Whom to show"));
    m_filter->setChoices({{.id = QString(), .text = tr("Everybody")}});
    m_filter->setCurrent(QString());
    m_filter->setPlaceholder(tr("Everybody"));
    connect(m_filter, &Picker::chosen, this, &PeopleView::takeFilter);
    m_columns = new IconButton(IconName::Columns, tr("Choose columns"));
    connect(m_columns, &QAbstractButton::clicked, this, &PeopleView::openColumns);
    row->addWidget(m_search, 1);
    row->addWidget(m_filter);
    row->addStretch(1);
    row->addWidget(m_columns);
    return bar;
}

void PeopleView::makeTable()
{
    m_table->setModel(m_model);
    QHeaderView* head = m_table->horizontalHeader();
    for (int column = 0; column < PeopleModel::ColumnCount; ++column) {
        head->resizeSection(column, widthOf(*m_model, column));
    }
    for (const auto column : hiddenAtFirst) {
        head->hideSection(column);
    }
    m_remembered = m_table->restoreColumns(m_context.preferences().pageState(QLatin1String(columnsKey)).toByteArray());
    head->setFirstSectionMovable(false);
    head->setSectionResizeMode(PeopleModel::Chosen, QHeaderView::Fixed);
    head->resizeSection(PeopleModel::Chosen, columnWidths[PeopleModel::Chosen]);
    head->setStretchLastSection(true);
    head->setSortIndicatorShown(true);
    const QVariantList order = m_context.preferences().pageState(QLatin1String(orderKey)).toList();
    PeopleModel::Search first;
    int sorted = order.size() == 2 ? order[0].toInt() : int(PeopleModel::Created);
    if (PeopleModel::orderOf(sorted, first.order)) {
        first.descending = order.size() == 2 ? order[1].toBool() : true;
        head->setSortIndicator(sorted, first.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    connect(head, &QHeaderView::sectionClicked, this, &PeopleView::sortBy);
    connect(head, &QHeaderView::sectionResized, this, [this](int column) {
        const QHeaderView* header = m_table->horizontalHeader();
        int last = PeopleModel::ColumnCount - 1;
        while (last > 0 && header->isSectionHidden(header->logicalIndex(last))) {
            --last;
        }
        // The last column follows the window by itself.
        if (!m_fitting && column != header->logicalIndex(last)) {
            touchColumns();
        }
    });
    connect(head, &QHeaderView::sectionMoved, this, &PeopleView::touchColumns);
    m_remember.setSingleShot(true);
    connect(&m_remember, &QTimer::timeout, this, &PeopleView::rememberColumns);
    connect(m_table, &PeopleTable::shownRowsChanged, this, [this] {
        fitColumns();
        const auto [from, to] = m_table->shownRows();
        m_model->setShownRows(from, to);
    });
    connect(m_table, &Table::rowActivated, this, [this](const QModelIndex& at) {
        if (const ProfileEntry* entry = m_model->entryAt(at.row())) {
            m_context.navigate({.page = PageId::Profiles, .id = entry->id.value});
        }
    });
    m_model->setSearch(first);
}

void PeopleView::search(const PeopleModel::Search& wanted)
{
    if (wanted == m_model->search()) {
        return;
    }
    m_model->setSearch(wanted);
}

void PeopleView::go(const Place& place)
{
    if (place.action == QLatin1String("segment") || place.action == QLatin1String("list")) {
        takeFilter(QStringLiteral("%1:%2").arg(place.action).arg(place.id));
    }
}

void PeopleView::reload()
{
    m_model->refresh();
    // Asked after the first rows, which need not wait for it.
    m_prepareAsker.ask(m_context.bridge(), PrepareSearch{}, [](const Result<Done>&) {});
    loadFilters();
    m_chosen->reload();
}

void PeopleView::loadFilters()
{
    const auto show = [this] {
        Choices choices{{.id = QString(), .text = tr("Everybody"), .icon = IconName::Users}};
        m_filter->setChoices(choices + m_segments + m_lists);
        const auto& search = m_model->search();
        m_filter->setCurrent(search.segment.isValid() ? QStringLiteral("segment:%1").arg(search.segment.value)
                             : search.list.isValid()  ? QStringLiteral("list:%1").arg(search.list.value)
                                                      : QString());
    };
    m_segmentAsker.ask(m_context.bridge(), ListSegments{}, [this, show](Result<std::vector<SegmentInfo>> segments) {
        if (!segments) {
            return;
        }
        m_segments.clear();
        for (const SegmentInfo& each : *segments) {
            m_segments.append({.id = QStringLiteral("segment:%1").arg(each.id.value),
                               .text = toQString(each.name),
                               .count = each.members,
                               .group = tr("Segments")});
        }
        show();
    });
    m_listAsker.ask(m_context.bridge(), ListLists{}, [this, show](Result<std::vector<ListSummary>> lists) {
        if (!lists) {
            return;
        }
        m_lists.clear();
        for (const ListSummary& each : *lists) {
            m_lists.append({.id = QStringLiteral("list:%1").arg(each.id.value),
                            .text = toQString(each.name),
                            .count = each.members,
                            .group = tr("Lists")});
        }
        show();
    });
}

void PeopleView::takeFilter(const QString& id)
{
    auto wanted = m_model->search();
    const qint64 number = id.section(QLatin1Char(':'), 1).toLongLong();
    wanted.segment = {id.startsWith(QLatin1String("segment:")) ? number : 0};
    wanted.list = {id.startsWith(QLatin1String("list:")) ? number : 0};
    m_filter->setCurrent(id);
    search(wanted);
}

void PeopleView::sortBy(int column)
{
    auto wanted = m_model->search();
    ProfileOrder order = wanted.order;
    QHeaderView* head = m_table->horizontalHeader();
    if (PeopleModel::orderOf(column, order)) {
        // Dates and figures begin with the latest and most, words with A.
        wanted.descending =
            order == wanted.order ? !wanted.descending : order != ProfileOrder::Name && order != ProfileOrder::Email;
        wanted.order = order;
        m_context.preferences().setPageState(QLatin1String(orderKey), QVariantList{column, wanted.descending});
        search(wanted);
    }
    for (int each = 0; each < PeopleModel::ColumnCount; ++each) {
        ProfileOrder its{};
        if (PeopleModel::orderOf(each, its) && its == wanted.order) {
            head->setSortIndicator(each, wanted.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        }
    }
}

void PeopleView::showEmptiness()
{
    const auto& search = m_model->search();
    const bool narrowed = !search.words.isEmpty() || search.segment.isValid() || search.list.isValid();
    if (m_model->total() > 0) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    if (narrowed && search.words.isEmpty()) {
        m_notFound->setTitle(tr("Nobody is in there now"));
        m_notFound->setSentence(
            search.list.isValid()
                ? tr("Choose people in the table and add them to this list, or import a file into it.")
                : tr("Nobody fulfils this segment's conditions at the moment."));
    } else {
        m_notFound->setTitle(tr("Nobody is called “%1”").arg(search.words));
        m_notFound->setSentence(tr("Words are looked for at the beginnings of names, email addresses and phone "
                                   "numbers. Try fewer letters, or look among everybody."));
    }
    m_stack->setCurrentWidget(narrowed ? m_notFound : m_nobody);
}

QString PeopleView::countWords() const
{
    if (!m_model->hasAnswer()) {
        return {};
    }
    const QString number = m_context.bridge().formats().number(m_model->total());
    const bool everybody = m_model->search() == PeopleModel::Search{.words = {},
                                                                    .order = m_model->search().order,
                                                                    .descending = m_model->search().descending,
                                                                    .segment = {},
                                                                    .list = {}};
    return everybody ? tr("%1 people").arg(number) : tr("%1 people found").arg(number);
}

void PeopleView::openColumns()
{
    auto* popover = new Popover(m_columns);
    auto* column = makeColumn(popover->content(), space::s, QMargins(space::l, space::m, space::l, space::m));
    column->addWidget(new Text(tr("Columns"), TextStyle::LabelStrong, Token::InkSoft));
    QHeaderView* head = m_table->horizontalHeader();
    for (int each = PeopleModel::Name; each < PeopleModel::ColumnCount; ++each) {
        auto* box = new QCheckBox(m_model->headerData(each, Qt::Horizontal, Qt::DisplayRole).toString());
        box->setChecked(!head->isSectionHidden(each));
        box->setEnabled(each != PeopleModel::Name);
        connect(box, &QCheckBox::toggled, this, [this, head, each](bool shown) {
            head->setSectionHidden(each, !shown);
            if (shown && head->sectionSize(each) < head->minimumSectionSize()) {
                head->resizeSection(each, widthOf(*m_model, each));
            }
            touchColumns();
        });
        column->addWidget(box);
    }
    connect(popover, &Popover::closed, popover, &QObject::deleteLater);
    popover->openBelow();
}

void PeopleView::touchColumns()
{
    m_remembered = true;
    m_remember.start(rememberAfter);
}

/// Until the owner arranges the columns, names and addresses share what room there is, and a wide window shows more.
void PeopleView::fitColumns()
{
    const int room = m_table->viewport()->width();
    if (m_remembered || m_fitting || room == m_fittedTo) {
        return;
    }
    m_fittedTo = room;
    m_fitting = true;
    QHeaderView* head = m_table->horizontalHeader();
    head->setSectionHidden(PeopleModel::City, room < cityFrom);
    head->setSectionHidden(PeopleModel::Created, room < createdFrom);
    int spare = room - scrollBarRoom;
    for (int column = 0; column < PeopleModel::ColumnCount; ++column) {
        if (!head->isSectionHidden(column) && column != PeopleModel::Name && column != PeopleModel::Email) {
            spare -= widthOf(*m_model, column);
        }
    }
    head->resizeSection(PeopleModel::Name, std::clamp(spare / 2, 150, 320));
    head->resizeSection(PeopleModel::Email, std::clamp(spare - spare / 2, 150, 320));
    m_fitting = false;
}

void PeopleView::rememberColumns()
{
    m_context.preferences().setPageState(QLatin1String(columnsKey), m_table->saveColumns());
}

}  // namespace shopbell::ui
