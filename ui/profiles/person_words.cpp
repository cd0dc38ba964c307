// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/person_words.h"

#include "model/message.h"
#include "ui/bridge/text.h"

#include <QCoreApplication>

#include <variant>

namespace shopbell::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(People)
};

}  // namespace

QString consentWord(ConsentState state)
{
    switch (state) {
    case ConsentState::NeverAsked: return Words::tr("never asked", "consent");
    case ConsentState::Subscribed: return Words::tr("yes", "consent");
    case ConsentState::Pending: return Words::tr("not confirmed", "consent");
    case ConsentState::Unsubscribed: return Words::tr("no", "consent");
    }
    return {};
}

Tone consentTone(ConsentState state)
{
    switch (state) {
    case ConsentState::Subscribed: return Tone::Ok;
    case ConsentState::Pending: return Tone::Brass;
    case ConsentState::Unsubscribed: return Tone::Bad;
    case ConsentState::NeverAsked: break;
    }
    return Tone::Neutral;
}

QString channelWord(Channel channel)
{
    switch (channel) {
    case Channel::Email: return Words::tr("Email");
    case Channel::Sms: return Words::tr("SMS");
    case Channel::Push: return Words::tr("Push");
    }
    return {};
}

QString methodWord(const QString& method)
{
    if (method == QLatin1String("checkout")) {
        return Words::tr("at the checkout");
    }
    if (method == QLatin1String("form")) {
        return Words::tr("by a form");
    }
    if (method == QLatin1String("import")) {
        return Words::tr("from a file");
    }
    if (method == QLatin1String("link")) {
        return Words::tr("by a link in a message");
    }
    if (method == QLatin1String("manual")) {
        return Words::tr("entered by hand");
    }
    if (method == QLatin1String("phone")) {
        return Words::tr("on the phone");
    }
    if (method == QLatin1String("shop")) {
        return Words::tr("in the shop");
    }
    if (method == QLatin1String("writing")) {
        return Words::tr("in writing");
    }
    return method;
}

QString suppressionWord(SuppressionReason reason)
{
    switch (reason) {
    case SuppressionReason::HardBounce: return Words::tr("messages bounce");
    case SuppressionReason::Complaint: return Words::tr("marked a message as spam");
    case SuppressionReason::Unsubscribed: return Words::tr("unsubscribed");
    case SuppressionReason::Invalid: return Words::tr("no valid address");
    case SuppressionReason::Manual: return Words::tr("suppressed by hand");
    case SuppressionReason::Erased: return Words::tr("erased");
    }
    return {};
}

QString propertyName(const QString& name)
{
    static const QHash<QString, const char*> known{
        {QStringLiteral("first_name"), QT_TRANSLATE_NOOP("People", "First name")},
        {QStringLiteral("last_name"), QT_TRANSLATE_NOOP("People", "Last name")},
        {QStringLiteral("organization"), QT_TRANSLATE_NOOP("People", "Company")},
        {QStringLiteral("title"), QT_TRANSLATE_NOOP("People", "Title")},
        {QStringLiteral("address1"), QT_TRANSLATE_NOOP("People", "Street")},
        {QStringLiteral("address2"), QT_TRANSLATE_NOOP("People", "Street, second line")},
        {QStringLiteral("city"), QT_TRANSLATE_NOOP("People", "City")},
        {QStringLiteral("region"), QT_TRANSLATE_NOOP("People", "Region")},
        {QStringLiteral("postcode"), QT_TRANSLATE_NOOP("People", "Postcode")},
        {QStringLiteral("country"), QT_TRANSLATE_NOOP("People", "Country")},
        {QStringLiteral("latitude"), QT_TRANSLATE_NOOP("People", "Latitude")},
        {QStringLiteral("longitude"), QT_TRANSLATE_NOOP("People", "Longitude")},
        {QStringLiteral("time_zone"), QT_TRANSLATE_NOOP("People", "Time zone")},
        {QStringLiteral("locale"), QT_TRANSLATE_NOOP("People", "Language")},
        {QStringLiteral("birthday"), QT_TRANSLATE_NOOP("People", "Birthday")},
    };
    if (const auto at = known.find(name); at != known.end()) {
        return Words::tr(*at);
    }
    QString words = readableName(name);
    if (!words.isEmpty()) {
        words[0] = words[0].toUpper();
    }
    return words;
}

QString propertyText(const PropertyValue& value, const Formats& formats)
{
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth ? Words::tr("yes") : Words::tr("no");
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return formats.locale().toString(*number, 'g', 12);
    }
    if (const auto* at = std::get_if<Instant>(&value)) {
        return formats.shortDate(*at);
    }
    if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) {
        QStringList parts;
        for (const std::string& text : *texts) {
            parts << toQString(text);
        }
        return parts.join(QStringLiteral(", "));
    }
    return toQString(std::get<std::string>(value));
}

QString skipWords(const std::string& reason)
{
    const auto known = findSkipReason(reason);
    if (!known) {
        return toQString(reason);
    }
    switch (*known) {
    case SkipReason::NoAddress: return Words::tr("no address is known");
    case SkipReason::InvalidAddress: return Words::tr("the address cannot be right");
    case SkipReason::NoConsent: return Words::tr("has not agreed to be written to");
    case SkipReason::Unsubscribed: return Words::tr("unsubscribed before");
    case SkipReason::Suppressed: return Words::tr("the address is suppressed");
    case SkipReason::DuplicateAddress: return Words::tr("somebody else with this address got it");
    case SkipReason::SmartSending: return Words::tr("got another message shortly before (smart sending)");
    case SkipReason::Erased: return Words::tr("was erased");
    case SkipReason::CannotRender: return Words::tr("the message could not be made for this person");
    }
    return {};
}

EventWords ledgerWords(const LedgerMessage& message, const QString& origin)
{
    EventWords words;
    words.icon = IconName::Send;
    words.color = Token::Brass;
    const QString what = origin.isEmpty() ? Words::tr("a message") : Words::tr("“%1”").arg(origin);
    const QString address = toQString(message.address);
    switch (message.state) {
    case MessageState::Planned:
    case MessageState::Queued:
        words.icon = IconName::Clock;
        words.color = Token::InkSoft;
        words.title = Words::tr("Waiting to be sent: %1").arg(what);
        words.detail = address;
        break;
    case MessageState::Sending:
        words.title = Words::tr("Being sent: %1").arg(what);
        words.detail = address;
        break;
    case MessageState::Accepted:
        words.title = Words::tr("Sent %1").arg(what);
        words.detail = address.isEmpty() ? QString() : Words::tr("to %1").arg(address);
        break;
    case MessageState::Failed:
        words.icon = IconName::Warning;
        words.color = Token::Bad;
        words.title = Words::tr("Could not be sent: %1").arg(what);
        words.detail = toQString(message.reason);
        break;
    case MessageState::Skipped:
        words.icon = IconName::Clock;
        words.color = Token::InkSoft;
        words.title = Words::tr("Not sent: %1").arg(what);
        words.detail = skipWords(message.reason);
        break;
    case MessageState::Unknown:
        words.icon = IconName::Help;
        words.color = Token::Bad;
        words.title = Words::tr("Perhaps sent: %1").arg(what);
        words.detail = Words::tr("the server did not say whether it took the message");
        break;
    case MessageState::Cancelled:
        words.icon = IconName::Stop;
        words.color = Token::InkSoft;
        words.title = Words::tr("Cancelled: %1").arg(what);
        break;
    }
    return words;
}

}  // namespace shopbell::ui
