// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/phone_number.h"

#include "base/text.h"

#include <phonenumbers/phonenumberutil.h>

namespace shopbell {

namespace {

namespace phone = i18n::phonenumbers;

constexpr std::size_t maxTextBytes = 100;

/// The library's "no region": only the international form can be read then.
constexpr const char* noRegion = "ZZ";

const phone::PhoneNumberUtil& numbers()
{
    // The library keeps one instance of its tables itself; it is constant, quiet, and may be shared by threads.
    return *phone::PhoneNumberUtil::GetInstance();
}

bool isKnownRegion(const std::string& region)
{
    return numbers().GetCountryCodeForRegion(region) != 0;
}

auto refuse(std::string_view text, std::string_view problem)
{
    return fail(ErrorKind::InvalidInput, say("phone-number-wrong", "The phone number \"%1\" %2.",
                                             {cutUtf8(toValidUtf8(text), 40), sayLabel(problem)}));
}

std::string_view describeProblem(phone::PhoneNumberUtil::ErrorType type, bool hasRegion)
{
    using Util = phone::PhoneNumberUtil;
    switch (type) {
    case Util::INVALID_COUNTRY_CODE_ERROR:
        return hasRegion ? "begins with a country code that does not exist"
                         : "has no country code; write it with one (+43 …), or set the workspace's country";
    case Util::TOO_SHORT_AFTER_IDD:
    case Util::TOO_SHORT_NSN: return "is too short";
    case Util::TOO_LONG_NSN: return "is too long";
    default: return "is not a phone number";
    }
}

}  // namespace

Result<PhoneNumber> PhoneNumber::parse(std::string_view text, std::string_view defaultRegion)
{
    const std::string_view written = trimmed(text);
    if (written.empty()) {
        return fail(ErrorKind::InvalidInput, say("phone-number-empty", "The phone number is empty."));
    }
    if (written.size() > maxTextBytes || !isValidUtf8(written)) {
        return refuse(written, "is not a phone number");
    }
    std::string region = toUpperAscii(trimmed(defaultRegion));
    if (!region.empty() && !isKnownRegion(region)) {
        return fail(
            ErrorKind::InvalidInput,
            say("phone-country-unknown",
                "There is no country \"%1\" whose phone numbers are known; use its two-letter code, for example AT.",
                {cutUtf8(toValidUtf8(region), 20)}));
    }
    const bool hasRegion = !region.empty();
    phone::PhoneNumber number;
    const auto outcome = numbers().Parse(std::string(written), hasRegion ? region : noRegion, &number);
    if (outcome != phone::PhoneNumberUtil::NO_PARSING_ERROR) {
        return refuse(written, describeProblem(outcome, hasRegion));
    }
    if (number.has_extension()) {
        // Everybody behind one switchboard would otherwise become the same person.
        return refuse(written, "has an extension, which no message can be sent to");
    }
    if (!numbers().IsValidNumber(number)) {
        return refuse(written, "does not exist in its country's numbering plan");
    }
    PhoneNumber parsed;
    numbers().Format(number, phone::PhoneNumberUtil::E164, &parsed.m_e164);
    return parsed;
}

std::string PhoneNumber::display() const
{
    phone::PhoneNumber number;
    if (numbers().Parse(m_e164, noRegion, &number) != phone::PhoneNumberUtil::NO_PARSING_ERROR) {
        return m_e164;
    }
    std::string spaced;
    numbers().Format(number, phone::PhoneNumberUtil::INTERNATIONAL, &spaced);
    return spaced;
}

std::string PhoneNumber::region() const
{
    phone::PhoneNumber number;
    if (numbers().Parse(m_e164, noRegion, &number) != phone::PhoneNumberUtil::NO_PARSING_ERROR) {
        return {};
    }
    std::string region;
    numbers().GetRegionCodeForNumber(number, &region);
    // "001" stands for numbers of no country, such as satellite phones.
    return region == noRegion || region == "001" ? std::string() : region;
}

}  // namespace shopbell
