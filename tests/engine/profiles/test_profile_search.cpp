// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people_fixture.h"

#include "base/text.h"
#include "profiles/erasure.h"
#include "profiles/profile_reading.h"
#include "profiles/profile_search.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <algorithm>
#include <tuple>

using namespace shopbell;
using namespace shopbell::test;

namespace {

ProfileId add(PeopleFixture& f, std::string_view first, std::string_view last, std::string_view email,
              std::string_view phone = {})
{
    ProfileUpdate update;
    update.email = email;
    update.phone = phone;
    if (!first.empty()) {
        update.properties.emplace("first_name", std::string(first));
    }
    if (!last.empty()) {
        update.properties.emplace("last_name", std::string(last));
    }
    f.clock.advance(std::chrono::milliseconds(1));
    update.at = f.clock.now();
    return f.people.apply(update)->profile;
}

std::vector<ProfileId> find(PeopleFixture& f, ProfileSearch& search, std::string_view words)
{
    ProfileSearchQuestion question;
    question.words = words;
    const auto page = search.search(f.connection, question);
    return page ? page->ids : std::vector<ProfileId>{ProfileId{-1}};
}

using Ids = std::vector<ProfileId>;

}  // namespace

class TestProfileSearch : public QObject {
    Q_OBJECT
private slots:
    void namesEmailsAndPhonesAreFoundByAnyPart()
    {
        PeopleFixture f;
        ProfileSearch search;
        const auto jurgen = add(f, "Jürgen", "Weiß", "jw@example.com", "0664 1234560");
        const auto ana = add(f, "Ana", "Pereira", "ana.pereira@example.org");
        QCOMPARE(find(f, search, "jurgen"), Ids{jurgen});
        QCOMPARE(find(f, search, "JÜR weiss"), Ids{jurgen});
        QCOMPARE(find(f, search, "0664 123"), Ids{jurgen});
        QCOMPARE(find(f, search, "+43 664 12"), Ids{jurgen});
        QCOMPARE(find(f, search, "example.org"), Ids{ana});
        QCOMPARE(find(f, search, "reira"), Ids{ana});
        QCOMPARE(find(f, search, "example"), (Ids{ana, jurgen}));
        QCOMPARE(find(f, search, "ana weiss"), Ids{});
        QCOMPARE(find(f, search, "  "), (Ids{ana, jurgen}));
    }

    void changesMergesAndErasuresAreSeenAtTheNextQuestion()
    {
        PeopleFixture f;
        ProfileSearch search;
        const auto ana = add(f, "Ana", "", "ana@example.com");
        QCOMPARE(find(f, search, "ana"), Ids{ana});
        const auto ben = add(f, "Ben", "", "ben@example.com");
        QCOMPARE(find(f, search, "ben"), Ids{ben});
        QCOMPARE(add(f, "Benedikt", "", "ben@example.com"), ben);
        QCOMPARE(find(f, search, "benedikt"), Ids{ben});
        f.clock.advance(std::chrono::milliseconds(1));
        QVERIFY(f.people.merge(ben, ana, "by hand"));
        QCOMPARE(find(f, search, ""), Ids{ana});
        QVERIFY(f.people.erase(ana));
        QVERIFY(recordErasure(f.connection, {ana, f.clock.now(), "x", {}}));
        QCOMPARE(find(f, search, ""), Ids{});
    }

