// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/json_text.h"

#include "base/text.h"

namespace shopbell {

void appendJsonText(std::string& out, std::string_view text)
{
    std::string mended;
    if (!isAscii(text) && !isValidUtf8(text)) {
        mended = toValidUtf8(text);
        text = mended;
    }
    out += '"';
    std::size_t plain = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c >= 0x20 && c != '"' && c != '\\') {
            continue;
        }
        out.append(text, plain, at - plain);
        plain = at + 1;
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default: {
            constexpr std::string_view digits = "0123456789abcdef";
            out += "\\u00";
            out += digits[c >> 4];
            out += digits[c & 15];
        }
        }
    }
    out.append(text, plain);
    out += '"';
}

void JsonObjectText::name(std::string_view name)
{
    if (m_out.size() > m_start + 1) {
        m_out += ',';
    }
    appendJsonText(m_out, name);
    m_out += ':';
}

JsonObjectText& JsonObjectText::text(std::string_view key, std::string_view value)
{
    if (!value.empty()) {
        name(key);
        appendJsonText(m_out, value);
    }
    return *this;
}

JsonObjectText& JsonObjectText::number(std::string_view key, Decimal value)
{
    name(key);
    m_out += value.toString();
    return *this;
}

JsonObjectText& JsonObjectText::integer(std::string_view key, std::int64_t value)
{
    name(key);
    m_out += std::to_string(value);
    return *this;
}

JsonObjectText& JsonObjectText::texts(std::string_view key, std::span<const std::string> values)
{
    if (values.empty()) {
        return *this;
    }
    name(key);
    m_out += '[';
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) {
            m_out += ',';
        }
        appendJsonText(m_out, values[i]);
    }
    m_out += ']';
    return *this;
}

JsonObjectText& JsonObjectText::raw(std::string_view key, std::string_view json)
{
    name(key);
    m_out += json;
    return *this;
}

}  // namespace shopbell
