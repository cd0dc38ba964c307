// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/smtp_connection.h"
#include "net/smtp_envelope.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace shopbell {

/// Inside net only: moves messages over an open connection, and knows at each moment what of them is on the wire.
///
/// With PIPELINING one message costs one round trip: its envelope travels behind the content of the one before
/// (RFC 2920 allows MAIL, RCPT and DATA in one group after the final dot), so that its 354 is there when it is needed.
class SmtpTransfer {
public:
    using Next = std::function<const SmtpMessage*()>;
    using Done = std::function<void(const SmtpMessage&, const SmtpOutcome&)>;

    SmtpTransfer(SmtpConnection& connection, const Next& next, const Done& done, const CancelToken& cancel);
    void run();

private:
    using Envelope = std::unique_ptr<SmtpEnvelope>;

    /// The next message that has somebody to ask for; those without wait for their turn in m_decidedEarly.
    [[nodiscard]] Envelope takeNext();
    [[nodiscard]] bool fitsOneGroup(const SmtpEnvelope& envelope) const;
    /// Sends what of the envelope is not sent yet and reads its replies. True when the server waits for the content.
    [[nodiscard]] bool exchangeEnvelope(SmtpEnvelope& envelope, bool alreadySent);
    [[nodiscard]] bool exchangeInSteps(SmtpEnvelope& envelope);
    [[nodiscard]] bool takeMailReply(SmtpEnvelope& envelope);
    [[nodiscard]] bool takeRcptReplies(SmtpEnvelope& envelope, std::size_t first, std::size_t count);
    [[nodiscard]] bool takeDataReply(SmtpEnvelope& envelope);
    /// Sends the content, with the following envelope behind it where that is allowed, and reads the verdict.
    void exchangeContent(SmtpEnvelope& envelope, Envelope& following, bool& followingSent);
    void takeVerdict(SmtpEnvelope& envelope, const SmtpReply& reply);
    [[nodiscard]] bool sendGroup(SmtpEnvelope& envelope, const std::string& bytes);
    [[nodiscard]] std::optional<SmtpReply> read(SmtpEnvelope& envelope, Duration timeout);
    void decideTaken(SmtpEnvelope& envelope, SmtpFate fate, const std::string& text) const;
    void breakOff(SmtpEnvelope& envelope, const Error& reason);
    /// Whether RSET is due; it is then taken as sent.
    [[nodiscard]] bool takeReset();
    void finish(SmtpEnvelope& envelope);
    void finishEarly();

    SmtpConnection& m_connection;
    const Next& m_next;
    const Done& m_done;
    const CancelToken& m_cancel;
    bool m_mailAccepted = false;
    bool m_serverCloses = false;
    std::vector<Envelope> m_decidedEarly;
    std::string m_out;
};

}  // namespace shopbell
