// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/email_message.h"
#include "support/registry.h"

#include <QTest>

using namespace shopbell;

namespace {

Profile ana()
{
    Profile profile;
    profile.id = {7};
    profile.email = "ana@example.com";
    profile.properties = {{"first_name", std::string("Ana <b>")},
                          {"orders", 12.0},
                          {"balance", 12.5},
                          {"member", true},
                          {"city", std::string()},
                          {"birthday", Instant{0}},
                          {"tags", std::vector<std::string>{"red", "blue"}}};
    return profile;
}

RenderedMessage render(const MessageContent& content, const Profile& profile)
{
    const auto parsed = MessageTemplate::parse(content);
    if (!parsed) {
        return {"error: " + parsed.error().what, "", "", {}};
    }
    auto rendered = parsed->render({&profile, "Bell & Co", "mailto:leave@shop.example?subject=a&body=b", Instant{0}});
    return rendered ? *rendered : RenderedMessage{"error: " + rendered.error().what, "", "", {}};
}

MessageContent subjectOnly(std::string subject)
{
    MessageContent content;
    content.subject = std::move(subject);
    return content;
}

}  // namespace

class TestMessageTemplate : public QObject {
    Q_OBJECT
private slots:
    void propertiesAreKnownByNameAndUnderPerson()
    {
        const auto person = ana();
        QCOMPARE(
            render(subjectOnly("{{ orders }} {{ person.orders }} {{ balance }} {{ member }} {{ tags | join: '+' }} "
                               "{{ birthday | date: '%Y' }} {{ email }} {{ person.email }} {{ shop.name }}"),
                   person)
                .subject,
            std::string("12 12 12.5 true red+blue 1970 ana@example.com ana@example.com Bell & Co"));
    }

    void htmlIsEscapedAndTheRestIsNot()
    {
        const auto person = ana();
        MessageContent content;
        content.subject = "{{ first_name }}";
        content.text = "{{ first_name }} {{ unsubscribe_url }}";
        content.html = "<p>{{ first_name }}</p>{{ first_name | raw }}<a href=\"{{ unsubscribe_url }}\">x</a>";
        const auto message = render(content, person);
        QCOMPARE(message.subject, std::string("Ana <b>"));
        QCOMPARE(message.text, std::string("Ana <b> mailto:leave@shop.example?subject=a&body=b"));
        QCOMPARE(message.html,
                 std::string("<p>Ana &lt;b&gt;</p>Ana <b><a href=\"mailto:leave@shop.example?subject=a&amp;"
                             "body=b\">x</a>"));
    }

    void fieldsWithoutValueAndFallbackAreTold()
    {
        const auto person = ana();
        MessageContent content;
        content.subject = "{{ nickname }} {{ nickname }} {{ city }} {{ title | default: 'friend' }}";
        content.html = "{{ person.region }}{{ phone }}{% if postcode %}x{% endif %}{{ orders }}";
        const auto message = render(content, person);
        QCOMPARE(message.missing, (std::vector<std::string>{"nickname", "city", "person.region", "phone"}));
        QCOMPARE(message.subject, std::string("friend"));
    }

    void withoutATextPartOneIsMadeOfTheHtml()
    {
        const auto person = ana();
        MessageContent content;
        content.html = "<h1>Hi {{ orders }}</h1><p><a href='https://x.example/'>Shop</a></p>";
        QCOMPARE(render(content, person).text, std::string("Hi 12\n\nShop (https://x.example/)\n"));
        content.text = "own words";
        QCOMPARE(render(content, person).text, std::string("own words"));
    }

    void previewTextStandsFirstInTheBodyAndNotInTheText()
    {
        const auto person = ana();
        MessageContent content;
        content.preheader = "For {{ first_name }}";
        content.html = "<html><BODY class='x'><p>Hello</p></body></html>";
        const auto message = render(content, person);
        QVERIFY(message.html.starts_with("<html><BODY class='x'><div style=\"display:none"));
        QVERIFY(message.html.find("For Ana &lt;b&gt;</div><p>Hello") != std::string::npos);
        QCOMPARE(message.text, std::string("Hello\n"));
    }

    void mistakesNameTheirPartAndPlace()
    {
        MessageContent content;
        content.subject = "fine";
        content.html = "<p>\n{{ first_name | nosuch }}</p>";
        const auto parsed = MessageTemplate::parse(content);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(parsed.error().what.starts_with("HTML part, line 2, column 17: "), parsed.error().what.c_str());
    }

    void aSubjectIsOneLine()
    {
        auto person = ana();
        person.properties["first_name"] = std::string("A\r\nBcc: x@y.example\t\tB");
        QCOMPARE(render(subjectOnly(" {{ first_name }} "), person).subject, std::string("A Bcc: x@y.example B"));
    }

    void nobodyAtAllRendersToo()
    {
        const auto parsed = MessageTemplate::parse(subjectOnly("Hi {{ first_name | default: 'there' }}{{ person.x }}"));
        const auto rendered = parsed->render({nullptr, "S", "", Instant{0}});
        QVERIFY(rendered);
        QCOMPARE(rendered->subject, std::string("Hi there"));
    }
};

SHOPBELL_TEST(TestMessageTemplate)
#include "test_message_template.moc"
