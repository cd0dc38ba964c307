// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/seeded_random.h"

#include <array>
#include <string>
#include <string_view>

namespace shopbell::test {

/// A text as it could come from anywhere: words in many scripts, emoji, very long words, blanks in rows, template-like
/// and header-like pieces, attempts to begin a header field. Always valid UTF-8.
inline std::string oddText(SeededRandom& random, std::size_t pieces, bool allowLineEnds)
{
    static constexpr std::array<std::string_view, 34> words{"Hello",
                                                            "a",
                                                            "sale",
                                                            "größer",
                                                            "naïve",
                                                            "Übergrößenträger",
                                                            "Привет",
                                                            "мир",
                                                            "こんにちは",
                                                            "世界",
                                                            "안녕하세요",
                                                            "שלום",
                                                            "مرحبا",
                                                            "🎉",
                                                            "👩‍👩‍👧‍👦",
                                                            "🇦🇹",
                                                            "e\xCC\x81",
                                                            "€5,00",
                                                            "100%",
                                                            "=?UTF-8?Q?x?=",
                                                            "=?",
                                                            "?=",
                                                            "\"quoted\"",
                                                            "back\\slash",
                                                            "(comment)",
                                                            "<a@b.example>",
                                                            "a,b;c:d",
                                                            "=3D",
                                                            "From ",
                                                            ".",
                                                            "--",
                                                            "\xE2\x80\xAE"
                                                            "desrever",
                                                            "&amp;",
                                                            "Bcc: x@y.example"};
    std::string text;
    for (std::size_t piece = 0; piece < pieces; ++piece) {
        const auto kind = random->below(20);
        if (kind == 0) {
            text += random.text("abcdefghij", 70 + random->below(200));
        } else if (kind == 1) {
            text += std::string(1 + random->below(20), ' ');
        } else if (kind == 2) {
            text += random.text("\t\v\f\x01\x1B\x7F", 1);
        } else if (kind == 3 && allowLineEnds) {
            static constexpr std::array<std::string_view, 5> ends{"\r\n", "\n", "\r", "\r\nBcc: evil@example.com\r\n",
                                                                  "\n\n"};
            text += ends[random->below(ends.size())];
        } else {
            text += words[random->below(words.size())];
        }
        if (random->chance(0.7)) {
            text += ' ';
        }
    }
    return text;
}

}  // namespace shopbell::test
