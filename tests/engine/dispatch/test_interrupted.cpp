// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/metric.h"
#include "send_fixture.h"
#include "support/registry.h"

#include <QTest>

using namespace shopbell;
using test::SendFixture;

namespace {

class AskedProvider final : public MessageProvider {
public:
    AskedProvider(LookedUp answer, bool idempotent) : m_answer(answer), m_idempotent(idempotent) {}
    Result<std::string> test(const CancelToken&) override { return std::string(); }
    DeliveryResult send(const OutgoingMessage&, const CancelToken&) override { return {}; }
    LookedUp lookUp(std::int64_t) override { return m_answer; }
    bool isIdempotent() const override { return m_idempotent; }

private:
    LookedUp m_answer;
    bool m_idempotent;
};

}  // namespace

class TestInterrupted : public QObject {
    Q_OBJECT
private slots:
    void eachIsSettledByWhatCanBeKnown_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<bool>("idempotent");
        QTest::addColumn<int>("state");
        QTest::newRow("taken") << int(LookedUp::Accepted) << false << int(MessageState::Accepted);
        QTest::newRow("taken and idempotent") << int(LookedUp::Accepted) << true << int(MessageState::Accepted);
        QTest::newRow("not taken") << int(LookedUp::NotAccepted) << false << int(MessageState::Queued);
        QTest::newRow("cannot tell, cannot double") << int(LookedUp::CannotTell) << true << int(MessageState::Queued);
        QTest::newRow("cannot tell") << int(LookedUp::CannotTell) << false << int(MessageState::Unknown);
    }
    void eachIsSettledByWhatCanBeKnown()
    {
        QFETCH(int, answer);
        QFETCH(bool, idempotent);
        QFETCH(int, state);
        SendFixture shop;
        shop.plan(shop.addPeople(3));
        QCOMPARE(shop.dispatcher()->lease(2)->messages.size(), std::size_t(2));
        AskedProvider provider(static_cast<LookedUp>(answer), idempotent);
        const auto settled = settleInterrupted(shop.connection, shop.sink, shop.clock,
                                               [&](const LedgerMessage&) -> MessageProvider* { return &provider; });
        QVERIFY(settled);
        QCOMPARE(settled->accepted + settled->again + settled->unknown, 2);
        QCOMPARE(int(shop.ledger.load({1})->state), state);
        QCOMPARE(int(shop.ledger.load({2})->state), state);
        QCOMPARE(shop.ledger.load({3})->state, MessageState::Planned);
        QCOMPARE(std::int64_t(shop.sink.of(metrics::receivedEmail).size()), settled->accepted);
        QVERIFY(test::addsUp(shop.counts()));
        // A second time there is nothing left to settle.
        const auto again = settleInterrupted(shop.connection, shop.sink, shop.clock,
                                             [&](const LedgerMessage&) -> MessageProvider* { return &provider; });
        QCOMPARE(again->accepted + again->again + again->unknown, 0);
    }

    void withoutAProviderItsFateIsUnknown()
    {
        SendFixture shop;
        shop.plan(shop.addPeople(1));
        QVERIFY(shop.dispatcher()->lease(2));
        const auto settled = settleInterrupted(shop.connection, shop.sink, shop.clock,
                                               [](const LedgerMessage&) -> MessageProvider* { return nullptr; });
        QCOMPARE(settled->unknown, 1);
        QVERIFY(!shop.ledger.load({1})->reason.empty());
    }
};

SHOPBELL_TEST(TestInterrupted)
#include "test_interrupted.moc"
