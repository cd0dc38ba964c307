// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/campaigns.h"
#include "api/profiles.h"
#include "api/segments.h"
#include "support/registry.h"
#include "ui/bridge/text.h"
#include "ui/pages/hands.h"
#include "ui/pages/open_shop.h"
#include "ui/profiles/people_model.h"
#include "ui/profiles/people_table.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace shopbell;
using namespace shopbell::ui;
using test::Hands;

namespace {

enum class With { Mouse, Keyboard };

/// The demo shop on the real engine, and somebody at the window.
struct Desk {
    Desk() : shop(true) {}
    ~Desk()
    {
        if (QTest::currentTestFailed()) {
            QDir().mkpath(QStringLiteral(SHOPBELL_SHOTS));
            shop.window().grab().save(
                QStringLiteral(SHOPBELL_SHOTS "/stuck-%1.png").arg(QLatin1String(QTest::currentTestFunction())));
        }
    }

    ProfileDetail person(ProfileId id) { return shop.answer(LoadProfile{id}).value_or(ProfileDetail{}); }
    /// Somebody known by an address, a number and a customer number, who said yes to mail.
    ProfileDetail somebody()
    {
        SearchProfiles search;
        search.limit = 1000;
        const auto found = shop.answer(search);
        for (const ProfileEntry& each : found->rows) {
            if (each.email.empty() || each.emailConsent != ConsentState::Subscribed) {
                continue;
            }
            const ProfileDetail detail = person(each.id);
            if (detail.suppressions.empty() &&
                std::ranges::any_of(detail.profile.identifiers,
                                    [](const Identifier& one) { return one.kind == IdentifierKind::External; })) {
                SaveProfile number;
                number.profile = each.id;
                number.phone = "+436641234568";
                return shop.answer(number) ? person(each.id) : ProfileDetail{};
            }
        }
        return {};
    }
    void open(ProfileId id) { shop.show({.page = PageId::Profiles, .id = id.value}); }

    bool press(With with, const QString& words)
    {
        return with == With::Mouse ? Hands::click(words) : Hands::tabToAndPress(words);
    }
    bool pressAndAgree(With with, const QString& words, const QString& inTheDialog)
    {
        return with == With::Mouse ? Hands::clickAndAgree(words, inTheDialog)
                                   : Hands::pressAndAgree(words, inTheDialog);
    }
    /// Empties a field and writes into it.
    bool write(With with, const QString& field, const QString& words)
    {
        if (!(with == With::Mouse ? Hands::click(field) : Hands::tabTo(field))) {
            return false;
        }
        Hands::press(Qt::Key_A, Qt::ControlModifier);
        Hands::press(Qt::Key_Delete);
        Hands::type(words);
        return true;
    }

    test::OpenShop shop;
};

void bothHands()
{
    QTest::addColumn<With>("with");
    QTest::newRow("mouse") << With::Mouse;
    QTest::newRow("keyboard") << With::Keyboard;
}

}  // namespace

/// What an owner does with people, on the real engine, by mouse and by keyboard.
class TestPeopleByHand : public QObject {
    Q_OBJECT
private slots:
    void anAddressIsTakenAwayAndBroughtBack_data() { bothHands(); }
    void anAddressIsTakenAwayAndBroughtBack()
    {
        QFETCH(With, with);
        Desk desk;
        const Profile before = desk.somebody().profile;
        QVERIFY(before.id.isValid());
        QVERIFY(!before.phone.empty());
        desk.open(before.id);
        QVERIFY(desk.press(with, QStringLiteral("Edit")));
        QVERIFY(desk.write(with, QStringLiteral("Email"), {}));
        QVERIFY(Hands::waitToRead(QStringLiteral("The address is taken away")));
        QVERIFY(desk.press(with, QStringLiteral("Save")));
        QVERIFY(Hands::waitToRead(QStringLiteral("Saved")));
        QTRY_VERIFY(desk.person(before.id).profile.email.empty());
        QVERIFY(!desk.shop.answer(FindProfile{before.email}));
        const auto isFound = [&] {
            SearchProfiles search;
            search.words = before.email;
            const auto page = desk.shop.answer(search);
            return std::ranges::find(page->rows, before.id, &ProfileEntry::id) != page->rows.end();
        };
        QVERIFY(!isFound());
        QCOMPARE(desk.person(before.id).profile.phone, before.phone);
        QVERIFY(desk.press(with, QStringLiteral("Undo")));
        QTRY_COMPARE(desk.person(before.id).profile.email, before.email);
        QCOMPARE(desk.shop.answer(FindProfile{before.email})->value, before.id.value);
        QVERIFY(isFound());
        QCOMPARE(desk.person(before.id).profile.identifiers, before.identifiers);
    }

