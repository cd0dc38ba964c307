// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/property_column.h"

#include "base/text.h"
#include "history_shop.h"
#include "support/registry.h"
#include "support/seeded_random.h"
#include "support/temp_dir.h"

#include <QTest>

#include <algorithm>

using namespace shopbell;
using test::PlainEvent;
using test::Shop;

namespace {

PlainEvent withProperties(std::int64_t at, std::string json)
{
    return {1, 1, at, {}, std::to_string(at), std::move(json), false, 0};
}

/// What the column says of one event, in words: "unset", "a", "[a,b]".
std::string say(const PropertyColumn& column, std::uint32_t code)
{
    if (code == 0) {
        return "unset";
    }
    std::string text;
    for (const PropertyAtom& atom : column.atoms(code)) {
        text += text.empty() ? "" : ",";
        text += atom.kind == PropertyAtom::Kind::Text ? "'" + std::string(atom.text) + "'" : std::string(atom.text);
    }
    return column.isList(code) ? "[" + text + "]" : text.empty() ? "object" : text;
}

std::vector<std::string> sayAll(const HistoryView& view, MetricId metric, std::string_view path)
{
    const auto columns = view.metric(metric).value();
    const auto column = view.propertyColumn(metric, path).value();
    std::vector<std::pair<std::int64_t, std::string>> said;
    for (std::uint32_t rank = 0; rank < columns->size(); ++rank) {
        said.emplace_back(columns->at.ms(rank), say(*column, column->code(rank)));
    }
    for (std::uint32_t i = 0; i < columns->tail.size(); ++i) {
        said.emplace_back(columns->tail.at[i], say(*column, column->tailCode(i)));
    }
    std::ranges::stable_sort(said, {}, [](const auto& entry) { return entry.first; });
    std::vector<std::string> words;
    for (auto& entry : said) {
        words.push_back(std::move(entry.second));
    }
    return words;
}

}  // namespace

class TestPropertyColumn : public QObject {
    Q_OBJECT

private slots:
    void pathsReachIntoObjectsAndLists();
    void columnsFollowTheHistoryAndComeBackFromTheFile();
    void manyEventsAreReadByTwo();
    void anAbandonedReadingGoesOnWhereItWasLeft();
    void rowsAreFoundWhetherTheyLieCloseTogetherOrFarApart();
    void pathsAreListedByFrequency();
};

void TestPropertyColumn::pathsReachIntoObjectsAndLists()
{
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    const std::vector<PlainEvent> events{
        withProperties(
            1, R"({"Category":"Shoes","n":1.5,"ok":true,"tags":["x","y"],"items":[{"name":"A","q":1},{"name":"B"}]})"),
        withProperties(2, R"({"Category":null,"n":12,"tags":[],"items":[],"address":{"city":"Graz"}})"),
        withProperties(3, R"({"address.city":"Linz","address":{"city":"Wien"},"items":{"name":"C"},"n":"12"})"),
        withProperties(4, "{}")};
    shop.append(events);
    const auto view = shop.log->view();
    using Words = std::vector<std::string>;
    QCOMPARE(sayAll(*view, {1}, "Category"), (Words{"'Shoes'", "unset", "unset", "unset"}));
    QCOMPARE(sayAll(*view, {1}, "n"), (Words{"1.5", "12", "'12'", "unset"}));
    QCOMPARE(sayAll(*view, {1}, "ok"), (Words{"true", "unset", "unset", "unset"}));
    QCOMPARE(sayAll(*view, {1}, "tags"), (Words{"['x','y']", "[]", "unset", "unset"}));
    QCOMPARE(sayAll(*view, {1}, "tags[]"), (Words{"['x','y']", "[]", "unset", "unset"}));
    QCOMPARE(sayAll(*view, {1}, "items[].name"), (Words{"['A','B']", "[]", "'C'", "unset"}));
    QCOMPARE(sayAll(*view, {1}, "address.city"), (Words{"unset", "'Graz'", "'Linz'", "unset"}));
    QCOMPARE(sayAll(*view, {1}, "address"), (Words{"unset", "object", "object", "unset"}));
    const auto column = view->propertyColumn({1}, "Category").value();
    QCOMPARE(column->codeCount(), 2u);
    QCOMPARE(column->counts()[0], 3u);
    QCOMPARE(column->counts()[1], 1u);
    QCOMPARE(column->atoms(1)[0].text, std::string_view("Shoes"));
}

