// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QtGlobal>

namespace shopbell::ui {

namespace {

constexpr std::array<TokenRow, tokenCount> table{{
    // token, name, light, dark
    {Token::Paper, "paper", 0xF7F6F3, 0x141413},
    {Token::Surface, "surface", 0xFFFFFF, 0x1D1D1B},
    {Token::Sunk, "sunk", 0xF1EFEA, 0x171716},
    {Token::Hover, "hover", 0xF3F1ED, 0x262623},
    {Token::Pressed, "pressed", 0xEAE7E0, 0x2E2D2A},
    {Token::Line, "line", 0xE5E2DB, 0x2D2C29},
    {Token::LineStrong, "lineStrong", 0xD5D1C7, 0x3C3A36},
    {Token::Ink, "ink", 0x1D1C1A, 0xEDEBE6},
    {Token::InkSoft, "inkSoft", 0x68645C, 0xA29E94},
    {Token::InkFaint, "inkFaint", 0x9A958A, 0x716D65},
    {Token::Accent, "accent", 0x0E7569, 0x2FB3A3},
    {Token::AccentHover, "accentHover", 0x0B665B, 0x3FC2B2},
    {Token::AccentPressed, "accentPressed", 0x09574E, 0x29A293},
    {Token::OnAccent, "onAccent", 0xFFFFFF, 0x06231F},
    {Token::AccentSoft, "accentSoft", 0xE0F1EE, 0x15332F},
    {Token::Brass, "brass", 0xB7791F, 0xE0A84A},
    {Token::BrassInk, "brassInk", 0x8A560C, 0xE0A84A},
    {Token::BrassSoft, "brassSoft", 0xFBF1DD, 0x352A16},
    {Token::Bad, "bad", 0xB4372E, 0xE9776D},
    {Token::OnBad, "onBad", 0xFFFFFF, 0x2B0C08},
    {Token::BadSoft, "badSoft", 0xFBE7E4, 0x3A1F1C},
    {Token::Ok, "ok", 0x2A7537, 0x6CBF79},
    {Token::OkSoft, "okSoft", 0xE4F3E5, 0x1B3020},
    {Token::Tip, "tip", 0x1D1C1A, 0xEDEBE6},
    {Token::OnTip, "onTip", 0xFFFFFF, 0x1D1C1A},
    {Token::OnTipSoft, "onTipSoft", 0xB9B5AB, 0x5C5850},
    {Token::TipAccent, "tipAccent", 0x5FD0C1, 0x0B665B},
    {Token::Shadow, "shadow", 0x2A2418, 0x000000},
    {Token::Scrim, "scrim", 0x1D1C1A, 0x000000},
    {Token::Chart1, "chart1", 0x0E7569, 0x2FB3A3},
    {Token::Chart2, "chart2", 0xC98A1B, 0xE0A84A},
    {Token::Chart3, "chart3", 0x4B5FC1, 0x8493EE},
    {Token::Chart4, "chart4", 0xB8527A, 0xDF85A9},
    {Token::Chart5, "chart5", 0x7A8088, 0x8C929A},
}};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].token) != i) {
            return false;
        }
    }
    return true;
}
static_assert(inOrder(), "tokenTable() is indexed by token");

constexpr TextPair pairs[] = {
    {Token::Ink, Token::Paper},
    {Token::Ink, Token::Surface},
    {Token::Ink, Token::Sunk},
    {Token::Ink, Token::Hover},
    {Token::Ink, Token::Pressed},
    {Token::Ink, Token::AccentSoft},
    {Token::InkSoft, Token::Paper},
    {Token::InkSoft, Token::Surface},
    {Token::InkSoft, Token::Sunk},
    {Token::InkSoft, Token::Hover},
    {Token::InkSoft, Token::Pressed},
    {Token::InkSoft, Token::AccentSoft},
    {Token::Accent, Token::Paper},
    {Token::Accent, Token::Surface},
    {Token::Accent, Token::Sunk},
    {Token::Accent, Token::Hover},
    {Token::Accent, Token::AccentSoft},
    {Token::OnAccent, Token::Accent},
    {Token::OnAccent, Token::AccentHover},
    {Token::OnAccent, Token::AccentPressed},
    {Token::BrassInk, Token::BrassSoft},
    {Token::BrassInk, Token::Surface},
    {Token::BrassInk, Token::Paper},
    {Token::Bad, Token::BadSoft},
    {Token::Bad, Token::Surface},
    {Token::Bad, Token::Paper},
    {Token::Bad, Token::Hover},
    {Token::OnBad, Token::Bad},
    {Token::Ok, Token::OkSoft},
    {Token::Ok, Token::Surface},
    {Token::Ok, Token::Paper},
    {Token::OnTip, Token::Tip},
    {Token::OnTipSoft, Token::Tip},
    {Token::TipAccent, Token::Tip},
};

constexpr std::array<TextRow, static_cast<std::size_t>(TextStyle::Count_)> textRows{{
    {TextStyle::Body, 13, 400, 0},
    {TextStyle::BodyMedium, 13, 500, -0.2},
    {TextStyle::BodyStrong, 13, 600, -0.3},
    {TextStyle::Label, 12, 400, 0},
    {TextStyle::LabelStrong, 12, 600, 0},
    {TextStyle::Small, 11.5, 400, 0},
    {TextStyle::SmallMedium, 11.5, 500, 0},
    {TextStyle::SmallStrong, 11.5, 600, 0},
    {TextStyle::CardTitle, 13.5, 600, -0.6},
    {TextStyle::PageTitle, 17, 600, -1.5},
    {TextStyle::DialogTitle, 15, 600, -1.2},
    {TextStyle::Number, 20, 600, -1.8},
    {TextStyle::BigNumber, 26, 600, -2.5},
    {TextStyle::HugeNumber, 34, 600, -2.5},
    {TextStyle::Code, 12.5, 400, 0},
}};

}  // namespace

std::span<const TokenRow> tokenTable()
{
    return table;
}

std::span<const TextPair> textPairs()
{
    return pairs;
}

const TextRow& textRow(TextStyle style)
{
    return textRows[static_cast<std::size_t>(style)];
}

Token toneInk(Tone tone)
{
    switch (tone) {
    case Tone::Accent: return Token::Accent;
    case Tone::Brass: return Token::BrassInk;
    case Tone::Bad: return Token::Bad;
    case Tone::Ok: return Token::Ok;
    case Tone::Neutral: break;
    }
    return Token::InkSoft;
}

Token toneSoft(Tone tone)
{
    switch (tone) {
    case Tone::Accent: return Token::AccentSoft;
    case Tone::Brass: return Token::BrassSoft;
    case Tone::Bad: return Token::BadSoft;
    case Tone::Ok: return Token::OkSoft;
    case Tone::Neutral: break;
    }
    return Token::Sunk;
}

Token chartToken(int series)
{
    return static_cast<Token>(static_cast<int>(Token::Chart1) + (series % 5 + 5) % 5);
}

}  // namespace shopbell::ui
