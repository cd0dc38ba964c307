// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/people_facts.h"

#include "model/email_address.h"

namespace shopbell {

void setAddress(AddressColumn& column, Channel channel, std::uint32_t profile, std::string_view address,
                const SuppressedAddresses& known)
{
    const std::size_t words = (static_cast<std::size_t>(profile) >> 6) + 1;
    if (column.valid.size() < words) {
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
    const bool suppressed = !comparable.empty() && known.find(comparable) != nullptr;
    const std::uint64_t bit = std::uint64_t{1} << (profile & 63);
    column.valid[profile >> 6] = valid ? column.valid[profile >> 6] | bit : column.valid[profile >> 6] & ~bit;
    column.suppressed[profile >> 6] =
        suppressed ? column.suppressed[profile >> 6] | bit : column.suppressed[profile >> 6] & ~bit;
}

}  // namespace shopbell
