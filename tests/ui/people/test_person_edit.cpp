// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people_window.h"
#include "support/registry.h"
#include "ui/profiles/person_edit_undo.h"

#include <QLineEdit>

using namespace shopbell;
using namespace shopbell::ui;
using Window = test::PeopleWindow;
using test::pressInDialog;

/// The sheet in which a person is edited, on an engine whose answers the test decides.
class TestPersonEdit : public QObject {
    Q_OBJECT

private:
    static TextField* field(Window& window, const QString& label)
    {
        for (auto* each : window.context.window().findChildren<TextField*>()) {
            if (each->label() == label && each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }
    static bool press(Window& window, const QString& words)
    {
        auto* found = window.button(words);
        if (found == nullptr) {
            return false;
        }
        QTest::mouseClick(found, Qt::LeftButton);
        window.context.settle();
        return true;
    }
    /// Answers SaveProfile with what `answer` says, and keeps what was asked.
    static void keep(Window& window, std::vector<SaveProfile>& kept, std::vector<Error> refusals = {})
    {
        window.people.engine.on<SaveProfile>([&kept, refusals](const SaveProfile& command) -> Result<ProfileId> {
            kept.push_back(command);
            if (kept.size() <= refusals.size()) {
                return tl::unexpected(refusals[kept.size() - 1]);
            }
            return command.profile;
        });
    }

private slots:
    void anEmptiedAddressIsUnsetAndTheUndoBringsItBack()
    {
        Window window(10, {.page = PageId::Profiles, .id = 1});
        std::vector<SaveProfile> saved;
        keep(window, saved);
        QVERIFY(press(window, QStringLiteral("Edit")));
        field(window, QStringLiteral("Email"))->setText(QString());
        field(window, QStringLiteral("Phone"))->setText(QStringLiteral("+43 664 1234567"));
        QVERIFY(press(window, QStringLiteral("Save")));
        QCOMPARE(saved.size(), std::size_t(1));
        QVERIFY(saved[0].unsetEmail && saved[0].email.empty());
        QVERIFY(!saved[0].unsetPhone);
        QCOMPARE(saved[0].phone, std::string("+43 664 1234567"));
        QVERIFY(press(window, QStringLiteral("Undo")));
        QCOMPARE(saved.size(), std::size_t(2));
        QVERIFY(!saved[1].unsetEmail && saved[1].unsetPhone);
        QCOMPARE(saved[1].email, std::string("ana.pereira@example.pt"));
        QCOMPARE(saved[1].phone, std::string("+351912000417"));
    }

    void whatCannotBeTakenAwayIsSaidBesideItsField()
    {
        Window window(10, {.page = PageId::Profiles, .id = 1});
        std::vector<SaveProfile> saved;
        keep(window, saved,
             {makeError(ErrorKind::Conflict,
                        say("person-known-by-nothing-else",
                            "This is all the person is known by: nothing that happens later could be told to be "
                            "theirs. Enter another address or number, or erase the person."))});
        QVERIFY(press(window, QStringLiteral("Edit")));
        field(window, QStringLiteral("Phone"))->setText(QString());
        QVERIFY(press(window, QStringLiteral("Save")));
        QVERIFY(field(window, QStringLiteral("Phone"))->error().startsWith(QStringLiteral("This is all")));
        QVERIFY(field(window, QStringLiteral("Email"))->error().isEmpty());
        // The sheet stays for another try, and the words go with the next edit.
        field(window, QStringLiteral("Phone"))->setText(QStringLiteral("+351912000417"));
        QVERIFY(field(window, QStringLiteral("Phone"))->error().isEmpty());
    }

    void aTakenAddressNamesItsOwnerAndOffersTheMerge()
    {
        Window window(10, {.page = PageId::Profiles, .id = 1});
        std::vector<SaveProfile> saved;
        keep(window, saved,
             {makeError(ErrorKind::AlreadyExists,
                        say("email-taken",
                            "That address belongs to somebody else here, profile #%1. Merge the two if they are one "
                            "person.",
                            {"2"}))});
        std::vector<MergeProfiles> merged;
        window.people.engine.on<MergeProfiles>([&](const MergeProfiles& command) -> Result<Done> {
            merged.push_back(command);
            return Done{};
        });
        const QString other = QStringLiteral("someone.with.a.very.long.address@a-rather-long-domain.example");
        QVERIFY(press(window, QStringLiteral("Edit")));
        field(window, QStringLiteral("Email"))->setText(other);
        QVERIFY(press(window, QStringLiteral("Save")));
        QVERIFY(field(window, QStringLiteral("Email"))->error().startsWith(QStringLiteral("This belongs to ") + other));
        QObject owner;
        const QString offer = QStringLiteral("Merge %1 into this person…").arg(other);
        pressInDialog(&owner, QStringLiteral("Cancel"));
        QVERIFY(press(window, offer));
        QVERIFY(merged.empty());
        pressInDialog(&owner, QStringLiteral("Merge"));
        QVERIFY(press(window, offer));
        QCOMPARE(merged.size(), std::size_t(1));
        QCOMPARE(merged[0].from.value, 2);
        QCOMPARE(merged[0].into.value, 1);
        // Then what was entered is saved, without an Undo: the merge stands.
        QCOMPARE(saved.size(), std::size_t(2));
        QCOMPARE(toQString(saved[1].email), other);
        QVERIFY(window.button(QStringLiteral("Undo")) == nullptr);
    }

    void anotherAddressWithdrawsTheOffer()
    {
        Window window(10, {.page = PageId::Profiles, .id = 1});
        std::vector<SaveProfile> saved;
        keep(window, saved,
             {makeError(ErrorKind::AlreadyExists,
                        say("phone-taken",
                            "That number belongs to somebody else here, profile #%1. Merge the two if they are one "
                            "person.",
                            {"2"}))});
        QVERIFY(press(window, QStringLiteral("Edit")));
        field(window, QStringLiteral("Phone"))->setText(QStringLiteral("+43 664 1"));
        QVERIFY(press(window, QStringLiteral("Save")));
        QVERIFY(!field(window, QStringLiteral("Phone"))->error().isEmpty());
        const auto offers = [&] {
            int count = 0;
            for (const auto* each : window.context.window().findChildren<QAbstractButton*>()) {
                count += each->isVisible() && each->text().startsWith(QStringLiteral("Merge "));
            }
            return count;
        };
        QCOMPARE(offers(), 1);
        field(window, QStringLiteral("Phone"))->setText(QStringLiteral("+43 664 2"));
        QCOMPARE(offers(), 0);
        QVERIFY(field(window, QStringLiteral("Phone"))->error().isEmpty());
    }

    void anEditAndItsUndoEndWhereTheyBegan()
    {
        Profile before;
        before.id = {7};
        before.email = "a@example.com";
        before.properties = {{"city", std::string("Graz")}, {"visits", 3.0}};
        SaveProfile edit;
        edit.profile = before.id;
        edit.email = "b@example.com";
        edit.phone = "+436641234567";
        edit.properties = {{"city", std::string("Linz")}, {"scent", std::string("rose")}};
        edit.unset = {"visits"};
        const SaveProfile undo = undoOf(before, edit);
        QCOMPARE(undo.profile.value, 7);
        QCOMPARE(undo.email, std::string("a@example.com"));
        QVERIFY(undo.unsetEmail);
        QVERIFY(undo.phone.empty() && undo.unsetPhone);
        QCOMPARE(undo.properties, before.properties);
        QCOMPARE(undo.unset, std::vector<std::string>{"scent"});
    }
};

SHOPBELL_TEST(TestPersonEdit)
#include "test_person_edit.moc"
