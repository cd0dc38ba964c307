// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/transitions.h"
#include "send_fixture.h"
#include "support/registry.h"

#include <QTest>

#include <array>

using namespace shopbell;
using State = MessageState;

namespace {

constexpr std::array allStates{State::Planned, State::Queued,  State::Sending, State::Accepted,
                               State::Failed,  State::Skipped, State::Unknown, State::Cancelled};

/// The house plan's words, written down a second time and another way: row from, column to, in the order above.
constexpr std::array<std::string_view, 8> allowed{
    ".x...x.x",  // planned → queued, skipped, cancelled
    "x.x..x.x",  // queued → planned, sending, skipped, cancelled
    ".x.xx.x.",  // sending → queued, accepted, failed, unknown
    "........",  // accepted
    "........",  // failed
    "........",  // skipped
    "...xx...",  // unknown → accepted, failed
    "........",  // cancelled
};

bool isAllowed(State from, State to)
{
    return allowed[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)] == 'x';
}

}  // namespace

class TestLedger : public QObject {
    Q_OBJECT
private slots:
    void theTableOfMovesIsThePlans()
    {
        for (const auto from : allStates) {
            for (const auto to : allStates) {
                QVERIFY2(mayMove(from, to) == isAllowed(from, to),
                         (std::string(messageStateName(from)) + " to " + std::string(messageStateName(to))).c_str());
            }
            const bool hasWay = allowed[static_cast<std::size_t>(from)].find('x') != std::string_view::npos;
            QCOMPARE(isFinal(from), !hasWay);
        }
    }

    void randomMovesDoWhatAMapOfStatesDoes()
    {
        test::SendFixture shop;
        test::SeededRandom random(11);
        QCOMPARE(shop.plan(shop.addPeople(12)), 12);
        std::map<std::int64_t, State> oracle;
        std::map<std::int64_t, int> tries;
        const auto planned = *shop.ledger.list({}, 0, 100);
        for (const auto& message : planned) {
            oracle[message.id.value] = State::Planned;
        }
        for (int round = 0; round < 3000; ++round) {
            if (round % 40 == 39) {
                // All at their ends by now: a new dozen.
                for (auto& [id, state] : oracle) {
                    QVERIFY(shop.connection.run("UPDATE message SET state = 0, attempts = 0 WHERE id = ?1", id));
                    state = State::Planned;
                    tries[id] = 0;
                }
            }
            std::vector<Ledger::Move> moves;
            auto after = oracle;
            auto triesAfter = tries;
            bool isFine = true;
            for (auto count = random->between(1, 3); count > 0; --count) {
                const auto id = 1 + random->between(0, 11);
                auto to = allStates[random->below(allStates.size())];
                for (int luck = 0; luck < 3 && !isAllowed(after[id], to); ++luck) {
                    to = allStates[random->below(allStates.size())];
                }
                isFine = isFine && isAllowed(after[id], to);
                after[id] = to;
                triesAfter[id] += to == State::Sending ? 1 : 0;
                moves.push_back({{id}, to, "r" + std::to_string(round), {}, {}, {}, false});
            }
            const auto moved = shop.ledger.move(moves);
            QCOMPARE(moved.has_value(), isFine);
            if (isFine) {
                oracle = after;
                tries = triesAfter;
            } else {
                QCOMPARE(moved.error().kind, ErrorKind::Conflict);
            }
            const auto rows = *shop.ledger.list({}, 0, 100);
            for (const auto& message : rows) {
                QCOMPARE(message.state, oracle[message.id.value]);
                QCOMPARE(message.attempts, tries[message.id.value]);
            }
            QVERIFY(test::addsUp(shop.counts()));
        }
    }

    void nobodyIsPlannedTwiceForOneOccurrence()
    {
        test::SendFixture shop;
        const auto people = shop.addPeople(20);
        QCOMPARE(shop.plan(people), 20);
        QCOMPARE(shop.plan(people), 0);
        QCOMPARE(shop.plan(people, 6), 20);
        PlannedMessage again;
        again.originKind = OriginKind::FlowStep;
        again.originId = test::SendFixture::campaign;
        again.profile = people.front();
        again.occurrence = "first";
        QCOMPARE(shop.ledger.plan(std::array{again, again}).value_or(-1), 1);
        again.occurrence = "second";
        QCOMPARE(shop.ledger.plan(std::array{again}).value_or(-1), 1);
        QCOMPARE(shop.counts().total, 20);
    }

