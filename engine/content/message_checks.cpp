// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/message_checks.h"

#include "base/text.h"
#include "content/html_tags.h"
#include "model/email_address.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace shopbell {

namespace {

constexpr std::size_t longSubject = 70;           // characters; about what a phone shows, twice
constexpr std::size_t gmailClipsAt = 102 * 1024;  // bytes of HTML
constexpr std::size_t shownLink = 80;

/// Mail services for everybody: whoever writes from them through another server fails their DMARC.
constexpr std::array freeMailDomains{"gmail.com",   "googlemail.com", "yahoo.com", "ymail.com", "aol.com",
                                     "outlook.com", "hotmail.com",    "live.com",  "msn.com",   "icloud.com",
                                     "me.com",      "mac.com",        "gmx.de",    "gmx.net",   "gmx.at",
                                     "web.de",      "mail.ru",        "yandex.ru", "proton.me", "protonmail.com",
                                     "t-online.de", "orange.fr",      "free.fr",   "libero.it"};

/// Elements without an end tag, and those whose end tag may be left out.
const std::set<std::string, std::less<>>& looseElements()
{
    static const std::set<std::string, std::less<>> names{
        "area",   "base",  "br",  "col",    "embed",    "hr",       "img",  "input", "link",  "meta",
        "source", "track", "wbr", "p",      "li",       "td",       "th",   "tr",    "tbody", "thead",
        "tfoot",  "dt",    "dd",  "option", "optgroup", "colgroup", "html", "head",  "body"};
    return names;
}

std::string shown(std::string_view link)
{
    return link.size() <= shownLink ? std::string(link) : std::string(cutUtf8(link, shownLink)) + "…";
}

bool hasScheme(std::string_view link, std::string_view scheme)
{
    return equalsIgnoreCase(link.substr(0, scheme.size()), scheme);
}

/// Whether what stands behind "https://" begins with a host that can exist.
bool hasHost(std::string_view link, std::size_t schemeLength)
{
    const auto rest = link.substr(schemeLength);
    auto host = rest.substr(0, rest.find_first_of("/?#"));
    host = host.substr(0, host.rfind(':'));
    const bool isWell = std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
               static_cast<unsigned char>(c) >= 0x80;
    });
    return isWell && host.find('.') != std::string_view::npos && !host.starts_with('.') && !host.ends_with('.') &&
           host.find("..") == std::string_view::npos;
}

void checkLink(std::string_view written, const NoteFinding& note)
{
    const auto link = trimmed(written);
    if (link.empty() || link == "#") {
        note(false, say("link-without-address", "A link leads nowhere: it has no address."));
    } else if (link.find("{{") != std::string_view::npos || link.find("{%") != std::string_view::npos) {
        note(true, say("link-with-template-signs", "The link %1 still has template signs in it.", {shown(link)}));
    } else if (hasScheme(link, "javascript:") || hasScheme(link, "file:")) {
        note(true, say("link-not-for-email", "The link %1 does not work in an email.", {shown(link)}));
    } else if (hasScheme(link, "mailto:") || hasScheme(link, "tel:") || hasScheme(link, "sms:") ||
               link.front() == '#') {
        return;
    } else if (hasScheme(link, "https://") || hasScheme(link, "http://")) {
        const bool isSafe = hasScheme(link, "https://");
        if (!hasHost(link, isSafe ? 8 : 7) || link.find(' ') != std::string_view::npos) {
            note(true, say("link-not-openable", "The link %1 is not an address that can be opened.", {shown(link)}));
        } else if (!isSafe) {
            note(false, say("link-not-safe", "The link %1 is not safe on the way: use https.", {shown(link)}));
        }
    } else {
        note(true, say("link-not-complete", "The link %1 is not complete: it wants https:// in front.", {shown(link)}));
    }
}

void checkImage(const HtmlTag& tag, const NoteFinding& note)
{
    const auto source = tag.attribute("src");
    if (!source || trimmed(*source).empty()) {
        note(false, say("picture-without-address", "A picture has no address."));
    } else if (hasScheme(*source, "http://")) {
        note(false, say("picture-not-safe", "The picture %1 is not fetched safely: use https.", {shown(*source)}));
    } else if (!hasScheme(*source, "https://") && !hasScheme(*source, "cid:") && !hasScheme(*source, "data:")) {
        note(true, say("picture-not-complete", "The picture %1 is not complete: it wants https:// in front.",
                       {shown(*source)}));
    }
    if (!tag.attribute("alt")) {
        note(false, say("picture-without-words", "A picture has no words (alt) for those who do not see it."));
    }
}

