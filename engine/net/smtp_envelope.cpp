// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/smtp_envelope.h"

#include "base/text.h"
#include "net/url.h"

#include <algorithm>

namespace shopbell {

namespace {

constexpr std::size_t kLongestAddress = 512;

/// An address as the server understands it, or why it does not.
struct WireAddress {
    std::string text;
    bool needsUtf8 = false;
    const char* enhanced = nullptr;
    const char* problem = nullptr;
};

WireAddress makeWireAddress(std::string_view address, const SmtpCapabilities& offered)
{
    const auto bad = [](const char* enhanced, const char* problem) {
        return WireAddress{{}, false, enhanced, problem};
    };
    const auto at = address.rfind('@');
    if (address.size() > kLongestAddress || at == std::string_view::npos || at == 0 || at + 1 == address.size()) {
        return bad("5.1.3", "This is not an email address.");
    }
    const std::string_view local = address.substr(0, at);
    const std::string_view domain = address.substr(at + 1);
    const bool quoted = local.size() >= 2 && local.front() == '"' && local.back() == '"';
    const bool unsafe = std::any_of(local.begin(), local.end(), [quoted](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || c == 0x7f || (!quoted && (c == ' ' || c == '<' || c == '>' || c == ',' || c == ';'));
    });
    if (unsafe || !isValidUtf8(local)) {
        return bad("5.1.3", "The address holds a character that no address may have.");
    }
    std::string wireDomain(domain);
    if (domain.front() == '[') {
        const bool literal =
            domain.back() == ']' && domain.find_first_of(" <>\r\n\t") == std::string_view::npos && isAscii(domain);
        if (!literal) {
            return bad("5.1.3", "The domain of this address cannot be right.");
        }
    } else {
        auto ascii = toAsciiHost(domain);
        if (!ascii || ascii->find(':') != std::string::npos) {
            return bad("5.1.2", "The domain of this address cannot be right.");
        }
        wireDomain = isAscii(domain) ? wireDomain : std::move(*ascii);
    }
    const bool needsUtf8 = !isAscii(local);
    if (needsUtf8 && !offered.smtpUtf8) {
        return bad("5.6.7", "The server does not take addresses with letters outside ASCII before the @.");
    }
    return {std::string(local) + "@" + wireDomain, needsUtf8, nullptr, nullptr};
}

void rejectAll(SmtpOutcome& outcome, const char* enhanced, const std::string& text)
{
    for (auto& recipient : outcome.recipients) {
        recipient = {SmtpFate::Rejected, 0, enhanced, text};
    }
}

}  // namespace

SmtpEnvelope makeSmtpEnvelope(const SmtpMessage& message, const SmtpCapabilities& offered)
{
    SmtpEnvelope envelope;
    envelope.message = &message;
    envelope.outcome.recipients.resize(message.recipients.size());
    const bool eightBit = !isAscii(message.content);
    if (eightBit && !offered.eightBitMime) {
        rejectAll(envelope.outcome, "5.6.3", "The server takes 7-bit messages only, and this one has other bytes.");
        return envelope;
    }
    if (offered.sizeLimit != 0 && message.content.size() > offered.sizeLimit) {
        rejectAll(envelope.outcome, "5.3.4",
                  "The message is larger than the " + formatCount(static_cast<std::int64_t>(offered.sizeLimit)) +
                      " bytes that the server takes.");
        return envelope;
    }
    bool needsUtf8 = false;
    std::string from;
    if (!message.from.empty()) {
        const WireAddress sender = makeWireAddress(message.from, offered);
        if (sender.problem != nullptr) {
            rejectAll(envelope.outcome, "5.1.7", std::string("The sender cannot be used. ") + sender.problem);
            return envelope;
        }
        from = sender.text;
        needsUtf8 = sender.needsUtf8;
    }
    for (std::size_t i = 0; i < message.recipients.size(); ++i) {
        const WireAddress recipient = makeWireAddress(message.recipients[i], offered);
        if (recipient.problem != nullptr) {
            envelope.outcome.recipients[i] = {SmtpFate::Rejected, 0, recipient.enhanced, recipient.problem};
            continue;
        }
        needsUtf8 = needsUtf8 || recipient.needsUtf8;
        envelope.rcptCommands.push_back("RCPT TO:<" + recipient.text + ">\r\n");
        envelope.asked.push_back(i);
    }
    envelope.mailCommand = "MAIL FROM:<" + from + ">";
    if (offered.sizeLimit != 0) {
        envelope.mailCommand += " SIZE=" + std::to_string(message.content.size());
    }
    if (eightBit) {
        envelope.mailCommand += " BODY=8BITMIME";
    }
    if (needsUtf8) {
        envelope.mailCommand += " SMTPUTF8";
    }
    envelope.mailCommand += "\r\n";
    return envelope;
}

void appendSmtpContent(std::string& out, std::string_view content)
{
    out.reserve(out.size() + content.size() + content.size() / 64 + 16);
    bool atLineStart = true;
    while (!content.empty()) {
        if (atLineStart && content.front() == '.') {
            out.push_back('.');
        }
        const auto end = std::min(content.find_first_of("\r\n"), content.size());
        out.append(content.substr(0, end));
        content.remove_prefix(end);
        atLineStart = !content.empty();
        if (atLineStart) {
            const bool pair = content.size() > 1 && content[0] == '\r' && content[1] == '\n';
            content.remove_prefix(pair ? 2 : 1);
            out.append("\r\n");
        }
    }
    out.append(atLineStart ? ".\r\n" : "\r\n.\r\n");
}

}  // namespace shopbell
