// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/mime_header.h"

#include "base/text.h"

#include <algorithm>

namespace shopbell {

namespace {

constexpr std::size_t lineLimit = 76;     // RFC 5322 asks for 78; one less than that leaves room for a relay's taste
constexpr std::size_t encodedLimit = 75;  // RFC 2047, section 2
constexpr std::string_view opening = "=?UTF-8?";
constexpr std::string_view closing = "?=";

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// Valid UTF-8 without control characters, trimmed.
std::string clean(std::string_view text)
{
    std::string result = toValidUtf8(text);
    std::replace_if(result.begin(), result.end(), isControl, ' ');
    return std::string(trimmed(result));
}

bool isAtomChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

/// The few that need no encoding in an encoded word, wherever it stands (RFC 2047, section 5).
bool isPlainInQ(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!*+-/").find(c) != std::string_view::npos;
}

std::size_t characterBytes(std::string_view text, std::size_t at)
{
    std::size_t length = 1;
    while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    return length;
}

std::string qEncoded(std::string_view bytes)
{
    std::string out;
    for (const char c : bytes) {
        if (c == ' ') {
            out += '_';
        } else if (isPlainInQ(c)) {
            out += c;
        } else {
            out += '=' + toUpperAscii(toHex(std::string_view(&c, 1)));
        }
    }
    return out;
}

/// Folds what is added at its own places; knows how far the line has come.
class FoldedLine {
public:
    FoldedLine(std::string& out, std::string_view name) : m_out(out)
    {
        m_out += name;
        m_out += ':';
        m_column = name.size() + 1;
    }
    ~FoldedLine() { m_out += "\r\n"; }
    FoldedLine(const FoldedLine&) = delete;
    FoldedLine& operator=(const FoldedLine&) = delete;

    [[nodiscard]] std::size_t room() const { return lineLimit - std::min(lineLimit, m_column + 1); }
    /// A blank and the word, the blank on the next line where it does not fit on this one.
    void add(std::string_view word, std::string_view blanks = " ")
    {
        if (m_column + blanks.size() + word.size() > lineLimit && m_hasWord) {
            m_out += "\r\n";
            m_column = 0;
        }
        m_out += blanks;
        m_out += word;
        m_column += blanks.size() + word.size();
        m_hasWord = true;
    }
    void breakBefore(std::string_view word)
    {
        m_out += "\r\n ";
        m_out += word;
        m_column = 1 + word.size();
        m_hasWord = true;
    }

private:
    std::string& m_out;
    std::size_t m_column = 0;
    bool m_hasWord = false;
};

/// How many bytes of whole characters fit into an encoded word with so much room; at least one character. Words in
/// base64 that are not the last end where there is no padding, or give 0: some readers put the base64 of neighbouring
/// words together before decoding it.
std::size_t bytesThatFit(std::string_view text, std::size_t room, bool useQ)
{
    std::size_t end = 0;
    std::size_t used = 0;
    std::size_t withoutPadding = 0;
    while (end < text.size()) {
        const auto next = end + characterBytes(text, end);
        const auto size = useQ ? used + qEncoded(text.substr(end, next - end)).size() : (next + 2) / 3 * 4;
        if (size > room && end > 0) {
            break;
        }
        used = size;
        end = next;
        if (end % 3 == 0) {
            withoutPadding = end;
        }
    }
    return useQ || end == text.size() ? end : withoutPadding;
}

/// The text as encoded words of whole characters, each as long as its line has room for.
void addEncoded(FoldedLine& line, std::string_view text)
{
    const auto foreign = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !isPlainInQ(c) && c != ' '; }));
    const bool prefersQ = foreign * 6 < text.size() * 2;
    const auto frame = opening.size() + 2 + closing.size();
    while (!text.empty()) {
        auto room = std::min(line.room(), encodedLimit);
        // A remnant too small for a few characters is not worth a word of its own.
        if (room < frame + 24) {
            room = encodedLimit;
        }
        auto length = prefersQ ? 0 : bytesThatFit(text, room - frame, false);
        const bool useQ = length == 0;
        length = useQ ? bytesThatFit(text, room - frame, true) : length;
        const auto piece = text.substr(0, length);
        line.add(std::string(opening) + (useQ ? "Q?" + qEncoded(piece) : "B?" + toBase64(piece)) +
                 std::string(closing));
        text.remove_prefix(length);
    }
}

/// Words with the blanks before each, so that unfolding gives back every blank.
void addWords(FoldedLine& line, std::string_view text)
{
    std::string blanks = " ";
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        line.add(text.substr(at, end - at), blanks);
        at = std::min(text.find_first_not_of(' ', end), text.size());
        blanks.assign(at - end, ' ');
    }
}

std::size_t longestWord(std::string_view text)
{
    std::size_t longest = 0;
    for (const auto word : split(text, ' ')) {
        longest = std::max(longest, word.size());
    }
    return longest;
}

bool goesPlain(std::string_view text)
{
    return isAscii(text) && text.find("=?") == std::string_view::npos && longestWord(text) < 60 &&
           text.find("                ") == std::string_view::npos;
}

}  // namespace

void appendTextField(std::string& out, std::string_view name, std::string_view text)
{
    const auto value = clean(text);
    FoldedLine line(out, name);
    if (value.empty()) {
        line.add("");
    } else if (goesPlain(value)) {
        addWords(line, value);
    } else {
        addEncoded(line, value);
    }
}

void appendAddressField(std::string& out, std::string_view name, std::string_view displayName, std::string_view address)
{
    const auto words = clean(displayName);
    const auto mailbox = replaceAll(clean(address), " ", "");
    FoldedLine line(out, name);
    if (words.empty()) {
        line.add(mailbox);
        return;
    }
    const bool isAtoms = std::all_of(words.begin(), words.end(), [](char c) { return isAtomChar(c) || c == ' '; }) &&
                         words.find("  ") == std::string::npos;
    if (isAtoms && goesPlain(words)) {
        addWords(line, words);
    } else if (goesPlain(words) && words.size() < 60) {
        line.add("\"" + replaceAll(replaceAll(words, "\\", "\\\\"), "\"", "\\\"") + "\"");
    } else {
        addEncoded(line, words);
    }
    line.add("<" + mailbox + ">");
}

void appendListField(std::string& out, std::string_view name, std::string_view value)
{
    const auto text = clean(value);
    FoldedLine line(out, name);
    std::vector<std::string> items;
    for (const auto item : split(text, ',')) {
        std::string encoded;
        for (const char c : trimmed(item)) {
            encoded += c > ' ' && c < 0x7F ? std::string(1, c) : percentEncode(std::string_view(&c, 1));
        }
        if (!encoded.empty()) {
            items.push_back(std::move(encoded));
        }
    }
    for (std::size_t index = 0; index < items.size(); ++index) {
        line.add(items[index] + (index + 1 < items.size() ? "," : ""));
    }
}

void appendTokenField(std::string& out, std::string_view name, std::string_view token)
{
    std::string value;
    for (const char c : token) {
        if (c > ' ' && c < 0x7F) {
            value += c;
        }
    }
    FoldedLine line(out, name);
    if (name.size() + 2 + value.size() > lineLimit) {
        line.breakBefore(value);
    } else {
        line.add(value);
    }
}

}  // namespace shopbell
