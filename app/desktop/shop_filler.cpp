// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shop_filler.h"

#include "api/demo.h"
#include "api/imports.h"
#include "api/profiles.h"
#include "api/segments.h"
#include "api/stores.h"
#include "base/random.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>

namespace shopbell::desktop {

namespace {

using std::chrono::hours;

constexpr int patience = 240'000;
constexpr std::int64_t fullPeople = 20'000;
constexpr int buyerCount = 48;
constexpr int orderCount = 2'600;
constexpr int ordersOfFirst = 420;
constexpr std::uint64_t fullSeed = 7;

constexpr const char* orderedThisYear =
    R"({"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":1,)"
    R"("timeframe":{"kind":"in-the-last","n":365,"unit":"day"}})";
constexpr const char* letter =
    "<p>Hello {{ first_name | default: \"there\" }},</p><p>three new scents are on the shelf.</p>"
    "<p><a href=\"{{ unsubscribe_url }}\">Unsubscribe</a></p>";

/// Of each kind of condition one, in groups within groups.
constexpr const char* everyKind =
    R"({"all":[{"type":"metric","metric":"Placed Order","measure":"sum","property":"value","op":">","value":1500,)"
    R"("timeframe":{"kind":"in-the-last","n":365,"unit":"day"}},)"
    R"({"type":"metric","metric":"Opened Email","measure":"count","op":"=","value":0,)"
    R"("timeframe":{"kind":"in-the-last","n":14,"unit":"day"}},)"
    R"({"any":[{"type":"location","area":"country","values":["Germany","Austria","Switzerland","Netherlands"]},)"
    R"({"type":"property","property":"company_registration","op":"contains","value":"Handelsgesellschaft"},)"
    R"({"all":[{"type":"property","property":"city","op":"in","value":["Graz","Wien","Salzburg","Linz"]},)"
    R"({"type":"metric","metric":"Placed Order","where":[{"property":"items[].name","op":"contains","value":"Pillar"},)"
    R"({"property":"items[].quantity","op":">","value":10}]}]}]},)"
    R"({"not":{"any":[{"type":"consent","channel":"email","suppressed":true},)"
    R"({"type":"sequence","steps":[{"metric":"Started Checkout"},{"metric":"Placed Order","exists":false}],)"
    R"("within":{"n":3,"unit":"day"},"timeframe":{"kind":"in-the-last","n":30,"unit":"day"}}]}}]})";

constexpr std::array longFirstNames{"Maximiliane Friederike",
                                    "Konstantin-Alexander",
                                    "Anna",
                                    "Jean-Baptiste",
                                    "Þórgunnur Ragnheiður",
                                    "Wolfeschlegelsteinhauser",
                                    "Ngozi",
                                    "Mária",
                                    "Zoltán Bertalan",
                                    "Bo",
                                    "María del Carmen",
                                    "Εὐαγγελία",
                                    "Светлана",
                                    "محمد عبد الرحمن"};
constexpr std::array longLastNames{"von Hohenstaufen-Wittgenstein",
                                   "Featherstonehaugh-Cholmondeley",
                                   "Li",
                                   "Papadimitrakopoulou",
                                   "de la Fuente y Sánchez-Villarreal",
                                   "Schwarzenbachersdorfer",
                                   "Okonkwo-Achterberg",
                                   "Á",
                                   "Vandenbroucke-Delacroix-Montmorency"};
constexpr std::array companies{"Oberösterreichische Kerzenmanufaktur Handelsgesellschaft m.b.H. & Co. KG",
                               "Maison de la Bougie Parfumée et des Senteurs de Provence S.A.R.L.", "Ko Ltd",
                               "Wholesale Lighting, Fragrance & Home Accessories (Northern Europe) International"};
constexpr std::array segmentSubjects{"Good customers from Austria, Germany and Switzerland who have gone quiet",
                                     "Bought a pillar candle before Christmas and nothing since",
                                     "Newsletter readers who never ordered, last ninety days",
                                     "Wholesale: hotels, restaurants and spas above the yearly minimum", "VIP"};
constexpr std::array segmentTimes{"spring 2024", "summer 2024", "autumn 2024", "winter 2024/25",
                                  "spring 2025", "summer 2025", "autumn 2025", "winter 2025/26"};
constexpr std::array campaignNames{
    "Autumn scents are here",
    "An early word to our wholesale partners about prices, delivery times and minimum orders from January 2027 on",
    "Black Friday", "Wie eine Stumpenkerze gegossen wird: ein Blick hinter die Kulissen unserer Manufaktur in Graz",
    "Last days for Christmas delivery to Northern Ireland, the Channel Islands and the Republic of Ireland"};

std::string money(std::int64_t cents)
{
    char text[32];
    std::snprintf(text, sizeof text, "%lld.%02lld", static_cast<long long>(cents / 100),
                  static_cast<long long>(cents % 100));
    return text;
}

std::string buyerEmail(int number)
{
    // One in three is as long as a shop's own addresses get.
    const std::string tag = std::to_string(number);
    return number % 3 == 0
               ? "purchasing.department.candles-and-fragrances+" + tag + "@northern-europe.wholesale-lighting.example"
           : number % 3 == 1 ? "a" + tag + "@b.example"
                             : "office" + tag + "@kerzenmanufaktur-oberoesterreich.example";
}

template <class Table>
const char* pick(const Table& table, int number)
{
    return table[static_cast<std::size_t>(number) % table.size()];
}

Campaign makeCampaign(int number)
{
    Campaign campaign;
    campaign.name = pick(campaignNames, number);
    if (number >= static_cast<int>(campaignNames.size())) {
        campaign.name += ", " + std::to_string(number);
    }
    campaign.content = {
        "Fernhill Candles", "hello@fernhill.example", "", pick(campaignNames, number + 2), "", letter, ""};
    return campaign;
}

}  // namespace

bool waitFor(const std::function<bool()>& done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        if (timer.elapsed() > patience) {
            return false;
        }
        QApplication::processEvents(QEventLoop::AllEvents, 10);
        QThread::msleep(1);
    }
    return true;
}

