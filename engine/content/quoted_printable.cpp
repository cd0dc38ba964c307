// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/quoted_printable.h"

namespace shopbell {

namespace {

constexpr std::size_t lineLimit = 76;
constexpr char digits[] = "0123456789ABCDEF";

/// One line without its end.
void appendLine(std::string& out, std::string_view line)
{
    std::size_t column = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const auto byte = static_cast<unsigned char>(line[at]);
        const bool isLast = at + 1 == line.size();
        const bool isBlank = byte == ' ' || byte == '\t';
        // A blank at the end would be lost on the way, and some programs mark a line that begins with "From ".
        const bool isPlain = isBlank ? !isLast : byte > ' ' && byte < 0x7F && byte != '=';
        const bool mailboxMark = at == 0 && line.starts_with("From ");
        const std::size_t length = isPlain && !mailboxMark ? 1 : 3;
        // The last piece of a line may use the place that a soft line end would need.
        if (column + length > lineLimit - (isLast ? 0 : 1)) {
            out += "=\r\n";
            column = 0;
        }
        if (length == 1) {
            out += line[at];
        } else {
            out += {'=', digits[byte >> 4U], digits[byte & 15U]};
        }
        column += length;
    }
}

}  // namespace

void appendQuotedPrintable(std::string& out, std::string_view text)
{
    out.reserve(out.size() + text.size() + text.size() / 16 + 64);
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find_first_of("\r\n", at);
        appendLine(out, text.substr(at, end == std::string_view::npos ? end : end - at));
        out += "\r\n";
        if (end == std::string_view::npos) {
            return;
        }
        at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    }
}

}  // namespace shopbell
