// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/woocommerce/woo_text.h"

#include "base/text.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

namespace shopbell::woo {

namespace {

struct NamedEntity {
    std::string_view name;
    std::string_view text;
};

constexpr std::array<NamedEntity, 16> kEntities{{
    {"amp", "&"},
    {"lt", "<"},
    {"gt", ">"},
    {"quot", "\""},
    {"apos", "'"},
    {"nbsp", "\u00a0"},
    {"ndash", "–"},
    {"mdash", "—"},
    {"hellip", "…"},
    {"lsquo", "‘"},
    {"rsquo", "’"},
    {"ldquo", "“"},
    {"rdquo", "”"},
    {"euro", "€"},
    {"pound", "£"},
    {"copy", "©"},
}};

void appendCodePoint(std::string& out, std::uint32_t point)
{
    if (point < 0x80) {
        out.push_back(static_cast<char>(point));
    } else if (point < 0x800) {
        out.push_back(static_cast<char>(0xC0 | (point >> 6)));
        out.push_back(static_cast<char>(0x80 | (point & 0x3F)));
    } else if (point < 0x10000) {
        out.push_back(static_cast<char>(0xE0 | (point >> 12)));
        out.push_back(static_cast<char>(0x80 | ((point >> 6) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (point & 0x3F)));
    } else {
        out.push_back(static_cast<char>(0xF0 | (point >> 18)));
        out.push_back(static_cast<char>(0x80 | ((point >> 12) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | ((point >> 6) & 0x3F)));
        out.push_back(static_cast<char>(0x80 | (point & 0x3F)));
    }
}

std::optional<std::uint32_t> parseCodePoint(std::string_view digits)
{
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    if (hex) {
        digits.remove_prefix(1);
    }
    std::uint32_t point = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), point, hex ? 16 : 10);
    const bool whole = problem == std::errc() && end == digits.data() + digits.size();
    const bool real = point >= 0x20 && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
    return whole && real ? std::optional(point) : std::nullopt;
}

/// The entity's name between '&' and ';', or nothing.
std::optional<std::string> decodeEntity(std::string_view name)
{
    if (name.starts_with('#')) {
        const auto point = parseCodePoint(name.substr(1));
        if (!point) {
            return std::nullopt;
        }
        std::string text;
        appendCodePoint(text, *point);
        return text;
    }
    for (const auto& entity : kEntities) {
        if (entity.name == name) {
            return std::string(entity.text);
        }
    }
    return std::nullopt;
}

}  // namespace

std::string decodeEntities(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '&') {
            const auto end = text.substr(0, i + 12).find(';', i + 1);
            if (end != std::string_view::npos) {
                if (const auto decoded = decodeEntity(text.substr(i + 1, end - i - 1))) {
                    out += *decoded;
                    i = end;
                    continue;
                }
            }
        }
        out.push_back(text[i]);
    }
    return out;
}

std::string plainText(std::string_view html, std::size_t maxBytes)
{
    std::string words;
    bool inTag = false;
    for (std::size_t i = 0; i < html.size(); ++i) {
        const char c = html[i];
        // "5 < 6" is text: a tag begins with a letter, '/' or '!'.
        const char next = i + 1 < html.size() ? html[i + 1] : ' ';
        const bool opens = next == '/' || next == '!' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
        if (c == '<' && opens && !inTag) {
            inTag = true;
        } else if (c == '>' && inTag) {
            inTag = false;
            words.push_back(' ');
        } else if (!inTag) {
            words.push_back(c);
        }
    }
    std::string folded;
    for (const char c : decodeEntities(words)) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank) {
            folded.push_back(c);
        } else if (!folded.empty() && folded.back() != ' ') {
            folded.push_back(' ');
        }
    }
    return std::string(cutUtf8(trimmed(folded), maxBytes));
}

std::string_view findJson(std::string_view body, std::size_t from)
{
    const auto begin = body.find_first_of("{[", from);
    if (begin == std::string_view::npos) {
        return {};
    }
    const auto end = body.rfind(body[begin] == '{' ? '}' : ']');
    return end == std::string_view::npos || end < begin ? std::string_view() : body.substr(begin, end - begin + 1);
}

}  // namespace shopbell::woo
