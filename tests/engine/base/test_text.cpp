// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <regex>
#include <string>

using namespace shopbell;

namespace {

using namespace std::string_literals;

/// The bytes of a code point, after the definition of UTF-8.
std::string encode(std::uint32_t point)
{
    const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
    if (point < 0x80) {
        return {byte(point)};
    }
    if (point < 0x800) {
        return {byte(0xC0 | point >> 6), byte(0x80 | (point & 63))};
    }
    if (point < 0x10000) {
        return {byte(0xE0 | point >> 12), byte(0x80 | (point >> 6 & 63)), byte(0x80 | (point & 63))};
    }
    return {byte(0xF0 | point >> 18), byte(0x80 | (point >> 12 & 63)), byte(0x80 | (point >> 6 & 63)),
            byte(0x80 | (point & 63))};
}

/// How many bytes the character at the front has, or 0: takes the bits apart and puts them together again.
std::size_t slowCharacter(const std::string& text)
{
    for (std::size_t size = 1; size <= 4 && size <= text.size(); ++size) {
        std::uint32_t point = static_cast<unsigned char>(text[0]);
        point &= size == 1 ? 0x7FU : 0xFFU >> (size + 1);
        for (std::size_t i = 1; i < size; ++i) {
            point = point << 6 | (static_cast<unsigned char>(text[i]) & 63U);
        }
        const bool isSurrogate = point >= 0xD800 && point <= 0xDFFF;
        if (point <= 0x10FFFF && !isSurrogate && encode(point) == text.substr(0, size)) {
            return size;
        }
    }
    return 0;
}

bool slowIsValid(std::string text)
{
    while (!text.empty()) {
        const std::size_t size = slowCharacter(text);
        if (size == 0) {
            return false;
        }
        text.erase(0, size);
    }
    return true;
}

/// Whether some bytes could follow that make `begun` a character: tries them.
bool canBecomeCharacter(const std::string& begun)
{
    for (int next = 0x80; next <= 0xBF; ++next) {
        std::string tried = begun;
        for (tried += static_cast<char>(next); tried.size() <= 4; tried += '\x80') {
            if (slowCharacter(tried) == tried.size()) {
                return true;
            }
        }
    }
    return false;
}

/// One U+FFFD for each longest piece that could have become a character, else for each byte.
std::string slowToValid(std::string text)
{
    std::string result;
    while (!text.empty()) {
        std::size_t size = slowCharacter(text);
        if (size > 0 && text[0] != '\0') {
            result += text.substr(0, size);
        } else {
            result += "\xEF\xBF\xBD";
            for (size = 1; size < text.size() && canBecomeCharacter(text.substr(0, size + 1)); ++size) {
            }
        }
        text.erase(0, size);
    }
    return result;
}

std::uint32_t drawPoint(test::SeededRandom& random)
{
    const std::uint32_t ends[] = {0x80, 0x800, 0x10000, 0x110000};
    const auto point = static_cast<std::uint32_t>(random->below(ends[random->below(4)]));
    return point >= 0xD800 && point <= 0xDFFF ? 'a' : point;
}

/// Characters of every length, with a broken byte here and there.
std::string drawText(test::SeededRandom& random, bool isBroken)
{
    std::string text;
    for (std::uint64_t i = random->below(12); i > 0; --i) {
        text += encode(drawPoint(random));
    }
    if (isBroken) {
        for (std::uint64_t i = random->below(4); i > 0 && !text.empty(); --i) {
            const std::size_t at = random->below(text.size());
            switch (random->below(3)) {
            case 0: text.erase(at, 1); break;
            case 1: text.insert(at, 1, "\x80\xBF\xC0\xC2\xE0\xED\xF0\xF4\xF5\xFF"[random->below(10)]); break;
            default: text[at] = static_cast<char>(random->below(256)); break;
            }
        }
    }
    return text;
}

}  // namespace

class TestText : public QObject {
    Q_OBJECT

private slots:
    void trimmingTakesWhiteSpaceAtBothEndsOnly()
    {
        QCOMPARE(std::string(trimmed(" \t\r\n\v\fa b\n ")), "a b"s);
        QCOMPARE(std::string(trimmed("")), ""s);
        QCOMPARE(std::string(trimmed(" \n ")), ""s);
        QCOMPARE(std::string(trimmed("a")), "a"s);
    }

    void caseChangesAsciiLettersAndNothingElse()
    {
        for (int c = 0; c < 256; ++c) {
            const std::string text(1, static_cast<char>(c));
            const bool isUpper = c >= 'A' && c <= 'Z';
            const bool isLower = c >= 'a' && c <= 'z';
            QCOMPARE(toLowerAscii(text), std::string(1, static_cast<char>(isUpper ? c + 32 : c)));
            QCOMPARE(toUpperAscii(text), std::string(1, static_cast<char>(isLower ? c - 32 : c)));
            QCOMPARE(isAscii(text), c < 128);
        }
        QVERIFY(equalsIgnoreCase("Content-Type", "content-tYPE"));
        QVERIFY(!equalsIgnoreCase("a", "ab"));
        QVERIFY(!equalsIgnoreCase("[", "{"));
        QVERIFY(!equalsIgnoreCase("\xC3\x84", "\xC3\xA4"));
    }

