// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/people_facts.h"

#include "model/email_address.h"

namespace shopbell {

void setAddress(AddressColumn& column, Channel channel, std::uint32_t profile, std::string_view address,
                const SuppressedAddresses& known)
{
    const std::size_t words = (static_cast<std::size_t>(profile) >> 6) + 1;
    if (column.given.size() < words) {
        column.given.resize(words);
        column.valid.resize(words);
        column.suppressed.resize(words);
    }
    // As the send policy sees it: an email address is read again, a phone number was when it was stored.
    std::string comparable;
    bool valid = !address.empty();
    if (channel == Channel::Email && valid) {
        const auto email = EmailAddress::parse(address);
        valid = email.has_value();
        comparable = email ? email->key() : std::string(address);
    } else if (valid) {
        comparable = comparableAddress(channel, address);
    }
    const Suppression* const found = comparable.empty() ? nullptr : known.find(comparable);
    setBit(column.given, profile, !address.empty());
    setBit(column.valid, profile, valid);
    setBit(column.suppressed, profile, found != nullptr);
    if (found != nullptr) {
        column.suppressions[profile] = {found->reason, found->at.ms};
    } else {
        column.suppressions.erase(profile);
    }
}

}  // namespace shopbell