    void thePersonWhoIsKnownByNothingElseKeepsTheAddress()
    {
        Desk desk;
        SaveProfile save;
        save.email = "only.this@example.com";
        const auto made = desk.shop.answer(save);
        QVERIFY(made);
        desk.open(*made);
        QVERIFY(desk.press(With::Keyboard, QStringLiteral("Edit")));
        QVERIFY(desk.write(With::Keyboard, QStringLiteral("Email"), {}));
        QVERIFY(desk.press(With::Keyboard, QStringLiteral("Save")));
        QVERIFY(Hands::waitToRead(QStringLiteral("This is all the person is known by")));
        QCOMPARE(desk.person(*made).profile.email, save.email);
        // A number in its place will do.
        QVERIFY(desk.write(With::Keyboard, QStringLiteral("Phone"), QStringLiteral("+43 664 1234567")));
        QVERIFY(desk.press(With::Keyboard, QStringLiteral("Save")));
        QTRY_COMPARE(desk.person(*made).profile.phone, std::string("+436641234567"));
        QVERIFY(desk.person(*made).profile.email.empty());
    }

    void anAddressOfSomebodyElseLeadsToTheMerge_data() { bothHands(); }
    void anAddressOfSomebodyElseLeadsToTheMerge()
    {
        QFETCH(With, with);
        Desk desk;
        const Profile other = desk.somebody().profile;
        QVERIFY(other.id.isValid());
        SaveProfile save;
        save.email = "twice@example.com";
        save.properties = {{"first_name", std::string("Twice")}, {"last_name", std::string("Here")}};
        const auto made = desk.shop.answer(save);
        QVERIFY(made);
        desk.open(*made);
        QVERIFY(desk.press(with, QStringLiteral("Edit")));
        QVERIFY(desk.write(with, QStringLiteral("Email"), toQString(other.email)));
        QVERIFY(desk.press(with, QStringLiteral("Save")));
        QVERIFY(Hands::waitToRead(QStringLiteral("This belongs to ")));
        QCOMPARE(desk.person(*made).profile.email, save.email);
        QVERIFY(desk.pressAndAgree(with, QStringLiteral("Merge "), QStringLiteral("Merge")));
        QTRY_COMPARE(desk.person(*made).profile.email, other.email);
        QCOMPARE(desk.shop.answer(FindProfile{other.email})->value, made->value);
        QCOMPARE(desk.person(*made).mergedFrom, std::vector<ProfileId>{other.id});
    }

    void aNewPersonWhoIsHereAlreadyIsShownAndNotChanged()
    {
        Desk desk;
        const ProfileDetail known = desk.somebody();
        QVERIFY(known.profile.id.isValid());
        desk.shop.show({.page = PageId::Profiles});
        QVERIFY(desk.press(With::Mouse, QStringLiteral("New person")));
        QVERIFY(desk.write(With::Mouse, QStringLiteral("Email"), toQString(known.profile.email)));
        QVERIFY(desk.write(With::Mouse, QStringLiteral("City"), QStringLiteral("Elsewhere")));
        QVERIFY(desk.press(With::Mouse, QStringLiteral("Add")));
        QVERIFY(Hands::waitToRead(QStringLiteral("is here already")));
        QCOMPARE(desk.person(known.profile.id).profile.properties, known.profile.properties);
        QVERIFY(desk.press(With::Mouse, QStringLiteral("Show ") + toQString(known.name)));
        QTRY_COMPARE(desk.shop.window().frame().place(),
                     (Place{.page = PageId::Profiles, .id = known.profile.id.value}));
    }

