// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QByteArray>
#include <QTest>

#include <bit>
#include <cmath>
#include <set>
#include <string>

using namespace shopbell;

namespace {

using namespace std::string_literals;

/// FNV-1a finished with the splitmix64 mixer, for the published FNV-1a values.
std::uint64_t finished(std::uint64_t value)
{
    value ^= value >> 30;
    value *= 13787848793156543929U;
    value ^= value >> 27;
    value *= 10723151780598845931U;
    return value ^ (value >> 31);
}

}  // namespace

class TestTextEncodings : public QObject {
    Q_OBJECT

private slots:
    void base64OfTheStandardsExamples()
    {
        const std::pair<const char*, const char*> examples[] = {{"", ""},
                                                                {"f", "Zg=="},
                                                                {"fo", "Zm8="},
                                                                {"foo", "Zm9v"},
                                                                {"foob", "Zm9vYg=="},
                                                                {"fooba", "Zm9vYmE="},
                                                                {"foobar", "Zm9vYmFy"}};
        for (const auto& [plain, encoded] : examples) {
            QCOMPARE(toBase64(plain), std::string(encoded));
            QVERIFY(fromBase64(encoded) == plain);
        }
    }

    void encodingsAgreeWithAnotherLibrary()
    {
        test::SeededRandom random(81);
        for (int i = 0; i < 20'000; ++i) {
            const std::string bytes = random.bytes(random->below(40));
            const QByteArray same = QByteArray::fromStdString(bytes);
            QCOMPARE(toBase64(bytes), same.toBase64().toStdString());
            QCOMPARE(toHex(bytes), same.toHex().toStdString());
            QCOMPARE(percentEncode(bytes), same.toPercentEncoding().toStdString());
            const auto back = fromBase64(toBase64(bytes));
            QVERIFY(back);
            QCOMPARE(*back, bytes);
        }
    }

    void damagedBase64IsRefused()
    {
        for (const char* const text : {"Z", "Zg", "Zg=", "Zg===", "=", "====", "Z===", "Zg==Zg==", "Zm9v\n", " Zm9",
                                       "Zm-_", "Zh==", "Zm9=", "Z=m9", "\xC3\xA4\xC3\xA4"}) {
            QVERIFY2(!fromBase64(text), text);
        }
    }

    void base64HasOneTextForEachValue()
    {
        test::SeededRandom random(82);
        int taken = 0;
        for (int i = 0; i < 50'000; ++i) {
            const std::string text = random.text("AQgwZ9+/=", random->below(3) * 4);
            const auto bytes = fromBase64(text);
            if (bytes) {
                ++taken;
                QCOMPARE(toBase64(*bytes), text);
            }
        }
        QVERIFY(taken > 10'000);
    }

    void onlyUnreservedCharactersStandUnencoded()
    {
        QCOMPARE(percentEncode("AZaz09-._~"), "AZaz09-._~"s);
        QCOMPARE(percentEncode("a b+c/d?e=f&g%h"), "a%20b%2Bc%2Fd%3Fe%3Df%26g%25h"s);
        QCOMPARE(percentEncode("\xC3\xA4"), "%C3%A4"s);
        QCOMPARE(percentEncode("\0"s), "%00"s);
    }

    void theStableHashNeverChanges()
    {
        // Workspaces hold these; a change here gives people another share in an experiment.
        QCOMPARE(stableHash(""), finished(0xCBF29CE484222325U));
        QCOMPARE(stableHash("a"), finished(0xAF63DC4C8601EC8CU));
        QCOMPARE(stableHash("foobar"), finished(0x85944171F73967E8U));
        QCOMPARE(stableHash("foobar", 0), stableHash("foobar"));
        QVERIFY(stableHash("foobar", 1) != stableHash("foobar"));
        QVERIFY(stableHash("\xFF") != stableHash("\x7F"));
    }

    void theStableHashSpreadsLikeEmailAddressesEvenly()
    {
        for (const std::uint64_t seed : {0U, 1U, 2U, 1000U}) {
            int seen[100] = {};
            constexpr int count = 100'000;
            for (int i = 0; i < count; ++i) {
                ++seen[stableHash("person" + std::to_string(i) + "@example.org", seed) % 100];
            }
            double chiSquare = 0;
            for (const int cell : seen) {
                chiSquare += (cell - 1000.0) * (cell - 1000.0) / 1000.0;
            }
            QVERIFY(chiSquare < 99 + 5 * std::sqrt(2 * 99.0));
        }
    }

    void seedsGiveSharesThatKnowNothingOfEachOther()
    {
        int both = 0;
        for (int i = 0; i < 100'000; ++i) {
            const std::string text = std::to_string(i);
            both += stableHash(text, 1) % 2 == 0 && stableHash(text, 2) % 2 == 0 ? 1 : 0;
        }
        QVERIFY(std::abs(both - 25'000) < 700);
    }

    void oneBitOfInputMovesHalfTheBitsOfTheHash()
    {
        test::SeededRandom random(83);
        std::int64_t moved = 0;
        constexpr int rounds = 10'000;
        for (int i = 0; i < rounds; ++i) {
            std::string bytes = random.bytes(8);
            const std::uint64_t before = stableHash(bytes);
            const std::size_t at = random->below(8);
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random->below(8)));
            moved += std::popcount(before ^ stableHash(bytes));
        }
        QVERIFY(std::abs(static_cast<double>(moved) / rounds - 32) < 0.5);
    }
};

SHOPBELL_TEST(TestTextEncodings)
#include "test_text_encodings.moc"
