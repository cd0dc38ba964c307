// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/smtp_reply.h"

#include "base/text.h"

#include <algorithm>

namespace shopbell {

namespace {

constexpr std::size_t kLongestLine = 4096;
constexpr std::size_t kMostLines = 200;
constexpr std::size_t kLongestText = 500;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The length of "5.1.1" at the front of `text` when its class is that of `code`, else 0.
std::size_t enhancedLength(std::string_view text, int code)
{
    if (text.size() < 5 || text[0] != static_cast<char>('0' + code / 100) || text[1] != '.' ||
        (text[0] != '2' && text[0] != '4' && text[0] != '5')) {
        return 0;
    }
    std::size_t at = 2;
    for (int part = 0; part < 2; ++part) {
        const std::size_t begin = at;
        while (at < text.size() && isDigit(text[at]) && at - begin < 3) {
            ++at;
        }
        if (at == begin) {
            return 0;
        }
        if (part == 0) {
            if (at == text.size() || text[at] != '.') {
                return 0;
            }
            ++at;
        }
    }
    return at == text.size() || text[at] == ' ' ? at : 0;
}

std::string cleaned(std::string_view text)
{
    std::string out = toValidUtf8(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    return out;
}

tl::unexpected<Error> failNonsense(std::string_view line)
{
    return fail(
        ErrorKind::Remote,
        say("not-a-mail-server", "This does not answer like a mail server. Check the server name and the port."),
        cleaned(line.substr(0, 80)));
}

}  // namespace

std::string SmtpReply::text() const
{
    std::string out;
    for (const std::string& line : lines) {
        const std::string_view rest = trimmed(std::string_view(line).substr(enhancedLength(line, code)));
        if (!rest.empty()) {
            out += (out.empty() ? "" : " ") + std::string(rest);
        }
    }
    return std::string(cutUtf8(out, kLongestText));
}

std::string SmtpReply::whole() const
{
    std::string out = std::to_string(code);
    for (const std::string& part : {enhanced, text()}) {
        if (!part.empty()) {
            out += " " + part;
        }
    }
    return out;
}

Result<std::optional<SmtpReply>> SmtpReplyParser::next()
{
    for (;;) {
        const auto end = m_input.find('\n', m_at);
        if (end == std::string::npos) {
            if (m_input.size() - m_at > kLongestLine) {
                return failNonsense(std::string_view(m_input).substr(m_at));
            }
            m_input.erase(0, m_at);
            m_at = 0;
            return std::nullopt;
        }
        std::string_view line = std::string_view(m_input).substr(m_at, end - m_at);
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        const bool coded = line.size() >= 3 && line[0] >= '2' && line[0] <= '5' && isDigit(line[1]) &&
                           isDigit(line[2]) && (line.size() == 3 || line[3] == ' ' || line[3] == '-');
        if (!coded || line.size() > kLongestLine || m_partial.lines.size() >= kMostLines) {
            return failNonsense(line);
        }
        m_at = end + 1;
        m_partial.code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
        m_partial.lines.push_back(cleaned(line.substr(std::min<std::size_t>(4, line.size()))));
        if (line.size() > 3 && line[3] == '-') {
            continue;
        }
        SmtpReply reply = std::move(m_partial);
        m_partial = {};
        reply.enhanced = reply.lines.front().substr(0, enhancedLength(reply.lines.front(), reply.code));
        return std::optional<SmtpReply>(std::move(reply));
    }
}

void SmtpReplyParser::clear()
{
    m_input.clear();
    m_at = 0;
    m_partial = {};
}

SmtpCapabilities parseCapabilities(const SmtpReply& ehlo)
{
    SmtpCapabilities offered;
    for (std::size_t i = 1; i < ehlo.lines.size(); ++i) {
        const std::string line = toUpperAscii(trimmed(ehlo.lines[i]));
        offered.keywords.emplace_back(trimmed(ehlo.lines[i]));
        const auto words = split(line, ' ');
        const std::string_view keyword = words.front();
        if (keyword == "PIPELINING") {
            offered.pipelining = true;
        } else if (keyword == "8BITMIME") {
            offered.eightBitMime = true;
        } else if (keyword == "SMTPUTF8") {
            offered.smtpUtf8 = true;
        } else if (keyword == "STARTTLS") {
            offered.startTls = true;
        } else if (keyword == "SIZE" && words.size() > 1) {
            const auto limit = parseInteger(words[1]);
            offered.sizeLimit = limit && *limit > 0 ? static_cast<std::size_t>(*limit) : 0;
        } else if (keyword == "AUTH" || keyword.substr(0, 5) == "AUTH=") {
            // "AUTH=LOGIN PLAIN" is how some old servers say it, beside or instead of the other form.
            for (std::string_view word : words) {
                word = word.substr(0, 5) == "AUTH=" ? word.substr(5) : word;
                if (!word.empty() && word != "AUTH" &&
                    std::find(offered.auth.begin(), offered.auth.end(), word) == offered.auth.end()) {
                    offered.auth.emplace_back(word);
                }
            }
        }
    }
    return offered;
}

}  // namespace shopbell
