// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/suggestions.h"

#include "ui/bridge/engine_words.h"
#include "ui/bridge/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr std::size_t most = 3;
constexpr int afterIdeas = 100;

/// Bought twice or more, and quiet for longer than most wait between two orders.
constexpr const char* slippingAway =
    R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":2},)"
    R"({"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0,)"
    R"("timeframe":{"kind":"in-the-last","n":60,"unit":"day"}},)"
    R"({"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":1,)"
    R"("timeframe":{"kind":"in-the-last","n":365,"unit":"day"}},)"
    R"({"type":"consent","channel":"email","canReceive":true}]})";

constexpr const char* leftCarts =
    R"({"all":[{"type":"metric","metric":"Added to Cart","measure":"count","op":">=","value":1,)"
    R"("timeframe":{"kind":"in-the-last","n":2,"unit":"day"}},)"
    R"({"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0,)"
    R"("timeframe":{"kind":"in-the-last","n":2,"unit":"day"}},)"
    R"({"type":"consent","channel":"email","canReceive":true}]})";

constexpr const char* newCustomers =
    R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":1},)"
    R"({"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":1,)"
    R"("timeframe":{"kind":"in-the-last","n":30,"unit":"day"}},)"
    R"({"type":"consent","channel":"email","canReceive":true}]})";

constexpr const char* bestCustomers =
    R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":4,)"
    R"("timeframe":{"kind":"in-the-last","n":365,"unit":"day"}},)"
    R"({"type":"consent","channel":"email","canReceive":true}]})";

constexpr const char* neverBought =
    R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0},)"
    R"({"type":"metric","metric":"Viewed Product","measure":"count","op":">=","value":3,)"
    R"("timeframe":{"kind":"in-the-last","n":30,"unit":"day"}},)"
    R"({"type":"consent","channel":"email","canReceive":true}]})";

}  // namespace

/// A question about people, and what to say when there are some.
struct Suggestions::Idea {
    const char* definition;
    std::int64_t least;  ///< fewer are not worth a morning
    QString (*title)(int count);
    QString reason;
    QString segmentName;
    QString action;
};

Suggestions::Suggestions(QWidget* parent) : QWidget(parent), m_column(makeColumn(this, 10))
{
    setAccessibleName(tr("Worth doing today"));
}

Suggestions::~Suggestions() = default;

void Suggestions::reload(EngineBridge& bridge)
{
    m_askers.clear();
    m_suggestions.clear();
    m_open = 0;
    m_ideas = listIdeas();
    judgeSetup(bridge);
    judgeNextIdea(bridge);
}

void Suggestions::stop()
{
    m_askers.clear();
    m_ideas.clear();
}

void Suggestions::judgeSetup(EngineBridge& bridge)
{
    const int providers = m_open++;
    const int stores = m_open++;
    m_suggestions.resize(static_cast<std::size_t>(m_open));
    m_askers.push_back(std::make_unique<Asker>());
    m_askers.back()->ask(bridge, ListProviders{}, [this, providers](Result<std::vector<ProviderInfo>> answer) {
        Suggestion suggestion;
        suggestion.wanted = answer && answer->empty();
        suggestion.rank = afterIdeas;
        suggestion.title = tr("Messages stay on this computer for now");
        suggestion.reason = tr(
            "They go to a local outbox that only you see, until you add the mail server or service that carries them.");
        suggestion.action = tr("Add a provider");
        suggestion.place = {.page = PageId::Settings, .action = QStringLiteral("providers")};
        show(providers, std::move(suggestion));
    });
    m_askers.push_back(std::make_unique<Asker>());
    m_askers.back()->ask(bridge, ListStores{}, [this, stores](Result<std::vector<StoreStatus>> answer) {
        Suggestion suggestion;
        suggestion.place = {.page = PageId::Settings, .action = QStringLiteral("stores")};
        if (answer && answer->empty()) {
            suggestion.wanted = true;
            suggestion.rank = 2;
            suggestion.title = tr("No store is connected");
            suggestion.reason = tr("With your store connected, orders and customers come in by themselves.");
            suggestion.action = tr("Connect a store");
        } else if (answer) {
            const auto failed =
                std::ranges::find_if(*answer, [](const StoreStatus& each) { return !each.problem.empty(); });
            if (failed != answer->end()) {
                suggestion.wanted = true;
                suggestion.rank = 0;
                suggestion.title = tr("%1 cannot be read").arg(toQString(failed->label));
                suggestion.reason = engineWords(failed->problem);
                suggestion.action = tr("See what is wrong");
            }
        }
        show(stores, std::move(suggestion));
    });
}