    void asciiIsFoundWhereverItEnds()
    {
        for (std::size_t length = 0; length < 40; ++length) {
            std::string text(length, 'x');
            QVERIFY(isAscii(text));
            QVERIFY(isValidUtf8(text));
            for (std::size_t at = 0; at < length; ++at) {
                std::string broken = text;
                broken[at] = '\x80';
                QVERIFY(!isAscii(broken));
                QVERIFY(!isValidUtf8(broken));
            }
        }
    }

    void everyCodePointIsValidAndSurrogatesAreNot()
    {
        for (std::uint32_t point = 0; point < 0x110000; ++point) {
            const bool isSurrogate = point >= 0xD800 && point <= 0xDFFF;
            const std::string text = encode(point);
            if (isValidUtf8(text) == isSurrogate || (!isSurrogate && countCodePoints(text) != 1)) {
                QFAIL(std::to_string(point).c_str());
            }
        }
        QVERIFY(!isValidUtf8(encode(0x110000)));
    }

    void everyShortByteSequenceIsJudgedAsTheDefinitionDoes()
    {
        for (int first = 0; first < 256; ++first) {
            for (int second = 0; second < 256; ++second) {
                const std::string two{static_cast<char>(first), static_cast<char>(second)};
                if (isValidUtf8(two) != slowIsValid(two)) {
                    QFAIL(QByteArray::fromStdString(two).toHex().constData());
                }
                if (first < 0xC0 || (second < 0x80 && second % 16 != 0)) {
                    continue;
                }
                for (const char* const end : {"\x80", "\xBF", "\x80\x80", "\xBF\xBF", "a", "\x80z"}) {
                    const std::string longer = two + end;
                    if (isValidUtf8(longer) != slowIsValid(longer) || toValidUtf8(longer) != slowToValid(longer)) {
                        QFAIL(QByteArray::fromStdString(longer).toHex().constData());
                    }
                }
            }
        }
    }

