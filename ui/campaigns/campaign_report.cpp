// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_report.h"

#include "ui/bridge/progress_list.h"
#include "ui/bridge/text.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/campaigns/message_preview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/table.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toast.h"

#include <QHeaderView>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int tableHeight = 420;
constexpr int messageWidth = 640;

/// An instant in each month, as the table writes it: the widest decides.
QStringList monthsOf(const Formats& formats)
{
    constexpr std::int64_t month = std::int64_t{30} * 24 * 3'600'000;
    QStringList written;
    for (int i = 0; i < 12; ++i) {
        written << formats.dateTime(Instant{std::int64_t{1'798'000'000'000} + i * month});
    }
    return written;
}

std::vector<MessageState> statesOf(const QString& which)
{
    if (which == QLatin1String("accepted")) {
        return {MessageState::Accepted};
    }
    if (which == QLatin1String("failed")) {
        return {MessageState::Failed};
    }
    if (which == QLatin1String("skipped")) {
        return {MessageState::Skipped};
    }
    if (which == QLatin1String("unknown")) {
        return {MessageState::Unknown};
    }
    if (which == QLatin1String("waiting")) {
        return {MessageState::Planned, MessageState::Queued, MessageState::Sending};
    }
    if (which == QLatin1String("cancelled")) {
        return {MessageState::Cancelled};
    }
    return {};
}

}  // namespace