    void pagesOfEveryOrderAreThoseOfAPlainSort()
    {
        PeopleFixture f;
        ProfileSearch search;
        SeededRandom random(8);
        struct Known {
            ProfileId id;
            std::string name, email;
            Instant created;
        };
        std::vector<Known> all;
        for (int i = 0; i < 900; ++i) {
            const std::string first = random->chance(0.1) ? "" : random.text("abc", 1 + random->below(10));
            const std::string email = random.text("xyz", 3) + std::to_string(i) + "@example.com";
            const auto id = add(f, first, "", email);
            const auto profile = *loadProfile(f.connection, id);
            all.push_back({id, first.empty() ? email : first, email, profile.createdAt});
        }
        for (int round = 0; round < 200; ++round) {
            ProfileSearchQuestion question;
            question.words = random->chance(0.3) ? "" : random.text("abcxyz", 1 + random->below(3));
            question.sort = static_cast<ProfileSort>(random->below(3));
            question.descending = random->chance(0.5);
            question.offset = random->below(200);
            question.limit = random->below(60);
            std::vector<ProfileId> within;
            for (const Known& one : all) {
                if (random->chance(0.7)) {
                    within.push_back(one.id);
                }
            }
            const bool isWithin = random->chance(0.3);
            question.within = isWithin ? &within : nullptr;

            std::vector<Known> expected;
            for (const Known& one : all) {
                const bool isIn = !isWithin || std::find(within.begin(), within.end(), one.id) != within.end();
                if (isIn && (one.name + '\n' + one.email).find(question.words) != std::string::npos) {
                    expected.push_back(one);
                }
            }
            const auto less = [&](const Known& a, const Known& b) {
                switch (question.sort) {
                case ProfileSort::Name: return std::pair(a.name, a.id) < std::pair(b.name, b.id);
                case ProfileSort::Email: return std::pair(a.email, a.id) < std::pair(b.email, b.id);
                case ProfileSort::Created: return std::pair(a.created, a.id) < std::pair(b.created, b.id);
                case ProfileSort::Figure: break;
                }
                return false;
            };
            std::sort(expected.begin(), expected.end(),
                      [&](const Known& a, const Known& b) { return question.descending ? less(b, a) : less(a, b); });
            const auto page = search.search(f.connection, question);
            QVERIFY(page);
            QCOMPARE(page->total, expected.size());
            Ids ids;
            for (std::size_t i = question.offset; i < std::min(expected.size(), question.offset + question.limit);
                 ++i) {
                ids.push_back(expected[i].id);
            }
            QCOMPARE(page->ids, ids);
        }
    }

    void scrollingThroughOneAnswerMeetsEverybodyOnce_data()
    {
        QTest::addColumn<int>("sort");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<bool>("isWarm");
        for (int sort = 0; sort <= static_cast<int>(ProfileSort::Figure); ++sort) {
            for (const bool descending : {false, true}) {
                for (const bool isWarm : {false, true}) {
                    QTest::addRow("%d %s %s", sort, descending ? "down" : "up", isWarm ? "warm" : "cold")
                        << sort << descending << isWarm;
                }
            }
        }
    }
    void scrollingThroughOneAnswerMeetsEverybodyOnce()
    {
        QFETCH(int, sort);
        QFETCH(bool, descending);
        QFETCH(bool, isWarm);
        PeopleFixture f;
        SeededRandom random(9);
        Ids all;
        auto figures = std::make_shared<std::vector<std::int64_t>>(1, 0);
        for (int i = 0; i < 230; ++i) {
            all.push_back(add(f, random.text("abc", 4), "", "p" + std::to_string(i) + "@example.com"));
            figures->resize(static_cast<std::size_t>(all.back().value) + 1, 0);
            figures->back() = static_cast<std::int64_t>(random->below(20));
        }
        // The last ones lie past the end of the figures, as people do whom the history does not know yet.
        figures->resize(200);
        ProfileSearch search;
        if (isWarm) {
            QVERIFY(search.warmUp(f.connection));
        }
        const auto figureOf = [&](ProfileId id) {
            const auto number = static_cast<std::size_t>(id.value);
            return number < figures->size() ? (*figures)[number] : 0;
        };
        ProfileSearchQuestion question;
        question.sort = static_cast<ProfileSort>(sort);
        question.descending = descending;
        question.figures = {1, figures, figureOf};
        question.limit = 100'000;
        ProfileSearch other;
        const auto whole = other.search(f.connection, question);
        QVERIFY(whole);
        question.limit = 30;
        Ids met;
        for (question.offset = 0; question.offset < all.size(); question.offset += question.limit) {
            const auto page = search.search(f.connection, question);
            QVERIFY(page);
            QCOMPARE(page->total, all.size());
            met.insert(met.end(), page->ids.begin(), page->ids.end());
        }
        QCOMPARE(met, whole->ids);
        if (question.sort == ProfileSort::Figure) {
            QVERIFY(std::is_sorted(met.begin(), met.end(), [&](ProfileId a, ProfileId b) {
                return descending ? figureOf(b) < figureOf(a) : figureOf(a) < figureOf(b);
            }));
        }
        std::sort(met.begin(), met.end());
        std::sort(all.begin(), all.end());
        QCOMPARE(met, all);
    }