template <class Command>
std::optional<typename Command::Answer> ShopFiller::run(Command command)
{
    std::optional<Result<typename Command::Answer>> answer;
    const auto take = [&](Result<typename Command::Answer> given) { answer = std::move(given); };
    if constexpr (Question<Command>) {
        m_bridge.ask(&m_bridge, std::move(command), take);
    } else {
        m_bridge.submit(&m_bridge, std::move(command), take);
    }
    if (!waitFor([&] { return answer.has_value(); })) {
        std::fprintf(stderr, "The workspace for the pictures did not get ready in time.\n");
        return std::nullopt;
    }
    if (!*answer) {
        std::fprintf(stderr, "%s\n", describe(answer->error()).c_str());
        return std::nullopt;
    }
    return std::move(**answer);
}

std::optional<CampaignId> ShopFiller::save(Campaign campaign)
{
    return run(SaveCampaign{std::move(campaign)});
}

bool ShopFiller::fillSmall()
{
    if (!run(FillWithDemo{1000, 1})) {
        return false;
    }
    const auto segment = run(SaveSegment{{}, "Ordered this year", {orderedThisYear}});
    if (!segment) {
        return false;
    }
    Campaign campaign;
    campaign.name = "Autumn scents";
    campaign.audience.segments = {*segment};
    campaign.content = {
        "Fernhill Candles", "hello@fernhill.example", "", "Autumn scents are here", "Three new ones", letter, ""};
    const auto sent = save(campaign);
    campaign.name = "Winter, by candlelight";
    campaign.content.subject = "Winter, by candlelight";
    return sent && save(campaign) && run(SendCampaign{*sent});
}

bool ShopFiller::fillFull(const std::string& folder)
{
    return run(FillWithDemo{fullPeople, fullSeed}) && addBuyers() && importOrders(folder) && addLists() &&
           addSegments() && addStores() && addCampaigns() && addServers() && addTroubledCampaigns();
}

