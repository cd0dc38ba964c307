// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace shopbell {

/// Text as quoted-printable (RFC 2045): lines end in CRLF whatever they ended in before, none is longer than 76 bytes.
void appendQuotedPrintable(std::string& out, std::string_view text);

}  // namespace shopbell
