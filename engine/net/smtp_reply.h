// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// One reply of an SMTP server, all its lines.
struct SmtpReply {
    int code = 0;                    ///< 200 to 599
    std::string enhanced;            ///< "5.1.1" (RFC 3463) where the first line has one of the code's class
    std::vector<std::string> lines;  ///< what follows the code, valid UTF-8, without control characters

    [[nodiscard]] bool isPositive() const { return code >= 200 && code < 300; }
    /// The lines in one, without enhanced codes, at most 500 bytes.
    [[nodiscard]] std::string text() const;
    /// "550 5.1.1 No such user": for details and reports.
    [[nodiscard]] std::string whole() const;
};

/// Turns bytes into replies (RFC 5321, 4.2). Bare LF ends a line too. A line over 4,096 bytes, a reply over 200
/// lines, or a line without a code is a Remote error, after which nothing more is read.
class SmtpReplyParser {
public:
    /// Where received bytes are to be appended.
    [[nodiscard]] std::string& input() { return m_input; }
    [[nodiscard]] bool hasInput() const { return m_at < m_input.size(); }
    /// The next whole reply, or nothing until more bytes have come.
    [[nodiscard]] Result<std::optional<SmtpReply>> next();
    /// Forgets bytes and half replies: what came before TLS must not count after it.
    void clear();

private:
    std::string m_input;
    std::size_t m_at = 0;
    SmtpReply m_partial;
};

/// What the server's EHLO answer offers.
struct SmtpCapabilities {
    bool pipelining = false;
    bool eightBitMime = false;
    bool smtpUtf8 = false;
    bool startTls = false;
    std::size_t sizeLimit = 0;          ///< 0: none stated
    std::vector<std::string> auth;      ///< upper case
    std::vector<std::string> keywords;  ///< each line after the greeting as it came
};

[[nodiscard]] SmtpCapabilities parseCapabilities(const SmtpReply& ehlo);

}  // namespace shopbell
