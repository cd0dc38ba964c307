// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "content/email_message.h"
#include "content/person_record.h"
#include "liquid/template.h"
#include "liquid/value.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace shopbell {

namespace {

/// One header line: line ends and runs of white space become single blanks.
std::string oneLine(std::string_view text)
{
    std::string line;
    for (const char c : trimmed(text)) {
        const bool isWhite = c == ' ' || (c >= '\t' && c <= '\r');
        if (!isWhite) {
            line += c;
        } else if (!line.ends_with(' ')) {
            line += ' ';
        }
    }
    return line;
}

/// What mail programs show behind the subject, and nobody sees in the message itself.
std::string hiddenPreheader(const std::string& words)
{
    return "<div style=\"display:none;max-height:0;overflow:hidden;mso-hide:all\">" + words + "</div>";
}

/// Behind the opening of the body, or in front of everything where there is none.
std::string withPreheader(std::string html, const std::string& words)
{
    const auto body = toLowerAscii(html).find("<body");
    const auto end = body == std::string::npos ? body : html.find('>', body);
    return html.insert(end == std::string::npos ? 0 : end + 1, hiddenPreheader(words));
}

Result<std::optional<liquid::Template>> parsePart(std::string_view name, const std::string& source)
{
    if (source.empty()) {
        return std::optional<liquid::Template>();
    }
    auto parsed = liquid::Template::parse(source);
    if (!parsed) {
        return fail(parsed.error().kind, std::string(name) + ", " + parsed.error().what);
    }
    return std::optional(std::move(*parsed));
}

}  // namespace

struct MessageTemplate::Parts {
    std::optional<liquid::Template> subject;
    std::optional<liquid::Template> preheader;
    std::optional<liquid::Template> html;
    std::optional<liquid::Template> text;
};

MessageTemplate::MessageTemplate(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

MessageTemplate::MessageTemplate(MessageTemplate&&) noexcept = default;

MessageTemplate& MessageTemplate::operator=(MessageTemplate&&) noexcept = default;

MessageTemplate::~MessageTemplate() = default;

Result<MessageTemplate> MessageTemplate::parse(const MessageContent& content)
{
    auto parts = std::make_unique<Parts>();
    const std::array<std::tuple<std::string_view, const std::string*, std::optional<liquid::Template>*>, 4> sources{
        {{"subject", &content.subject, &parts->subject},
         {"preview text", &content.preheader, &parts->preheader},
         {"HTML part", &content.html, &parts->html},
         {"text part", &content.text, &parts->text}}};
    for (const auto& [name, source, into] : sources) {
        auto parsed = parsePart(name, *source);
        if (!parsed) {
            return fail(parsed.error());
        }
        *into = std::move(*parsed);
    }
    return MessageTemplate(std::move(parts));
}

Result<RenderedMessage> MessageTemplate::render(const RenderContext& context) const
{
    const auto data = makeMessageFields(context);
    RenderedMessage message;
    const auto renderPart = [&](std::string_view name, const std::optional<liquid::Template>& part,
                                bool isHtml) -> Result<std::string> {
        if (!part) {
            return std::string();
        }
        liquid::Template::Options options;
        options.now = context.now;
        options.zone = context.zone;
        options.currency = context.currency;
        options.escapeHtml = isHtml;
        auto rendered = part->render(data, options);
        if (!rendered) {
            return fail(rendered.error().kind, std::string(name) + ", " + rendered.error().what);
        }
        for (auto& field : rendered->missing) {
            if (std::find(message.missing.begin(), message.missing.end(), field) == message.missing.end()) {
                message.missing.push_back(std::move(field));
            }
        }
        return std::move(rendered->text);
    };
    auto subject = renderPart("subject", m_parts->subject, false);
    auto preheader = subject ? renderPart("preview text", m_parts->preheader, true) : subject;
    auto html = preheader ? renderPart("HTML part", m_parts->html, true) : preheader;
    auto text = html ? renderPart("text part", m_parts->text, false) : html;
    if (!text) {
        return fail(text.error());
    }
    message.subject = oneLine(*subject);
    message.text = m_parts->text || html->empty() ? std::move(*text) : textFromHtml(*html);
    message.html = html->empty() || trimmed(*preheader).empty() ? std::move(*html)
                                                                : withPreheader(std::move(*html), oneLine(*preheader));
    return message;
}

}  // namespace shopbell
