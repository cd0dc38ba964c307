// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"
#include "model/field_spec.h"

#include <string>
#include <string_view>
#include <vector>

namespace shopbell::cli {

/// The settings of something that a FieldSpec list describes (a store, a provider), as the command line gives them.
struct FieldOptions {
    std::vector<std::string> sets;     ///< `--set key=value`
    std::vector<std::string> secrets;  ///< `--secret key=VARIABLE`

    void addTo(CLI::App& command);
    /// A variable that is not set is an error.
    [[nodiscard]] Result<FieldValues> read() const;
};

/// A kind of store or provider, and what it asks for.
struct KindLine {
    std::string_view name;
    std::string_view label;
    const std::vector<FieldSpec>* fields = nullptr;
};
void showKinds(Console& console, const std::vector<KindLine>& kinds);

/// The lines of `kinds` for anything with a name, a label and fields.
template <class Kinds>
[[nodiscard]] std::vector<KindLine> linesOf(const Kinds& kinds)
{
    std::vector<KindLine> lines;
    for (const auto& kind : kinds) {
        lines.push_back({kind.name, kind.label, &kind.fields});
    }
    return lines;
}

}  // namespace shopbell::cli
