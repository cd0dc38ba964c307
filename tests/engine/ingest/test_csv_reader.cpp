// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest_fixture.h"

#include "base/text.h"
#include "ingest/csv_reader.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <zlib.h>

using namespace shopbell;
using namespace shopbell::test;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct WholeFile {
    std::vector<std::string> header;
    Rows rows;
    std::vector<std::int64_t> lines;
    std::vector<std::pair<std::int64_t, std::string>> problems;
    TextEncoding encoding = TextEncoding::Utf8;
    char delimiter = ',';
};

Result<WholeFile> readAll(const std::filesystem::path& file)
{
    auto reader = CsvReader::open(file);
    if (!reader) {
        return fail(reader.error());
    }
    WholeFile all;
    all.header = (*reader)->header();
    CsvRow row;
    for (;;) {
        auto got = (*reader)->next(row);
        if (!got) {
            return fail(got.error());
        }
        if (!*got) {
            break;
        }
        if (!row.problem.empty()) {
            all.problems.emplace_back(row.line, row.problem.words);
        } else {
            all.rows.emplace_back(row.fields.begin(), row.fields.end());
            all.lines.push_back(row.line);
        }
    }
    all.encoding = (*reader)->encoding();
    all.delimiter = (*reader)->delimiter();
    return all;
}

void writeFile(const std::filesystem::path& path, const std::string& bytes, bool packed)
{
    if (packed) {
        gzFile const out = gzopen(path.c_str(), "wb");
        gzwrite(out, bytes.data(), static_cast<unsigned>(bytes.size()));
        gzclose(out);
    } else {
        std::ofstream(path, std::ios::binary) << bytes;
    }
}

std::string toUtf16(const std::string& text, bool little)
{
    std::string out = little ? "\xFF\xFE" : "\xFE\xFF";
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        std::uint32_t point = c;
        int more = 0;
        if (c >= 0xF0) {
            point = c & 7u;
            more = 3;
        } else if (c >= 0xE0) {
            point = c & 15u;
            more = 2;
        } else if (c >= 0xC0) {
            point = c & 31u;
            more = 1;
        }
        for (++i; more > 0; --more, ++i) {
            point = point << 6 | (static_cast<unsigned char>(text[i]) & 63u);
        }
        const auto put = [&](std::uint32_t unit) {
            out += static_cast<char>(little ? unit & 255u : unit >> 8);
            out += static_cast<char>(little ? unit >> 8 : unit & 255u);
        };
        if (point >= 0x10000) {
            put(0xD800 + ((point - 0x10000) >> 10));
            put(0xDC00 + ((point - 0x10000) & 1023u));
        } else {
            put(point);
        }
    }
    return out;
}

}  // namespace

class TestCsvReader : public QObject {
    Q_OBJECT
private slots:
    void whatWasWrittenIsReadInEveryDialect()
    {
        const std::vector<std::string> bits{"a",  "b",  "1",    " ", ",", ";",     "\t", "|",
                                            "\"", "\n", "\r\n", "ä", "€", "Grüße", "𝄞",  "'"};
        TempDir folder;
        for (int round = 0; round < 400; ++round) {
            SeededRandom random(static_cast<std::uint64_t>(1000 + round));
            const char delimiter = ",;\t|"[random->below(4)];
            const std::string lineEnd = random->chance(0.5) ? "\n" : random->chance(0.7) ? "\r\n" : "\r";
            const int encoding = static_cast<int>(random->below(4));  // plain UTF-8, with mark, UTF-16 of both orders
            const std::size_t columns = 2 + random->below(6);
            Rows rows(random->below(40));
            std::vector<std::string> header;
            std::string text;
            const auto put = [&](const std::string& field, bool isLast) {
                const bool mustQuote =
                    field.find_first_of("\r\n\"") != std::string::npos || field.find(delimiter) != std::string::npos;
                if (mustQuote || random->chance(0.3)) {
                    text += '"' + replaceAll(field, "\"", "\"\"") + '"';
                } else {
                    text += field;
                }
                text += isLast ? lineEnd : std::string(1, delimiter);
            };
            for (std::size_t i = 0; i < columns; ++i) {
                header.push_back("column " + std::to_string(i + 1) + random.text("xyz", 3));
                put(header.back(), i + 1 == columns);
            }
            for (auto& row : rows) {
                for (std::size_t i = 0; i < columns; ++i) {
                    std::string field;
                    for (std::uint64_t n = random->below(5); n > 0; --n) {
                        field += bits[random->below(bits.size())];
                    }
                    // A row of nothing but an empty field is a blank line; none is written here.
                    row.push_back(i == 0 && field.empty() ? "x" : field);
                    put(row.back(), i + 1 == columns);
                }
            }
            if (random->chance(0.5) && lineEnd.size() == 1) {
                text.pop_back();  // the last line without its end
            }
            const std::string bytes = encoding == 0   ? text
                                      : encoding == 1 ? "\xEF\xBB\xBF" + text
                                                      : toUtf16(text, encoding == 2);
            const auto path = folder / "t.csv";
            writeFile(path, bytes, random->chance(0.3));
            // What alone tells the delimiter may not be there when every field is quoted text; give it where rows are
            // few.
            auto reader = CsvReader::open(path, delimiter);
            QVERIFY(reader);
            QCOMPARE((*reader)->header(), header);
            CsvRow row;
            for (const auto& expected : rows) {
                auto got = (*reader)->next(row);
                QVERIFY(got && *got);
                QVERIFY2(row.problem.empty(), row.problem.words.c_str());
                const std::vector<std::string> fields(row.fields.begin(), row.fields.end());
                QCOMPARE(fields, expected);
            }
            auto end = (*reader)->next(row);
            QVERIFY(end && !*end);
        }
    }

