// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "base/time_zone.h"
#include "content/email_message.h"
#include "content/mime_header.h"
#include "content/quoted_printable.h"
#include "model/email_address.h"

#include <array>
#include <cstdio>

namespace shopbell {

namespace {

/// RFC 5322, 3.3: "Sat, 21 Nov 2026 09:30:00 +0100".
std::string dateText(Instant at, const std::string& zoneName)
{
    static constexpr std::array days{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto zone = TimeZone::load(zoneName.empty() ? "UTC" : zoneName).value_or(TimeZone());
    const auto civil = zone.toCivil(at);
    const auto day = toDayNumber(civil.day);
    const auto utcMinutes = (at.ms - ((at.ms % 60'000) + 60'000) % 60'000) / 60'000;
    const auto offset = static_cast<int>(day * 1440 + civil.hour * 60 + civil.minute - utcMinutes);
    const int size = offset < 0 ? -offset : offset;
    char text[64];
    std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d %c%02d%02d",
                  days[static_cast<std::size_t>((day % 7 + 7) % 7)], civil.day.day,
                  months[static_cast<std::size_t>(civil.day.month - 1)], civil.day.year, civil.hour, civil.minute,
                  civil.second, offset < 0 ? '-' : '+', size / 60 % 100, size % 60);
    return text;
}

Result<std::string> checkedAddress(std::string_view what, const std::string& address)
{
    auto parsed = EmailAddress::parse(address);
    if (!parsed) {
        return fail(ErrorKind::InvalidInput, say("field-no-email-address", "%1 is not an email address: %2",
                                                 {sayLabel(what), sentenceOf(parsed.error())}));
    }
    return parsed->wire();
}

void appendPart(std::string& out, std::string_view type, std::string_view body)
{
    out += "Content-Type: ";
    out += type;
    out += "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
    appendQuotedPrintable(out, toValidUtf8(body));
}

}  // namespace

Result<std::string> writeEmail(const EmailEnvelope& envelope, const RenderedMessage& message)
{
    auto from = checkedAddress("The sender", envelope.fromAddress);
    auto to = from ? checkedAddress("The recipient", envelope.toAddress) : from;
    auto replyTo = to && !envelope.replyTo.empty() ? checkedAddress("The reply address", envelope.replyTo) : to;
    if (!replyTo) {
        return fail(replyTo.error());
    }
    std::string out;
    out.reserve(1024 + message.html.size() * 9 / 8 + message.text.size() * 9 / 8);
    appendAddressField(out, "From", envelope.fromName, *from);
    appendAddressField(out, "To", envelope.toName, *to);
    if (!envelope.replyTo.empty()) {
        appendAddressField(out, "Reply-To", {}, *replyTo);
    }
    appendTextField(out, "Subject", message.subject);
    out += "Date: " + dateText(envelope.date, envelope.timeZone) + "\r\n";
    if (!envelope.messageId.empty()) {
        appendTokenField(out, "Message-ID", "<" + envelope.messageId + ">");
    }
    if (!envelope.listUnsubscribe.empty()) {
        appendListField(out, "List-Unsubscribe", envelope.listUnsubscribe);
        // RFC 8058, 3.1: only where there is an https address to post to.
        if (envelope.oneClickUnsubscribe && envelope.listUnsubscribe.find("<https://") != std::string::npos) {
            out += "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
        }
    }
    out += "MIME-Version: 1.0\r\n";
    if (message.html.empty()) {
        appendPart(out, "text/plain", message.text);
        return out;
    }
    if (message.text.empty()) {
        appendPart(out, "text/html", message.html);
        return out;
    }
    // "=_" cannot stand in quoted-printable, so the boundary is in no part.
    const auto hash = stableHash(envelope.messageId, stableHash(message.subject));
    std::string boundary = "=_shopbell_" + toHex(std::string_view(reinterpret_cast<const char*>(&hash), sizeof hash));
    out += "Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"\r\n\r\n";
    out += "--" + boundary + "\r\n";
    appendPart(out, "text/plain", message.text);
    out += "--" + boundary + "\r\n";
    appendPart(out, "text/html", message.html);
    out += "--" + boundary + "--\r\n";
    return out;
}

}  // namespace shopbell
