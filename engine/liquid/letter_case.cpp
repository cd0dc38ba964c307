// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/letter_case.h"

#include <cstdint>

namespace shopbell::liquid {

namespace {

/// Letters of a range whose capitals stand `distance` below, or, with distance 0, capitals and small ones in turn, the
/// capital on the even or odd number.
struct LetterRange {
    std::uint32_t first;  ///< of the small letters; of both, with distance 0
    std::uint32_t last;
    std::uint32_t distance;
    bool capitalIsOdd;
};

constexpr LetterRange ranges[] = {
    {0x61, 0x7A, 32, false},    {0xE0, 0xF6, 32, false},    {0xF8, 0xFE, 32, false},   {0x100, 0x12F, 0, false},
    {0x132, 0x137, 0, false},   {0x139, 0x148, 0, true},    {0x14A, 0x177, 0, false},  {0x179, 0x17E, 0, true},
    {0x3B1, 0x3C1, 32, false},  {0x3C3, 0x3CB, 32, false},  {0x430, 0x44F, 32, false}, {0x450, 0x45F, 80, false},
    {0x460, 0x481, 0, false},   {0x48A, 0x4BF, 0, false},   {0x4D0, 0x52F, 0, false},  {0x561, 0x586, 48, false},
    {0x1E00, 0x1E95, 0, false}, {0x1EA0, 0x1EFF, 0, false},
};

struct LetterPair {
    std::uint32_t capital;
    std::uint32_t small;
};

constexpr LetterPair pairs[] = {
    {0x178, 0xFF},  {0x386, 0x3AC}, {0x388, 0x3AD}, {0x389, 0x3AE}, {0x38A, 0x3AF}, {0x38C, 0x3CC},
    {0x38E, 0x3CD}, {0x38F, 0x3CE}, {0x3A3, 0x3C2}, {0x218, 0x219}, {0x21A, 0x21B},
};

std::uint32_t upperOf(std::uint32_t letter)
{
    for (const auto& pair : pairs) {
        if (pair.small == letter) {
            return pair.capital;
        }
    }
    for (const auto& range : ranges) {
        if (letter >= range.first && letter <= range.last) {
            const bool isOdd = (letter & 1U) != 0;
            return range.distance != 0 ? letter - range.distance : isOdd != range.capitalIsOdd ? letter - 1 : letter;
        }
    }
    return letter;
}

std::uint32_t lowerOf(std::uint32_t letter)
{
    for (const auto& pair : pairs) {
        if (pair.capital == letter && pair.small != 0x3C2) {
            return pair.small;
        }
    }
    for (const auto& range : ranges) {
        if (range.distance != 0 && letter + range.distance >= range.first && letter + range.distance <= range.last) {
            return letter + range.distance;
        }
        if (range.distance == 0 && letter >= range.first && letter <= range.last) {
            const bool isOdd = (letter & 1U) != 0;
            return isOdd == range.capitalIsOdd ? letter + 1 : letter;
        }
    }
    return letter;
}

std::uint32_t decode(std::string_view bytes)
{
    auto value = static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[0]));
    if (bytes.size() == 1) {
        return value;
    }
    value &= 0xFFU >> (bytes.size() + 1);
    for (const char c : bytes.substr(1)) {
        value = (value << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
    }
    return value;
}

void append(std::string& out, std::uint32_t letter)
{
    const auto add = [&](std::uint32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (letter < 0x80) {
        add(letter);
    } else if (letter < 0x800) {
        add(0xC0U | (letter >> 6U));
        add(0x80U | (letter & 0x3FU));
    } else {
        add(0xE0U | (letter >> 12U));
        add(0x80U | ((letter >> 6U) & 0x3FU));
        add(0x80U | (letter & 0x3FU));
    }
}

template <class Function>
std::string mapped(std::string_view utf8, Function function)
{
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const auto length = characterLength(utf8, at);
        const auto bytes = utf8.substr(at, length);
        // Nothing past three bytes has a case in the tables above.
        const auto letter = length <= 3 ? decode(bytes) : 0;
        const auto other = length <= 3 ? function(letter) : 0;
        if (other == letter) {
            out += bytes;
        } else {
            append(out, other);
        }
        at += length;
    }
    return out;
}

}  // namespace

std::size_t characterLength(std::string_view utf8, std::size_t at)
{
    std::size_t length = 1;
    while (at + length < utf8.size() && (static_cast<unsigned char>(utf8[at + length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    return length;
}

std::string toUpper(std::string_view utf8)
{
    return mapped(utf8, upperOf);
}

std::string toLower(std::string_view utf8)
{
    return mapped(utf8, lowerOf);
}

}  // namespace shopbell::liquid
