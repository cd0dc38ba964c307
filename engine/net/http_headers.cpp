// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_headers.h"

#include "base/text.h"

#include <algorithm>

namespace shopbell {

void HttpHeaders::add(std::string_view name, std::string_view value)
{
    m_fields.emplace_back(name, value);
}

void HttpHeaders::set(std::string_view name, std::string_view value)
{
    remove(name);
    add(name, value);
}

void HttpHeaders::remove(std::string_view name)
{
    std::erase_if(m_fields, [name](const Field& field) { return equalsIgnoreCase(field.first, name); });
}

std::optional<std::string_view> HttpHeaders::find(std::string_view name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [name](const Field& field) { return equalsIgnoreCase(field.first, name); });
    return found == m_fields.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

std::vector<std::string_view> HttpHeaders::list(std::string_view name) const
{
    std::vector<std::string_view> values;
    for (const auto& [fieldName, value] : m_fields) {
        if (equalsIgnoreCase(fieldName, name)) {
            values.emplace_back(value);
        }
    }
    return values;
}

bool isValidHeaderField(std::string_view name, std::string_view value)
{
    static constexpr std::string_view kTokenMarks = "!#$%&'*+-.^_`|~";
    const auto isToken = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               kTokenMarks.find(c) != std::string_view::npos;
    };
    return !name.empty() && std::all_of(name.begin(), name.end(), isToken) &&
           value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

}  // namespace shopbell