std::vector<Suggestions::Idea> Suggestions::listIdeas()
{
    std::vector<Idea> ideas = {
        {slippingAway, 1, [](int count) { return tr("%Ln good customers are slipping away", nullptr, count); },
         tr("They bought at least twice in the past, but nothing in the last 60 days. A kind word now costs less than "
            "a new "
            "customer."),
         tr("Good customers slipping away"), tr("See who they are")},
        {leftCarts, 1, [](int count) { return tr("%Ln people left something in the cart", nullptr, count); },
         tr("In the last two days they put something into the cart and did not order. They may be emailed."),
         tr("Left a cart in the last 2 days"), tr("See who they are")},
        {newCustomers, 1, [](int count) { return tr("%Ln customers bought for the first time", nullptr, count); },
         tr("Their first order is less than 30 days old. Who is welcomed well comes back more often."),
         tr("First order in the last 30 days"), tr("Welcome them")},
        {bestCustomers, 5,
         [](int count) { return tr("%Ln people bought four times or more in a year", nullptr, count); },
         tr("Your best customers. Let them be the first to know of something new."), tr("Best customers"),
         tr("See who they are")},
        {neverBought, 5, [](int count) { return tr("%Ln people look but have not bought yet", nullptr, count); },
         tr("They looked at three products or more in the last 30 days and may be emailed."),
         tr("Looking, never bought"), tr("See who they are")},
    };
    std::ranges::reverse(ideas);
    return ideas;
}

/// One after the other: what the person asks for next finds the engine free.
void Suggestions::judgeNextIdea(EngineBridge& bridge)
{
    if (m_ideas.empty()) {
        return;
    }
    const Idea idea = m_ideas.back();
    m_ideas.pop_back();
    const int index = m_open++;
    m_suggestions.resize(static_cast<std::size_t>(m_open));
    m_askers.push_back(std::make_unique<Asker>());
    m_askers.back()->ask(
        bridge, CountSegment{{idea.definition}, {}}, [this, index, idea, &bridge](Result<SegmentCount> count) {
            Suggestion suggestion;
            if (count && count->members >= idea.least) {
                suggestion.wanted = true;
                suggestion.rank = 10 + index;
                suggestion.title = idea.title(static_cast<int>(std::min<std::int64_t>(count->members, 1'000'000'000)));
                suggestion.reason = idea.reason;
                suggestion.action = idea.action;
                suggestion.place = {.page = PageId::Segments,
                                    .action = QStringLiteral("new"),
                                    .name = idea.segmentName,
                                    .definition = QString::fromLatin1(idea.definition)};
            }
            judgeNextIdea(bridge);
            show(index, std::move(suggestion));
        });
}

void Suggestions::show(int index, Suggestion suggestion)
{
    m_suggestions[static_cast<std::size_t>(index)] = std::move(suggestion);
    // All at once, when the last answer is in: cards that change places under the pointer get the wrong click.
    if (m_ideas.empty() && std::ranges::none_of(m_askers, [](const auto& asker) { return asker->isWaiting(); })) {
        arrange();
    }
}

void Suggestions::arrange()
{
    std::vector<const Suggestion*> wanted;
    for (const Suggestion& each : m_suggestions) {
        if (each.wanted) {
            wanted.push_back(&each);
        }
    }
    std::ranges::sort(wanted, {}, &Suggestion::rank);
    wanted.resize(std::min(wanted.size(), most));
    QStringList shown;
    for (const Suggestion* each : wanted) {
        shown << each->title << each->reason;
    }
    // Cards that say the same stay, with the focus that one of them may have.
    if (m_built && shown == m_shown) {
        return;
    }
    m_built = true;
    m_shown = shown;
    clearLayout(m_column);
    for (const Suggestion* each : wanted) {
        auto* card = new Card;
        card->body()->setSpacing(space::xs);
        card->setAccessibleName(each->title);
        card->body()->addWidget((new Text(each->title, TextStyle::CardTitle))->wrapped());
        card->body()->addWidget((new Text(each->reason, TextStyle::Label, Token::InkSoft))->wrapped());
        card->body()->addSpacing(6);
        auto* button = new Button(each->action);
        button->setAccessibleDescription(each->title);
        connect(button, &QAbstractButton::clicked, this, [this, place = each->place] { emit placeAsked(place); });
        card->body()->addWidget(button, 0, Qt::AlignLeading);
        m_column->addWidget(card);
    }
    if (wanted.empty()) {
        auto* card = new Card;
        card->body()->addWidget(
            (new Text(tr("Nothing needs you today. Enjoy the quiet."), TextStyle::Body, Token::InkSoft))->wrapped());
        m_column->addWidget(card);
    }
    m_column->addStretch(1);
}

}  // namespace shopbell::ui
