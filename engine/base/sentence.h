// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shopbell {

struct Sentence;

/// One thing in a sentence that differs from time to time: text as it is (a name, an address), a whole number that the
/// reader's country writes in its own way, or another sentence.
struct SentenceValue {
    SentenceValue(std::string plain);       // NOLINT(google-explicit-constructor)
    SentenceValue(std::string_view plain);  // NOLINT(google-explicit-constructor)
    SentenceValue(const char* plain);       // NOLINT(google-explicit-constructor)
    SentenceValue(std::int64_t count);      // NOLINT(google-explicit-constructor)
    SentenceValue(int count);               // NOLINT(google-explicit-constructor)
    SentenceValue(Sentence inner);          // NOLINT(google-explicit-constructor)

    std::string text;  ///< English; of a number, its plain digits
    std::optional<std::int64_t> number;
    std::vector<Sentence> part;  ///< one, or none
};

/// Something the engine has to say: whole in English for logs and the command line, and as a code with its values, from
/// which the window says it in its reader's language. Made by `say`; one that is made of a plain string has no code and
/// is shown as it stands. A value type; holds no secret.
struct Sentence {
    Sentence() = default;
    Sentence(std::string english) : words(std::move(english)) {}  // NOLINT(google-explicit-constructor)
    Sentence(const char* english) : words(english) {}             // NOLINT(google-explicit-constructor)

    std::string words;                  ///< English
    std::string code;                   ///< stable, kebab-case: "link-not-safe"; empty: nobody gave it one
    std::vector<SentenceValue> values;  ///< what stands for %1, %2, …

    [[nodiscard]] bool empty() const { return words.empty(); }
};

/// `say("list-unknown", "There is no list called %1.", {name})`. A code always belongs to the same pattern. Each is
/// known to the window (ui/bridge/engine_sentences.cpp); a lint sees to it.
[[nodiscard]] Sentence say(std::string_view code, std::string_view pattern, std::vector<SentenceValue> values = {});

/// A word of a form that the window has its own word for: the label of a FieldSpec, a kind of store record.
[[nodiscard]] Sentence sayLabel(std::string_view label);

/// A sentence as one line of text that a workspace can keep, and back. Text that is none is taken as plain English.
[[nodiscard]] std::string encodeSentence(const Sentence& sentence);
[[nodiscard]] Sentence decodeSentence(std::string_view text);

}  // namespace shopbell
