// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/smtp_auth.h"
#include "net/smtp_client.h"
#include "net/smtp_reply.h"
#include "net/tls_socket.h"

#include <string>
#include <string_view>

namespace shopbell {

/// Inside net only: the talk with one server, from the connection to the login, and the exchange of commands and
/// replies that everything else is made of. One thread.
class SmtpConnection {
public:
    explicit SmtpConnection(SmtpSettings settings);

    [[nodiscard]] Result<void> open(const CancelToken& cancel);
    /// Ends the connection and keeps the reason.
    void breakOff(Error reason);
    void quit();

    [[nodiscard]] bool isOpen() const { return m_socket.isOpen() && m_step == SmtpStep::Ready; }
    [[nodiscard]] SmtpStep step() const { return m_step; }
    void setStep(SmtpStep step) { m_step = step; }
    /// A message was begun and not ended: RSET must come before the next MAIL, which may be another transfer's.
    [[nodiscard]] bool needsReset() const { return m_needsReset; }
    void setNeedsReset(bool needs) { m_needsReset = needs; }
    [[nodiscard]] const SmtpSettings& settings() const { return m_settings; }
    [[nodiscard]] const SmtpCapabilities& capabilities() const { return m_capabilities; }
    [[nodiscard]] const Error& lastError() const { return m_lastError; }
    /// The server's last words, without the password; for reports.
    [[nodiscard]] const std::string& lastWords() const { return m_lastWords; }
    [[nodiscard]] std::string tlsDescription() const { return m_tlsDescription; }

    [[nodiscard]] TlsSocket::Written write(std::string_view bytes, const CancelToken& cancel);
    /// `timeout` counts from the last byte that came.
    [[nodiscard]] Result<SmtpReply> read(Duration timeout, const CancelToken& cancel);
    /// `line` without its CRLF.
    [[nodiscard]] Result<SmtpReply> command(std::string_view line, const CancelToken& cancel);

private:
    [[nodiscard]] Result<void> checkSettings();
    [[nodiscard]] Result<void> secure(const CancelToken& cancel);
    [[nodiscard]] Result<void> greet(const CancelToken& cancel);
    [[nodiscard]] Result<void> sayHello(const CancelToken& cancel);
    [[nodiscard]] Result<void> startTls(const CancelToken& cancel);
    [[nodiscard]] Result<void> logIn(const CancelToken& cancel);
    [[nodiscard]] std::string ownName() const;

    SmtpSettings m_settings;
    TlsSocket m_socket;
    SmtpReplyParser m_parser;
    SmtpCapabilities m_capabilities;
    SmtpStep m_step = SmtpStep::Settings;
    bool m_needsReset = false;
    Error m_lastError;
    std::string m_lastWords;
    std::string m_tlsDescription;
};

/// The Error for a reply that says no: 421 and other 4xx are RateLimited, 5xx Refused, else Remote.
[[nodiscard]] Error makeReplyError(const SmtpReply& reply, Sentence sentence);

}  // namespace shopbell