void checkHtml(const std::string& html, const NoteFinding& note)
{
    std::map<std::string, int, std::less<>> open;
    const bool whole = forEachTag(html, [&](const HtmlTag& tag) {
        if (tag.is("img") && !tag.isClosing) {
            checkImage(tag, note);
        } else if ((tag.is("a") || tag.is("area")) && !tag.isClosing) {
            if (const auto link = tag.attribute("href")) {
                checkLink(*link, note);
            }
        } else if ((tag.is("script") || tag.is("iframe") || tag.is("form")) && !tag.isClosing) {
            note(false, say("tag-taken-out", "Mail programs take <%1> out.", {toLowerAscii(tag.name)}));
        }
        auto name = toLowerAscii(tag.name);
        if (!looseElements().contains(name)) {
            open[std::move(name)] += tag.isClosing ? -1 : 1;
        }
    });
    if (!whole) {
        note(false, say("html-cut", "The HTML ends in the middle of a tag or comment."));
    }
    for (const auto& [name, count] : open) {
        if (count > 0) {
            note(false, say("html-not-closed", "The HTML opens <%1> more often than it closes it.", {name}));
        } else if (count < 0) {
            note(false, say("html-not-opened", "The HTML closes <%1> more often than it opens it.", {name}));
        }
    }
}

bool mentions(const std::string& part, std::string_view address)
{
    return part.find(address) != std::string::npos ||
           part.find(replaceAll(std::string(address), "&", "&amp;")) != std::string::npos;
}

}  // namespace

void checkContent(const MessageContent& content, const NoteFinding& note)
{
    const auto from = EmailAddress::parse(content.fromAddress);
    if (!from) {
        note(true, say("sender-address-wrong", "The sender's address is not one: %1", {sentenceOf(from.error())}));
    } else if (std::find(freeMailDomains.begin(), freeMailDomains.end(), from->domain()) != freeMailDomains.end()) {
        note(false, say("sender-at-free-mail",
                        "The sender's address is at %1, which is not yours: many will not get it. Send from an address "
                        "of your own domain.",
                        {from->domain()}));
    }
    if (!content.replyTo.empty() && !EmailAddress::parse(content.replyTo)) {
        note(true, say("reply-address-not-one", "The address for replies is not one."));
    }
    if (trimmed(content.fromName).empty()) {
        note(false, say("sender-nameless", "The sender has no name: people see the bare address."));
    }
    if (trimmed(content.html).empty() && trimmed(content.text).empty()) {
        note(true, say("message-empty", "The message is empty."));
    }
}

void checkRendered(const RenderedMessage& message, std::string_view unsubscribeUrl, const NoteFinding& note)
{
    if (message.subject.empty()) {
        note(true, say("subject-empty", "The subject is empty."));
    } else if (countCodePoints(toValidUtf8(message.subject)) > longSubject) {
        note(false, say("subject-long", "The subject is longer than 70 characters: its end will not be seen."));
    }
    if (message.html.size() > gmailClipsAt) {
        note(false,
             say("message-large",
                 "The message is larger than 102 KB: Gmail shows only its beginning, without the unsubscribe link."));
    }
    if (!message.html.empty()) {
        checkHtml(message.html, note);
    }
    const bool inHtml = message.html.empty() || mentions(message.html, unsubscribeUrl);
    const bool inText = message.text.empty() || mentions(message.text, unsubscribeUrl);
    if (!unsubscribeUrl.empty() && (!inHtml || (message.html.empty() && !inText))) {
        note(false, say("unsubscribe-missing", "There is no unsubscribe link: the law wants one nearly everywhere. Put "
                                               "{{ unsubscribe_url }} behind a link at the end."));
    } else if (!unsubscribeUrl.empty() && !inText) {
        note(false, say("unsubscribe-missing-in-text",
                        "The text part has no unsubscribe link: put {{ unsubscribe_url }} at its end."));
    }
}

}  // namespace shopbell
