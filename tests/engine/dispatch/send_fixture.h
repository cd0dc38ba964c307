// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dispatch/dispatcher.h"
#include "dispatch/interrupted.h"
#include "dispatch/ledger.h"
#include "shop_fixture.h"
#include "support/seeded_random.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace shopbell::test {

/// A workspace with people who may be written to, and a campaign's rows for them.
struct SendFixture : ShopFixture {
    static constexpr std::int64_t campaign = 5;

    Ledger ledger{connection, clock};

    /// Adds subscribed people called p1@example.com, p2@…; returns their ids.
    std::vector<ProfileId> addPeople(int count)
    {
        std::vector<ProfileId> added;
        const auto done = db::inTransaction(connection, [&]() -> Result<bool> {
            for (int number = 1; number <= count; ++number) {
                ProfileUpdate update;
                update.email = "p" + std::to_string(number) + "@example.com";
                update.properties["first_name"] = "P" + std::to_string(number);
                update.consents.push_back({Channel::Email, ConsentState::Subscribed, Instant{1}, "test", "", ""});
                auto outcome = people.apply(update);
                if (!outcome) {
                    return fail(outcome.error());
                }
                added.push_back(outcome->profile);
            }
            return true;
        });
        return done ? added : std::vector<ProfileId>();
    }

    std::int64_t plan(const std::vector<ProfileId>& whom, std::int64_t origin = campaign)
    {
        std::vector<PlannedMessage> messages;
        for (const auto person : whom) {
            PlannedMessage message;
            message.originId = origin;
            message.profile = person;
            messages.push_back(message);
        }
        return ledger.plan(messages).value_or(-1);
    }

    [[nodiscard]] static DispatchOrder order()
    {
        DispatchOrder order;
        order.originId = campaign;
        order.originName = "Test";
        order.content.fromName = "Shop";
        order.content.fromAddress = "hello@shop.example";
        order.content.subject = "Hi {{ first_name }}";
        order.content.text = "Hello {{ first_name }}, {{ unsubscribe_url }}";
        order.workspaceToken = "token";
        order.shopName = "Shop";
        order.timeZone = "Europe/Vienna";
        return order;
    }

    std::unique_ptr<Dispatcher> dispatcher() { return *Dispatcher::make(connection, people, sink, clock, order()); }
    [[nodiscard]] LedgerCounts counts() { return *ledger.count(OriginKind::Campaign, campaign); }
};

/// planned = accepted + failed + skipped + unknown + cancelled + waiting, always.
[[nodiscard]] inline bool addsUp(const LedgerCounts& counts)
{
    return counts.total ==
           counts.accepted + counts.failed + counts.skipped + counts.unknown + counts.cancelled + counts.waiting;
}

}  // namespace shopbell::test
