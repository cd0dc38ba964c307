// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/preflight.h"
#include "support/registry.h"

#include <QTest>

#include <algorithm>

using namespace shopbell;

namespace {

MessageContent soundContent()
{
    MessageContent content;
    content.fromName = "Shop";
    content.fromAddress = "hello@shop.example";
    content.subject = "Hello {{ first_name | default: 'you' }}";
    content.html =
        "<p>Hello</p><a href=\"https://shop.example/\">Look</a><img src=\"https://shop.example/a.png\" alt=\"A\">"
        "<a href=\"{{ unsubscribe_url }}\">Leave</a>";
    return content;
}

std::vector<ContentFinding> check(const MessageContent& content, int people = 3)
{
    Preflight preflight(content);
    for (int number = 0; number < people; ++number) {
        Profile profile;
        profile.id = {number + 1};
        profile.properties["first_name"] = std::string("A");
        if (number == 0) {
            profile.properties["city"] = std::string("Vienna");
        }
        preflight.look({&profile, "Shop", "mailto:leave@shop.example?subject=1", Instant{0}});
    }
    return preflight.finish();
}

/// The finding whose words hold all that.
const ContentFinding* find(const std::vector<ContentFinding>& findings, std::string_view words)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const ContentFinding& finding) {
        return finding.words.words.find(words) != std::string::npos;
    });
    return found == findings.end() ? nullptr : &*found;
}

}  // namespace

class TestPreflight : public QObject {
    Q_OBJECT
private slots:
    void aSoundMessageHasNoFindings()
    {
        const auto findings = check(soundContent());
        QVERIFY2(findings.empty(), findings.empty() ? "" : findings.front().words.words.c_str());
    }

    void eachMistakeIsFound_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<bool>("blocks");
        const auto row = [](const char* html, const char* words, bool blocks) {
            QTest::newRow(words) << QByteArray(html) << QByteArray(words) << blocks;
        };
        row("<a href=''>x</a>", "leads nowhere", false);
        row("<a href='www.shop.example'>x</a>", "wants https:// in front", true);
        row("<a href='/sale'>x</a>", "/sale is not complete", true);
        row("<a href='http://shop.example'>x</a>", "not safe on the way", false);
        row("<a href='https://shop example/'>x</a>", "not an address that can be opened", true);
        row("<a href='https://shop/'>x</a>", "https://shop/ is not an address", true);
        row("<a href='{% raw %}{{ x }}{% endraw %}'>x</a>", "template signs", true);
        row("<a href='javascript:alert(1)'>x</a>", "does not work in an email", true);
        row("<img src='https://a.example/b.png'>", "(alt)", false);
        row("<img alt='x'>", "A picture has no address", false);
        row("<img src='http://a.example/b.png' alt=''>", "not fetched safely", false);
        row("<img src='b.png' alt=''>", "picture b.png is not complete", true);
        row("<div><span></div>", "opens <span> more often", false);
        row("<div></div></div>", "closes <div> more often", false);
        row("<p class='", "ends in the middle", false);
        row("<iframe src='https://a.example'></iframe>", "take <iframe> out", false);
    }
    void eachMistakeIsFound()
    {
        QFETCH(QByteArray, html);
        QFETCH(QByteArray, words);
        QFETCH(bool, blocks);
        auto content = soundContent();
        content.html += html.toStdString();
        content.text = "{{ unsubscribe_url }}";
        const auto findings = check(content);
        const auto* const found = find(findings, words.toStdString());
        QVERIFY2(found != nullptr, findings.empty() ? "nothing was found" : findings.front().words.words.c_str());
        QCOMPARE(found->blocks, blocks);
        QCOMPARE(found->people, std::int64_t{0});
    }

    void missingFieldsAreCountedByPerson()
    {
        auto content = soundContent();
        content.text = "{{ city }} {{ region }} {{ unsubscribe_url }}";
        const auto findings = check(content, 5);
        QCOMPARE(find(findings, "`city`")->people, std::int64_t{4});
        QCOMPARE(find(findings, "`region`")->people, std::int64_t{0});
        QVERIFY(find(findings, "`region`") < find(findings, "`city`"));
    }

    void senderSubjectAndSizeAreLookedAt()
    {
        auto content = soundContent();
        content.fromAddress = "me@gmail.com";
        content.fromName = " ";
        content.replyTo = "nobody";
        content.subject = std::string(71, 'x');
        content.html += std::string(110'000, 'x');
        const auto findings = check(content);
        QVERIFY(find(findings, "at gmail.com, which is not yours") != nullptr);
        QVERIFY(find(findings, "has no name") != nullptr);
        QVERIFY(find(findings, "for replies")->blocks);
        QVERIFY(find(findings, "longer than 70") != nullptr);
        QVERIFY(find(findings, "102 KB") != nullptr);
        QVERIFY(findings.front().blocks);
        content.fromAddress = "me at home";
        content.subject = "{{ nothing }}";
        content.html.clear();
        const auto worse = check(content);
        QVERIFY(find(worse, "sender's address is not one")->blocks);
        QVERIFY(find(worse, "subject is empty")->blocks);
        QVERIFY(find(worse, "message is empty")->blocks);
    }

    void aMissingWayOutIsTold()
    {
        auto content = soundContent();
        content.html = "<p>Hello</p>";
        QVERIFY(find(check(content), "no unsubscribe link") != nullptr);
        content.html = "<p>{{ unsubscribe_url }}</p>";
        content.text = "Hello";
        QVERIFY(find(check(content), "The text part has no unsubscribe link") != nullptr);
    }

    void aTemplateThatCannotBeReadBlocks()
    {
        auto content = soundContent();
        content.html = "{% if %}";
        QVERIFY(find(check(content), "cannot be read: HTML part, line 1")->blocks);
    }

    void aMessageThatFailsForSomeIsCountedForThem()
    {
        auto content = soundContent();
        content.text = "{% if city %}{{ 1 | divided_by: 0 }}{% endif %}{{ unsubscribe_url }}";
        QCOMPARE(find(check(content), "cannot be made")->people, std::int64_t{1});
    }
};

SHOPBELL_TEST(TestPreflight)
#include "test_preflight.moc"