    void whatIsDueIsTakenInOrderAndOnce()
    {
        test::SendFixture shop;
        shop.plan(shop.addPeople(10));
        const auto first = *shop.ledger.takeDue(OriginKind::Campaign, shop.campaign, 4);
        QCOMPARE(first.size(), std::size_t(4));
        QCOMPARE(first.front().id.value, 1);
        QCOMPARE(first.front().state, State::Queued);
        std::vector<Ledger::Move> moves;
        for (const auto& message : first) {
            moves.push_back({message.id, State::Sending, {}, {}, {}, {}, false});
        }
        QVERIFY(shop.ledger.move(moves));
        // One comes back for later, one at once.
        const auto later = shop.clock.now() + std::chrono::minutes(5);
        QVERIFY(shop.ledger.move(std::array{Ledger::Move{first[0].id, State::Queued, "try later", {}, later, {}, false},
                                            Ledger::Move{first[1].id, State::Queued, "not begun", {}, {}, {}, true}}));
        QCOMPARE(shop.ledger.load(first[0].id)->attempts, 1);
        QCOMPARE(shop.ledger.load(first[1].id)->attempts, 0);
        const auto second = *shop.ledger.takeDue(OriginKind::Campaign, shop.campaign, 100);
        QCOMPARE(second.size(), std::size_t(7));
        QCOMPARE(second.front().id, first[1].id);
        QCOMPARE(shop.ledger.takeDue(OriginKind::Campaign, 99, 100)->size(), std::size_t(0));
        shop.clock.advance(std::chrono::minutes(5));
        QCOMPARE(shop.ledger.takeDue(OriginKind::Campaign, shop.campaign, 100)->size(), std::size_t(8));
    }

    void theNextDueInstantIsTheEarliest()
    {
        test::SendFixture shop;
        QVERIFY(!*shop.ledger.nextDue(OriginKind::Campaign, shop.campaign));
        const auto people = shop.addPeople(2);
        PlannedMessage message;
        message.originId = shop.campaign;
        message.profile = people[0];
        message.sendAt = Instant{500};
        QVERIFY(shop.ledger.plan(std::array{message}));
        QCOMPARE(shop.ledger.nextDue(OriginKind::Campaign, shop.campaign)->value().ms, 500);
    }

    void cancellingTakesWhatWaitsAlone()
    {
        test::SendFixture shop;
        shop.plan(shop.addPeople(5));
        QVERIFY(shop.ledger.takeDue(OriginKind::Campaign, shop.campaign, 2));
        QVERIFY(shop.ledger.move(std::array{Ledger::Move{{1}, State::Sending, {}, {}, {}, {}, false}}));
        QCOMPARE(shop.ledger.cancelWaiting(OriginKind::Campaign, shop.campaign).value_or(-1), 4);
        QCOMPARE(shop.counts().cancelled, 4);
        QCOMPARE(shop.counts().waiting, 1);
    }

    void takingABatchReadsTheIndexAndSortsNothing()
    {
        test::SendFixture shop;
        std::string plan;
        QVERIFY(shop.connection.each("EXPLAIN QUERY PLAN SELECT id FROM message WHERE origin_kind = 0 AND origin_id = "
                                     "5 AND state = 0 AND state < 3 "
                                     "AND next_try <= 7 ORDER BY next_try, id LIMIT 400",
                                     [&](db::Statement& row) { plan += row.string(3) + "\n"; }));
        QVERIFY2(plan.find("message_waiting") != std::string::npos && plan.find("TEMP B-TREE") == std::string::npos,
                 plan.c_str());
    }

    void filtersLetThroughWhatTheySay()
    {
        test::SendFixture shop;
        const auto people = shop.addPeople(6);
        shop.plan(people);
        shop.plan(people, 6);
        QVERIFY(shop.ledger.move(std::array{Ledger::Move{{2}, State::Skipped, "no-consent", {}, {}, {}, false}}));
        LedgerFilter filter;
        filter.originKind = OriginKind::Campaign;
        filter.originId = shop.campaign;
        QCOMPARE(shop.ledger.countAll(filter).value_or(-1), 6);
        filter.reason = "no-consent";
        QCOMPARE(shop.ledger.countAll(filter).value_or(-1), 1);
        LedgerFilter ofPerson;
        ofPerson.profile = people[1];
        QCOMPARE(shop.ledger.list(ofPerson, 0, 10)->size(), std::size_t(2));
        ofPerson.states = {State::Skipped, State::Failed};
        QCOMPARE(shop.ledger.list(ofPerson, 0, 10)->size(), std::size_t(1));
        QCOMPARE(shop.counts().skipReasons.front().first, std::string("no-consent"));
        QVERIFY(!shop.ledger.load(MessageId{999}));
    }
};

SHOPBELL_TEST(TestLedger)
#include "test_ledger.moc"
