// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/smtp_client.h"
#include "net/smtp_reply.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// A message made ready for one server: what is sent, and what was decided before asking.
struct SmtpEnvelope {
    const SmtpMessage* message = nullptr;
    SmtpOutcome outcome;      ///< refused recipients are filled in, the others NotSent
    std::string mailCommand;  ///< with CRLF
    std::vector<std::string> rcptCommands;
    std::vector<std::size_t> asked;  ///< for each RCPT, the recipient's index
    std::vector<std::size_t> taken;  ///< recipients that the server has said yes to
};

/// An address that cannot be put on a command line, one that needs what the server does not offer, or a message
/// that is too large or has 8-bit bytes for a 7-bit server is Rejected here, code 0, in words.
[[nodiscard]] SmtpEnvelope makeSmtpEnvelope(const SmtpMessage& message, const SmtpCapabilities& offered);

/// Appends the message as it goes on the wire: CRLF line ends, dots stuffed, ending in CRLF "." CRLF.
void appendSmtpContent(std::string& out, std::string_view content);

}  // namespace shopbell
