// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/email_address.h"

#include "base/text.h"

#include <idn2.h>

#include <cstdint>
#include <memory>
#include <optional>

namespace shopbell {

namespace {

constexpr std::size_t maxLocalBytes = 64;     // RFC 5321, 4.5.3.1.1
constexpr std::size_t maxAddressBytes = 254;  // RFC 5321, 4.5.3.1.3, less the two angle brackets
constexpr std::size_t maxLabelBytes = 63;     // RFC 1035, 2.3.4

struct FreeIdn {
    void operator()(char* text) const { idn2_free(text); }
};
using IdnText = std::unique_ptr<char, FreeIdn>;

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isNonAscii(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}

/// atext of RFC 5322, with the non-ASCII of RFC 6532.
bool isAtomCharacter(char c)
{
    return isLetterOrDigit(c) || isNonAscii(c) ||
           (c != '\0' && std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos);
}

bool isDotAtom(std::string_view text)
{
    if (text.empty() || text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos) {
        return false;
    }
    for (const char c : text) {
        if (c != '.' && !isAtomCharacter(c)) {
            return false;
        }
    }
    return true;
}

/// What is between the quotes, without its backslashes; nothing when it is not a quoted string of RFC 5321.
std::optional<std::string> unquoted(std::string_view text)
{
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') {
        return std::nullopt;
    }
    const std::string_view inside = text.substr(1, text.size() - 2);
    std::string plain;
    for (std::size_t at = 0; at < inside.size(); ++at) {
        char c = inside[at];
        if (c == '"') {
            return std::nullopt;
        }
        if (c == '\\') {
            if (++at == inside.size()) {
                return std::nullopt;
            }
            c = inside[at];
        }
        const auto code = static_cast<unsigned char>(c);
        if (code < 0x20 || code == 0x7f) {
            return std::nullopt;
        }
        plain.push_back(c);
    }
    return plain;
}

/// Characters beyond ASCII that nobody types on purpose: C1 controls, blanks, zero-width and direction marks. They come
/// with text pasted from web pages and would make two addresses that look the same.
bool hasInvisibleCharacter(std::string_view text)
{
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto first = static_cast<unsigned char>(text[at]);
        const auto second = static_cast<unsigned char>(text[at + 1]);
        if (first == 0xC2 && (second <= 0xA0 || second == 0xAD)) {
            return true;  // U+0080 to U+00A0, soft hyphen
        }
        if (at + 2 >= text.size()) {
            continue;
        }
        const auto third = static_cast<unsigned char>(text[at + 2]);
        const bool generalPunctuation =
            first == 0xE2 && ((second == 0x80 && (third <= 0x8F || (third >= 0xA8 && third <= 0xAF))) ||
                              (second == 0x81 && third >= 0x9F && third <= 0xAF));
        const bool ideographicSpace = first == 0xE3 && second == 0x80 && third == 0x80;
        const bool byteOrderMark = first == 0xEF && second == 0xBB && third == 0xBF;
        if (generalPunctuation || ideographicSpace || byteOrderMark) {
            return true;
        }
    }
    return false;
}

/// A host name that mail can have: at least two labels, the last one not a number. Empty: nothing is wrong.
std::string_view findHostProblem(std::string_view host)
{
    const auto labels = split(host, '.');
    if (labels.size() < 2) {
        return "has no dot in the part after the @";
    }
    for (const auto label : labels) {
        if (label.empty()) {
            return "has a dot too many in the part after the @";
        }
        if (label.size() > maxLabelBytes) {
            return "has too long a name after the @";
        }
        if (label.front() == '-' || label.back() == '-') {
            return "has a name after the @ that begins or ends with a hyphen";
        }
        for (const char c : label) {
            if (!isLetterOrDigit(c) && c != '-') {
                return "has a character after the @ that no host name may have";
            }
        }
    }
    if (labels.back().find_first_not_of("0123456789") == std::string_view::npos) {
        return "ends with a number where the country or kind of site should stand";
    }
    return {};
}

