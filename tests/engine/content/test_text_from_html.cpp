// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "content/email_message.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

#include <array>

using namespace shopbell;

class TestTextFromHtml : public QObject {
    Q_OBJECT
private slots:
    void htmlBecomesReadableText_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const char* html, const char* text) {
            QTest::newRow(name) << QByteArray(html) << QByteArray(text);
        };
        row("nothing", "", "");
        row("words", "Hello   <b>you</b>\n there", "Hello you there\n");
        row("paragraphs", "<p>One</p><p>Two</p>", "One\n\nTwo\n");
        row("headings", "<h1>Sale</h1><div>today</div><div>only</div>", "Sale\n\ntoday\nonly\n");
        row("line ends", "a<br>b<br/><br>c", "a\nb\n\nc\n");
        row("list", "<p>We have</p><ul><li>red</li><li>blue <b>too</b></li></ul><p>end</p>",
            "We have\n\n- red\n- blue too\n\nend\n");
        row("numbered", "<ol start=9><li>a<li>b</ol>", "9. a\n10. b\n");
        row("nested list", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c\n");
        row("link", "<a href='https://x.example/a?b=1&amp;c=2'>Look <i>here</i></a>!",
            "Look here (https://x.example/a?b=1&c=2)!\n");
        row("link that says itself", "<a href='https://x.example'>x.example</a>", "x.example\n");
        row("link without words", "<a href='https://x.example/'><img src='a.png'></a>", "https://x.example/\n");
        row("link on a picture", "<a href='https://x.example/'><img src='a.png' alt='Shoes'></a>",
            "Shoes (https://x.example/)\n");
        row("mail link", "<a href='mailto:a@b.example'>a@b.example</a>", "a@b.example\n");
        row("entities", "Caf&eacute; &amp; &lt;Bar&gt; &euro;5&nbsp;only &#128276;", "Café & <Bar> €5 only 🔔\n");
        row("no scripts", "<head><title>t</title><style>p{}</style></head><script>x()</script><!-- c --><p>y</p>",
            "y\n");
        row("hidden", "<div style='display: none'>peek</div><p>seen</p>", "seen\n");
        row("table", "<table><tr><td>Shoe</td><td>5</td></tr><tr><td>Hat</td><td>7</td></tr></table>",
            "Shoe 5\nHat 7\n");
        row("preformatted", "<pre>a\n  b</pre>", "a\n  b\n");
        row("rule", "a<hr>b", "a\n\n--------\n\nb\n");
        row("unclosed", "<p>a<div>b<span>c", "a\n\nbc\n");
    }
    void htmlBecomesReadableText()
    {
        QFETCH(QByteArray, html);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(textFromHtml(html.toStdString())), text);
    }

    void anythingAtAllEndsAndIsValidText()
    {
        test::SeededRandom random(5);
        static constexpr std::array<const char*, 14> pieces{"<div>", "</div>",   "<ul>", "<li>",  "<a href='",
                                                            "'>",    "<table>",  "<td>", "</a>",  "<!--",
                                                            "-->",   "<script>", "\xFF", "words "};
        for (int round = 0; round < 500; ++round) {
            std::string html;
            for (auto count = random->below(200); count > 0; --count) {
                html += pieces[random->below(pieces.size())];
            }
            QVERIFY(isValidUtf8(textFromHtml(html)));
        }
    }

    void depthIsBounded()
    {
        std::string deep;
        for (int level = 0; level < 200'000; ++level) {
            deep += "<div>";
        }
        QVERIFY(textFromHtml(deep + "x").size() < 10);
        std::string shallow;
        for (int level = 0; level < 5'000; ++level) {
            shallow += "<b>";
        }
        QVERIFY(textFromHtml(shallow + "x").size() < 10);
    }
};

SHOPBELL_TEST(TestTextFromHtml)
#include "test_text_from_html.moc"
