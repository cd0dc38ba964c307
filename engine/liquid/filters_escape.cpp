// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/filter.h"
#include "liquid/html_escape.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace shopbell::liquid {

namespace {

bool isAlnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

Value escape(FilterCall& call)
{
    if (call.input.isNil()) {
        return {};
    }
    std::string out;
    appendEscaped(out, toText(call.input));
    return Value::html(std::move(out));
}

/// Whether an entity such as &amp; or &#8364; begins at an ampersand.
bool isEntity(std::string_view text)
{
    const auto end = text.find(';');
    if (end == std::string_view::npos || end < 2) {
        return false;
    }
    const auto inside = text.substr(1, end - 1);
    if (inside.starts_with('#')) {
        return inside.size() > 1 && inside.find_first_not_of("0123456789", 1) == std::string_view::npos;
    }
    return std::all_of(inside.begin(), inside.end(), isAlnum);
}

Value escapeOnce(FilterCall& call)
{
    const auto text = toText(call.input);
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto rest = std::string_view(text).substr(at);
        if (rest.front() == '&' && isEntity(rest.substr(0, 40))) {
            out += '&';
        } else {
            appendEscaped(out, rest.substr(0, 1));
        }
    }
    return Value::html(std::move(out));
}

Value raw(FilterCall& call)
{
    return call.input.isNil() ? Value() : Value::html(toText(call.input));
}

Value newlineToBr(FilterCall& call)
{
    auto text = replaceAll(replaceAll(toText(call.input), "\r\n", "\n"), "\n", "<br />\n");
    return Value(std::move(text));
}

/// Takes out from each `begin` to the next `end`, both included; what is not closed stays.
std::string without(const std::string& text, std::string_view begin, std::string_view end)
{
    std::string out;
    std::size_t at = 0;
    for (;;) {
        const auto from = text.find(begin, at);
        const auto to = from == std::string::npos ? from : text.find(end, from + begin.size());
        if (to == std::string::npos) {
            return out + text.substr(at);
        }
        out.append(text, at, from - at);
        at = to + end.size();
    }
}

Value stripHtml(FilterCall& call)
{
    auto text = toText(call.input);
    text = without(text, "<script", "</script>");
    text = without(text, "<!--", "-->");
    text = without(text, "<style", "</style>");
    return Value(without(text, "<", ">"));
}

Value urlEncode(FilterCall& call)
{
    return call.input.isNil() ? Value() : Value(replaceAll(percentEncode(toText(call.input)), "%20", "+"));
}

int hexDigit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

Value urlDecode(FilterCall& call)
{
    if (call.input.isNil()) {
        return {};
    }
    const auto text = toText(call.input);
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int high = at + 2 < text.size() ? hexDigit(text[at + 1]) : -1;
        const int low = at + 2 < text.size() ? hexDigit(text[at + 2]) : -1;
        if (text[at] == '%' && high >= 0 && low >= 0) {
            out += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
            at += 2;
        } else {
            out += text[at] == '+' ? ' ' : text[at];
        }
    }
    return isValidUtf8(out) ? Value(std::move(out)) : call.fail("what comes out is no text");
}

Value base64Encode(FilterCall& call)
{
    return Value(toBase64(toText(call.input)));
}

Value base64UrlSafeEncode(FilterCall& call)
{
    auto text = toBase64(toText(call.input));
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    return Value(std::move(text));
}

Value decoded(FilterCall& call, const std::string& text)
{
    const auto bytes = fromBase64(text);
    if (!bytes) {
        return call.fail("this is not base64");
    }
    return isValidUtf8(*bytes) ? Value(*bytes) : call.fail("what comes out is no text");
}

Value base64Decode(FilterCall& call)
{
    return call.input.isText() || call.input.isNil() ? decoded(call, toText(call.input))
                                                     : call.fail("this is not base64");
}

Value base64UrlSafeDecode(FilterCall& call)
{
    if (!call.input.isText() && !call.input.isNil()) {
        return call.fail("this is not base64");
    }
    auto text = toText(call.input);
    std::replace(text.begin(), text.end(), '-', '+');
    std::replace(text.begin(), text.end(), '_', '/');
    text.resize((text.size() + 3) / 4 * 4, '=');
    return decoded(call, text);
}

constexpr std::array filters{
    Filter{"escape", escape},
    Filter{"h", escape},
    Filter{"escape_once", escapeOnce},
    Filter{"raw", raw},
    Filter{"newline_to_br", newlineToBr},
    Filter{"strip_html", stripHtml},
    Filter{"url_encode", urlEncode},
    Filter{"url_decode", urlDecode},
    Filter{"base64_encode", base64Encode},
    Filter{"base64_decode", base64Decode},
    Filter{"base64_url_safe_encode", base64UrlSafeEncode},
    Filter{"base64_url_safe_decode", base64UrlSafeDecode},
};

}  // namespace

std::span<const Filter> escapeFilters()
{
    return filters;
}

}  // namespace shopbell::liquid