    void aMessageGoesToOnePersonAlone_data() { bothHands(); }
    void aMessageGoesToOnePersonAlone()
    {
        QFETCH(With, with);
        Desk desk;
        const Profile person = desk.somebody().profile;
        QVERIFY(person.id.isValid());
        desk.open(person.id);
        QVERIFY(desk.press(with, QStringLiteral("Send a message")));
        QVERIFY(Hands::waitToRead(QStringLiteral("Only ") + toQString(person.email)));
        QVERIFY(Hands::waitToRead(QStringLiteral("Everybody in it may be written to")));
        QVERIFY(desk.press(with, QStringLiteral("Next")));
        QVERIFY(desk.write(with, QStringLiteral("From, email address"), QStringLiteral("hello@fernhill.example")));
        QVERIFY(desk.write(with, QStringLiteral("Subject"), QStringLiteral("Your candle")));
        QVERIFY(with == With::Mouse ? Hands::click(QStringLiteral("Message"))
                                    : Hands::tabTo(QStringLiteral("Message")));
        Hands::type(QStringLiteral("It is ready to be fetched."));
        QVERIFY(desk.press(with, QStringLiteral("Next")));
        QVERIFY(desk.press(with, QStringLiteral("Next")));
        QVERIFY(desk.pressAndAgree(with, QStringLiteral("Send to"), QStringLiteral("Send to")));
        const auto sent = [&] {
            const auto all = desk.shop.answer(ListCampaigns{});
            const auto at = std::ranges::find_if(
                *all, [](const CampaignSummary& each) { return each.campaign.content.subject == "Your candle"; });
            return at == all->end() ? CampaignSummary{} : *at;
        };
        QTRY_COMPARE_WITH_TIMEOUT(sent().accepted, 1, 30'000);
        QCOMPARE(sent().planned, 1);
        ListLedger ledger;
        ledger.profile = person.id;
        QTRY_VERIFY(std::ranges::any_of(desk.shop.answer(ledger)->rows, [&](const LedgerRow& row) {
            return row.message.originId == sent().campaign.id.value;
        }));
        // A second message goes to the same segment; there are never two of it.
        desk.open(person.id);
        QVERIFY(desk.press(with, QStringLiteral("Send a message")));
        QVERIFY(Hands::waitToRead(QStringLiteral("Everybody in it may be written to")));
        const auto segments = desk.shop.answer(ListSegments{});
        QCOMPARE(std::ranges::count(*segments, "Only " + person.email, &SegmentInfo::name), 1);
    }

    void whoHasNoAddressCannotBeWrittenTo()
    {
        Desk desk;
        SaveProfile save;
        save.phone = "+436641234567";
        const auto made = desk.shop.answer(save);
        QVERIFY(made);
        desk.open(*made);
        QVERIFY(Hands::waitToRead(QStringLiteral("Send a message")));
        QVERIFY(Hands::find(QStringLiteral("Edit")) != nullptr);
        QVERIFY(Hands::find(QStringLiteral("Send a message")) == nullptr);
    }

    void manyChosenPeopleAreSuppressedAndReleasedByUndo_data() { bothHands(); }
    void manyChosenPeopleAreSuppressedAndReleasedByUndo()
    {
        QFETCH(With, with);
        Desk desk;
        SearchProfiles search;
        search.limit = 2000;
        const std::vector<ProfileEntry> people = desk.shop.answer(search)->rows;
        // One of those that will be chosen was suppressed before.
        const ProfileEntry& bounced = people[1];
        QVERIFY(desk.shop.answer(SuppressAddress{Channel::Email, bounced.email, SuppressionReason::HardBounce, {}}));
        desk.shop.show({.page = PageId::Profiles});
        auto* table = desk.shop.window().findChild<PeopleTable*>();
        QVERIFY(table != nullptr);
        std::size_t chosen = 3;
        if (with == With::Mouse) {
            for (int row = 0; row < int(chosen); ++row) {
                QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                                  table->visualRect(table->model()->index(row, PeopleModel::Chosen)).center());
            }
        } else {
            QVERIFY(Hands::tabTo(QStringLiteral("People")));
            Hands::press(Qt::Key_A, Qt::ControlModifier);
            chosen = people.size();
        }
        const QString number = QLocale().toString(qlonglong(chosen));
        QVERIFY(Hands::waitToRead(number + QStringLiteral(" chosen")));
        const auto suppressed = [&](const ProfileEntry& entry) {
            const auto all = desk.person(entry.id).suppressions;
            return all.empty() ? std::optional<SuppressionReason>() : std::optional(all.front().reason);
        };
        // Asked first: who says no has changed nothing.
        QVERIFY(desk.pressAndAgree(with, QStringLiteral("Suppress"), QStringLiteral("Cancel")));
        QVERIFY(!suppressed(people[0]));
        QVERIFY(desk.pressAndAgree(with, QStringLiteral("Suppress"), QStringLiteral("Suppress")));
        QVERIFY(Hands::waitToRead(QStringLiteral("addresses suppressed")));
        QTRY_COMPARE(suppressed(people[0]), std::optional(SuppressionReason::Manual));
        QCOMPARE(suppressed(people[2]), std::optional(SuppressionReason::Manual));
        QCOMPARE(suppressed(bounced), std::optional(SuppressionReason::HardBounce));
        QCOMPARE(suppressed(people[5]).has_value(), with == With::Keyboard);
        QVERIFY(desk.press(with, QStringLiteral("Undo")));
        QTRY_VERIFY(!suppressed(people[0]));
        QVERIFY(!suppressed(people[2]));
        QCOMPARE(suppressed(bounced), std::optional(SuppressionReason::HardBounce));
    }
};

SHOPBELL_TEST(TestPeopleByHand)
#include "test_people_by_hand.moc"
