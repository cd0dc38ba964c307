// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaigns_page.h"

#include "ui/bridge/progress_list.h"
#include "ui/bridge/text.h"
#include "ui/campaigns/campaign_board.h"
#include "ui/campaigns/campaign_path.h"
#include "ui/campaigns/campaign_report.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/shell/page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"

#include <QMenu>
#include <QStackedWidget>

#include <algorithm>

namespace shopbell::ui {

namespace {

class CampaignsPage final : public Page {
    Q_OBJECT
public:
    explicit CampaignsPage(PageContext& context);

    void go(const Place& place) override;
    [[nodiscard]] Choices paletteEntries() const override;
    void runPaletteEntry(const QString& id) override;

protected:
    void reload() override;
    void deactivated() override { savePath(); }

private:
    // Made when first needed: most visits are to the list.
    CampaignPath& path();
    CampaignReport& report();
    void savePath();
    [[nodiscard]] bool isOnPath() const { return m_path != nullptr && m_stack->currentWidget() == m_path; }
    [[nodiscard]] bool isOnReport() const { return m_report != nullptr && m_stack->currentWidget() == m_report; }
    void openCampaign(qint64 id) { context().navigate({.page = PageId::Campaigns, .id = id}); }
    void makeActions();
    void show(const CampaignSummary& summary);
    void showActions();

