// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people_window.h"
#include "support/registry.h"
#include "ui/profiles/people_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/sheet.h"

#include <QAction>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>

using namespace shopbell;
using namespace shopbell::ui;
using Window = test::PeopleWindow;
using test::pressInDialog;

class TestProfilesPage : public QObject {
    Q_OBJECT
private slots:
    void typingSearchesAndAClickOpensThePerson();
    void headersSortAndAreRemembered();
    void chosenPeopleJoinAListAndLeaveItByUndo();
    void aPersonShowsWhatHappenedWithTheSkipsAndWhy();
    void theTimelineGoesOnWhileOneScrolls();
    void whyTheseSegmentsIsAnswered();
    void editingSendsOnlyWhatChanged();
    void consentIsAskedForWithItsProof();
    void erasingAsksOnceAndShowsTheProof();
    void suppressingCanBeUndone();
    void anEmptyShopSaysWhatToDo();
    void howLongScrollingAMillionTakes();
    void pictures();
};

void TestProfilesPage::typingSearchesAndAClickOpensThePerson()
{
    Window window(1'000'000);
    QCOMPARE(window.page->title(), QStringLiteral("Profiles"));
    QCOMPARE(window.page->subtitle(), QStringLiteral("1,000,000 people"));
    auto* search = window.page->findChild<SearchField*>();
    QTest::keyClicks(search, QStringLiteral("ana"));
    window.context.settle();
    QVERIFY(std::ranges::any_of(window.people.searches, [](const auto& asked) { return asked.words == "ana"; }));
    QCOMPARE(window.table()->model()->rowCount(), 7);
    QCOMPARE(window.page->subtitle(), QStringLiteral("7 people found"));
    QTest::mouseClick(window.table()->viewport(), Qt::LeftButton, {}, window.cell(2, PeopleModel::Name));
    QCOMPARE(window.context.places.size(), std::size_t(1));
    QCOMPARE(window.context.places.back(), (Place{.page = PageId::Profiles, .id = 3}));
    QTest::keyClick(window.table(), Qt::Key_Down);
    QTest::keyClick(window.table(), Qt::Key_Return);
    QCOMPARE(window.context.places.back().id, 4);
    QTest::keyClicks(search, QStringLiteral("x"));
    search->setText(QStringLiteral("nobody"));
    window.context.settle();
    QVERIFY(window.button(QStringLiteral("Show everybody")) != nullptr);
    QTest::mouseClick(window.button(QStringLiteral("Show everybody")), Qt::LeftButton);
    window.context.settle();
    QCOMPARE(window.table()->model()->rowCount(), 1'000'000);
    QVERIFY(window.context.errors.empty());
}

void TestProfilesPage::headersSortAndAreRemembered()
{
    Window window(300);
    QHeaderView* head = window.table()->horizontalHeader();
    const auto click = [&](int column) {
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                          QPoint(head->sectionViewportPosition(column) + 40, head->height() / 2));
        window.context.settle();
    };
    click(PeopleModel::Name);
    QCOMPARE(window.people.searches.back().order, ProfileOrder::Name);
    QCOMPARE(window.people.searches.back().descending, false);
    QCOMPARE(head->sortIndicatorSection(), int(PeopleModel::Name));
    click(PeopleModel::Name);
    QCOMPARE(window.people.searches.back().descending, true);
    click(PeopleModel::Consent);  // the engine cannot sort by it: nothing changes
    QCOMPARE(window.people.searches.back().order, ProfileOrder::Name);
    QCOMPARE(head->sortIndicatorSection(), int(PeopleModel::Name));
    click(PeopleModel::Spent);  // who spent most comes first
    QCOMPARE(window.people.searches.back().order, ProfileOrder::Spent);
    QCOMPARE(window.people.searches.back().descending, true);
    head->resizeSection(PeopleModel::Email, 333);
    QTRY_VERIFY(!window.context.preferences().pageState(QStringLiteral("profiles/columns")).toByteArray().isEmpty());
}

