// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/bridge/text.h"
#include "ui/campaigns/campaign_words.h"

#include <QTest>

using namespace shopbell;
using namespace shopbell::ui;

class TestCampaignWords : public QObject {
    Q_OBJECT
private slots:
    void everySkipReasonHasWords()
    {
        for (int number = 0; number <= static_cast<int>(SkipReason::CannotRender); ++number) {
            const auto name = skipReasonName(static_cast<SkipReason>(number));
            QVERIFY2(!skipWords(name).isEmpty(), std::string(name).c_str());
            QVERIFY(skipWords(name) != toQString(name) || name == "unsubscribed" || name == "erased");
        }
        QCOMPARE(skipWords("550 no such user"), QStringLiteral("550 no such user"));
    }

    void subjectsAreReadable()
    {
        QCOMPARE(plainSubject("Hi {{ first_name | default: \"friend\" }}, news for {{ city }}"),
                 QStringLiteral("Hi friend, news for …"));
        QCOMPARE(plainSubject("Plain {words}"), QStringLiteral("Plain {words}"));
    }

    void writingBecomesParagraphsAndComesBack()
    {
        MessageContent content;
        const QString writing = QStringLiteral("Hello {{ first_name | default: \"there\" }},\n\n"
                                               "2 < 3 & more at https://fernhill.example/shop?a=1&b=2.\nBye");
        content.html = toUtf8(htmlFromWriting(writing));
        content.text = toUtf8(textFromWriting(writing));
        const QString html = toQString(content.html);
        QCOMPARE(html.count(QLatin1String("<p>")), 2);
        QVERIFY(html.contains(QLatin1String("{{ first_name | default: \"there\" }}")));
        QVERIFY(html.contains(QLatin1String("2 &lt; 3 &amp; more")));
        QVERIFY(html.contains(QLatin1String("<a href=\"https://fernhill.example/shop?a=1&amp;b=2\">")));
        QVERIFY(html.contains(QLatin1String("{{ unsubscribe_url }}")));
        QVERIFY(toQString(content.text).contains(QLatin1String("{{ unsubscribe_url }}")));
        QCOMPARE(writingOf(content), writing);
    }

    void ownHtmlIsNotTakenForWriting()
    {
        MessageContent content;
        QVERIFY(!writingOf(content).isNull());
        content.html = "<p>Hi</p>";
        QVERIFY(writingOf(content).isNull());
        content.text = toUtf8(textFromWriting(QStringLiteral("Hi")));
        QVERIFY(writingOf(content).isNull());
    }
};

SHOPBELL_TEST(TestCampaignWords)
#include "test_campaign_words.moc"