/// The ASCII form of a host name, lower case; nothing when IDNA does not allow it.
std::optional<std::string> toAsciiHost(std::string_view host)
{
    const std::string lower = toLowerAscii(host);
    if (isAscii(lower) && lower.find("xn--") == std::string::npos) {
        return lower;  // nearly all addresses; the library would say the same, slower
    }
    std::uint8_t* converted = nullptr;
    const int outcome = idn2_lookup_u8(reinterpret_cast<const std::uint8_t*>(lower.c_str()), &converted,
                                       IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL | IDN2_USE_STD3_ASCII_RULES);
    const IdnText holder(reinterpret_cast<char*>(converted));
    if (outcome != IDN2_OK || !holder) {
        return std::nullopt;
    }
    return toLowerAscii(holder.get());
}

auto refuse(std::string_view text, std::string_view problem)
{
    // The address may be anything a file held: cut it and make it printable.
    return fail(ErrorKind::InvalidInput, say("email-address-wrong", "The email address \"%1\" %2.",
                                             {toValidUtf8(cutUtf8(toValidUtf8(text), 80)), sayLabel(problem)}));
}

}  // namespace

Result<EmailAddress> EmailAddress::parse(std::string_view text)
{
    const std::string_view address = trimmed(text);
    if (address.empty()) {
        return fail(ErrorKind::InvalidInput, say("email-address-empty", "The email address is empty."));
    }
    if (address.size() > 4 * maxAddressBytes) {
        return refuse(address, "is too long");
    }
    if (!isValidUtf8(address)) {
        return refuse(address, "holds bytes that are not text (it is not UTF-8)");
    }
    const auto at = address.rfind('@');
    if (at == std::string_view::npos) {
        return refuse(address, "has no @");
    }
    const std::string_view local = address.substr(0, at);
    const std::string_view host = address.substr(at + 1);
    if (local.empty()) {
        return refuse(address, "has nothing before the @");
    }
    if (host.empty()) {
        return refuse(address, "has nothing after the @");
    }
    if (address.back() == '>') {
        return refuse(address, "has more than the bare address in it; leave the name and the angle brackets out");
    }
    if (local.size() > maxLocalBytes) {
        return refuse(address, "has more than 64 characters before the @");
    }
    if (hasInvisibleCharacter(address)) {
        return refuse(address, "holds a blank or an invisible character; type it again by hand");
    }
    if (local.front() == '"' ? !unquoted(local) : !isDotAtom(local)) {
        return refuse(address, "has a character, a blank or a dot before the @ that may not stand there");
    }
    const auto asciiHost = toAsciiHost(host);
    if (!asciiHost) {
        return refuse(address, "has a name after the @ that cannot be a host name");
    }
    if (const auto problem = findHostProblem(*asciiHost); !problem.empty()) {
        return refuse(address, problem);
    }
    EmailAddress parsed;
    parsed.m_wire = std::string(local) + '@' + *asciiHost;
    if (parsed.m_wire.size() > maxAddressBytes) {
        return refuse(address, "has more than 254 characters");
    }
    return parsed;
}

std::string EmailAddress::display() const
{
    const std::string host(domain());
    if (host.find("xn--") == std::string::npos) {
        return m_wire;
    }
    char* converted = nullptr;
    const int outcome = idn2_to_unicode_8z8z(host.c_str(), &converted, 0);
    const IdnText holder(converted);
    if (outcome != IDN2_OK || !holder) {
        return m_wire;
    }
    return std::string(localPart()) + '@' + holder.get();
}

std::string EmailAddress::key() const
{
    std::string local(localPart());
    // "ana"@example.com is the mailbox ana@example.com; quotes that are not needed tell nobody apart.
    if (!local.empty() && local.front() == '"') {
        if (auto plain = unquoted(local); plain && isDotAtom(*plain)) {
            local = std::move(*plain);
        }
    }
    return toLowerAscii(local) + '@' + std::string(domain());
}

std::string_view EmailAddress::domain() const
{
    const auto at = m_wire.rfind('@');
    return at == std::string::npos ? std::string_view() : std::string_view(m_wire).substr(at + 1);
}

std::string_view EmailAddress::localPart() const
{
    const auto at = m_wire.rfind('@');
    return at == std::string::npos ? std::string_view() : std::string_view(m_wire).substr(0, at);
}

bool EmailAddress::needsSmtpUtf8() const
{
    return !isAscii(localPart());
}

}  // namespace shopbell