CampaignReport::CampaignReport(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_coming(new Card(tr("What will go out"))),
      m_preview(new MessagePreview(context)),
      m_sum(new Text(QString(), TextStyle::Label, Token::InkSoft)),
      m_progress(new ProgressBar(tr("Sending"))),
      m_state(new Banner(Tone::Brass)),
      m_reasonsCard(new Card(tr("Why some did not get it"))),
      m_reasons(nullptr),
      m_people(new Card(tr("People"))),
      m_peopleCount(new Text(QString(), TextStyle::Label, Token::InkSoft)),
      m_table(new Table),
      m_ledger(new LedgerModel(context.bridge(), this))
{
    auto* scroll = new PageScroll;
    makeColumn(this, 0)->addWidget(scroll);
    QVBoxLayout* column = scroll->column();
    column->addWidget(m_state);
    column->addWidget(m_progress);
    m_figureRow = makeFigures();
    column->addWidget(m_figureRow);
    m_coming->body()->addWidget(m_preview, 1);
    m_coming->hide();
    column->addWidget(m_coming, 1);
    column->addWidget(m_sum->wrapped());
    auto* reasons = new QWidget;
    m_reasons = makeColumn(reasons, 0);
    m_reasonsCard->body()->addWidget(reasons);
    column->addWidget(m_reasonsCard);
    m_people->addToHeader(m_peopleCount);
    m_table->setAccessibleName(tr("People of this campaign"));
    m_table->setModel(m_ledger);
    m_table->setSortingEnabled(false);
    m_table->setStretchColumn(LedgerModel::Reason);
    // Names, addresses and reasons may all be long: they take what the others leave.
    m_table->horizontalHeader()->setSectionResizeMode(LedgerModel::Person, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(LedgerModel::Address, QHeaderView::Stretch);
    QStringList states;
    for (const MessageState each :
         {MessageState::Planned, MessageState::Queued, MessageState::Sending, MessageState::Accepted,
          MessageState::Failed, MessageState::Skipped, MessageState::Unknown, MessageState::Cancelled}) {
        states << messageStateWord(each);
    }
    m_table->fitColumn(LedgerModel::State, states);
    m_table->fitColumn(LedgerModel::When, monthsOf(context.bridge().formats()));
    m_table->setMinimumHeight(tableHeight);
    m_table->setEmptyState(new EmptyState(IconName::Users, tr("Nobody"), tr("There is nobody behind this number.")));
    m_people->addFlush(m_table);
    column->addWidget(m_people, 1);
    connect(m_table, &Table::rowActivated, this, [this](const QModelIndex& index) {
        if (const LedgerRow* row = m_ledger->rowAt(index.row())) {
            m_context.navigate({.page = PageId::Profiles, .id = row->message.profile.value});
        }
    });
    connect(m_ledger, &LedgerModel::answered, this,
            [this] { m_peopleCount->setText(tr("%Ln people", nullptr, static_cast<int>(m_ledger->total()))); });
    m_progress->setCancellable(false);
    m_progress->hide();
    m_state->hide();
}

QWidget* CampaignReport::makeFigures()
{
    auto* figures = new QWidget;
    auto* row = makeRow(figures, space::s);
    const std::pair<const char*, QString> all[] = {
        {"planned", tr("Planned")},     {"accepted", tr("Accepted")}, {"failed", tr("Failed")},
        {"skipped", tr("Skipped")},     {"unknown", tr("Unknown")},   {"waiting", tr("Waiting")},
        {"cancelled", tr("Cancelled")},
    };
    for (const auto& [key, label] : all) {
        auto* card = new Card;
        auto* number = new BigNumber(label);
        number->setTextStyle(TextStyle::Number);
        card->setPadding(space::m, space::m);
        card->body()->addWidget(number);
        card->setAccessibleName(tr("%1: show the people").arg(label));
        card->setClickable(true);
        const QString which = QLatin1String(key);
        connect(card, &Card::clicked, this, [this, which] { openPeople(which); });
        m_figures[which] = {card, number};
        row->addWidget(card, 1);
    }
    return figures;
}

void CampaignReport::show(const CampaignSummary& summary)
{
    const bool other = summary.campaign.id != m_summary.campaign.id;
    m_summary = summary;
    const Formats& formats = m_context.bridge().formats();
    const std::pair<const char*, std::int64_t> numbers[] = {
        {"planned", summary.planned},     {"accepted", summary.accepted}, {"failed", summary.failed},
        {"skipped", summary.skipped},     {"unknown", summary.unknown},   {"waiting", summary.waiting},
        {"cancelled", summary.cancelled},
    };
    for (const auto& [key, value] : numbers) {
        const Figure& figure = m_figures[QLatin1String(key)];
        figure.number->setValue(formats.number(value));
        const bool isWhole = QLatin1String(key) == QLatin1String("planned");
        figure.number->setNote(
            isWhole     ? tr("everybody in it", "the audience of a campaign")
            : value > 0 ? tr("%1 of them", "a percentage of the planned").arg(formats.percent(shareOf(value)))
                        : tr("nobody"));
        figure.card->setVisible(value > 0 || QLatin1String(key) != QLatin1String("cancelled"));
    }
    m_sum->setText(
        summary.unknown > 0
            ? tr("Every planned message is in exactly one of the numbers beside it. Accepted means that the "
                 "mail server took it; unknown, that the connection broke before it answered, so that it may "
                 "have arrived and is not sent twice.")
            : tr("Every planned message is in exactly one of the numbers beside it. Accepted means that the "
                 "mail server took it. Click a number to see its people."));
    showReasons();
    showProgress();
    showComing();
    if (other) {
        openPeople(QStringLiteral("planned"));
    } else {
        m_ledger->refresh();
    }
}

double CampaignReport::shareOf(std::int64_t count) const
{
    return m_summary.planned > 0 ? static_cast<double>(count) / static_cast<double>(m_summary.planned) : 0;
}

void CampaignReport::showReasons()
{
    clearLayout(m_reasons);
    m_reasonsCard->setVisible(!m_summary.skipReasons.empty() || !m_summary.failures.empty());
    bool first = true;
    const auto add = [&](const std::string& reason, std::int64_t count, const QString& which, IconName icon) {
        auto* row = new ListRow;
        row->setIcon(icon);
        row->setText(m_context.bridge().formats().number(count), skipWords(reason));
        row->setShare(shareOf(count), which == QLatin1String("failed") ? Token::Bad : Token::InkFaint);
        row->setTrailing(m_context.bridge().formats().percent(shareOf(count)));
        row->setFirst(std::exchange(first, false));
        row->setClickable(true);
        connect(row, &ListRow::clicked, this, [this, reason, which] { openPeople(which, reason); });
        m_reasons->addWidget(row);
    };
    for (const auto& [reason, count] : m_summary.skipReasons) {
        add(reason, count, QStringLiteral("skipped"), IconName::Block);
    }
    for (const auto& [reason, count] : m_summary.failures) {
        add(reason, count, QStringLiteral("failed"), IconName::Error);
    }
}

void CampaignReport::showProgress()
{
    const Formats& formats = m_context.bridge().formats();
    const Campaign& campaign = m_summary.campaign;
    const bool moving = campaign.state == CampaignState::Sending || campaign.state == CampaignState::Paused;
    m_progress->setVisible(moving);
    if (moving) {
        const std::int64_t done = m_summary.planned - m_summary.waiting;
        m_progress->setLabel(campaign.state == CampaignState::Paused ? tr("Paused") : tr("Sending"));
        m_progress->setDetail(
            tr("%1 of %Ln people", nullptr, static_cast<int>(m_summary.planned)).arg(formats.number(done)));
        m_progress->setFraction(
            m_summary.planned > 0 ? static_cast<double>(done) / static_cast<double>(m_summary.planned) : -1);
    }
    m_state->setVisible(campaign.state == CampaignState::Scheduled || campaign.state == CampaignState::Paused ||
                        campaign.state == CampaignState::Cancelled);
    const bool scheduled = campaign.state == CampaignState::Scheduled;
    m_state->setTone(scheduled ? Tone::Neutral : Tone::Brass);
    m_state->setIconName(scheduled ? IconName::Clock : IconName::Warning);
    if (scheduled) {
        m_state->setText(tr("<b>Goes out %1.</b> The people are counted at that moment. Shopbell must be running then.")
                             .arg(formats.dateTime(campaign.scheduledFor)));
    } else if (campaign.state == CampaignState::Paused) {
        m_state->setText(tr("<b>Paused.</b> Nothing leaves until you go on. What has left stays sent."));
    } else if (campaign.state == CampaignState::Cancelled) {
        m_state->setText(tr("<b>Cancelled.</b> What had left stays sent; nobody else gets it."));
    }
}

void CampaignReport::showComing()
{
    const bool coming = m_summary.campaign.state == CampaignState::Scheduled;
    m_figureRow->setVisible(!coming);
    m_sum->setVisible(!coming);
    m_people->setVisible(!coming);
    m_coming->setVisible(coming);
    if (coming) {
        m_preview->setMessage(m_summary.campaign.content, m_summary.campaign.audience);
    }
}

void CampaignReport::openPeople(const QString& which, const std::string& reason)
{
    m_which = which;
    m_reason = reason;
    for (const auto& [key, figure] : m_figures) {
        figure.card->setSelected(key == which);
    }
    const bool isSkip = findSkipReason(reason).has_value();
    m_people->setTitle(
        reason.empty() ? tr("People: %1").arg(m_figures[which].card->accessibleName().section(QLatin1Char(':'), 0, 0))
                       : tr("People: %1").arg(skipWords(reason)));
    ListLedger question;
    question.campaign = m_summary.campaign.id;
    question.states = statesOf(which);
    question.skipReason = isSkip || which == QLatin1String("failed") ? reason : std::string();
    m_ledger->setQuestion(question);
}

void CampaignReport::tell(Result<Done> done)
{
    if (!done) {
        m_context.showError(done.error(), ErrorContext::Campaign);
    }
}

void CampaignReport::pause()
{
    m_context.bridge().submit(this, PauseCampaign{campaign().id}, [this](Result<Done> done) { tell(std::move(done)); });
}

void CampaignReport::cancelSending()
{
    const Formats& formats = m_context.bridge().formats();
    if (Dialog::confirm(
            m_context.dialogParent(), tr("Cancel “%1” for good?").arg(toQString(campaign().name)),
            tr("%1 messages wait and will not be sent. %2 were sent and stay sent. It cannot be taken up again; "
               "to stop for a while, pause it.")
                .arg(formats.number(m_summary.waiting), formats.number(m_summary.accepted)),
            tr("Cancel the campaign"), Button::Kind::Danger)) {
        m_context.bridge().submit(this, CancelCampaign{campaign().id},
                                  [this](Result<Done> done) { tell(std::move(done)); });
    }
}

void CampaignReport::goOn()
{
    PageContext& context = m_context;
    m_context.bridge().submit(&m_context.toasts(), SendCampaign{campaign().id},
                              [&context](Result<CampaignSummary> sent) {
                                  if (!sent) {
                                      context.showError(sent.error(), ErrorContext::Campaign);
                                  }
                              });
}

void CampaignReport::backToDraft()
{
    m_context.bridge().submit(this, ScheduleCampaign{campaign().id, Instant{}},
                              [this, id = campaign().id](Result<Done> done) {
                                  if (done) {
                                      emit draftAsked(id.value);
                                  }
                                  tell(std::move(done));
                              });
}

void CampaignReport::showMessage()
{
    auto* sheet = new Sheet(tr("The message"), m_context.dialogParent());
    sheet->setSubtitle(toQString(campaign().name));
    sheet->setPanelWidth(messageWidth);
    auto* preview = new MessagePreview(m_context);
    preview->setMessage(campaign().content, campaign().audience);
    sheet->body()->addWidget(preview, 1);
    connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
    sheet->openSheet();
}

}  // namespace shopbell::ui
