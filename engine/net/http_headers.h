// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shopbell {

/// Header fields in the order they came; names compare without regard to case and may repeat.
class HttpHeaders {
public:
    using Field = std::pair<std::string, std::string>;

    HttpHeaders() = default;
    HttpHeaders(std::initializer_list<Field> fields) : m_fields(fields) {}

    void add(std::string_view name, std::string_view value);
    /// Takes the place of every field of that name.
    void set(std::string_view name, std::string_view value);
    void remove(std::string_view name);
    void clear() { m_fields.clear(); }

    /// The first of that name. The view lives as long as the field is not changed.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    /// The first of that name, or nothing but an empty text.
    [[nodiscard]] std::string_view value(std::string_view name) const
    {
        return find(name).value_or(std::string_view{});
    }
    [[nodiscard]] std::vector<std::string_view> list(std::string_view name) const;

    [[nodiscard]] std::size_t size() const { return m_fields.size(); }
    [[nodiscard]] bool empty() const { return m_fields.empty(); }
    [[nodiscard]] auto begin() const { return m_fields.begin(); }
    [[nodiscard]] auto end() const { return m_fields.end(); }

private:
    std::vector<Field> m_fields;
};

/// True when name and value can stand in a message without breaking it (RFC 9110 tokens; no CR, LF, NUL).
[[nodiscard]] bool isValidHeaderField(std::string_view name, std::string_view value);

}  // namespace shopbell
