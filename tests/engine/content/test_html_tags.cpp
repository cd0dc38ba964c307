// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/html_tags.h"
#include "support/registry.h"
#include "support/seeded_random.h"

#include <QTest>

#include <array>

using namespace shopbell;

namespace {

/// "a[href=x] /a", or with "!" behind it when something was not closed.
std::string tagsOf(std::string_view html)
{
    std::string seen;
    const bool whole = forEachTag(html, [&](const HtmlTag& tag) {
        seen += (seen.empty() ? "" : " ") + std::string(tag.isClosing ? "/" : "") + std::string(tag.name);
        for (const auto& [key, value] : tag.attributes) {
            seen += "[" + std::string(key) + "=" + std::string(value) + "]";
        }
    });
    return whole ? seen : seen + "!";
}

}  // namespace

class TestHtmlTags : public QObject {
    Q_OBJECT
private slots:
    void tagsAndAttributesAreSeenAsWritten()
    {
        QCOMPARE(tagsOf("x <a href='b c' id=\"d\" data-x=e hidden>y</a> 1 < 2"),
                 std::string("a[href=b c][id=d][data-x=e][hidden=] /a"));
        QCOMPARE(tagsOf("<br/><img src=a.png/>"), std::string("br img[src=a.png/]"));
        QCOMPARE(tagsOf("<p title='a > b'>"), std::string("p[title=a > b]"));
    }

    void commentsAndScriptsHoldNoTags()
    {
        QCOMPARE(tagsOf("<!-- <a> --><script>if (a<b) '<p>'</SCRIPT ><i>"), std::string("script /SCRIPT i"));
        QCOMPARE(tagsOf("<!DOCTYPE html><!--[if mso]><table><![endif]--><b>"), std::string("b"));
    }

    void whatIsNotClosedIsTold()
    {
        QCOMPARE(tagsOf("<a href='x"), std::string("!"));
        QCOMPARE(tagsOf("<b><!-- "), std::string("b!"));
        QCOMPARE(tagsOf("<b"), std::string("!"));
    }

    void attributesAreFoundInAnyCaseAndWithoutEntities()
    {
        std::optional<std::string> found;
        forEachTag("<A HREF='?a=1&amp;b=2'>", [&](const HtmlTag& tag) { found = tag.attribute("href"); });
        QCOMPARE(found.value_or(""), std::string("?a=1&b=2"));
    }

    void anythingAtAllEnds()
    {
        test::SeededRandom random(3);
        for (int round = 0; round < 20'000; ++round) {
            static_cast<void>(tagsOf(random.text("<>/='\"! -abscript\n", random->below(60))));
        }
    }
};

SHOPBELL_TEST(TestHtmlTags)
#include "test_html_tags.moc"
