// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "support/seeded_random.h"
#include "support/segments/random_shop.h"

#include <QTest>

using namespace shopbell;
using test::RandomShop;

namespace {

std::string textOf(const ProfilePropertyColumn& column, std::uint32_t profile)
{
    const std::uint32_t code = column.code(profile);
    std::string text = code == 0 ? "unset" : column.isList(code) ? "list:" : "";
    for (const PropertyAtom& atom : column.atoms(code)) {
        text += std::to_string(static_cast<int>(atom.kind)) + std::string(atom.text) + '|';
    }
    return text;
}

std::uint64_t wordOf(const std::vector<std::uint64_t>& words, std::size_t word)
{
    return word < words.size() ? words[word] : 0;
}

}  // namespace

class TestProfileColumns : public QObject {
    Q_OBJECT

private slots:
    void mendedColumnsEqualNewOnes();
    void whatWasHandedOutStays();
    void everyKindOfValueIsRead();
};

void TestProfileColumns::mendedColumnsEqualNewOnes()
{
    test::SeededRandom random(21);
    for (int worldNumber = 0; worldNumber < 6; ++worldNumber) {
        RandomShop world(*random, 8, 30);
        ProfileColumns& kept = *world.shop->columns;
        for (int step = 0; step < 60; ++step) {
            // Sometimes somebody holds on to what was handed out, and it has to be copied.
            const auto held = random->chance(0.5) ? kept.property("color").value() : nullptr;
            const auto heldConsents = random->chance(0.5) ? kept.consents(Channel::Email).value() : nullptr;
            random->chance(0.1)
                ? static_cast<void>(world.shop->addPerson("n" + std::to_string(step) + "@example.com", {}))
                : static_cast<void>(world.happen());
            QVERIFY(kept.refresh());
            const auto anew = ProfileColumns::open(world.shop->workspace).value();
            const auto a = kept.people().value();
            const auto b = anew->people().value();
            QCOMPARE(a->count, b->count);
            for (std::uint32_t profile = 0; profile < std::max(a->end, b->end); ++profile) {
                const std::size_t word = profile >> 6;
                QCOMPARE(wordOf(a->living, word), wordOf(b->living, word));
                QCOMPARE(profile < a->end ? a->createdAt[profile] : 0, profile < b->end ? b->createdAt[profile] : 0);
                for (const char* name : {"color", "likes", "birthday", "vip", "points", "email", "created_at"}) {
                    QCOMPARE(textOf(*kept.property(name).value(), profile),
                             textOf(*anew->property(name).value(), profile));
                }
                for (const Channel channel : allChannels) {
                    const auto x = kept.consents(channel).value();
                    const auto y = anew->consents(channel).value();
                    QCOMPARE(profile < x->state.size() ? x->state[profile] : 0,
                             profile < y->state.size() ? y->state[profile] : 0);
                    if (profile < x->state.size() && profile < y->state.size()) {
                        QCOMPARE(x->at[profile], y->at[profile]);
                        QCOMPARE(x->methods[x->method[profile]], y->methods[y->method[profile]]);
                    }
                    const auto addresses = kept.addresses(channel).value();
                    const auto wanted = anew->addresses(channel).value();
                    QCOMPARE(wordOf(addresses->given, word), wordOf(wanted->given, word));
                    QCOMPARE(wordOf(addresses->valid, word), wordOf(wanted->valid, word));
                    QCOMPARE(wordOf(addresses->suppressed, word), wordOf(wanted->suppressed, word));
                    const auto found = addresses->suppressions.find(profile);
                    const auto sought = wanted->suppressions.find(profile);
                    QCOMPARE(found == addresses->suppressions.end(), sought == wanted->suppressions.end());
                    if (found != addresses->suppressions.end()) {
                        QCOMPARE(found->second.reason, sought->second.reason);
                        QCOMPARE(found->second.at, sought->second.at);
                    }
                }
            }
            for (const std::int64_t list : world.shop->lists) {
                QCOMPARE(kept.list({list}).value()->profile, anew->list({list}).value()->profile);
                QCOMPARE(kept.list({list}).value()->joinedAt, anew->list({list}).value()->joinedAt);
            }
        }
    }
}

void TestProfileColumns::whatWasHandedOutStays()
{
    test::Shop shop(parseIso("2026-03-20T10:00:00Z").value(), "UTC");
    const std::int64_t ana = shop.addPerson("ana@example.com", {{"color", std::string("red")}});
    const auto before = shop.columns->property("color").value();
    const auto number = static_cast<std::uint32_t>(ana);
    QCOMPARE(before->atoms(before->code(number))[0].text, std::string_view("red"));
    shop.clock.advance(Duration(1));
    shop.change(ana, {{"color", std::string("green")}});
    QVERIFY(shop.columns->refresh());
    QCOMPARE(before->atoms(before->code(number))[0].text, std::string_view("red"));
    const auto after = shop.columns->property("color").value();
    QCOMPARE(after->atoms(after->code(number))[0].text, std::string_view("green"));
}

void TestProfileColumns::everyKindOfValueIsRead()
{
    ProfilePropertyColumn column;
    const auto only = [&](std::string_view json) {
        const std::uint32_t code = column.encodeJson(json);
        return column.atoms(code).size() == 1 ? std::string(column.atoms(code)[0].text) : std::string("not one");
    };
    QCOMPARE(only(R"("plain")"), std::string("plain"));
    QCOMPARE(only("\"a \\\"quoted\\\" word\\n\""), std::string("a \"quoted\" word\n"));
    QCOMPARE(only("\"\\u00e9\""), std::string("é"));
    QCOMPARE(only("12.5"), std::string("12.5"));
    QCOMPARE(only("true"), std::string("true"));
    QCOMPARE(only(R"({"$date":"2026-01-31T00:00:00.000Z"})"), std::string("2026-01-31T00:00:00.000Z"));
    const std::uint32_t list = column.encodeJson(R"(["a","b"])");
    QVERIFY(column.isList(list));
    QCOMPARE(column.atoms(list).size(), std::size_t{2});
    QCOMPARE(column.encodeJson(R"(["a","b"])"), list);
    QCOMPARE(column.encodeJson("nonsense"), 0U);
    // A text is not mistaken for the JSON that reads the same.
    QVERIFY(column.encodeText("rue") != column.encodeJson("true"));
    for (int i = 0; i < 5'000; ++i) {
        const std::string text = "value " + std::to_string(i);
        const std::uint32_t code = column.encodeText(text);
        QCOMPARE(column.encodeText(text), code);
        QCOMPARE(std::string(column.atoms(code)[0].text), text);
    }
}

SHOPBELL_TEST(TestProfileColumns)
#include "test_profile_columns.moc"
