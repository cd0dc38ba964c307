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

    void foldingTakesCaseAndAccentsAway()
    {
        QCOMPARE(foldForSearch("ÀÉÎÕÜ ßÆ Łódź Čapek Žižka"), std::string("aeiou ssae lodz capek zizka"));
        QCOMPARE(foldForSearch("日本"), std::string("日本"));
    }
};

SHOPBELL_TEST(TestProfileSearch)
#include "test_profile_search.moc"
