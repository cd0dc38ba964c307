// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/countries.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace shopbell::segments {

namespace {

struct Country {
    std::string_view name;
    std::string_view code;
};

// English names, with others that imports bring along. ISO 3166-1 alpha-2.
constexpr Country countries[] = {
    {"Andorra", "AD"}, {"UAE", "AE"}, {"United Arab Emirates", "AE"}, {"Afghanistan", "AF"},
    {"Antigua and Barbuda", "AG"}, {"Anguilla", "AI"}, {"Albania", "AL"}, {"Armenia", "AM"}, {"Angola", "AO"},
    {"Antarctica", "AQ"}, {"Argentina", "AR"}, {"American Samoa", "AS"}, {"Austria", "AT"}, {"Österreich", "AT"},
    {"Australia", "AU"}, {"Aruba", "AW"}, {"Åland Islands", "AX"}, {"Azerbaijan", "AZ"},
    {"Bosnia and Herzegovina", "BA"}, {"Barbados", "BB"}, {"Bangladesh", "BD"}, {"Belgium", "BE"},
    {"Burkina Faso", "BF"}, {"Bulgaria", "BG"}, {"Bahrain", "BH"}, {"Burundi", "BI"}, {"Benin", "BJ"},
    {"Saint Barthélemy", "BL"}, {"Bermuda", "BM"}, {"Brunei", "BN"}, {"Bolivia", "BO"},
    {"Caribbean Netherlands", "BQ"}, {"Brazil", "BR"}, {"Bahamas", "BS"}, {"Bhutan", "BT"}, {"Bouvet Island", "BV"},
    {"Botswana", "BW"}, {"Belarus", "BY"}, {"Belize", "BZ"}, {"Canada", "CA"}, {"Cocos (Keeling) Islands", "CC"},
    {"Congo - Kinshasa", "CD"}, {"Central African Republic", "CF"}, {"Congo - Brazzaville", "CG"}, {"Schweiz", "CH"},
    {"Switzerland", "CH"}, {"Côte d'Ivoire", "CI"}, {"Cook Islands", "CK"}, {"Chile", "CL"}, {"Cameroon", "CM"},
    {"China", "CN"}, {"Colombia", "CO"}, {"Costa Rica", "CR"}, {"Cuba", "CU"}, {"Cape Verde", "CV"},
    {"Curaçao", "CW"}, {"Christmas Island", "CX"}, {"Cyprus", "CY"}, {"Czech Republic", "CZ"}, {"Czechia", "CZ"},
    {"Deutschland", "DE"}, {"Germany", "DE"}, {"Djibouti", "DJ"}, {"Denmark", "DK"}, {"Dominica", "DM"},
    {"Dominican Republic", "DO"}, {"Algeria", "DZ"}, {"Ecuador", "EC"}, {"Estonia", "EE"}, {"Egypt", "EG"},
    {"Western Sahara", "EH"}, {"Eritrea", "ER"}, {"Spain", "ES"}, {"Ethiopia", "ET"}, {"Finland", "FI"},
    {"Fiji", "FJ"}, {"Falkland Islands", "FK"}, {"Micronesia", "FM"}, {"Faroe Islands", "FO"}, {"France", "FR"},
    {"Gabon", "GA"}, {"England", "GB"}, {"Great Britain", "GB"}, {"Northern Ireland", "GB"}, {"Scotland", "GB"},
    {"UK", "GB"}, {"United Kingdom", "GB"}, {"Wales", "GB"}, {"Grenada", "GD"}, {"Georgia", "GE"},
    {"French Guiana", "GF"}, {"Guernsey", "GG"}, {"Ghana", "GH"}, {"Gibraltar", "GI"}, {"Greenland", "GL"},
    {"Gambia", "GM"}, {"Guinea", "GN"}, {"Guadeloupe", "GP"}, {"Equatorial Guinea", "GQ"}, {"Greece", "GR"},
    {"South Georgia and South Sandwich Islands", "GS"}, {"Guatemala", "GT"}, {"Guam", "GU"}, {"Guinea-Bissau", "GW"},
    {"Guyana", "GY"}, {"Hong Kong", "HK"}, {"Heard and McDonald Islands", "HM"}, {"Honduras", "HN"},
    {"Croatia", "HR"}, {"Haiti", "HT"}, {"Hungary", "HU"}, {"Indonesia", "ID"}, {"EIRE", "IE"}, {"Ireland", "IE"},
    {"Israel", "IL"}, {"Isle of Man", "IM"}, {"India", "IN"}, {"British Indian Ocean Territory", "IO"},
    {"Iraq", "IQ"}, {"Iran", "IR"}, {"Iceland", "IS"}, {"Italy", "IT"}, {"Jersey", "JE"}, {"Jamaica", "JM"},
    {"Jordan", "JO"}, {"Japan", "JP"}, {"Kenya", "KE"}, {"Kyrgyzstan", "KG"}, {"Cambodia", "KH"}, {"Kiribati", "KI"},
    {"Comoros", "KM"}, {"Saint Kitts and Nevis", "KN"}, {"North Korea", "KP"}, {"Korea", "KR"}, {"South Korea", "KR"},
    {"Kuwait", "KW"}, {"Cayman Islands", "KY"}, {"Kazakhstan", "KZ"}, {"Laos", "LA"}, {"Lebanon", "LB"},
    {"Saint Lucia", "LC"}, {"Liechtenstein", "LI"}, {"Sri Lanka", "LK"}, {"Liberia", "LR"}, {"Lesotho", "LS"},
    {"Lithuania", "LT"}, {"Luxembourg", "LU"}, {"Latvia", "LV"}, {"Libya", "LY"}, {"Morocco", "MA"}, {"Monaco", "MC"},
    {"Moldova", "MD"}, {"Montenegro", "ME"}, {"Saint Martin", "MF"}, {"Madagascar", "MG"}, {"Marshall Islands", "MH"},
    {"North Macedonia", "MK"}, {"Mali", "ML"}, {"Myanmar", "MM"}, {"Mongolia", "MN"}, {"Macao", "MO"},
    {"Northern Mariana Islands", "MP"}, {"Martinique", "MQ"}, {"Mauritania", "MR"}, {"Montserrat", "MS"},
    {"Malta", "MT"}, {"Mauritius", "MU"}, {"Maldives", "MV"}, {"Malawi", "MW"}, {"Mexico", "MX"}, {"Malaysia", "MY"},
    {"Mozambique", "MZ"}, {"Namibia", "NA"}, {"New Caledonia", "NC"}, {"Niger", "NE"}, {"Norfolk Island", "NF"},
    {"Nigeria", "NG"}, {"Nicaragua", "NI"}, {"Holland", "NL"}, {"Netherlands", "NL"}, {"The Netherlands", "NL"},
    {"Norway", "NO"}, {"Nepal", "NP"}, {"Nauru", "NR"}, {"Niue", "NU"}, {"New Zealand", "NZ"}, {"Oman", "OM"},
    {"Panama", "PA"}, {"Peru", "PE"}, {"French Polynesia", "PF"}, {"Papua New Guinea", "PG"}, {"Philippines", "PH"},
    {"Pakistan", "PK"}, {"Poland", "PL"}, {"Saint Pierre and Miquelon", "PM"}, {"Pitcairn Islands", "PN"},
    {"Puerto Rico", "PR"}, {"Palestine", "PS"}, {"Portugal", "PT"}, {"Palau", "PW"}, {"Paraguay", "PY"},
    {"Qatar", "QA"}, {"Réunion", "RE"}, {"Romania", "RO"}, {"Serbia", "RS"}, {"Russia", "RU"},
    {"Russian Federation", "RU"}, {"Rwanda", "RW"}, {"Saudi Arabia", "SA"}, {"Solomon Islands", "SB"},
    {"Seychelles", "SC"}, {"Sudan", "SD"}, {"Sweden", "SE"}, {"Singapore", "SG"}, {"Saint Helena", "SH"},
    {"Slovenia", "SI"}, {"Svalbard and Jan Mayen", "SJ"}, {"Slovakia", "SK"}, {"Sierra Leone", "SL"},
    {"San Marino", "SM"}, {"Senegal", "SN"}, {"Somalia", "SO"}, {"Suriname", "SR"}, {"South Sudan", "SS"},
    {"São Tomé and Príncipe", "ST"}, {"El Salvador", "SV"}, {"Sint Maarten", "SX"}, {"Syria", "SY"},
    {"Eswatini", "SZ"}, {"Turks and Caicos Islands", "TC"}, {"Chad", "TD"}, {"French Southern Territories", "TF"},
    {"Togo", "TG"}, {"Thailand", "TH"}, {"Tajikistan", "TJ"}, {"Tokelau", "TK"}, {"Timor-Leste", "TL"},
    {"Turkmenistan", "TM"}, {"Tunisia", "TN"}, {"Tonga", "TO"}, {"Turkey", "TR"}, {"Türkiye", "TR"},
    {"Trinidad and Tobago", "TT"}, {"Tuvalu", "TV"}, {"Taiwan", "TW"}, {"Tanzania", "TZ"}, {"Ukraine", "UA"},
    {"Uganda", "UG"}, {"U.S. Outlying Islands", "UM"}, {"USA", "US"}, {"United States", "US"},
    {"United States of America", "US"}, {"Uruguay", "UY"}, {"Uzbekistan", "UZ"}, {"Vatican City", "VA"},
    {"Saint Vincent and the Grenadines", "VC"}, {"Venezuela", "VE"}, {"British Virgin Islands", "VG"},
    {"U.S. Virgin Islands", "VI"}, {"Vietnam", "VN"}, {"Vanuatu", "VU"}, {"Wallis and Futuna", "WF"}, {"Samoa", "WS"},
    {"Yemen", "YE"}, {"Mayotte", "YT"}, {"South Africa", "ZA"}, {"Zambia", "ZM"}, {"Zimbabwe", "ZW"},
};

// Members of the European Union since 2020.
constexpr std::array<std::string_view, 27> europeanUnion{"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES",
                                                         "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
                                                         "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"};

}  // namespace

std::string comparableCountry(std::string_view text)
{
    const std::string_view wanted = trimmed(text);
    for (const Country& country : countries) {
        if (equalsIgnoreCase(country.code, wanted) || equalsIgnoreCase(country.name, wanted)) {
            return std::string(country.code);
        }
    }
    return toUpperAscii(wanted);
}

bool isInEuropeanUnion(std::string_view comparable)
{
    // Greece writes itself EL in matters of tax.
    return comparable == "EL" || std::find(europeanUnion.begin(), europeanUnion.end(), comparable) != europeanUnion.end();
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
