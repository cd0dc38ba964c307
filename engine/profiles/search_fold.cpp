// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "profiles/profile_search.h"

#include <array>

namespace shopbell {
namespace {

// What U+00C0 to U+017F are without their accents; '*' stays as it is.
constexpr std::string_view plainLetters = "aaaaaa*ceeeeiiii"   // C0
                                          "*nooooo*ouuuuy**"   // D0
                                          "aaaaaa*ceeeeiiii"   // E0
                                          "*nooooo*ouuuuy*y"   // F0
                                          "aaaaaaccccccccdd"   // 100
                                          "ddeeeeeeeeeegggg"   // 110
                                          "gggghhhhiiiiiiii"   // 120
                                          "ii**jjkk*lllllll"   // 130
                                          "lllnnnnnn***oooo"   // 140
                                          "oo**rrrrrrssssss"   // 150
                                          "ssttttttuuuuuuuu"   // 160
                                          "uuuuwwyyyzzzzzz*";  // 170
static_assert(plainLetters.size() == 0x180 - 0xC0);

}  // namespace

std::string foldForSearch(std::string_view text)
{
    std::string folded = toLowerAscii(text);
    if (isAscii(folded)) {
        return folded;
    }
    std::string plain;
    plain.reserve(folded.size());
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const auto lead = static_cast<unsigned char>(folded[i]);
        if ((lead & 0xE0) != 0xC0 || i + 1 >= folded.size()) {
            plain += folded[i];
            continue;
        }
        const unsigned point = (lead & 0x1Fu) << 6 | (static_cast<unsigned char>(folded[i + 1]) & 0x3Fu);
        if (point == 0xDF) {
            plain += "ss";
        } else if (point == 0xC6 || point == 0xE6) {
            plain += "ae";
        } else if (point >= 0xC0 && point < 0x180 && plainLetters[point - 0xC0] != '*') {
            plain += plainLetters[point - 0xC0];
        } else {
            plain += folded[i];
            plain += folded[i + 1];
        }
        ++i;
    }
    return plain;
}

}  // namespace shopbell
