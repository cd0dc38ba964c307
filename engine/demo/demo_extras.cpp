// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_extras.h"

#include "demo/demo_catalog.h"
#include "model/metric.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>

namespace shopbell::demo {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr std::uint64_t extrasDetail = 1;
constexpr int newsletters = 14;
constexpr int maxIdleVisits = 12;

constexpr std::array subjects{"Autumn scents are here", "A quiet evening, in wax", "New: Sea Salt",
                              "Gifts under 20",         "How a pillar is poured",  "Last chance for Orange & Clove",
                              "Your wick, trimmed"};

std::string productJson(const DemoProduct& product)
{
    const nlohmann::json properties{{"name", product.name},
                                    {"product_id", std::to_string(product.id)},
                                    {"sku", product.sku},
                                    {"price", static_cast<double>(product.priceCents) / 100.0},
                                    {"category", std::string(demoCategories()[product.category].name)}};
    return properties.dump();
}

class Writer {
public:
    Writer(const DemoShop& shop, const DemoPerson& person)
        : m_shop(shop), m_person(person), m_random(randomFor(shop.seed(), person.number, extrasDetail))
    {
    }

    DemoExtras write()
    {
        consent();
        for (const auto at : m_person.orders) {
            visit(at - minutes(m_random.between(8, 90)), 1 + static_cast<int>(m_random.below(4)), true, true);
        }
        const auto idle = m_random.below(maxIdleVisits);
        for (std::uint64_t count = 0; count < idle; ++count) {
            const auto span = (m_shop.now() - m_person.firstSeen).count();
            const auto at =
                m_person.firstSeen + Duration(static_cast<std::int64_t>(m_random.unit() * static_cast<double>(span)));
            const bool cart = m_random.chance(0.22);
            visit(at, 1 + static_cast<int>(m_random.below(3)), cart, cart && m_random.chance(0.5));
        }
        mails();
        return std::move(m_extras);
    }

private:
    void add(std::string_view metric, Instant at, std::string properties, std::optional<Decimal> value = {})
    {
        if (at < m_shop.now()) {
            m_extras.events.push_back({metric, at, value,
                                       "demo-" + std::to_string(m_person.number) + "-" + std::to_string(++m_count),
                                       std::move(properties)});
        }
    }

    void visit(Instant at, int looks, bool cart, bool checkout)
    {
        add(metrics::activeOnSite, at, R"({"page":"/"})");
        const auto& products = demoProducts();
        const DemoProduct* last = nullptr;
        for (int look = 0; look < looks; ++look) {
            last = &products[m_random.below(products.size())];
            at = at + minutes(1) + Duration(m_random.between(0, 50'000));
            add(metrics::viewedProduct, at, productJson(*last), Decimal{last->priceCents * 10'000});
        }
        if (cart && last != nullptr) {
            at = at + Duration(m_random.between(20'000, 90'000));
            add(metrics::addedToCart, at, productJson(*last), Decimal{last->priceCents * 10'000});
            if (checkout) {
                add(metrics::startedCheckout, at + minutes(2), productJson(*last), Decimal{last->priceCents * 10'000});
            }
        }
    }

    void consent()
    {
        if (!m_person.subscribed) {
            return;
        }
        m_extras.consents.push_back({Channel::Email, ConsentState::Subscribed, m_person.firstSeen, "form",
                                     "shop.example", "Yes, write me about candles about once a month."});
        if (m_person.unsubscribedLater) {
            const auto span = (m_shop.now() - m_person.firstSeen).count();
            m_left = m_person.firstSeen +
                     Duration(static_cast<std::int64_t>((0.3 + 0.6 * m_random.unit()) * static_cast<double>(span)));
            m_extras.consents.push_back(
                {Channel::Email, ConsentState::Unsubscribed, *m_left, "link", "newsletter", ""});
        }
    }

    void mails()
    {
        if (!m_person.subscribed) {
            return;
        }
        for (int number = newsletters; number > 0; --number) {
            const auto sentAt = m_shop.now() - days(30) * number + hours(10);
            if (sentAt < m_person.firstSeen || sentAt >= m_shop.now() || (m_left && sentAt > *m_left)) {
                continue;
            }
            const std::string subject = subjects[static_cast<std::size_t>(number) % subjects.size()];
            const nlohmann::json properties{{"name", "Newsletter " + std::to_string(newsletters - number + 1)},
                                            {"subject", subject},
                                            {"channel", "email"}};
            const auto text = properties.dump();
            add(metrics::receivedEmail, sentAt + Duration(m_random.between(1'000, 240'000)), text);
            if (!m_random.chance(m_person.opens)) {
                continue;
            }
            const auto opened = sentAt +
                                Duration(static_cast<std::int64_t>(m_random.exponential(1.0 / 5.0) * 3'600'000.0)) +
                                minutes(5);
            add(metrics::openedEmail, opened, text);
            if (m_random.chance(m_person.clicks)) {
                auto clicked = properties;
                clicked["url"] = "https://shop.example/new";
                add(metrics::clickedEmail, opened + Duration(m_random.between(4'000, 120'000)), clicked.dump());
            }
        }
    }

    const DemoShop& m_shop;
    const DemoPerson& m_person;
    Random m_random;
    DemoExtras m_extras;
    std::optional<Instant> m_left;
    int m_count = 0;
};

}  // namespace

DemoExtras makeExtras(const DemoShop& shop, const DemoPerson& person)
{
    return Writer(shop, person).write();
}

}  // namespace shopbell::demo
