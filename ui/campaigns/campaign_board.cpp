// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_board.h"

#include "ui/bridge/text.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/table.h"
#include "ui/widgets/toast.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>

namespace shopbell::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Campaigns)
};

constexpr int leastName = 200;
constexpr int rowHeight = 56;

bool passes(CampaignState state, const QString& filter)
{
    if (filter == QLatin1String("drafts")) {
        return state == CampaignState::Draft;
    }
    if (filter == QLatin1String("sending")) {
        return state == CampaignState::Scheduled || state == CampaignState::Sending || state == CampaignState::Paused;
    }
    if (filter == QLatin1String("sent")) {
        return state == CampaignState::Sent || state == CampaignState::Cancelled;
    }
    return true;
}

}  // namespace

CampaignModel::CampaignModel(EngineBridge& bridge, QObject* parent) : QAbstractTableModel(parent), m_bridge(bridge) {}

void CampaignModel::setCampaigns(std::vector<CampaignSummary> campaigns)
{
    m_all = std::move(campaigns);
    rebuild();
}

void CampaignModel::setFilter(const QString& filter)
{
    m_filter = filter;
    rebuild();
}

void CampaignModel::rebuild()
{
    std::vector<std::size_t> shown;
    for (std::size_t index = 0; index < m_all.size(); ++index) {
        if (passes(m_all[index].campaign.state, m_filter)) {
            shown.push_back(index);
        }
    }
    if (shown == m_shown && !shown.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_shown = std::move(shown);
    endResetModel();
}

int CampaignModel::count(const QString& filter) const
{
    int count = 0;
    for (const CampaignSummary& each : m_all) {
        count += passes(each.campaign.state, filter) ? 1 : 0;
    }
    return count;
}

const CampaignSummary* CampaignModel::campaignAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_all[m_shown[static_cast<std::size_t>(row)]] : nullptr;
}

int CampaignModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int CampaignModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CampaignModel::data(const QModelIndex& index, int role) const
{
    const CampaignSummary* row = campaignAt(index.row());
    if (row == nullptr) {
        return {};
    }
    const Campaign& campaign = row->campaign;
    const bool begun = campaign.startedAt.ms != 0 || row->planned > 0;
    const auto number = [&](std::int64_t value) { return begun ? m_bridge.formats().number(value) : QString(); };
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case Name: return toQString(campaign.name);
        case State: return campaignStateWord(campaign.state);
        case People: return number(row->planned);
        case Accepted: return number(row->accepted);
        case NotSent: return number(row->failed + row->skipped + row->unknown + row->cancelled);
        case When: return whenWords(campaign, m_bridge.formats());
        default: return {};
        }
    }
    if (role == SecondLineRole && index.column() == Name) {
        return campaign.content.subject.empty() ? tr("No subject yet") : plainSubject(campaign.content.subject);
    }
    if (role == StrongRole) {
        return index.column() == Name;
    }
    if (role == TagToneRole && index.column() == State) {
        return static_cast<int>(campaignTone(campaign.state));
    }
    if (role == FiguresRole) {
        return index.column() >= People && index.column() <= NotSent;
    }
    if (role == InkRole && index.column() == When) {
        return static_cast<int>(Token::InkSoft);
    }
    return {};
}

QVariant CampaignModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && section >= People && section <= NotSent) {
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name: return tr("Campaign");
    case State: return tr("State");
    case People: return tr("People");
    case Accepted: return tr("Accepted");
    case NotSent: return tr("Not sent");
    case When: return tr("When");
    default: return {};
    }
}

