// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace shopbell::ui {

/// Every colour the window may use. Values stand in tokens.cpp, a light and a dark one each; nothing else in the window
/// names a colour. Text pairs that reach WCAG AA are listed in `textPairs()` and checked by a test.
enum class Token : std::uint8_t {
    Paper,          ///< page
    Surface,        ///< cards, fields, inspector
    Sunk,           ///< rail, status line, wells, empty bars
    Hover,          ///< what the pointer is over, on surface or paper
    Pressed,        ///< what is being pressed
    Line,           ///< hairlines, card edges
    LineStrong,     ///< field and button edges, connectors
    Ink,            ///< text
    InkSoft,        ///< labels, second lines, axis text, hints in fields
    InkFaint,       ///< handles and other marks; never text
    Accent,         ///< the one main action, links, selection, focus
    AccentHover,    ///< the main action under the pointer
    AccentPressed,  ///< the main action pressed
    OnAccent,       ///< text on accent
    AccentSoft,     ///< chosen pills, avatars, selected rows
    Brass,          ///< the bell, triggers (icons and lines)
    BrassInk,       ///< text on brassSoft
    BrassSoft,      ///< notes worth reading
    Bad,            ///< errors, losses
    OnBad,          ///< text on bad
    BadSoft,
    Ok,  ///< done, gains
    OkSoft,
    Tip,  ///< tooltips and toasts: the opposite of the page
    OnTip,
    OnTipSoft,  ///< second line on tip
    TipAccent,  ///< the one action on a toast
    Shadow,     ///< colour of the one soft shadow, drawn with low opacity
    Scrim,      ///< what dims the page behind a sheet, drawn with low opacity
    Chart1,     ///< series, in this order
    Chart2,
    Chart3,
    Chart4,
    Chart5,
    Count_,
};

inline constexpr int tokenCount = static_cast<int>(Token::Count_);

struct TokenRow {
    Token token;
    const char* name;
    std::uint32_t light;  ///< 0xRRGGBB
    std::uint32_t dark;
};

[[nodiscard]] std::span<const TokenRow> tokenTable();

/// A text colour and a background it is drawn on somewhere in the window.
struct TextPair {
    Token text;
    Token background;
};
[[nodiscard]] std::span<const TextPair> textPairs();

/// What a coloured piece means; pieces turn it into a text and a background token.
enum class Tone : std::uint8_t { Neutral, Accent, Brass, Bad, Ok };
[[nodiscard]] Token toneInk(Tone tone);
[[nodiscard]] Token toneSoft(Tone tone);

/// Series colour n (0-based), starting over after the fifth.
[[nodiscard]] Token chartToken(int series);

/// Sizes of type, in pixels at 100 %.
enum class TextStyle : std::uint8_t {
    Body,         ///< 13
    BodyMedium,   ///< 13 medium: buttons
    BodyStrong,   ///< 13 semibold
    Label,        ///< 12
    LabelStrong,  ///< 12 semibold
    Small,        ///< 11.5
    SmallMedium,  ///< 11.5 medium: tags
    SmallStrong,  ///< 11.5 semibold
    CardTitle,    ///< 13.5 semibold
    PageTitle,    ///< 17 semibold
    DialogTitle,  ///< 15 semibold
    Number,       ///< 22 semibold
    BigNumber,    ///< 26 semibold
    HugeNumber,   ///< 34 semibold
    Code,         ///< 12.5 fixed width
    Count_,
};

struct TextRow {
    TextStyle style;
    double pixels;
    int weight;       ///< as QFont::Weight
    double tracking;  ///< per cent of the size
};
[[nodiscard]] const TextRow& textRow(TextStyle style);

/// Pixels at 100 %; all on a 4 px grid, give or take an optical pair.
namespace space {
inline constexpr int hair = 1, xs = 4, s = 8, row = 10, m = 12, between = 14, l = 16, card = 18, page = 24, xl = 32;
}
namespace radius {
inline constexpr int card = 12, button = 8, pill = 7, small = 4;
}
namespace size {
inline constexpr int button = 32, pill = 26, field = 34, tableRow = 38, icon = 16, iconLarge = 20, check = 16;
}
/// Milliseconds; ask Theme::duration(), which is 0 when the system wants less motion.
namespace motion {
inline constexpr int quick = 120, calm = 160, slow = 180;
}

}  // namespace shopbell::ui