bool ShopFiller::addBuyers()
{
    const Instant now = m_bridge.now();
    for (int number = 0; number < buyerCount; ++number) {
        SaveProfile buyer;
        buyer.email = buyerEmail(number);
        buyer.properties = {
            {"first_name", std::string(pick(longFirstNames, number))},
            {"last_name", std::string(pick(longLastNames, number))},
            {"organization", std::string(pick(companies, number))},
            {"company_registration", std::string("FN 123456a, ") + pick(companies, number + 1)},
            {"city", std::string(number % 2 == 0 ? "Sankt Georgen an der Stiefing bei Wildon" : "Wien")},
            {"country", std::string(number % 4 == 1 ? "GB" : "AT")},
            {"time_zone", std::string("Europe/Vienna")},
            {"credit_limit", 1'250'000.0 * (number + 1)},
            {"favourite_scents", std::vector<std::string>{"Beeswax", "Lavender & Rosemary", "Sea Salt and Driftwood",
                                                          "Orange & Clove", "Unscented"}}};
        const auto made = run(buyer);
        if (!made) {
            return false;
        }
        m_buyers.push_back(*made);
        if (number % 4 == 3) {
            continue;
        }
        Consent consent{Channel::Email,
                        ConsentState::Subscribed,
                        now - hours(24 * (number + 30)),
                        "writing",
                        "Trade fair for light and fragrance, hall 4, stand 217",
                        "I agree that Fernhill Candles writes to me about new products, prices and delivery times up "
                        "to four times a month, and know that I may take this back at any time."};
        if (!run(SaveConsent{*made, consent})) {
            return false;
        }
        consent.channel = Channel::Sms;
        consent.state = number % 2 == 0 ? ConsentState::Unsubscribed : ConsentState::Pending;
        consent.method = "phone";
        if (!run(SaveConsent{*made, consent})) {
            return false;
        }
    }
    return run(SuppressAddress{Channel::Email, buyerEmail(1), SuppressionReason::HardBounce,
                               "550 5.1.1 no such mailbox here"})
        .has_value();
}

