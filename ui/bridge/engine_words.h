// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/sentence.h"

#include <QString>

#include <span>
#include <string_view>

namespace shopbell::ui {

/// What the engine says, in the window's language, with numbers as the country writes them. A sentence whose code is
/// not known here (another process of a newer make may have kept it) comes back in the engine's English.
[[nodiscard]] QString engineWords(const Sentence& sentence);
/// As engineWords(), with what the other side said about it in brackets.
[[nodiscard]] QString engineWords(const Error& error);
/// A label, help or example of a FieldSpec, and the other words of sayLabel().
[[nodiscard]] QString labelWords(std::string_view english);

/// One sentence of the table: `source` is its English with %1, %2 … for the values, in the translation context
/// "Engine". Where it counts, it says %Ln for the first value and has forms for one and many.
struct EngineSentence {
    const char* code;
    const char* source;
};
[[nodiscard]] std::span<const EngineSentence> engineSentences();
[[nodiscard]] const EngineSentence* findEngineSentence(std::string_view code);
/// What labelWords() knows, in English.
[[nodiscard]] std::span<const char* const> engineLabels();

}  // namespace shopbell::ui
