// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rendering.h"
#include "support/registry.h"

#include <QTest>

using namespace shopbell;
using namespace shopbell::liquid;
using test::dataOf;
using test::rendered;

class TestTemplate : public QObject {
    Q_OBJECT
private slots:
    void errorsNameLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("wanted");
        const auto row = [](const char* source, const char* wanted) {
            QTest::newRow(source) << QByteArray(source) << QByteArray(wanted);
        };
        row("a\n b {{ x | nosuch }}", "error: line 2, column 11: there is no filter called `nosuch`");
        row("{{ x", "error: line 1, column 1: this output is not closed with }}");
        row("{% if x %}\n\n{% nosuch %}{% endif %}",
            "error: line 3, column 1: `nosuch` is not a tag that can stand here");
        row("x{% for a in b %}y", "error: line 1, column 2: `for` has no `endfor`");
        row("{{ 'abc }}", "error: line 1, column 4: this text has no closing quote");
        row("{% assign\n x 5 %}", "error: line 2, column 4: here should be `=`");
        row("{{ a b }}", "error: line 1, column 6: `b` does not belong here");
        row("{% liquid\n  echo 1\n  endif %}", "error: line 3, column 3: `endif` is not a tag that can stand here");
        row("{{ 5 | plus: 1, 2 }}", "error: line 1, column 18: `plus` takes 1 value behind its colon");
        row("a\n{{ 1 | divided_by: 0 }}", "error: line 2, column 8: `divided_by`: a number cannot be divided by 0");
        row("{% if 'a' > 1 %}{% endif %}",
            "error: line 1, column 7: a text cannot be compared with a number: use `plus: 0` to make it one");
        row("{% render 'x' %}", "error: line 1, column 1: there is no template called `x` to take in");
        row("{%- raw -%} {{ ", "error: line 1, column 1: `raw` has no `endraw`");
    }
    void errorsNameLineAndColumn()
    {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, wanted);
        QVERIFY2(rendered(source.toStdString()).starts_with(wanted.toStdString()),
                 rendered(source.toStdString()).c_str());
    }

    void outputsAreEscapedWhereThatIsAskedFor()
    {
        Template::Options html;
        html.escapeHtml = true;
        const auto data = dataOf({{"x", Value("<a & \"b'>")}, {"list", Value(List{Value("<1>"), Value("<2>")})}});
        QCOMPARE(rendered("{{ x }}", data), std::string("<a & \"b'>"));
        const std::string escaped = "&lt;a &amp; &quot;b&#39;&gt;";
        QCOMPARE(rendered("<p>{{ x }}</p>", data, html), "<p>" + escaped + "</p>");
        QCOMPARE(rendered("{{ x | raw }}", data, html), std::string("<a & \"b'>"));
        QCOMPARE(rendered("{{ x | escape }}{{ x | escape_once }}", data, html), escaped + escaped);
        QCOMPARE(rendered("{{ x | raw | append: '<' }}", data, html), escaped + "&lt;");
        QCOMPARE(rendered("{{ list }}{{ list | join: '>' }}", data, html),
                 std::string("&lt;1&gt;&lt;2&gt;&lt;1&gt;&gt;&lt;2&gt;"));
        QCOMPARE(rendered("{% capture y %}<b>{{ x }}</b>{% endcapture %}{{ y }}", data, html),
                 "<b>" + escaped + "</b>");
        QCOMPARE(rendered("{% cycle x, 'y' %}{{ 'no' | default: x }}", data, html), escaped + "no");
        QCOMPARE(rendered("{% assign z = x %}{{ z }}{% for i in list %}{{ i }}{% endfor %}", data, html),
                 escaped + "&lt;1&gt;&lt;2&gt;");
    }

    void whatIsMissingIsTold()
    {
        const auto parsed =
            Template::parse("{{ a }}{{ a }}{{ b.c['d'] }}{{ e | default: 'x' }}{{ f | upcase }}{{ g }}{{ h }}"
                            "{% if i %}{% endif %}{{ 'x' }}");
        const auto result = parsed->render(dataOf({{"g", Value(0)}, {"h", Value(false)}}), {});
        QCOMPARE(result->missing, (std::vector<std::string>{"a", "b.c['d']", "f"}));
    }

    void variablesItMentionsAreListed()
    {
        const auto parsed =
            Template::parse("{% assign own = first_name %}{{ own }}{% for x in orders.items %}{{ x.y[key] }}"
                            "{{ forloop.index }}{% endfor %}{% if city == 'Vienna' %}{% endif %}"
                            "{% capture z %}{% endcapture %}{{ z | append: tail }}");
        QCOMPARE(parsed->listVariables(), (std::vector<std::string>{"city", "first_name", "key", "orders", "tail"}));
    }

    void oneTemplateIsRenderedForManyWithoutMixingThem()
    {
        const auto parsed = Template::parse(
            "{% increment n %}{% assign x = name %}{% cycle 'a', 'b' %}{{ x }}{{ y }}{% assign y = 1 %}");
        for (int person = 0; person < 3; ++person) {
            const auto name = std::to_string(person);
            QCOMPARE(parsed->render(dataOf({{"name", Value(name)}}), {})->text, "0a" + name);
        }
    }

    void onlyMembersThatAreAskedForAreWorkedOut()
    {
        class Costly final : public Record {
        public:
            std::optional<Value> find(std::string_view name) const override
            {
                asked += std::string(name) + ";";
                return Value(1);
            }
            std::vector<std::string> listNames() const override { return {}; }
            mutable std::string asked;
        };
        const auto record = std::make_shared<Costly>();
        QCOMPARE(rendered("{{ a }}{% if false %}{{ b }}{% endif %}", Value(std::shared_ptr<const Record>(record))),
                 std::string("1"));
        QCOMPARE(record->asked, std::string("a;"));
    }
};

SHOPBELL_TEST(TestTemplate)
#include "test_template.moc"