void TestPropertyColumn::manyEventsAreReadByTwo()
{
    test::SeededRandom random(5);
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    std::vector<PlainEvent> events;
    std::vector<std::string> expected;
    for (std::int64_t i = 0; i < 50'000; ++i) {
        // Some contents come in one half alone, some in both, some have none.
        const std::int64_t n = i < 25'000 ? random->between(0, 400) : random->between(200, 600);
        events.push_back(withProperties(i, n % 7 == 0 ? "{}" : R"({"n":)" + std::to_string(n) + "}"));
        expected.push_back(n % 7 == 0 ? "unset" : std::to_string(n));
    }
    shop.append(events);
    QVERIFY(shop.log->seal());
    shop.reopen();
    const auto view = shop.log->view();
    QVERIFY(sayAll(*view, {1}, "n") == expected);
    const auto column = view->propertyColumn({1}, "n").value();
    std::int64_t counted = 0;
    for (const std::uint32_t count : column->counts()) {
        counted += count;
    }
    QCOMPARE(counted, std::int64_t{50'000});
    // It comes back from the file as it was.
    QVERIFY(shop.log->seal());
    shop.reopen();
    QVERIFY(sayAll(*shop.log->view(), {1}, "n") == expected);
}

void TestPropertyColumn::anAbandonedReadingGoesOnWhereItWasLeft()
{
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    std::vector<PlainEvent> events;
    std::vector<std::string> expected;
    for (std::int64_t i = 0; i < 50'000; ++i) {
        events.push_back(withProperties(i, R"({"n":)" + std::to_string(i % 300) + "}"));
        expected.push_back(std::to_string(i % 300));
    }
    shop.append(events);
    QVERIFY(shop.log->seal());
    shop.reopen();
    const auto view = shop.log->view();
    std::vector<std::pair<std::int64_t, std::int64_t>> told;
    ReadingWatch watch;
    watch.tell = [&](std::int64_t done, std::int64_t total) {
        told.emplace_back(done, total);
        watch.cancel.cancel();
    };
    const auto abandoned = view->propertyColumn({1}, "n", watch);
    QVERIFY(!abandoned);
    QCOMPARE(abandoned.error().kind, ErrorKind::Cancelled);
    // Who waits hears of the end, however it came.
    QCOMPARE(told.back(), (std::pair<std::int64_t, std::int64_t>(50'000, 50'000)));
    // What was read is not read again: the first event now says something else.
    QVERIFY(shop.connection.run("UPDATE event SET properties = '{\"n\":-1}' WHERE row = 1"));
    told.clear();
    ReadingWatch second;
    second.tell = [&](std::int64_t done, std::int64_t total) { told.emplace_back(done, total); };
    QVERIFY(view->propertyColumn({1}, "n", second));
    QVERIFY(std::ranges::is_sorted(told));
    QCOMPARE(told.back(), (std::pair<std::int64_t, std::int64_t>(50'000, 50'000)));
    QVERIFY(sayAll(*view, {1}, "n") == expected);
}

void TestPropertyColumn::rowsAreFoundWhetherTheyLieCloseTogetherOrFarApart()
{
    test::SeededRandom random(31);
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    std::vector<PlainEvent> events;
    std::vector<std::string> expected[3];
    for (std::int64_t i = 0; i < 30'000; ++i) {
        // One event in 40 is of metric 2; metric 1 has the others.
        PlainEvent event = withProperties(i, random->chance(0.1) ? "{}" : R"({"n":)" + std::to_string(i % 70) + "}");
        event.metric = random->chance(0.025) ? 2 : 1;
        expected[event.metric].push_back(event.properties == "{}" ? "unset" : std::to_string(i % 70));
        events.push_back(std::move(event));
    }
    shop.append(events);
    QVERIFY(shop.log->seal());
    shop.reopen();
    QVERIFY(sayAll(*shop.log->view(), {1}, "n") == expected[1]);
    QVERIFY(sayAll(*shop.log->view(), {2}, "n") == expected[2]);
}

void TestPropertyColumn::columnsFollowTheHistoryAndComeBackFromTheFile()
{
    test::SeededRandom random(11);
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    test::HistoryOracle oracle;
    for (int step = 0; step < 60; ++step) {
        std::vector<PlainEvent> events;
        const auto count = random->chance(0.2) ? 1800 : random->between(1, 30);
        for (std::int64_t k = 0; k < count; ++k) {
            PlainEvent event = withProperties(random->between(0, 1'000'000), "{}");
            event.profile = random->between(1, 20);
            event.uniqueId = std::to_string(random->between(0, 30'000));
            if (random->chance(0.8)) {
                event.properties =
                    R"({"c":")" + random.text("abcdefgh", static_cast<std::size_t>(random->between(1, 3))) + R"("})";
            }
            events.push_back(event);
        }
        for (const PlainEvent& event : events) {
            oracle.append(event);
        }
        shop.append(events);
        for (int edit = 0; edit < 3; ++edit) {
            PlainEvent event = events[random->below(events.size())];
            event.properties = R"({"c":"edited"})";
            QCOMPARE(shop.log->replace(event.toNew()).value(), oracle.replace(event));
        }
        shop.log->published();
        if (random->chance(0.2)) {
            QVERIFY(shop.log->seal());
        }
        if (random->chance(0.2)) {
            shop.reopen();
        }
        if (random->chance(0.5)) {
            const auto view = shop.log->view();
            std::vector<std::string> expected;
            for (const PlainEvent& event : oracle.list(1)) {
                const auto text =
                    event.properties.size() > 7 ? event.properties.substr(5, event.properties.size() - 6) : "";
                expected.push_back(text.empty() ? "unset" : replaceAll(text, "\"", "'"));
            }
            QCOMPARE(sayAll(*view, {1}, "c"), expected);
        }
    }
}

void TestPropertyColumn::pathsAreListedByFrequency()
{
    test::TempDir folder;
    Shop shop(folder / "a.shopbell");
    const std::vector<PlainEvent> events{
        withProperties(1, R"({"a":1,"items":[{"name":"A"},{"name":"B"}],"o":{"p":1}})"),
        withProperties(2, R"({"a":1,"tags":["x"]})")};
    shop.append(events);
    QCOMPARE(shop.log->view()->listPropertyPaths({1}).value(),
             (std::vector<std::string>{"a", "items[].name", "o.p", "tags"}));
}

SHOPBELL_TEST(TestPropertyColumn)
#include "test_property_column.moc"
