// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/campaign.h"
#include "model/channel.h"
#include "model/consent.h"
#include "model/identifier.h"
#include "model/message.h"
#include "model/order.h"
#include "support/registry.h"

#include <QTest>

#include <set>
#include <string>

using namespace shopbell;

namespace {

/// Every value from 0 up to `count` has a name of its own, in lower case with hyphens, and is found by it again.
template <class Enum, class Name, class Find>
bool namesAreSound(int count, Name name, Find find)
{
    std::set<std::string> seen;
    for (int number = 0; number < count; ++number) {
        const auto value = static_cast<Enum>(number);
        const std::string text(name(value));
        if (text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") != std::string::npos || !seen.insert(text).second ||
            find(text) != value) {
            return false;
        }
    }
    return name(static_cast<Enum>(count)) == "unknown" && !find("no such name") && !find("") &&
           (seen.contains("unknown") || !find("unknown"));
}

}  // namespace

class TestNames : public QObject {
    Q_OBJECT

private slots:
    void everyValueIsFoundByItsName()
    {
        QVERIFY(namesAreSound<Channel>(3, channelName, findChannel));
        QVERIFY(namesAreSound<IdentifierKind>(4, identifierKindName, findIdentifierKind));
        QVERIFY(namesAreSound<ConsentState>(4, consentStateName, findConsentState));
        QVERIFY(namesAreSound<SuppressionReason>(6, suppressionReasonName, findSuppressionReason));
        QVERIFY(namesAreSound<CampaignState>(6, campaignStateName, findCampaignState));
        QVERIFY(namesAreSound<SkipReason>(9, skipReasonName, findSkipReason));
        QVERIFY(namesAreSound<MessageState>(8, messageStateName, findMessageState));
    }

    void storedNumbersNeverChange()
    {
        // Written out again on purpose: whoever renumbers an enumeration has to break this and think of old workspaces.
        QCOMPARE(static_cast<int>(*findChannel("push")), 2);
        QCOMPARE(static_cast<int>(*findIdentifierKind("external")), 2);
        QCOMPARE(static_cast<int>(*findConsentState("unsubscribed")), 3);
        QCOMPARE(static_cast<int>(*findSuppressionReason("erased")), 5);
        QCOMPARE(static_cast<int>(*findCampaignState("paused")), 3);
        QCOMPARE(static_cast<int>(*findMessageState("planned")), 0);
        QCOMPARE(static_cast<int>(*findMessageState("queued")), 1);
        QCOMPARE(static_cast<int>(*findMessageState("sending")), 2);
        QCOMPARE(static_cast<int>(*findMessageState("unknown")), 6);
        QCOMPARE(static_cast<int>(OriginKind::FlowStep), 1);
        QCOMPARE(static_cast<int>(OrderStatus::Refunded), 6);
    }

    void namesWithoutFindersAreRight()
    {
        QVERIFY(originKindName(OriginKind::FlowStep) == "flow-step");
        QVERIFY(orderStatusName(OrderStatus::AwaitingPayment) == "awaiting-payment");
        QVERIFY(orderStatusName(OrderStatus::Deleted) == "deleted");
    }
};

SHOPBELL_TEST(TestNames)
#include "test_names.moc"
