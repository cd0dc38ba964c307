// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/field_values.h"

#include <nlohmann/json.hpp>

#include <cstdlib>

namespace shopbell::cli {

void FieldOptions::addTo(CLI::App& command)
{
    command.add_option("--set", sets, "key=value; may be given often");
    command.add_option("--secret", secrets, "key=VARIABLE: the value stands in that environment variable");
}

Result<FieldValues> FieldOptions::read() const
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

void showKinds(Console& console, const std::vector<KindLine>& kinds)
{
    auto document = nlohmann::json::array();
    for (const auto& kind : kinds) {
        console.heading(std::string(kind.label) + " (" + std::string(kind.name) + ")");
        auto fields = nlohmann::json::array();
        std::vector<std::vector<std::string>> rows;
        for (const auto& field : *kind.fields) {
            fields.push_back({{"key", field.key},
                              {"label", field.label},
                              {"required", field.required},
                              {"secret", field.kind == FieldKind::Secret}});
            rows.push_back({field.key, field.required ? "needed" : "", field.label, field.help});
        }
        console.table({"--set", "", "", ""}, rows);
        document.push_back({{"name", kind.name}, {"label", kind.label}, {"fields", fields}});
    }
    console.answer(document);
}

}  // namespace shopbell::cli
