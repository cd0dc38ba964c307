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
    Result<Sentence> test(const CancelToken&) override { return Sentence(); }
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
        const auto settled = settleInterrupted(shop.connection, shop.people, shop.sink, shop.clock, {},
                                               [&](const LedgerMessage&) -> MessageProvider* { return &provider; });
        QVERIFY(settled);
        QCOMPARE(settled->accepted + settled->again + settled->unknown, 2);
        QCOMPARE(int(shop.ledger.load({1})->state), state);
        QCOMPARE(int(shop.ledger.load({2})->state), state);
        QCOMPARE(shop.ledger.load({3})->state, MessageState::Planned);
        QCOMPARE(std::int64_t(shop.sink.of(metrics::receivedEmail).size()), settled->accepted);
        QVERIFY(test::addsUp(shop.counts()));
        // A second time there is nothing left to settle.
        const auto again = settleInterrupted(shop.connection, shop.people, shop.sink, shop.clock, {},
                                             [&](const LedgerMessage&) -> MessageProvider* { return &provider; });
        QCOMPARE(again->accepted + again->again + again->unknown, 0);
    }

    void theJournalDecidesBeforeAnybodyIsAsked_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<int>("fate");
        QTest::addColumn<int>("state");
        const auto row = [](const char* name, WireRecord::Kind stage, DeliveryFate fate, MessageState state) {
            QTest::newRow(name) << int(stage) << int(fate) << int(state);
        };
        using enum WireRecord::Kind;
        row("leased", Leased, DeliveryFate::Unknown, MessageState::Queued);
        row("begun", Begun, DeliveryFate::Unknown, MessageState::Unknown);
        row("accepted", Answered, DeliveryFate::Accepted, MessageState::Accepted);
        row("rejected", Answered, DeliveryFate::Rejected, MessageState::Failed);
        row("deferred", Answered, DeliveryFate::Deferred, MessageState::Queued);
        row("broken off", Answered, DeliveryFate::Unknown, MessageState::Unknown);
    }
    void theJournalDecidesBeforeAnybodyIsAsked()
    {
        QFETCH(int, stage);
        QFETCH(int, fate);
        QFETCH(int, state);
        SendFixture shop;
        shop.plan(shop.addPeople(2));
        QCOMPARE(shop.dispatcher()->lease(1)->messages.size(), std::size_t(1));
        WireTraces traces;
        auto& trace = traces.traces[1];
        trace.stage = static_cast<WireRecord::Kind>(stage);
        trace.attempt = 1;
        trace.answer.fate = static_cast<DeliveryFate>(fate);
        trace.answer.badAddress = true;
        trace.answer.reply = "550 (words)";
        int asked = 0;
        const auto settled = settleInterrupted(shop.connection, shop.people, shop.sink, shop.clock, traces,
                                               [&](const LedgerMessage&) -> MessageProvider* {
                                                   ++asked;
                                                   return nullptr;
                                               });
        QVERIFY(settled);
        QCOMPARE(int(shop.ledger.load({1})->state), state);
        QCOMPARE(settled->accepted, state == int(MessageState::Accepted) ? 1 : 0);
        QCOMPARE(settled->failed, state == int(MessageState::Failed) ? 1 : 0);
        QCOMPARE(settled->again, state == int(MessageState::Queued) ? 1 : 0);
        QCOMPARE(settled->unknown, state == int(MessageState::Unknown) ? 1 : 0);
        // Only what was begun without an answer is worth a question.
        QCOMPARE(asked, stage == int(WireRecord::Kind::Begun) ? 1 : 0);
        // A lease that came to nothing is no try.
        QCOMPARE(shop.ledger.load({1})->attempts, stage == int(WireRecord::Kind::Leased) ? 0 : 1);
        QCOMPARE(shop.sink.of(metrics::receivedEmail).size(), std::size_t(settled->accepted));
        QCOMPARE(shop.sink.of(metrics::bouncedEmail).size(), std::size_t(settled->failed));
        QCOMPARE(shop.count("SELECT count(*) FROM suppression"), settled->failed);
        QVERIFY(test::addsUp(shop.counts()));
    }

    void anotherTrysTraceIsNotThisOnes()
    {
        SendFixture shop;
        shop.plan(shop.addPeople(1));
        QVERIFY(shop.dispatcher()->lease(1));
        WireTraces traces;
        traces.traces[1].attempt = 2;
        const auto settled = settleInterrupted(shop.connection, shop.people, shop.sink, shop.clock, traces,
                                               [](const LedgerMessage&) -> MessageProvider* { return nullptr; });
        QCOMPARE(settled->unknown, 1);
    }

    void withoutAProviderItsFateIsUnknown()
    {
        SendFixture shop;
        shop.plan(shop.addPeople(1));
        QVERIFY(shop.dispatcher()->lease(2));
        const auto settled = settleInterrupted(shop.connection, shop.people, shop.sink, shop.clock, {},
                                               [](const LedgerMessage&) -> MessageProvider* { return nullptr; });
        QCOMPARE(settled->unknown, 1);
        QVERIFY(!shop.ledger.load({1})->reason.empty());
    }
};

SHOPBELL_TEST(TestInterrupted)
#include "test_interrupted.moc"
