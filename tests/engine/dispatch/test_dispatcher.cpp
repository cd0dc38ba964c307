// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "dispatch/wire_workspace.h"
#include "model/metric.h"
#include "send_fixture.h"
#include "support/registry.h"

#include <QTest>

#include <mutex>

using namespace shopbell;
using test::SendFixture;

namespace {

/// What the outside world saw, whoever brought it.
struct World {
    std::mutex mutex;
    std::map<std::string, int> taken;  ///< address → messages
    std::map<std::string, int> asked;
    void take(const std::string& address)
    {
        const std::lock_guard lock(mutex);
        ++taken[address];
    }
};

/// Does to each message what a dice says.
class MoodyProvider final : public MessageProvider {
public:
    MoodyProvider(World& world, std::uint64_t seed) : m_world(world), m_random(seed) {}
    Result<Sentence> test(const CancelToken&) override { return Sentence("fine"); }
    DeliveryResult send(const OutgoingMessage& message, const CancelToken&) override
    {
        {
            const std::lock_guard lock(m_world.mutex);
            ++m_world.asked[message.to];
        }
        DeliveryResult result;
        switch (m_random.below(10)) {
        case 0:
            result.fate = DeliveryFate::Rejected;
            result.badAddress = m_random.chance(0.5);
            result.reply = "550 no";
            return result;
        case 1:
        case 2:
            result.fate = DeliveryFate::Deferred;
            result.reply = "450 later";
            return result;
        case 3:
            result.fate = DeliveryFate::Deferred;
            result.providerBroken = true;
            result.reply = "the login was refused";
            return result;
        case 4:
            // Nobody on this side can know whether it was taken.
            result.fate = DeliveryFate::Unknown;
            result.reply = "the connection broke";
            if (m_random.chance(0.5)) {
                m_world.take(message.to);
            }
            return result;
        default:
            m_world.take(message.to);
            result.fate = DeliveryFate::Accepted;
            result.providerMessageId = "x" + std::to_string(message.ledgerId);
            return result;
        }
    }

private:
    World& m_world;
    Random m_random;
};

/// Takes everything, keeping what it was given.
class GoodProvider final : public MessageProvider {
public:
    Result<Sentence> test(const CancelToken&) override { return Sentence("fine"); }
    DeliveryResult send(const OutgoingMessage& message, const CancelToken&) override
    {
        sent.push_back(message);
        DeliveryResult result;
        result.fate = fate;
        result.reply = reply;
        result.badAddress = badAddress;
        return result;
    }
    std::vector<OutgoingMessage> sent;
    DeliveryFate fate = DeliveryFate::Accepted;
    std::string reply;
    bool badAddress = false;
};

std::vector<std::unique_ptr<MessageProvider>> makeMoody(World& world, std::uint64_t seed, int count)
{
    std::vector<std::unique_ptr<MessageProvider>> providers;
    for (int number = 0; number < count; ++number) {
        providers.push_back(std::make_unique<MoodyProvider>(world, seed * 31 + static_cast<std::uint64_t>(number)));
    }
    return providers;
}

/// Looks into the journal's file at the moment of sending, as the next start would after a crash right then.
class WatchingProvider final : public MessageProvider {
public:
    WatchingProvider(SendFixture& shop, bool tells) : m_shop(shop), m_tells(tells) {}
    Result<Sentence> test(const CancelToken&) override { return Sentence(); }
    DeliveryResult send(const OutgoingMessage& message, const CancelToken&) override
    {
        DeliveryResult result;
        before.push_back(stageNow(message.ledgerId));
        if (m_tells) {
            if (auto told = message.beforeWire(); !told) {
                result.providerBroken = true;
                result.reply = told.error().what;
                return result;
            }
        }
        onWire.push_back(stageNow(message.ledgerId));
        result.fate = DeliveryFate::Accepted;
        return result;
    }
    bool tellsBeforeWire() const override { return m_tells; }

    std::vector<int> before;
    std::vector<int> onWire;

private:
    int stageNow(std::int64_t message)
    {
        const auto traces = loadWireTraces(m_shop.connection, m_shop.workspace.file());
        const auto* trace = traces ? traces->find(message, 1) : nullptr;
        return trace == nullptr ? 0 : static_cast<int>(trace->stage);
    }
    SendFixture& m_shop;
    bool m_tells;
};

/// One GoodProvider behind the list that deliver() wants.
struct GoodLine {
    GoodLine()
    {
        auto made = std::make_unique<GoodProvider>();
        good = made.get();
        list.push_back(std::move(made));
    }
    GoodProvider* good;
    std::vector<std::unique_ptr<MessageProvider>> list;
};

}  // namespace

