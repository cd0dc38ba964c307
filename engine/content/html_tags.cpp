// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/html_tags.h"

#include "base/text.h"

#include <algorithm>

namespace shopbell {

namespace {

constexpr std::string_view whiteSpace = " \t\r\n\f";

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t skip(std::string_view html, std::size_t at, std::string_view what)
{
    return std::min(html.find_first_not_of(what, at), html.size());
}

/// Reads attributes from `at` on; the place behind the closing bracket, or npos when there is none.
std::size_t readAttributes(std::string_view html, std::size_t at, HtmlTag& tag)
{
    for (;;) {
        at = skip(html, at, " \t\r\n\f/");
        if (at >= html.size()) {
            return std::string_view::npos;
        }
        if (html[at] == '>') {
            return at + 1;
        }
        const auto nameEnd = std::min(html.find_first_of(" \t\r\n\f/>=", at + 1), html.size());
        const auto name = html.substr(at, nameEnd - at);
        at = skip(html, nameEnd, whiteSpace);
        std::string_view value;
        if (at < html.size() && html[at] == '=') {
            at = skip(html, at + 1, whiteSpace);
            if (at >= html.size()) {
                return std::string_view::npos;
            }
            if (html[at] == '"' || html[at] == '\'') {
                const auto end = html.find(html[at], at + 1);
                if (end == std::string_view::npos) {
                    return end;
                }
                value = html.substr(at + 1, end - at - 1);
                at = end + 1;
            } else {
                const auto end = std::min(html.find_first_of(" \t\r\n\f>", at), html.size());
                value = html.substr(at, end - at);
                at = end;
            }
        }
        tag.attributes.emplace_back(name, value);
    }
}

/// The end tag of a script or style, whatever its case.
std::size_t findEndTag(std::string_view html, std::size_t at, std::string_view name)
{
    for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
        if (equalsIgnoreCase(html.substr(at + 2, name.size()), name)) {
            return at;
        }
    }
    return html.size();
}

}  // namespace

bool HtmlTag::is(std::string_view lowerName) const
{
    return equalsIgnoreCase(name, lowerName);
}

std::optional<std::string> HtmlTag::attribute(std::string_view lowerName) const
{
    for (const auto& [key, value] : attributes) {
        if (equalsIgnoreCase(key, lowerName)) {
            return replaceAll(replaceAll(std::string(value), "&quot;", "\""), "&amp;", "&");
        }
    }
    return std::nullopt;
}

bool forEachTag(std::string_view html, const std::function<void(const HtmlTag&)>& onTag)
{
    std::size_t at = html.find('<');
    while (at != std::string_view::npos) {
        if (html.substr(at).starts_with("<!--")) {
            const auto end = html.find("-->", at + 4);
            if (end == std::string_view::npos) {
                return false;
            }
            at = html.find('<', end + 3);
            continue;
        }
        HtmlTag tag;
        tag.isClosing = at + 1 < html.size() && html[at + 1] == '/';
        const auto nameAt = at + (tag.isClosing ? 2 : 1);
        if (nameAt >= html.size() || !isLetter(html[nameAt])) {
            at = html.find('<', at + 1);
            continue;
        }
        const auto nameEnd = std::min(html.find_first_of(" \t\r\n\f/>", nameAt), html.size());
        tag.name = html.substr(nameAt, nameEnd - nameAt);
        const auto end = readAttributes(html, nameEnd, tag);
        if (end == std::string_view::npos) {
            return false;
        }
        onTag(tag);
        const bool isVerbatim = !tag.isClosing && (tag.is("script") || tag.is("style"));
        at = html.find('<', isVerbatim ? findEndTag(html, end, tag.name) : end);
    }
    return true;
}

}  // namespace shopbell
