// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_page.h"

#include "api/campaigns.h"
#include "api/reports.h"
#include "ui/bridge/text.h"
#include "ui/home/first_steps.h"
#include "ui/home/just_now.h"
#include "ui/home/revenue_card.h"
#include "ui/home/suggestions.h"
#include "ui/shell/page.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/text.h"

#include <QDateTime>
#include <QStackedWidget>
#include <QTimer>

#include <cmath>

namespace shopbell::ui {

namespace {

constexpr int suggestionsAfter = 60;

class HomePage final : public Page {
    Q_OBJECT
public:
    explicit HomePage(PageContext& context);

protected:
    void reload() override;
    void deactivated() override;

private:
    QWidget* makeFigures();
    void makeEmpty();
    void greet();
    void show(const Overview& overview);
    void showEmptiness();

    QStackedWidget* m_stack;
    PageScroll* m_full;
    PageScroll* m_empty;
    BigNumber* m_revenue;
    BigNumber* m_earned;
    BigNumber* m_customers;
    BigNumber* m_mayEmail;
    RevenueCard* m_chart;
    JustNow* m_justNow;
    Suggestions* m_suggestions;
    Button* m_newCampaign;
    Asker m_overviewAsker;
    Asker m_timelineAsker;
    Asker m_campaignAsker;
    QTimer m_suggestionsSoon;
};

/// A card with a number in it.
BigNumber* addFigure(QHBoxLayout* row, const QString& label)
{
    auto* card = new Card;
    auto* number = new BigNumber(label);
    card->body()->addWidget(number);
    card->setAccessibleName(label);
    row->addWidget(card, 1);
    return number;
}

Trend trendOf(double change)
{
    return change > 0 ? Trend::Up : change < 0 ? Trend::Down : Trend::Flat;
}

HomePage::HomePage(PageContext& context)
    : Page(context),
      m_stack(new QStackedWidget),
      m_full(new PageScroll),
      m_empty(new PageScroll),
      m_chart(new RevenueCard),
      m_justNow(new JustNow),
      m_suggestions(new Suggestions),
      m_newCampaign(new Button(tr("New campaign"), IconName::Plus, Button::Kind::Primary))
{
    makeColumn(this, 0)->addWidget(m_stack);
    m_full->column()->addWidget(makeFigures());
    auto* lower = makeRow(space::l);
    auto* main = makeColumn(space::between);
    main->addWidget(m_chart);
    main->addWidget(m_justNow);
    main->addStretch(1);
    auto* side = makeColumn(space::m);
    side->addWidget(new SectionTitle(tr("Worth doing today")));
    side->addWidget(m_suggestions);
    side->addStretch(1);
    lower->addLayout(main, 65);
    lower->addLayout(side, 34);
    m_full->column()->addLayout(lower, 1);
    makeEmpty();
    m_stack->addWidget(m_full);
    m_stack->addWidget(m_empty);
    connect(m_justNow, &JustNow::personAsked, this,
            [this](qint64 profile) { this->context().navigate({.page = PageId::Profiles, .id = profile}); });
    connect(m_suggestions, &Suggestions::placeAsked, this,
            [this](const Place& place) { this->context().navigate(place); });
    connect(m_newCampaign, &QAbstractButton::clicked, this,
            [this] { this->context().navigate({.page = PageId::Campaigns, .action = QStringLiteral("new")}); });
    addAction(m_newCampaign);
    m_suggestionsSoon.setSingleShot(true);
    m_suggestionsSoon.setInterval(suggestionsAfter);
    connect(&m_suggestionsSoon, &QTimer::timeout, this, [this] { m_suggestions->reload(this->bridge()); });
    greet();
    reloadOn({Topic::History, Topic::Profiles, Topic::Stores, Topic::Campaigns, Topic::Sending, Topic::Segments,
              Topic::Workspace});
    connect(&bridge(), &EngineBridge::infoChanged, this, &HomePage::showEmptiness);
    showEmptiness();
}

QWidget* HomePage::makeFigures()
{
    auto* figures = new QWidget;
    auto* row = makeRow(figures, space::between);
    m_revenue = addFigure(row, tr("Revenue, last 30 days"));
    m_earned = addFigure(row, tr("Earned by messages"));
    m_customers = addFigure(row, tr("New customers"));
    m_mayEmail = addFigure(row, tr("People you may email"));
    return figures;
}

void HomePage::makeEmpty()
{
    auto* column = m_empty->column();
    column->addSpacing(space::page);
    column->addWidget(new Text(tr("Welcome. How would you like to begin?"), TextStyle::Number));
    column->addWidget(
        (new Text(tr("Everything stays in one file on this computer. You can do all three, in any order."),
                  TextStyle::Body, Token::InkSoft))
            ->wrapped());
    column->addSpacing(space::m);
    auto* steps = new FirstSteps;
    column->addWidget(steps);
    column->addStretch(1);
    connect(steps, &FirstSteps::connectStoreAsked, this,
            [this] { context().navigate({.page = PageId::Settings, .action = QStringLiteral("stores")}); });
    connect(steps, &FirstSteps::demoAsked, this, [this] { context().openDemo(); });
    connect(steps, &FirstSteps::importAsked, this, [this] { context().navigate({.page = PageId::Imports}); });
}

void HomePage::greet()
{
    const QTimeZone& zone = formats().zone();
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(bridge().now().ms, zone);
    const int hour = now.time().hour();
    const QString words = hour < 5    ? tr("Good night")
                          : hour < 12 ? tr("Good morning")
                          : hour < 18 ? tr("Good afternoon")
                                      : tr("Good evening");
    setHeader(words, formats().locale().toString(now.date(), tr("dddd d MMMM", "weekday and date, in Qt's letters")));
}

void HomePage::showEmptiness()
{
    if (!bridge().hasInfo()) {
        return;
    }
    const WorkspaceInfo& info = bridge().info();
    const bool empty = info.profiles == 0 && info.events == 0;
    m_stack->setCurrentWidget(empty ? m_empty : m_full);
    m_newCampaign->setVisible(!empty);
}

void HomePage::reload()
{
    greet();
    LoadOverview figures;
    figures.onlyFigures = true;
    m_overviewAsker.ask(bridge(), figures, [this](Result<Overview> overview) {
        if (!overview) {
            context().showError(overview.error());
            return;
        }
        show(*overview);
        // What counts people through takes longest, and must not keep the figures waiting.
        m_suggestionsSoon.start();
    });
    m_campaignAsker.ask(bridge(), ListCampaigns{}, [this](Result<std::vector<CampaignSummary>> campaigns) {
        if (campaigns) {
            m_chart->showCampaigns(*campaigns, formats());
        }
    });
    m_timelineAsker.ask(bridge(), JustNow::question(), [this](Result<TimelineEntries> entries) {
        if (entries) {
            m_justNow->show(*entries, formats(), bridge().now());
        }
    });
}

void HomePage::deactivated()
{
    m_suggestionsSoon.stop();
    m_suggestions->stop();
}

void HomePage::show(const Overview& overview)
{
    const Formats& words = formats();
    const OverviewFigures& now = overview.now;
    const OverviewFigures& before = overview.before;
    m_revenue->setValue(words.wholeMoney(now.revenue));
    const double earlier = before.revenue.toDouble();
    if (earlier > 0) {
        const double change = now.revenue.toDouble() / earlier - 1;
        m_revenue->setChange(trendOf(std::round(change * 100)), words.percent(std::abs(change)),
                             tr("vs the 30 days before"));
    } else {
        m_revenue->setNote(tr("%Ln orders", nullptr, static_cast<int>(now.orders)));
    }
    m_earned->setValue(words.wholeMoney(now.attributedRevenue));
    const double whole = now.revenue.toDouble();
    m_earned->setNote(whole > 0 ? tr("%1 of it, within 5 days of a click or open")
                                      .arg(words.percent(now.attributedRevenue.toDouble() / whole))
                                : tr("within 5 days of a click or open"));
    m_customers->setValue(words.number(now.newCustomers));
    const std::int64_t more = now.newCustomers - before.newCustomers;
    m_customers->setChange(trendOf(static_cast<double>(more)), words.number(std::abs(more)),
                           tr("vs the 30 days before"));
    m_mayEmail->setValue(words.number(overview.mayEmail));
    m_mayEmail->setNote(overview.profiles > 0 ? tr("%1 of %Ln people", nullptr, static_cast<int>(overview.profiles))
                                                    .arg(words.percent(static_cast<double>(overview.mayEmail) /
                                                                       static_cast<double>(overview.profiles)))
                                              : QString());
    m_chart->show(overview, words);
}

}  // namespace

Page* makeHomePage(PageContext& context)
{
    return new HomePage(context);
}

}  // namespace shopbell::ui

#include "home_page.moc"