CampaignBoard::CampaignBoard(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_stack(new QStackedWidget),
      m_filter(new SegmentedControl),
      m_table(new Table),
      m_model(new CampaignModel(context.bridge(), this))
{
    makeColumn(this, 0)->addWidget(m_stack);
    auto* full = new QWidget;
    auto* column = makeColumn(full, space::between, {space::page, space::page, space::page, space::page});
    m_filter->setAccessibleName(tr("Which campaigns"));
    m_filter->setChoices({{.id = QStringLiteral("all"), .text = tr("All")},
                          {.id = QStringLiteral("drafts"), .text = tr("Drafts")},
                          {.id = QStringLiteral("sending"), .text = tr("On their way")},
                          {.id = QStringLiteral("sent"), .text = tr("Sent")}});
    auto* bar = makeRow(space::m);
    bar->addWidget(m_filter);
    bar->addStretch(1);
    column->addLayout(bar);
    auto* card = new Card;
    card->setPadding(0, space::xs);
    m_table->setAccessibleName(tr("Campaigns"));
    m_table->setModel(m_model);
    m_table->setRowHeight(rowHeight);
    m_table->setStretchColumn(CampaignModel::Name);
    m_table->setSortingEnabled(false);
    QStringList states;
    for (const CampaignState each : {CampaignState::Draft, CampaignState::Scheduled, CampaignState::Sending,
                                     CampaignState::Paused, CampaignState::Sent, CampaignState::Cancelled}) {
        states << campaignStateWord(each);
    }
    m_table->fitColumn(CampaignModel::State, states);
    for (const int numbers : {CampaignModel::People, CampaignModel::Accepted, CampaignModel::NotSent}) {
        m_table->fitColumn(numbers, {});
    }
    m_table->setColumnWidth(CampaignModel::When, 212);
    m_table->setYieldingColumns(leastName, {CampaignModel::NotSent, CampaignModel::People});
    m_table->setHugsRows(true);
    m_table->setEmptyState(
        new EmptyState(IconName::Campaigns, tr("None of these now"), tr("Choose another kind above.")));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    card->addFlush(m_table);
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(card, 1);
    column->addStretch(0);
    m_stack->addWidget(full);
    auto* empty = new EmptyState(IconName::Campaigns, tr("Write to your customers"),
                                 tr("A campaign is one message to many people: news, an offer, a thank-you. You choose "
                                    "who gets it, write it, and see before it goes who will get it and who will not."));
    connect(empty->addAction(tr("New campaign")), &QAbstractButton::clicked, this, &CampaignBoard::newAsked);
    m_stack->addWidget(empty);
    connect(m_filter, &SegmentedControl::chosen, m_model, &CampaignModel::setFilter);
    connect(m_table, &Table::rowActivated, this, &CampaignBoard::openRow);
    connect(m_table, &QTableView::clicked, this, &CampaignBoard::openRow);
    connect(m_table, &QWidget::customContextMenuRequested, this, &CampaignBoard::openMenu);
}

void CampaignBoard::reload()
{
    m_asker.ask(m_context.bridge(), ListCampaigns{}, [this](Result<std::vector<CampaignSummary>> campaigns) {
        if (!campaigns) {
            m_context.showError(campaigns.error(), ErrorContext::Campaign);
            return;
        }
        show(std::move(*campaigns));
    });
}

void CampaignBoard::show(std::vector<CampaignSummary> campaigns)
{
    m_loaded = true;
    m_stack->setCurrentIndex(campaigns.empty() ? 1 : 0);
    m_model->setCampaigns(std::move(campaigns));
    for (const char* filter : {"all", "drafts", "sending", "sent"}) {
        m_filter->setCount(QLatin1String(filter), m_model->count(QLatin1String(filter)));
    }
    emit countChanged();
}

QString CampaignBoard::countWords() const
{
    const int all = m_model->count(QStringLiteral("all"));
    return m_loaded && all > 0 ? tr("%Ln campaigns", nullptr, all) : QString();
}

void CampaignBoard::openRow(const QModelIndex& index)
{
    if (const CampaignSummary* row = m_model->campaignAt(index.row())) {
        emit campaignAsked(row->campaign.id.value);
    }
}

void CampaignBoard::openMenu(const QPoint& at)
{
    const CampaignSummary* row = m_model->campaignAt(m_table->indexAt(at).row());
    if (row == nullptr) {
        return;
    }
    const Campaign campaign = row->campaign;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(icon(IconName::ArrowRight), tr("Open")), &QAction::triggered, this,
            [this, id = campaign.id.value] { emit campaignAsked(id); });
    connect(menu->addAction(icon(IconName::Copy), tr("Make a copy")), &QAction::triggered, this,
            [this, campaign] { copyCampaign(m_context, this, campaign); });
    if (campaign.state == CampaignState::Draft) {
        connect(menu->addAction(icon(IconName::Trash), tr("Remove the draft")), &QAction::triggered, this,
                [this, campaign] { removeDraft(m_context, this, campaign); });
    }
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

bool CampaignBoard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Delete)) {
        const CampaignSummary* row = m_model->campaignAt(m_table->currentIndex().row());
        if (row != nullptr && row->campaign.state == CampaignState::Draft) {
            removeDraft(m_context, this, row->campaign);
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void removeDraft(PageContext& context, QObject* owner, const Campaign& draft)
{
    context.bridge().submit(owner, RemoveCampaign{draft.id}, [&context, owner, draft](Result<Done> done) {
        if (!done) {
            context.showError(done.error(), ErrorContext::Campaign);
            return;
        }
        context.toasts().showUndo(Words::tr("“%1” was removed").arg(toQString(draft.name)), [&context, owner, draft] {
            Campaign again = draft;
            again.id = {};
            context.bridge().submit(owner, SaveCampaign{again}, [&context](Result<CampaignId> id) {
                if (!id) {
                    context.showError(id.error(), ErrorContext::Campaign);
                }
            });
        });
    });
}

void copyCampaign(PageContext& context, QObject* owner, Campaign campaign)
{
    campaign.id = {};
    campaign.state = CampaignState::Draft;
    campaign.scheduledFor = {};
    campaign.name = toUtf8(Words::tr("%1, copy").arg(toQString(campaign.name).left(120)));
    context.bridge().submit(owner, SaveCampaign{campaign}, [&context](Result<CampaignId> id) {
        if (!id) {
            context.showError(id.error(), ErrorContext::Campaign);
            return;
        }
        context.navigate({.page = PageId::Campaigns, .id = id->value});
    });
}

}  // namespace shopbell::ui
