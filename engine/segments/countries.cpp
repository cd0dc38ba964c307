// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/countries.h"

#include "base/text.h"
#include "model/country.h"

#include <algorithm>
#include <array>

namespace shopbell::segments {

namespace {

// Members of the European Union since 2020.
constexpr std::array<std::string_view, 27> europeanUnion{"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES",
                                                         "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
                                                         "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"};

}  // namespace

std::string comparableCountry(std::string_view text)
{
    const auto code = findCountryCode(text);
    return code ? std::string(*code) : toUpperAscii(trimmed(text));
}

bool isInEuropeanUnion(std::string_view comparable)
{
    // Greece writes itself EL in matters of tax.
    return comparable == "EL" ||
           std::find(europeanUnion.begin(), europeanUnion.end(), comparable) != europeanUnion.end();
}

std::string comparablePostcode(std::string_view text)
{
    std::string postcode;
    for (const char c : toUpperAscii(trimmed(text))) {
        if (c != ' ' && c != '-') {
            postcode += c;
        }
    }
    return postcode;
}

std::string comparablePlace(std::string_view text)
{
    return toLowerAscii(trimmed(text));
}

}  // namespace shopbell::segments
