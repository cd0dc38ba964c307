// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "rendering.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QElapsedTimer>
#include <QTest>

#include <array>

using namespace shopbell;
using namespace shopbell::liquid;
using test::dataOf;
using test::rendered;

class TestBounds : public QObject {
    Q_OBJECT
private slots:
    void greedyTemplatesAreStopped_data()
    {
        QTest::addColumn<QByteArray>("source");
        const auto row = [](const char* source) { QTest::newRow(source) << QByteArray(source); };
        row("{% for a in (1..9000000000) %}{% endfor %}");
        row("{% for a in (1..2000) %}{% for b in (1..2000) %}x{% endfor %}{% endfor %}");
        row("{% assign x = 'abcdefgh' %}{% for i in (1..60) %}{% assign x = x | append: x %}{% endfor %}{{ x }}");
        row("{% assign x = 'a,b' | split: ',' %}{% for i in (1..60) %}{% assign x = x | concat: x %}{% endfor %}");
        row("{% assign x = 'aaaaaaaaaaaaaaaa' %}{% for i in (1..40) %}{% assign x = x | replace: 'a', "
            "'aaaaaaaaaaaaaaaa' %}{% endfor %}");
        row("{% for i in (1..100000) %}0123456789012345678901234567890123456789012345678901234567890{% endfor %}");
        row("{% for i in (1..1000) %}{% capture x %}{{ x }}{{ x }}a{% endcapture %}{% endfor %}");
        row("{% tablerow i in (1..9000000000) %}{% endtablerow %}");
        row("{{ (1..9000000000) | join: ',' }}{{ (1..9000000000) | join: ',' }}");
        row("{% assign x = (1..900000) | join: ' ' %}{% for i in (1..900000) %}{% assign y = x | split: ' ' %}{% "
            "endfor %}");
        row("{% for i in (1..900000) %}{{ 'now' | date: '%200Y%200Y%200Y%200Y%200Y%200Y%200Y%200Y' }}{% endfor %}");
    }
    void greedyTemplatesAreStopped()
    {
        QFETCH(QByteArray, source);
        QElapsedTimer timer;
        timer.start();
        const auto got = rendered(source.toStdString());
        QVERIFY2(got.starts_with("error: line 1, column "), got.substr(0, 100).c_str());
        QVERIFY2(timer.elapsed() < 30'000, "took too long");
    }

    void nestingIsBounded()
    {
        std::string tags;
        std::string brackets = "{{ ";
        std::string ranges = "{{ ";
        for (int level = 0; level < 100'000; ++level) {
            tags += "{% if true %}";
            brackets += "a[";
            ranges += "(";
        }
        QVERIFY(rendered(tags).starts_with("error: "));
        QVERIFY(rendered(brackets + " }}").starts_with("error: "));
        QVERIFY(rendered(ranges + " }}").starts_with("error: "));
    }

    void templatesThatTakeInThemselvesAreStopped()
    {
        const auto self = Template::parse("x{% include 'self' %}{% render 'self' %}");
        Template::Options options;
        options.partials = [&](std::string_view) { return &*self; };
        const auto result = self->render({}, options);
        QVERIFY(!result);
        QVERIFY(result.error().what.find("without end") != std::string::npos);
    }

    void anythingAtAllIsReadAndRenderedWithoutHarm()
    {
        static constexpr std::array<std::string_view, 62> pieces{
            "{{",        "}}",        "{%",          "%}",      "{%-",       "-%}",        "{{-",        "-}}",
            " ",         "\n",        "if ",         "endif",   "elsif ",    "else",       "for ",       "endfor",
            "in ",       "a",         "b.c",         "x[0]",    "x['y']",    "1",          "-2.5",       "'t'",
            "\"u\"",     "(1..3)",    "|",           ":",       ",",         "=",          "==",         ">",
            "contains ", "and ",      "or ",         "assign ", "capture ",  "endcapture", "case ",      "when ",
            "endcase",   "cycle ",    "increment ",  "raw",     "endraw",    "comment",    "endcomment", "liquid ",
            "echo ",     "tablerow ", "endtablerow", "unless ", "endunless", "split",      "join",       "date",
            "slice",     "sort",      "\xC3\xA9",    "\xFF",    "?",         "#"};
        test::SeededRandom random(2026);
        const auto data =
            dataOf({{"a", Value(List{Value(1), Value("x"), Value()})}, {"x", Value("text")}, {"b", Value(2.5)}});
        Template::Options options;
        options.maxSteps = 2000;
        options.maxOutputBytes = 10'000;
        int parsedWell = 0;
        for (int round = 0; round < 100'000; ++round) {
            std::string source;
            for (auto count = random->below(14); count > 0; --count) {
                source += pieces[random->below(pieces.size())];
                source += random->chance(0.5) ? " " : "";
            }
            const auto parsed = Template::parse(source);
            if (parsed) {
                ++parsedWell;
                static_cast<void>(parsed->render(data, options));
            }
        }
        QVERIFY(parsedWell > 1000);
    }

    void everyFilterTakesAnyInput()
    {
        static constexpr std::array<std::string_view, 54> filters{"append",        "prepend",       "upcase",
                                                                  "downcase",      "capitalize",    "strip",
                                                                  "lstrip",        "rstrip",        "strip_newlines",
                                                                  "replace",       "replace_first", "replace_last",
                                                                  "remove",        "remove_first",  "remove_last",
                                                                  "slice",         "truncate",      "truncatewords",
                                                                  "split",         "escape",        "h",
                                                                  "escape_once",   "raw",           "newline_to_br",
                                                                  "strip_html",    "url_encode",    "url_decode",
                                                                  "base64_encode", "base64_decode", "plus",
                                                                  "minus",         "times",         "divided_by",
                                                                  "modulo",        "abs",           "at_least",
                                                                  "at_most",       "ceil",          "floor",
                                                                  "round",         "join",          "concat",
                                                                  "reverse",       "first",         "last",
                                                                  "size",          "where",         "reject",
                                                                  "map",           "sum",           "sort",
                                                                  "uniq",          "date",          "money"};
        static constexpr std::array<std::string_view, 18> values{"nil",
                                                                 "true",
                                                                 "false",
                                                                 "0",
                                                                 "-1",
                                                                 "9223372036854775807",
                                                                 "-9223372036854775808",
                                                                 "1.5",
                                                                 "-0.0001",
                                                                 "99999999999999999999.5",
                                                                 "''",
                                                                 "'a b,c'",
                                                                 "'\xF0\x9F\x8E\x89é'",
                                                                 "list",
                                                                 "record",
                                                                 "(1..5)",
                                                                 "(5..1)",
                                                                 "blank"};
        const auto data = dataOf({{"list", Value(List{Value(1), Value("x"), Value(), Value(List{Value(2.5)})})},
                                  {"record", dataOf({{"a", Value(1)}})}});
        int rendered = 0;
        for (const auto filter : filters) {
            for (const auto input : values) {
                for (const auto argument : values) {
                    for (int count = 0; count <= 2; ++count) {
                        std::string source = "{{ " + std::string(input) + " | " + std::string(filter);
                        for (int number = 0; number < count; ++number) {
                            source += (number == 0 ? ": " : ", ") + std::string(argument);
                        }
                        if (const auto parsed = Template::parse(source + " }}")) {
                            const auto result = parsed->render(data, {});
                            rendered += result ? 1 : 0;
                            QVERIFY(!result || isValidUtf8(result->text));
                        }
                    }
                }
            }
        }
        QVERIFY(rendered > 10'000);
    }
};

SHOPBELL_TEST(TestBounds)
#include "test_bounds.moc"