    QStackedWidget* m_stack;
    CampaignBoard* m_board;
    CampaignPath* m_path = nullptr;
    CampaignReport* m_report = nullptr;
    Button* m_new;
    Button* m_message;
    Button* m_pause;
    Button* m_goOn;
    Button* m_draft;
    Button* m_more;
    QAction* m_copy = nullptr;
    QAction* m_cancel = nullptr;
    QAction* m_remove = nullptr;
    CampaignId m_asked;
    Asker m_asker;
};

CampaignsPage::CampaignsPage(PageContext& context)
    : Page(context),
      m_stack(new QStackedWidget),
      m_board(new CampaignBoard(context)),
      m_new(new Button(tr("New campaign"), IconName::Plus, Button::Kind::Primary)),
      m_message(new Button(tr("See the message"), IconName::Mail)),
      m_pause(new Button(tr("Pause"), IconName::Pause)),
      m_goOn(new Button(tr("Go on sending"), IconName::Play, Button::Kind::Primary)),
      m_draft(new Button(tr("Stop and change"), IconName::Edit)),
      m_more(new Button(tr("More")))
{
    makeColumn(this, 0)->addWidget(m_stack);
    m_stack->addWidget(m_board);
    makeActions();
    connect(m_board, &CampaignBoard::campaignAsked, this, &CampaignsPage::openCampaign);
    connect(m_board, &CampaignBoard::newAsked, m_new, &QAbstractButton::click);
    connect(m_board, &CampaignBoard::countChanged, this, &CampaignsPage::showActions);
    reloadOn({Topic::Campaigns, Topic::Sending, Topic::Segments, Topic::Profiles, Topic::Workspace});
    showActions();
}

CampaignPath& CampaignsPage::path()
{
    if (m_path == nullptr) {
        m_path = new CampaignPath(context());
        m_stack->addWidget(m_path);
        connect(m_path, &CampaignPath::headerChanged, this, &CampaignsPage::showActions);
        connect(m_path, &CampaignPath::left, this, [this](qint64 id) {
            if (m_asked.value == id) {
                askReload();
            } else {
                openCampaign(id);
            }
        });
    }
    return *m_path;
}

CampaignReport& CampaignsPage::report()
{
    if (m_report == nullptr) {
        m_report = new CampaignReport(context());
        m_stack->addWidget(m_report);
        connect(m_report, &CampaignReport::draftAsked, this, [this] { askReload(); });
        connect(m_message, &QAbstractButton::clicked, m_report, &CampaignReport::showMessage);
        connect(m_pause, &QAbstractButton::clicked, m_report, &CampaignReport::pause);
        connect(m_goOn, &QAbstractButton::clicked, m_report, &CampaignReport::goOn);
        connect(m_draft, &QAbstractButton::clicked, m_report, &CampaignReport::backToDraft);
        connect(m_cancel, &QAction::triggered, m_report, &CampaignReport::cancelSending);
    }
    return *m_report;
}

void CampaignsPage::savePath()
{
    if (m_path != nullptr) {
        m_path->save();
    }
}

void CampaignsPage::makeActions()
{
    connect(m_new, &QAbstractButton::clicked, this,
            [this] { context().navigate({.page = PageId::Campaigns, .action = QStringLiteral("new")}); });
    auto* menu = new QMenu(m_more);
    m_copy = menu->addAction(icon(IconName::Copy), tr("Make a copy"));
    m_cancel = menu->addAction(icon(IconName::Stop), tr("Cancel the campaign…"));
    m_remove = menu->addAction(icon(IconName::Trash), tr("Remove the draft"));
    connect(m_copy, &QAction::triggered, this, [this] {
        savePath();
        copyCampaign(context(), this, isOnPath() ? path().draft() : report().campaign());
    });
    connect(m_remove, &QAction::triggered, this, [this] {
        savePath();  // so that Undo brings back the last word
        removeDraft(context(), this, path().draft());
        context().navigate({.page = PageId::Campaigns});
    });
    m_more->setMenu(menu);
    for (QWidget* each : {m_more, m_message, m_draft, m_pause, m_goOn, m_new}) {
        addAction(each);
    }
}

void CampaignsPage::go(const Place& place)
{
    savePath();
    m_asked = {};
    m_asker.cancel();
    if (place.action == QLatin1String("new")) {
        path().start(SegmentId{place.id});
        m_stack->setCurrentWidget(m_path);
    } else if (place.id > 0) {
        m_asked = CampaignId{place.id};
    } else {
        m_stack->setCurrentWidget(m_board);
    }
    showActions();
}

void CampaignsPage::reload()
{
    if (m_asked.isValid()) {
        m_asker.ask(bridge(), LoadCampaign{m_asked}, [this](Result<CampaignSummary> summary) {
            if (!summary) {
                context().showError(summary.error(), ErrorContext::Campaign);
                m_asked = {};
                m_stack->setCurrentWidget(m_board);
                m_board->reload();
                return;
            }
            show(*summary);
        });
    } else if (m_stack->currentWidget() == m_board) {
        m_board->reload();
    } else {
        path().reload();
    }
}

void CampaignsPage::show(const CampaignSummary& summary)
{
    if (summary.campaign.state == CampaignState::Draft) {
        const bool open = isOnPath() && m_path->draft().id == summary.campaign.id;
        path().open(summary.campaign);
        m_stack->setCurrentWidget(m_path);
        if (open) {
            m_path->reload();
        }
    } else {
        report().show(summary);
        m_stack->setCurrentWidget(m_report);
    }
    showActions();
}

void CampaignsPage::showActions()
{
    const bool path = isOnPath();
    const bool report = isOnReport();
    const CampaignState state = report ? m_report->campaign().state : CampaignState::Draft;
    const auto& jobs = bridge().progress().jobs();
    const bool runs = std::ranges::any_of(jobs, [](const Progress& each) { return each.kind == Progress::Kind::Send; });
    m_new->setVisible(!path && !report && !m_board->isEmpty());  // else the empty board offers it
    m_more->setVisible(report || (path && m_path->draft().id.isValid()));
    m_message->setVisible(report && state != CampaignState::Scheduled);
    m_draft->setVisible(report && state == CampaignState::Scheduled);
    m_pause->setVisible(report && state == CampaignState::Sending);
    // On its way with nobody sending just now: the server did not answer, and is asked again by itself.
    m_goOn->setText(state == CampaignState::Sending ? tr("Try now") : tr("Go on sending"));
    m_goOn->setKind(state == CampaignState::Sending ? Button::Kind::Secondary : Button::Kind::Primary);
    m_goOn->setVisible(report && (state == CampaignState::Paused || (state == CampaignState::Sending && !runs)));
    m_cancel->setVisible(report && (state == CampaignState::Sending || state == CampaignState::Paused ||
                                    state == CampaignState::Scheduled));
    m_remove->setVisible(path);
    if (path) {
        setHeader(toQString(m_path->draft().name), m_path->savedWords());
    } else if (report) {
        setHeader(toQString(m_report->campaign().name),
                  campaignStateWord(state) + QStringLiteral(" · ") + whenWords(m_report->campaign(), formats()));
    } else {
        setHeader(tr("Campaigns"), m_board->countWords());
    }
}

Choices CampaignsPage::paletteEntries() const
{
    return {{.id = QStringLiteral("new"), .text = tr("New campaign"), .icon = IconName::Plus}};
}

void CampaignsPage::runPaletteEntry(const QString&)
{
    m_new->click();
}

}  // namespace

Page* makeCampaignsPage(PageContext& context)
{
    return new CampaignsPage(context);
}

}  // namespace shopbell::ui

#include "campaigns_page.moc"