void TestProfilesPage::chosenPeopleJoinAListAndLeaveItByUndo()
{
    Window window(1'000);
    LeaveList left;
    window.people.engine.on<LeaveList>([&](const LeaveList& command) -> Result<std::int64_t> {
        left = command;
        return static_cast<std::int64_t>(command.profiles.size());
    });
    QVERIFY(window.button(QStringLiteral("Export")) == nullptr);
    QTest::mouseClick(window.table()->viewport(), Qt::LeftButton, {}, window.cell(0, PeopleModel::Chosen));
    QTest::mouseClick(window.table()->viewport(), Qt::LeftButton, {}, window.cell(2, PeopleModel::Chosen));
    QVERIFY(window.context.places.empty());
    window.context.settle();
    QVERIFY(window.button(QStringLiteral("Export")) != nullptr);
    Picker* lists = nullptr;
    for (auto* each : window.page->findChildren<Picker*>()) {
        lists = each->accessibleName().startsWith(QLatin1String("Add the chosen")) ? each : lists;
    }
    QVERIFY(lists != nullptr);
    QCOMPARE(lists->choices().size(), 3);
    lists->setCurrent(QStringLiteral("4"));
    emit lists->chosen(QStringLiteral("4"));
    window.context.settle();
    QCOMPARE(window.people.joined.list.value, 4);
    QCOMPARE(window.people.joined.profiles, (std::vector<ProfileId>{{1}, {3}}));
    auto* undo = window.button(QStringLiteral("Undo"));
    QVERIFY(undo != nullptr);
    QTest::mouseClick(undo, Qt::LeftButton);
    window.people.engine.join();
    QCOMPARE(left.profiles, (std::vector<ProfileId>{{1}, {3}}));
    // By keyboard: Space takes the current row out of the choice and in again.
    window.table()->setCurrentIndex(window.table()->model()->index(5, PeopleModel::Name));
    QTest::keyClick(window.table(), Qt::Key_Space);
    QVERIFY(window.table()->selectionModel()->isRowSelected(5, {}));
    QTest::keyClick(window.table(), Qt::Key_Space);
    QVERIFY(!window.table()->selectionModel()->isRowSelected(5, {}));
}

void TestProfilesPage::aPersonShowsWhatHappenedWithTheSkipsAndWhy()
{
    Window window(10, {.page = PageId::Profiles, .id = 1});
    QVERIFY2(window.context.errors.empty(),
             window.context.errors.empty() ? "" : describe(window.context.errors[0]).c_str());
    QCOMPARE(window.page->title(), QStringLiteral("Ana Pereira"));
    const QStringList rows = window.rows();
    QVERIFY(rows.size() >= 50);
    QCOMPARE(rows[0].section(QLatin1Char('|'), 1), QStringLiteral("#2871 · €64.00 · 2 × Beeswax Pillar"));
    const auto skipped =
        std::ranges::find_if(rows, [](const QString& row) { return row.startsWith(QLatin1String("Not sent")); });
    QVERIFY(skipped != rows.end());
    QVERIFY(skipped->contains(QStringLiteral("Singles’ Day")));
    QVERIFY(skipped->contains(QStringLiteral("smart sending")));
    // Where it belongs in time: a day and an hour back, between the events 18 and 27 hours back.
    QCOMPARE(skipped - rows.begin(), 3);
    window.context.turnTo({.page = PageId::Profiles, .id = 2});
    QVERIFY(window.rows().isEmpty());
    QVERIFY(window.button(QStringLiteral("Release")) != nullptr);
    window.context.turnTo({.page = PageId::Profiles, .id = 2'000'000});
    QCOMPARE(window.context.errors.size(), std::size_t(1));
    QCOMPARE(window.context.places.back(), (Place{.page = PageId::Profiles}));
}

void TestProfilesPage::theTimelineGoesOnWhileOneScrolls()
{
    Window window(10, {.page = PageId::Profiles, .id = 1});
    const auto before = window.rows().size();
    QVERIFY(before < 131);
    for (int i = 0; i < 6; ++i) {
        for (auto* area : window.page->findChildren<QScrollArea*>()) {
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        }
        window.context.settle();
    }
    QCOMPARE(window.rows().size(), 131);  // 130 events and a skip, each once
}

void TestProfilesPage::whyTheseSegmentsIsAnswered()
{
    Window window(10, {.page = PageId::Profiles, .id = 1});
    auto* why = window.button(QStringLiteral("Why these?"));
    QVERIFY(why != nullptr);
    QTest::mouseClick(why, Qt::LeftButton);
    window.context.settle();
    QStringList words;
    for (const auto* each : window.context.window().findChildren<QLabel*>()) {
        words << each->text();
    }
    QVERIFY(words.contains(QStringLiteral("17 times, last on 21 November")));
}

void TestProfilesPage::editingSendsOnlyWhatChanged()
{
    Window window(10, {.page = PageId::Profiles, .id = 1});
    SaveProfile saved;
    window.people.engine.on<SaveProfile>([&](const SaveProfile& command) -> Result<ProfileId> {
        saved = command;
        return command.profile;
    });
    QTest::mouseClick(window.button(QStringLiteral("Edit")), Qt::LeftButton);
    QTest::qWait(0);
    for (auto* field : window.context.window().findChildren<TextField*>()) {
        if (field->label() == QLatin1String("City")) {
            field->setText(QStringLiteral("Lisbon"));
        }
    }
    QTest::mouseClick(window.button(QStringLiteral("Save")), Qt::LeftButton);
    window.context.settle();
    QCOMPARE(saved.profile.value, 1);
    QVERIFY(saved.email.empty() && saved.phone.empty() && saved.unset.empty());
    QCOMPARE(saved.properties, (Properties{{"city", std::string("Lisbon")}}));
}

void TestProfilesPage::consentIsAskedForWithItsProof()
{
    Window window(10, {.page = PageId::Profiles, .id = 1});
    SaveConsent saved;
    window.people.engine.on<SaveConsent>([&](const SaveConsent& command) -> Result<Done> {
        saved = command;
        return Done{};
    });
    QAbstractButton* change = nullptr;
    for (auto* each : window.page->findChildren<QAbstractButton*>()) {
        change = each->accessibleName() == QLatin1String("Change what is allowed: SMS") ? each : change;
    }
    QVERIFY(change != nullptr);
    QObject owner;
    pressInDialog(&owner, QStringLiteral("Save"), [](QWidget* dialog) {
        for (auto* field : dialog->findChildren<TextField*>()) {
            if (field->label() == QLatin1String("Where")) {
                field->setText(QStringLiteral("Christmas market"));
            }
        }
    });
    QTest::mouseClick(change, Qt::LeftButton);
    window.context.settle();
    QCOMPARE(saved.profile.value, 1);
    QCOMPARE(saved.consent.channel, Channel::Sms);
    QCOMPARE(saved.consent.state, ConsentState::Subscribed);
    QCOMPARE(saved.consent.method, std::string("phone"));
    QCOMPARE(saved.consent.place, std::string("Christmas market"));
}

void TestProfilesPage::erasingAsksOnceAndShowsTheProof()
{
    Window window(10, {.page = PageId::Profiles, .id = 1});
    window.people.engine.on<EraseProfile>([](const EraseProfile&) -> Result<ErasureProof> {
        return ErasureProof{test::today, "2026-11-21T09:52:00.000Z sha256:1f events=131", 140};
    });
    QAction* erase = nullptr;
    for (auto* each : window.context.window().findChildren<QAction*>()) {
        erase = each->text().startsWith(QLatin1String("Erase")) ? each : erase;
    }
    QVERIFY(erase != nullptr);
    QObject owner;
    pressInDialog(&owner, QStringLiteral("Cancel"));
    erase->trigger();
    window.context.settle();
    QCOMPARE(window.people.engine.asked<EraseProfile>(), 0);
    QString proof;
    pressInDialog(&owner, QStringLiteral("Erase"));
    pressInDialog(&owner, QStringLiteral("Done"), [&](QWidget* dialog) {
        if (const auto* area = dialog->findChild<TextArea*>()) {
            proof = area->text();
        }
    });
    erase->trigger();
    window.context.settle();
    QCOMPARE(window.people.engine.asked<EraseProfile>(), 1);
    QVERIFY(proof.contains(QStringLiteral("sha256:1f")));
    QCOMPARE(window.context.places.back(), (Place{.page = PageId::Profiles}));
}

void TestProfilesPage::suppressingCanBeUndone()
{
    Window window(10, {.page = PageId::Profiles, .id = 1});
    ReleaseAddress released;
    window.people.engine.on<ReleaseAddress>([&](const ReleaseAddress& command) -> Result<bool> {
        released = command;
        return true;
    });
    QAction* suppress = nullptr;
    for (auto* each : window.context.window().findChildren<QAction*>()) {
        suppress = each->text().startsWith(QLatin1String("Suppress")) ? each : suppress;
    }
    QVERIFY(suppress != nullptr);
    suppress->trigger();
    window.context.settle();
    QVERIFY(window.people.suppressed.contains("ana.pereira@example.pt"));
    auto* undo = window.button(QStringLiteral("Undo"));
    QVERIFY(undo != nullptr);
    QTest::mouseClick(undo, Qt::LeftButton);
    window.people.engine.join();
    QCOMPARE(released.address, std::string("ana.pereira@example.pt"));
}

void TestProfilesPage::anEmptyShopSaysWhatToDo()
{
    Window window(0);
    auto* importing = window.button(QStringLiteral("Import a file"));
    QVERIFY(importing != nullptr);
    QTest::mouseClick(importing, Qt::LeftButton);
    QCOMPARE(window.context.places.back().page, PageId::Imports);
}

void TestProfilesPage::howLongScrollingAMillionTakes()
{
    Window window(1'000'000);
    QScrollBar* bar = window.table()->verticalScrollBar();
    qint64 worst = 0;
    qint64 whole = 0;
    constexpr int frames = 60;
    for (int i = 0; i < frames; ++i) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * ((i * 37) % frames) / frames));
        window.table()->viewport()->grab();
        const qint64 taken = timer.nsecsElapsed() / 1000;
        worst = std::max(worst, taken);
        whole += taken;
        QTest::qWait(0);
    }
    qInfo("scroll anywhere in 1,000,000 rows and paint: %.1f ms on average, %.1f ms at worst",
          static_cast<double>(whole) / frames / 1000, static_cast<double>(worst) / 1000);
    window.context.settle();
    QVERIFY(window.people.searches.size() < std::size_t(frames * 4));
}