/// Orders like a wholesaler's: the first buyer's timeline is long, and the sums reach millions.
bool ShopFiller::importOrders(const std::string& folder)
{
    Random random(fullSeed);
    const std::string file = folder + "/orders.csv";
    {
        std::ofstream out(file, std::ios::binary);
        out << "order_id,time,email,product_name,sku,quantity,unit_price,order_total\n";
        const Instant now = m_bridge.now();
        for (int number = 0; number < orderCount; ++number) {
            const int buyer = number < ordersOfFirst ? buyerCount - 1 : static_cast<int>(random.below(buyerCount));
            const auto at = now - hours(random.between(1, 24 * 720));
            const auto quantity = random.between(120, 3'600);
            const auto price = random.between(450, 2'900);
            out << "W-" << 100'000 + number << ',' << at.toIso() << ',' << buyerEmail(buyer)
                << ",\"Beeswax Pillar, 90 mm, unscented, box of twelve with printed sleeve\",BP-90-12," << quantity
                << ',' << money(price) << ',' << money(quantity * price) << '\n';
        }
    }
    ImportFile import;
    import.what = ImportSubject::Orders;
    import.file = file;
    return run(import).has_value();
}

bool ShopFiller::addLists()
{
    for (int number = 0; number < 24; ++number) {
        std::string name = pick(segmentTimes, number);
        name = number % 3 == 0 ? "Visitors of the trade fair for light and fragrance, " + name : "Sign-ups " + name;
        const auto list = run(CreateList{number >= 8 ? name + ", " + std::to_string(number) : name});
        if (!list || !run(JoinList{*list, {m_buyers.begin() + number, m_buyers.end()}})) {
            return false;
        }
    }
    return true;
}

bool ShopFiller::addSegments()
{
    for (int number = 0; number < 40; ++number) {
        const std::string definition =
            R"({"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":)" +
            std::to_string(number % 12) + R"(,"timeframe":{"kind":"in-the-last","n":)" +
            std::to_string(30 * (number + 1)) + R"(,"unit":"day"}})";
        const std::string name = std::string(pick(segmentSubjects, number)) + ", " + pick(segmentTimes, number / 5);
        if (!run(SaveSegment{{}, name, {definition}})) {
            return false;
        }
    }
    const auto everybody = run(SaveSegment{{}, "Ordered this year", {orderedThisYear}});
    const auto one =
        run(SaveSegment{{},
                        "Our own address",
                        {R"({"type":"property","property":"email","op":"equals","value":")" + buyerEmail(0) + "\"}"}});
    if (!everybody || !one) {
        return false;
    }
    m_everybody = *everybody;
    m_oneBuyer = *one;
    return run(SaveSegment{{}, "Wholesale partners of the German-speaking countries with open questions", {everyKind}})
        .has_value();
}

/// Beside the demo's own, stores that cannot be reached.
bool ShopFiller::addStores()
{
    for (const char* label :
         {"Fernhill Candles for hotels, restaurants and spas (wholesale, Northern Europe)", "Fernhill outlet"}) {
        const auto store = run(AddStore{"woocommerce",
                                        label,
                                        {{"url", "http://127.0.0.1:9"},
                                         {"consumer_key", "ck_0123456789012345678901234567890123456789"},
                                         {"consumer_secret", "cs_0123456789012345678901234567890123456789"}}});
        if (!store) {
            return false;
        }
        // That it fails is the picture.
        bool tried = false;
        m_bridge.submit(&m_bridge, SyncStore{*store}, [&](const Result<SyncSummary>&) { tried = true; });
        if (!waitFor([&] { return tried; })) {
            return false;
        }
    }
    return true;
}

/// After the campaigns that have gone to the local outbox, for a first mail server becomes the usual one.
bool ShopFiller::addServers()
{
    const FieldValues deaf{{"host", "127.0.0.1"}, {"port", "9"}, {"security", "none"}};
    for (const char* label : {"Transactional and newsletter relay of the hosting company, Frankfurt (second line)",
                              "Mail server of the office"}) {
        const auto saved = run(SaveProvider{{}, "smtp", label, deaf, false});
        if (!saved) {
            return false;
        }
        m_deafServer = *saved;
    }
    return true;
}

bool ShopFiller::addCampaigns()
{
    const Instant now = m_bridge.now();
    for (int number = 0; number < 52; ++number) {
        Campaign campaign = makeCampaign(number);
        campaign.audience.segments = {number == 0 ? m_everybody : m_oneBuyer};
        const auto saved = save(campaign);
        if (!saved) {
            return false;
        }
        const int kind = number % 4;
        if (kind == 1 && !run(ScheduleCampaign{*saved, now + hours(24 * number + 3)})) {
            return false;
        }
        if ((kind == 0 || kind == 3) && !run(SendCampaign{*saved})) {
            return false;
        }
    }
    return true;
}

/// A server that does not answer leaves a campaign on its way; from there it may be paused and cancelled.
bool ShopFiller::addTroubledCampaigns()
{
    for (int number = 52; number < 60; ++number) {
        Campaign campaign = makeCampaign(number);
        campaign.audience.segments = {number == 52 ? m_everybody : m_oneBuyer};
        campaign.provider = m_deafServer;
        const auto saved = save(campaign);
        if (!saved) {
            return false;
        }
        bool ended = false;
        m_bridge.submit(&m_bridge, SendCampaign{*saved}, [&](const Result<CampaignSummary>&) { ended = true; });
        if (!waitFor([&] { return ended; })) {
            return false;
        }
        const int kind = number % 3;
        if ((kind == 0 && !run(PauseCampaign{*saved})) || (kind == 2 && !run(CancelCampaign{*saved}))) {
            return false;
        }
    }
    return true;
}

}  // namespace shopbell::desktop
