// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace shopbell {

/// Builds one JSON object in a string, member by member; what is empty is left out. For the many small objects that
/// orders and rows of files become, where a tree of values would cost more than all else.
class JsonObjectText {
public:
    /// The object stands in `out` from here on; end() closes it.
    explicit JsonObjectText(std::string& out) : m_out(out), m_start(out.size()) { m_out += '{'; }

    JsonObjectText& text(std::string_view name, std::string_view value);
    JsonObjectText& number(std::string_view name, Decimal value);
    JsonObjectText& integer(std::string_view name, std::int64_t value);
    JsonObjectText& texts(std::string_view name, std::span<const std::string> values);
    /// `json` is written as it stands.
    JsonObjectText& raw(std::string_view name, std::string_view json);
    void end() { m_out += '}'; }

private:
    void name(std::string_view name);

    std::string& m_out;
    std::size_t m_start;
};

/// Appends text as a JSON string with its quotes; malformed UTF-8 is mended.
void appendJsonText(std::string& out, std::string_view text);

}  // namespace shopbell
