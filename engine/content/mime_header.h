// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace shopbell {

// Header fields on the wire: each call appends one or more whole lines ending in CRLF, folded at 76 bytes. Line ends
// and other control characters in a value become blanks, so that no value can begin a field of its own.

/// Free text: as it is where it is ASCII, else encoded words (RFC 2047).
void appendTextField(std::string& out, std::string_view name, std::string_view text);
/// `"Name" <address>`; the name alone is encoded (RFC 5322, 2047). An empty name gives the bare address.
void appendAddressField(std::string& out, std::string_view name, std::string_view displayName,
                        std::string_view address);
/// Items such as <https://…>, separated by commas in `value`, each on a line of its own; what is not ASCII is
/// percent-encoded.
void appendListField(std::string& out, std::string_view name, std::string_view value);
/// A value that must not be folded inside, such as a Message-ID.
void appendTokenField(std::string& out, std::string_view name, std::string_view token);

}  // namespace shopbell
