// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/salted_hash.h"

#include "base/text.h"

#include <openssl/sha.h>

namespace shopbell {

std::string saltedHash(std::string_view salt, std::string_view text)
{
    std::string input(salt);
    input += '\0';
    input += text;
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256(reinterpret_cast<const unsigned char*>(input.data()), input.size(), digest);
    return "sha256:" + toHex(std::string_view(reinterpret_cast<const char*>(digest), sizeof digest));
}

}  // namespace shopbell