void TestProfilesPage::pictures()
{
    Window full(48'210);
    full.context.draw(QStringLiteral("people-full"));
    QTest::mouseClick(full.table()->viewport(), Qt::LeftButton, {}, full.cell(1, PeopleModel::Chosen));
    full.context.draw(QStringLiteral("people-chosen"));
    Window none(0);
    none.context.draw(QStringLiteral("people-none"));
    Window person(10, {.page = PageId::Profiles, .id = 1});
    person.context.draw(QStringLiteral("person-full"));
    QTest::mouseClick(person.button(QStringLiteral("Why these?")), Qt::LeftButton);
    person.context.draw(QStringLiteral("person-why"));
    Window mirrored(10, {.page = PageId::Profiles, .id = 1});
    mirrored.context.window().setLayoutDirection(Qt::RightToLeft);
    mirrored.context.draw(QStringLiteral("person-mirrored"));
    mirrored.context.turnTo({.page = PageId::Profiles});
    mirrored.context.draw(QStringLiteral("people-mirrored"));
    Window little(10, {.page = PageId::Profiles, .id = 2});
    little.context.draw(QStringLiteral("person-little"));
    QTest::mouseClick(little.button(QStringLiteral("Edit")), Qt::LeftButton);
    little.context.draw(QStringLiteral("person-edit"));
}

SHOPBELL_TEST(TestProfilesPage)
#include "test_profiles_page.moc"