    void pagesOfManyPeopleAreThoseOfTheWholeOrder()
    {
        // So many that a page is picked out of the answer, which is not sorted as a whole at once.
        PeopleFixture f;
        constexpr std::int64_t many = 30'000;
        QVERIFY(f.connection.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) "
                                     "INSERT INTO profile(id, created_at, changed_at, email, properties) SELECT i, "
                                     "1700000000000 + i * 7919 % 4001, "
                                     "1700000000000, 'p' || (i * 31 % 997) || '-' || i || '@example.com', "
                                     "'{\"first_name\":\"anna maria ' || (i * 17 % 211) || '\"}' FROM n"));
        const auto figures = std::make_shared<int>(0);
        const auto figureOf = [](ProfileId id) { return id.value * 13 % 499 - 200; };
        std::vector<std::tuple<std::int64_t, std::string, std::string, std::int64_t>> people;
        for (std::int64_t i = 1; i <= many; ++i) {
            people.emplace_back(i, "anna maria " + std::to_string(i * 17 % 211),
                                "p" + std::to_string(i * 31 % 997) + "-" + std::to_string(i) + "@example.com",
                                i * 7919 % 4001);
        }
        std::vector<std::vector<std::int64_t>> orders(4);
        for (int sort = 0; sort < 4; ++sort) {
            auto sorted = people;
            std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
                const auto id = [](const auto& one) { return std::get<0>(one); };
                switch (static_cast<ProfileSort>(sort)) {
                case ProfileSort::Name: return std::tuple(std::get<1>(a), id(a)) < std::tuple(std::get<1>(b), id(b));
                case ProfileSort::Email: return std::get<2>(a) < std::get<2>(b);
                case ProfileSort::Created: return std::tuple(std::get<3>(a), id(a)) < std::tuple(std::get<3>(b), id(b));
                case ProfileSort::Figure: break;
                }
                return std::tuple(figureOf({id(a)}), id(a)) < std::tuple(figureOf({id(b)}), id(b));
            });
            for (const auto& one : sorted) {
                orders[static_cast<std::size_t>(sort)].push_back(std::get<0>(one));
            }
        }
        SeededRandom random(5);
        ProfileSearch search;
        QVERIFY(search.warmUp(f.connection));
        int sort = 0;
        bool descending = false;
        for (int round = 0; round < 120; ++round) {
            // Mostly another order than before; now and then the same one, until the answer is sorted as a whole.
            if (!random->chance(0.4)) {
                sort = static_cast<int>(random->below(4));
                descending = random->chance(0.5);
            }
            ProfileSearchQuestion question;
            question.words = random->chance(0.5) ? "" : "maria";
            question.sort = static_cast<ProfileSort>(sort);
            question.descending = descending;
            question.figures = {1, figures, figureOf};
            question.limit = 40;
            question.offset = random->chance(0.4)   ? random->below(200)
                              : random->chance(0.5) ? many - 40 - random->below(200)
                                                    : random->below(many);
            const auto page = search.search(f.connection, question);
            QVERIFY(page);
            QCOMPARE(page->total, static_cast<std::size_t>(many));
            auto expected = orders[static_cast<std::size_t>(sort)];
            if (descending) {
                std::reverse(expected.begin(), expected.end());
            }
            for (std::size_t i = 0; i < page->ids.size(); ++i) {
                QCOMPARE(page->ids[i].value, expected[question.offset + i]);
            }
            QCOMPARE(page->ids.size(), std::min<std::size_t>(40, many - question.offset));
        }
    }

    void foldingTakesCaseAndAccentsAway()
    {
        QCOMPARE(foldForSearch("ÀÉÎÕÜ ßÆ Łódź Čapek Žižka"), std::string("aeiou ssae lodz capek zizka"));
        QCOMPARE(foldForSearch("日本"), std::string("日本"));
    }
};

SHOPBELL_TEST(TestProfileSearch)
#include "test_profile_search.moc"
