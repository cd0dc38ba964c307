// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sentence.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shopbell {

enum class FieldKind { Text, MultiLine, Secret, Number, Url, Email, Choice, Toggle };

struct FieldChoice {
    std::string value;
    std::string label;
};

/// One setting of a connector, provider, step or condition. The window draws any list of these, the command line takes
/// any as --set key=value. Labels and help are English source strings; the window translates them.
struct FieldSpec {
    std::string key;
    std::string label;
    FieldKind kind = FieldKind::Text;
    bool required = false;
    std::string defaultValue;
    std::string help;     ///< one sentence, shown below the field
    std::string example;  ///< shown in the empty field
    std::vector<FieldChoice> choices;
    double minimum = 0;  ///< Number only; minimum == maximum means unbounded
    double maximum = 0;
    std::string visibleWhen;  ///< "key=value" of another field; empty: always
};

/// key → value as text; a Toggle is "true" or "false".
using FieldValues = std::vector<std::pair<std::string, std::string>>;

/// What is wrong with one value; empty: nothing.
[[nodiscard]] Sentence findFieldProblem(const FieldSpec& spec, std::string_view value);
[[nodiscard]] std::string_view findValue(const FieldValues& values, std::string_view key);

}  // namespace shopbell
