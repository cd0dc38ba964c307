// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <cstdlib>

namespace shopbell::cli {

Result<FieldValues> readFieldValues(const std::vector<std::string>& sets, const std::vector<std::string>& secrets)
{
    FieldValues values;
    const auto add = [&](const std::string& text, bool fromEnvironment) -> Result<void> {
        const auto equals = text.find('=');
        if (equals == std::string::npos || equals == 0) {
            return fail(ErrorKind::InvalidInput, "A setting is written --set key=value, not \"" +
                                                     text.substr(0, std::min(equals, text.size())) + "\".");
        }
        std::string value = text.substr(equals + 1);
        if (fromEnvironment) {
            const char* found = std::getenv(value.c_str());
            if (found == nullptr) {
                return fail(ErrorKind::InvalidInput,
                            "The environment has no variable " + value + ", which --secret " + text + " names.");
            }
            value = found;
        }
        values.emplace_back(text.substr(0, equals), std::move(value));
        return {};
    };
    for (const auto& text : sets) {
        if (auto added = add(text, false); !added) {
            return fail(added.error());
        }
    }
    for (const auto& text : secrets) {
        if (auto added = add(text, true); !added) {
            return fail(added.error());
        }
    }
    return values;
}

}  // namespace shopbell::cli