    void brokenTextIsRepairedAsTheStandardShows()
    {
        // The examples of chapter 3.9 of the Unicode standard.
        const std::string mark = "\xEF\xBF\xBD";
        const auto marks = [&](int count) {
            std::string text;
            while (count-- > 0) {
                text += mark;
            }
            return text;
        };
        QCOMPARE(toValidUtf8("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"), marks(8) + "A");
        QCOMPARE(toValidUtf8("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"), marks(8) + "A");
        QCOMPARE(toValidUtf8("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"), marks(5) + "A" + marks(2) + "B");
        QCOMPARE(toValidUtf8("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), marks(4) + "A");
        QCOMPARE(toValidUtf8("a\0b"s), "a" + mark + "b");
    }

    void randomTextsAreRepairedAsTheSlowWayDoes()
    {
        test::SeededRandom random(71);
        for (int i = 0; i < 20'000; ++i) {
            const std::string text = drawText(random, true);
            const std::string repaired = toValidUtf8(text);
            QCOMPARE(isValidUtf8(text), slowIsValid(text));
            QCOMPARE(repaired, slowToValid(text));
            QVERIFY(isValidUtf8(repaired));
            QCOMPARE(toValidUtf8(repaired), repaired);
        }
    }

    void aCutIsTheLongestWholePart()
    {
        test::SeededRandom random(72);
        for (int i = 0; i < 5'000; ++i) {
            const std::string text = drawText(random, false);
            for (std::size_t bytes = 0; bytes <= text.size() + 2; ++bytes) {
                std::size_t expected = std::min(bytes, text.size());
                while (!slowIsValid(text.substr(0, expected))) {
                    --expected;
                }
                QCOMPARE(cutUtf8(text, bytes).size(), expected);
            }
        }
    }

    void aCutOfBrokenTextIsNeverTooLongAndEndsSomewhere()
    {
        test::SeededRandom random(73);
        const std::string continuations(100, '\x80');
        QVERIFY(cutUtf8(continuations, 50).size() >= 47);
        for (int i = 0; i < 5'000; ++i) {
            const std::string text = random.bytes(random->below(20));
            const std::size_t bytes = random->below(22);
            const std::string_view cut = cutUtf8(text, bytes);
            QVERIFY(cut.size() <= bytes);
            QVERIFY(cut.size() + 3 >= std::min(bytes, text.size()));
        }
    }

    void splittingAndJoiningAreInverse()
    {
        QCOMPARE(split("", ',').size(), std::size_t{1});
        QCOMPARE(split(",", ',').size(), std::size_t{2});
        QVERIFY((split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"}));
        QCOMPARE(join({}, ", "), ""s);
        QCOMPARE(join({"a"}, ", "), "a"s);
        QCOMPARE(join({"a", "", "b"}, ", "), "a, , b"s);
        test::SeededRandom random(74);
        for (int i = 0; i < 5'000; ++i) {
            const std::string text = random.text("ab,", random->below(20));
            const auto views = split(text, ',');
            QCOMPARE(join({views.begin(), views.end()}, ","), text);
        }
    }

    void replacingGoesFromLeftToRightOnce()
    {
        QCOMPARE(replaceAll("aaa", "aa", "b"), "ba"s);
        QCOMPARE(replaceAll("aaa", "a", "aa"), "aaaaaa"s);
        QCOMPARE(replaceAll("abc", "", "x"), "abc"s);
        QCOMPARE(replaceAll("", "a", "x"), ""s);
        test::SeededRandom random(75);
        for (int i = 0; i < 5'000; ++i) {
            const std::string text = random.text("ab", random->below(30));
            const std::string what = random.text("ab", 1 + random->below(3));
            const std::string with = random.text("abc", random->below(4));
            std::string expected;
            for (std::size_t at = 0; at < text.size();) {
                const bool isHere = text.compare(at, what.size(), what) == 0;
                expected += isHere ? with : text.substr(at, 1);
                at += isHere ? what.size() : 1;
            }
            QCOMPARE(replaceAll(text, what, with), expected);
        }
    }

    void integersAreTheWholeTextOrNothing()
    {
        QVERIFY(parseInteger("9223372036854775807") == std::numeric_limits<std::int64_t>::max());
        QVERIFY(parseInteger("-9223372036854775808") == std::numeric_limits<std::int64_t>::min());
        QVERIFY(parseInteger("007") == 7);
        for (const char* const text : {"", "-", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "9223372036854775808",
                                       "-9223372036854775809", "--1", "one"}) {
            QVERIFY2(!parseInteger(text), text);
        }
        test::SeededRandom random(76);
        for (int i = 0; i < 20'000; ++i) {
            const std::int64_t value = std::bit_cast<std::int64_t>(random->next()) >> random->below(64);
            QVERIFY(parseInteger(std::to_string(value)) == value);
        }
    }

    void numbersAreTheWholeTextFiniteAndWithAPoint()
    {
        QVERIFY(parseNumber("1.5") == 1.5);
        QVERIFY(parseNumber("-1e-3") == -0.001);
        for (const char* const text :
             {"", "-", ".", "1,5", " 1", "1 ", "nan", "inf", "-infinity", "1e999", "0x1p3", "1.2.3", "+1"}) {
            QVERIFY2(!parseNumber(text), text);
        }
        test::SeededRandom random(77);
        for (int i = 0; i < 20'000; ++i) {
            const std::string text = random.text("0123456789", 1 + random->below(20)) + "." +
                                     random.text("0123456789", random->below(20)) + "e" +
                                     std::to_string(random->between(-200, 200));
            const auto parsed = parseNumber(text);
            QVERIFY(parsed);
            QCOMPARE(*parsed, std::strtod(text.c_str(), nullptr));
        }
    }

    void formattedNumbersAreShortestAndReadBackTheSame()
    {
        QCOMPARE(formatNumber(0.1), "0.1"s);
        QCOMPARE(formatNumber(12), "12"s);
        QCOMPARE(formatNumber(-2.5), "-2.5"s);
        test::SeededRandom random(78);
        for (int i = 0; i < 20'000; ++i) {
            const double value =
                i % 2 == 0 ? std::bit_cast<double>(random->next()) : std::round(random->unit() * 1e6) / 100;
            if (!std::isfinite(value) || std::fpclassify(value) == FP_SUBNORMAL) {
                continue;
            }
            const std::string text = formatNumber(value);
            const auto parsed = parseNumber(text);
            QVERIFY2(parsed && std::bit_cast<std::uint64_t>(*parsed) == std::bit_cast<std::uint64_t>(value),
                     text.c_str());
            for (int digits = 1; digits <= 17; ++digits) {
                char buffer[64];
                std::snprintf(buffer, sizeof buffer, "%.*g", digits, value);
                if (std::strtod(buffer, nullptr) == value) {
                    QVERIFY2(text.size() <= std::string(buffer).size(), text.c_str());
                    break;
                }
            }
        }
    }

    void countsAreGroupedInThousands()
    {
        QCOMPARE(formatCount(0), "0"s);
        QCOMPARE(formatCount(999), "999"s);
        QCOMPARE(formatCount(-999), "-999"s);
        QCOMPARE(formatCount(1'000), "1,000"s);
        QCOMPARE(formatCount(1'234'567), "1,234,567"s);
        QCOMPARE(formatCount(-123'456), "-123,456"s);
        QCOMPARE(formatCount(std::numeric_limits<std::int64_t>::min()), "-9,223,372,036,854,775,808"s);
        test::SeededRandom random(79);
        static const std::regex pattern(R"(-?\d{1,3}(,\d{3})*)");
        for (int i = 0; i < 5'000; ++i) {
            const std::int64_t value = std::bit_cast<std::int64_t>(random->next()) >> random->below(64);
            const std::string text = formatCount(value);
            QVERIFY2(std::regex_match(text, pattern), text.c_str());
            QCOMPARE(replaceAll(text, ",", ""), std::to_string(value));
        }
    }
};

SHOPBELL_TEST(TestText)
#include "test_text.moc"