    void delimiterAndEncodingAreFoundOut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<int>("encoding");
        QTest::addColumn<QByteArray>("first");
        const int utf8 = static_cast<int>(TextEncoding::Utf8);
        const int latin = static_cast<int>(TextEncoding::Windows1252);
        QTest::newRow("comma") << QByteArray("a,b\n1;2,3\n") << ',' << utf8 << QByteArray("1;2");
        QTest::newRow("semicolon") << QByteArray("a;b\n1,5;3,7\n1,5;3,7\n") << ';' << utf8 << QByteArray("1,5");
        QTest::newRow("tab") << QByteArray("a\tb\n1\t2\n") << '\t' << utf8 << QByteArray("1");
        QTest::newRow("bar") << QByteArray("a|b|c\n1|2|3\n") << '|' << utf8 << QByteArray("1");
        QTest::newRow("sep line") << QByteArray("sep=;\r\na;b\r\n1;2\r\n") << ';' << utf8 << QByteArray("1");
        QTest::newRow("quoted delimiters")
            << QByteArray("\"a,b,c\";\"d,e\"\n\"1,2,3\";x\n") << ';' << utf8 << QByteArray("1,2,3");
        QTest::newRow("Latin-1") << QByteArray("name;ort\nJ\xFCrgen;K\xF6ln\n") << ';' << latin << QByteArray("Jürgen");
        QTest::newRow("Windows-1252") << QByteArray("price,x\n5 \x80,y\n") << ',' << latin << QByteArray("5 €");
        QTest::newRow("UTF-8") << QByteArray("name,x\nJürgen,y\n") << ',' << utf8 << QByteArray("Jürgen");
        QTest::newRow("UTF-16 without mark") << QByteArray("a\0,\0b\0\n\0001\0,\0002\0\n\0", 16) << ','
                                             << static_cast<int>(TextEncoding::Utf16LittleEndian) << QByteArray("1");
        QTest::newRow("one column") << QByteArray("email\nana@example.com\n") << ',' << utf8
                                    << QByteArray("ana@example.com");
    }
    void delimiterAndEncodingAreFoundOut()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(char, delimiter);
        QFETCH(int, encoding);
        QFETCH(QByteArray, first);
        TempDir folder;
        const auto path = folder / "t.csv";
        writeFile(path, bytes.toStdString(), false);
        const auto all = readAll(path);
        QVERIFY(all);
        QCOMPARE(all->delimiter, delimiter);
        QCOMPARE(static_cast<int>(all->encoding), encoding);
        QCOMPARE(QByteArray::fromStdString(all->rows.at(0).at(0)), first);
    }

    void aLatinByteFarBelowAsciiTextIsReadAsLatin()
    {
        TempDir folder;
        std::string text = "name,x\n";
        for (int i = 0; i < 60000; ++i) {
            text += "somebody,1\n";
        }
        text += "J\xFCrgen,2\n";
        writeFile(folder / "t.csv", text, true);
        const auto all = readAll(folder / "t.csv");
        QVERIFY(all);
        QCOMPARE(all->rows.back()[0], std::string("Jürgen"));
        QCOMPARE(all->lines.back(), std::int64_t(60002));
    }

    void badRowsAreToldWithTheirLineAndTheRestIsRead()
    {
        TempDir folder;
        writeFile(folder / "t.csv", "a,b\n1,2\n\n\"multi\nline\",4\n5,6,7\nshort\n8,\"never closed\n9,10\n", false);
        const auto all = readAll(folder / "t.csv");
        QVERIFY(all);
        QCOMPARE(all->rows, (Rows{{"1", "2"}, {"multi\nline", "4"}, {"short", ""}, {"9", "10"}}));
        QCOMPARE(all->lines, (std::vector<std::int64_t>{2, 4, 7, 9}));
        QCOMPARE(all->problems.size(), std::size_t(2));
        QCOMPARE(all->problems[0].first, std::int64_t(6));
        QCOMPARE(all->problems[1].first, std::int64_t(8));
        QVERIFY(all->problems[1].second.find("quote") != std::string::npos);
    }

    void strayQuotesAreKept()
    {
        TempDir folder;
        writeFile(folder / "t.csv", "a,b\n5\" pipe,x\"y\"\n\"quoted\" and more,\"\"\"\"\n", false);
        const auto all = readAll(folder / "t.csv");
        QVERIFY(all);
        QCOMPARE(all->rows, (Rows{{"5\" pipe", "x\"y\""}, {"quoted and more", "\""}}));
    }

    void headerNamesAreMadeUniqueAndMissingMarksAreEmpty()
    {
        TempDir folder;
        writeFile(folder / "t.csv", "\"a\",\" a \",\"\",\"d\"\nNA,\"NA\",NULL,\\N\n", false);
        const auto all = readAll(folder / "t.csv");
        QVERIFY(all);
        QCOMPARE(all->header, (std::vector<std::string>{"a", "a (2)", "column 3", "d"}));
        QCOMPARE(all->rows, (Rows{{"", "NA", "", ""}}));
        writeFile(folder / "u.csv", "a,country\n1,NA\n", false);
        QCOMPARE(readAll(folder / "u.csv")->rows, (Rows{{"1", "NA"}}));
    }

    void hugeFieldsAreRefusedAndReadingGoesOn()
    {
        TempDir folder;
        const std::string big(maxCsvFieldBytes + 10, 'x');
        writeFile(folder / "t.csv", "a,b\n\"" + big + "\",1\n" + big + ",2\nok,3\n", true);
        const auto all = readAll(folder / "t.csv");
        QVERIFY(all);
        QCOMPARE(all->problems.size(), std::size_t(2));
        QCOMPARE(all->rows, (Rows{{"ok", "3"}}));
        QCOMPARE(all->lines.front(), std::int64_t(4));
    }

    void filesThatAreNoneSaySo()
    {
        TempDir folder;
        QCOMPARE(CsvReader::open(folder / "absent.csv").error().kind, ErrorKind::NotFound);
        writeFile(folder / "empty.csv", "", false);
        QCOMPARE(CsvReader::open(folder / "empty.csv").error().kind, ErrorKind::InvalidInput);
        QCOMPARE(CsvReader::open(folder.path()).error().kind, ErrorKind::InvalidInput);
        // A cut .gz is told, not taken for a short file.
        std::string text = "a,b\n";
        SeededRandom random(4);
        for (int i = 0; i < 30000; ++i) {
            text += random.text("abcdefghijklmnop", 9) + ",1\n";
        }
        writeFile(folder / "whole.csv.gz", text, true);
        auto bytes = *readFile(folder / "whole.csv.gz", 10'000'000);
        writeFile(folder / "cut.csv.gz", bytes.substr(0, bytes.size() / 2), false);
        const auto cut = readAll(folder / "cut.csv.gz");
        QVERIFY(!cut);
        QCOMPARE(cut.error().kind, ErrorKind::Corrupt);
    }

    void mutatedFilesNeverCrashOrHang()
    {
        TempDir folder;
        const std::string seedText = "email,name,\"quoted, header\"\r\nana@example.com,\"Ana \"\"A\"\" P\",1\r\n"
                                     "ben@example.com,\"two\nlines\",2\nJürgen;x\ty|z,,\n";
        for (int round = 0; round < 1500; ++round) {
            SeededRandom random(static_cast<std::uint64_t>(round));
            std::string bytes = seedText;
            for (std::uint64_t n = 1 + random->below(20); n > 0; --n) {
                const std::size_t at = random->below(bytes.size() + 1);
                switch (random->below(4)) {
                case 0: bytes.insert(at, 1, static_cast<char>(random->below(256))); break;
                case 1: bytes.erase(at, 1 + random->below(4)); break;
                case 2: bytes.insert(at, random->chance(0.5) ? "\"" : "\n"); break;
                default: bytes.insert(at, bytes.substr(random->below(bytes.size()), random->below(30))); break;
                }
                if (bytes.empty()) {
                    bytes = "x";
                }
            }
            writeFile(folder / "m.csv", bytes, false);
            const auto all = readAll(folder / "m.csv");
            if (all) {
                std::int64_t last = 1;
                for (const auto line : all->lines) {
                    QVERIFY(line >= last);
                    last = line;
                }
                for (const auto& row : all->rows) {
                    QCOMPARE(row.size(), all->header.size());
                    for (const auto& field : row) {
                        QVERIFY(isValidUtf8(field));
                    }
                }
            }
        }
    }
};

SHOPBELL_TEST(TestCsvReader)
#include "test_csv_reader.moc"
