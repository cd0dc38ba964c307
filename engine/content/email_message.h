// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/result.h"
#include "base/time_zone.h"
#include "model/campaign.h"
#include "model/profile.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// What one message may refer to: the person's properties by name (first_name, city, …), `person` with all of them,
/// `shop.name`, `unsubscribe_url`.
struct RenderContext {
    const Profile* profile = nullptr;
    std::string_view shopName;
    std::string_view unsubscribeUrl;  ///< mailto: until there is a public address
    Instant now;
    TimeZone zone = {};              ///< in which dates are written
    std::string_view currency = {};  ///< of the `money` filter
};

struct RenderedMessage {
    std::string subject;
    std::string html;
    std::string text;
    std::vector<std::string> missing;  ///< fields without value and without fallback
};

/// The templates of one message, parsed once and rendered for many; immutable, any thread.
class MessageTemplate {
public:
    /// InvalidInput naming the part: "subject, line 1, column 8: …".
    [[nodiscard]] static Result<MessageTemplate> parse(const MessageContent& content);
    MessageTemplate(MessageTemplate&&) noexcept;
    MessageTemplate& operator=(MessageTemplate&&) noexcept;
    ~MessageTemplate();
    [[nodiscard]] Result<RenderedMessage> render(const RenderContext& context) const;

private:
    struct Parts;
    explicit MessageTemplate(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// Header fields and the address lines of one message.
struct EmailEnvelope {
    std::string fromName;
    std::string fromAddress;  ///< checked
    std::string replyTo;
    std::string toName;
    std::string toAddress;  ///< wire form
    std::string messageId;  ///< without brackets
    Instant date;
    std::string timeZone;              ///< of the Date header
    std::string listUnsubscribe;       ///< "<mailto:…>" or "<https://…>", comma-separated
    bool oneClickUnsubscribe = false;  ///< RFC 8058: adds List-Unsubscribe-Post; needs an https URL
};

/// A whole RFC 5322 message with CRLF: headers encoded (RFC 2047) and folded, multipart/alternative with text and HTML,
/// UTF-8 quoted-printable, no line past 76 bytes. Headers cannot be injected: line ends in values become blanks.
[[nodiscard]] Result<std::string> writeEmail(const EmailEnvelope& envelope, const RenderedMessage& message);

/// A readable text of an HTML part: paragraphs, lists, links as "words (address)".
[[nodiscard]] std::string textFromHtml(std::string_view html);

}  // namespace shopbell
