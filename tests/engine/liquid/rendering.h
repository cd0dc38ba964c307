// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liquid/template.h"
#include "liquid/value.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace shopbell::test {

inline liquid::Value dataOf(std::initializer_list<std::pair<const char*, liquid::Value>> members)
{
    auto object = std::make_shared<liquid::Object>();
    for (const auto& [name, value] : members) {
        object->set(name, value);
    }
    return liquid::Value(std::shared_ptr<const liquid::Record>(std::move(object)));
}

/// What comes out, or "error: …".
inline std::string rendered(std::string_view source, const liquid::Value& data = {},
                            const liquid::Template::Options& options = {})
{
    const auto parsed = liquid::Template::parse(source);
    if (!parsed) {
        return "error: " + parsed.error().what;
    }
    const auto result = parsed->render(data, options);
    return result ? result->text : "error: " + result.error().what;
}

}  // namespace shopbell::test