class TestDispatcher : public QObject {
    Q_OBJECT

    /// One lease, delivery and record; how many were on the wire.
    static std::size_t sendOnce(Dispatcher& dispatcher, std::span<const std::unique_ptr<MessageProvider>> providers,
                                int limit = 100)
    {
        auto batch = dispatcher.lease(limit);
        if (!batch) {
            return 999'999;
        }
        Dispatcher::deliver(*batch, providers, CancelToken());
        return dispatcher.record(*batch) ? batch->messages.size() : 999'999;
    }

private slots:
    void throughAllTroubleEverythingAddsUpAndNobodyGetsTwo()
    {
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            SendFixture shop;
            World world;
            QCOMPARE(shop.plan(shop.addPeople(300)), 300);
            auto dispatcher = shop.dispatcher();
            const auto providers = makeMoody(world, seed, 3);
            for (int round = 0; round < 3000 && shop.counts().waiting > 0; ++round) {
                auto batch = dispatcher->lease(25);
                QVERIFY(batch);
                const auto between = shop.counts();
                QVERIFY(test::addsUp(between));
                Dispatcher::deliver(*batch, providers, CancelToken());
                QVERIFY(dispatcher->record(*batch));
                const auto counts = shop.counts();
                QVERIFY(test::addsUp(counts));
                QCOMPARE(counts.total, 300);
                if (batch->messages.empty()) {
                    const auto due = shop.ledger.nextDue(OriginKind::Campaign, shop.campaign);
                    QVERIFY(due && *due);
                    shop.clock.set(std::max(shop.clock.now(), **due));
                }
            }
            QCOMPARE(shop.counts().waiting, 0);
            const auto rows = *shop.ledger.list({}, 0, 1000);
            for (const auto& message : rows) {
                const int got = world.taken[message.address];
                QVERIFY2(got <= 1, message.address.c_str());
                QVERIFY(message.state != MessageState::Accepted || got == 1);
                QVERIFY(message.state != MessageState::Failed || got == 0);
                QVERIFY(message.state == MessageState::Accepted || message.state == MessageState::Failed ||
                        message.state == MessageState::Unknown);
                QCOMPARE(message.attempts > 0, true);
            }
            QCOMPARE(std::int64_t(shop.sink.of(metrics::receivedEmail).size()), shop.counts().accepted);
        }
    }

    void aMessageCarriesItsPersonsFieldsAndHeaders()
    {
        SendFixture shop;
        shop.plan(shop.addPeople(1));
        auto dispatcher = shop.dispatcher();
        GoodLine line;
        QCOMPARE(sendOnce(*dispatcher, line.list), std::size_t(1));
        const auto& sent = line.good->sent.front();
        QCOMPARE(sent.to, std::string("p1@example.com"));
        for (const auto* const piece :
             {"Subject: Hi P1\r\n", "From: Shop <hello@shop.example>\r\n", "To: P1 <p1@example.com>\r\n",
              "List-Unsubscribe: <mailto:hello@shop.example?subject=unsubscribe%201>\r\n",
              "Hello P1, mailto:hello@shop.example"}) {
            QVERIFY2(sent.content.find(piece) != std::string::npos, sent.content.c_str());
        }
        const auto told = shop.sink.of(metrics::receivedEmail);
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(told.front().uniqueId, std::string("message-1"));
        QCOMPARE(sendOnce(*dispatcher, line.list), std::size_t(0));
    }

    void consentWithdrawnAfterPlanningIsObeyed()
    {
        SendFixture shop;
        const auto people = shop.addPeople(4);
        shop.plan(people);
        QVERIFY(shop.people.setConsent(people[0],
                                       {Channel::Email, ConsentState::Unsubscribed, shop.clock.now(), "link", "", ""}));
        QVERIFY(shop.people.suppress(
            {Channel::Email, "P2@Example.com", SuppressionReason::Complaint, shop.clock.now(), ""}));
        QVERIFY(shop.people.erase(people[2]));
        auto dispatcher = shop.dispatcher();
        GoodLine line;
        QCOMPARE(sendOnce(*dispatcher, line.list), std::size_t(1));
        QCOMPARE(line.good->sent.front().to, std::string("p4@example.com"));
        std::map<std::string, std::int64_t> reasons;
        for (const auto& [reason, count] : shop.counts().skipReasons) {
            reasons[reason] = count;
        }
        QCOMPARE(reasons, (std::map<std::string, std::int64_t>{{"unsubscribed", 1}, {"suppressed", 1}, {"erased", 1}}));
    }

    void twoWhoBecameOneGetOne()
    {
        SendFixture shop;
        const auto people = shop.addPeople(2);
        shop.plan(people);
        // An order that names both addresses' owner: the second person's id comes with the first one's email.
        ProfileUpdate link;
        link.externalId = "17";
        link.email = "p1@example.com";
        QVERIFY(shop.people.apply(link));
        QVERIFY(shop.connection.run(
            "INSERT INTO profile_alias(old_id, new_id, merged_at, reason) VALUES(?1, ?2, 0, 'test')", people[1],
            people[0]));
        QVERIFY(shop.connection.run("DELETE FROM profile WHERE id = ?1", people[1]));
        auto dispatcher = shop.dispatcher();
        GoodLine line;
        QCOMPARE(sendOnce(*dispatcher, line.list), std::size_t(1));
        QCOMPARE(shop.counts().skipReasons.front(), (std::pair<std::string, std::int64_t>{"duplicate-address", 1}));
    }

    void aLockedWorkspaceSendsNothing()
    {
        SendFixture shop;
        shop.plan(shop.addPeople(2));
        QVERIFY(db::lockSending(shop.connection));
        auto dispatcher = shop.dispatcher();
        const auto batch = dispatcher->lease(10);
        QVERIFY(batch && batch->locked && batch->messages.empty());
        QCOMPARE(shop.counts().waiting, 2);
        QVERIFY(db::unlockSending(shop.connection, shop.workspace.file()));
        QCOMPARE(dispatcher->lease(10)->messages.size(), std::size_t(2));
    }

    void aDeadAddressIsSuppressed()
    {
        SendFixture shop;
        shop.plan(shop.addPeople(1));
        GoodLine line;
        line.good->fate = DeliveryFate::Rejected;
        line.good->badAddress = true;
        line.good->reply = "550 5.1.1 no such user";
        auto dispatcher = shop.dispatcher();
        QCOMPARE(sendOnce(*dispatcher, line.list), std::size_t(1));
        QCOMPARE(shop.count("SELECT count(*) FROM suppression WHERE address = 'p1@example.com' AND reason = 0"), 1);
        QCOMPARE(shop.sink.of(metrics::bouncedEmail).size(), std::size_t(1));
        QCOMPARE(shop.counts().failures.front().first, std::string("550 5.1.1 no such user"));
    }

    void deferralsWaitLongerEachTimeAndEndAtLast()
    {
        SendFixture shop;
        shop.plan(shop.addPeople(1));
        GoodLine line;
        line.good->fate = DeliveryFate::Deferred;
        line.good->reply = "450 busy";
        auto dispatcher = shop.dispatcher();
        Duration last{0};
        int tries = 0;
        while (shop.counts().waiting > 0) {
            QVERIFY(++tries <= 8);
            QCOMPARE(sendOnce(*dispatcher, line.list), std::size_t(1));
            if (const auto due = *shop.ledger.nextDue(OriginKind::Campaign, shop.campaign)) {
                QVERIFY(*due - shop.clock.now() > last);
                last = *due - shop.clock.now();
                QCOMPARE(sendOnce(*dispatcher, line.list), std::size_t(0));
                shop.clock.set(*due);
            }
        }
        QCOMPARE(tries, 8);
        QCOMPARE(shop.counts().failed, 1);
    }

    void cancelledDeliveryPutsBackWhatWasNotBegun()
    {
        SendFixture shop;
        shop.plan(shop.addPeople(5));
        auto dispatcher = shop.dispatcher();
        GoodLine line;
        auto batch = dispatcher->lease(10);
        const CancelToken cancel;
        cancel.cancel();
        Dispatcher::deliver(*batch, line.list, cancel);
        QVERIFY(dispatcher->record(*batch));
        QCOMPARE(line.good->sent.size(), std::size_t(0));
        QCOMPARE(shop.counts().waiting, 5);
        QCOMPARE(shop.ledger.load({1})->attempts, 0);
        QCOMPARE(sendOnce(*dispatcher, line.list), std::size_t(5));
    }

    void onePersonsBadDataHoldsUpNobodyElse()
    {
        SendFixture shop;
        const auto people = shop.addPeople(3);
        shop.plan(people);
        ProfileUpdate update;
        update.email = "p2@example.com";
        update.properties["divisor"] = 0.0;
        QVERIFY(shop.people.apply(update));
        auto order = SendFixture::order();
        order.content.text = "{% if divisor %}{{ 1 | divided_by: divisor }}{% endif %}";
        auto dispatcher = *Dispatcher::make(shop.connection, shop.people, shop.sink, shop.clock, order);
        GoodLine line;
        QCOMPARE(sendOnce(*dispatcher, line.list), std::size_t(2));
        QCOMPARE(shop.counts().skipReasons.front(), (std::pair<std::string, std::int64_t>{"cannot-render", 1}));
    }

    void eachIsNotedOnTheDiskBeforeItGoes()
    {
        for (const bool tells : {true, false}) {
            SendFixture shop;
            shop.plan(shop.addPeople(3));
            auto dispatcher = shop.dispatcher();
            auto journal = *startWireJournal(shop.connection, shop.workspace.file());
            std::vector<std::unique_ptr<MessageProvider>> list;
            auto* watching = new WatchingProvider(shop, tells);
            list.emplace_back(watching);
            auto batch = dispatcher->lease(10, journal);
            QCOMPARE(batch->messages.size(), std::size_t(3));
            Dispatcher::deliver(*batch, list, CancelToken());
            const auto leased = static_cast<int>(WireRecord::Kind::Leased);
            const auto begun = static_cast<int>(WireRecord::Kind::Begun);
            QCOMPARE(watching->before, std::vector<int>(3, tells ? leased : begun));
            QCOMPARE(watching->onWire, std::vector<int>(3, begun));
            const auto traces = *loadWireTraces(shop.connection, shop.workspace.file());
            QCOMPARE(traces.find(2, 1)->stage, WireRecord::Kind::Answered);
            QCOMPARE(traces.find(2, 1)->answer.fate, DeliveryFate::Accepted);
            QVERIFY(dispatcher->record(*batch));
            Dispatcher::forget(*batch);
            batch = dispatcher->lease(10, journal);
            batch->journal.reset();
            journal.reset();
            QVERIFY(!std::filesystem::exists(wireFileOf(shop.workspace.file())));
            QCOMPARE(shop.counts().accepted, 3);
        }
    }

    void aJournalThatCannotBeWrittenHoldsEverythingBack()
    {
        // Takes so many writes, and fails then.
        class SmallDisk final : public WireMedium {
        public:
            explicit SmallDisk(int writes) : m_left(writes) {}
            Result<void> replace(std::string_view) override { return {}; }
            Result<void> write(std::size_t, std::string_view) override
            {
                return --m_left < 0 ? fail(ErrorKind::Io, "The disk is full.") : Result<void>();
            }
            Result<void> sync() override { return {}; }
            void remove() override {}

        private:
            int m_left;
        };
        SendFixture shop;
        shop.plan(shop.addPeople(5));
        auto dispatcher = shop.dispatcher();
        // No room even for the lease: nothing is taken.
        auto journal = *WireJournal::start(std::make_unique<SmallDisk>(0), "x");
        QVERIFY(!dispatcher->lease(10, journal));
        QCOMPARE(shop.count("SELECT count(*) FROM message WHERE state = 2"), 0);
        // Room for the lease and one message (begun, answered): the others wait, and the owner is told.
        GoodLine line;
        journal = *WireJournal::start(std::make_unique<SmallDisk>(3), "x");
        auto batch = dispatcher->lease(10, journal);
        QVERIFY(batch);
        Dispatcher::deliver(*batch, line.list, CancelToken());
        QCOMPARE(line.good->sent.size(), std::size_t(1));
        QCOMPARE(*dispatcher->record(*batch), std::string("The disk is full."));
        QCOMPARE(shop.counts().accepted, 1);
        QCOMPARE(shop.counts().waiting, 4);
        QCOMPARE(shop.ledger.load({5})->attempts, 0);
        QCOMPARE(sendOnce(*dispatcher, line.list), std::size_t(4));
        QCOMPARE(shop.counts().accepted, 5);
    }

    void contentThatCannotBeSentIsRefusedAtTheStart()
    {
        SendFixture shop;
        auto order = SendFixture::order();
        order.content.subject = "{{ ";
        QVERIFY(!Dispatcher::make(shop.connection, shop.people, shop.sink, shop.clock, order));
        order = SendFixture::order();
        order.content.fromAddress = "nobody";
        QVERIFY(!Dispatcher::make(shop.connection, shop.people, shop.sink, shop.clock, order));
        order = SendFixture::order();
        order.content.replyTo = "nobody";
        QVERIFY(!Dispatcher::make(shop.connection, shop.people, shop.sink, shop.clock, order));
    }
};

SHOPBELL_TEST(TestDispatcher)
#include "test_dispatcher.moc"
