// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/instant.h"
#include "base/result.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace shopbell {

enum class SmtpSecurity {
    None,      ///< everything readable on the way; for a relay on this computer or one the owner trusts
    StartTls,  ///< port 587 mostly; fails where the server does not offer it
    Tls,       ///< from the first byte, port 465 mostly
};

enum class SmtpAuth { None, Plain, Login, Auto };

struct SmtpTimeouts {
    Duration connect{20'000};
    Duration greeting{60'000};
    Duration command{60'000};
    Duration endOfMessage{600'000};  ///< RFC 5321 asks for 10 minutes; giving up earlier leaves fates unknown
    Duration afterCancel{3'000};     ///< how long a cancelled send still waits for what is on the wire
};

struct SmtpSettings {
    std::string host;
    int port = 587;
    SmtpSecurity security = SmtpSecurity::StartTls;
    SmtpAuth auth = SmtpAuth::Auto;  ///< Auto: PLAIN, else LOGIN; without a user name: none
    std::string username;
    std::string password;  ///< a secret; never in an error or report
    /// Lets the password go over a connection without TLS to a host that is not this computer.
    bool allowPasswordWithoutTls = false;
    std::string heloName;     ///< empty: this computer's full name, or its address in brackets
    std::string extraCaFile;  ///< PEM, trusted beside the system's own authorities
    SmtpTimeouts timeouts;
};

/// One message to one or more people. `content` is a whole RFC 5322 message; bare CR or LF become CRLF and dots
/// are stuffed on the way out.
struct SmtpMessage {
    std::string from;  ///< envelope sender; empty is the null sender <>
    std::vector<std::string> recipients;
    std::string content;
    /// Called when everything but the end of the content (the line with the dot) has been handed over: from that end on
    /// the server may take the message. When it fails, the end is never sent and the connection is closed: NotSent.
    std::function<Result<void>()> beforeEnd = {};
};

/// What became of one recipient.
enum class SmtpFate {
    Accepted,  ///< the server took the message for this person
    Rejected,  ///< the server, or (code 0) this side before asking it, said no
    NotSent,   ///< the connection ended before the message was out: sending again cannot make two
    Unknown,   ///< it ended after the last byte was on the wire and before the answer
};

struct SmtpRecipientOutcome {
    SmtpFate fate = SmtpFate::NotSent;
    int code = 0;          ///< 250, 450, 550, …; 0 where no server spoke
    std::string enhanced;  ///< "5.1.1" (RFC 3463), or empty
    std::string text;      ///< the server's words, or ours; valid UTF-8, at most 500 bytes

    /// True for what a later try may cure: 4xx.
    [[nodiscard]] bool isTemporary() const { return code >= 400 && code < 500; }
};

struct SmtpOutcome {
    std::vector<SmtpRecipientOutcome> recipients;  ///< in the order of the message's
};

/// How far a connection came.
enum class SmtpStep { Settings, Name, Connect, Greeting, Hello, StartTls, Certificate, Login, Sender, Ready };

class SmtpConnection;

/// One connection to one server, used by one thread at a time. Uses PIPELINING, 8BITMIME, SIZE, SMTPUTF8 and
/// ENHANCEDSTATUSCODES where offered.
class SmtpSession {
public:
    explicit SmtpSession(SmtpSettings settings);
    /// Closes without QUIT.
    ~SmtpSession();
    SmtpSession(const SmtpSession&) = delete;
    SmtpSession& operator=(const SmtpSession&) = delete;

    /// Connects, secures, says hello, logs in. Errors: InvalidInput (settings), Network, Timeout, Refused (login,
    /// certificate, policy), RateLimited (421 and other 4xx), Remote (nonsense), Cancelled. step() tells where.
    [[nodiscard]] Result<void> open(const CancelToken& cancel);
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] SmtpStep step() const;

    /// Sends one and waits for its fate. When the connection breaks the session is no longer open, every recipient
    /// still has an outcome, and lastError() says what happened.
    [[nodiscard]] SmtpOutcome send(const SmtpMessage& message, const CancelToken& cancel);

    /// Sends one after another without idle round trips: the envelope of the next goes out with the content of the
    /// one before. `next` is asked for a message (null: no more for now; the pointer must hold until its outcome),
    /// `done` gets each outcome in the order they were asked for. Every message asked for gets exactly one. After
    /// cancel() nothing new is begun.
    void sendSeries(const std::function<const SmtpMessage*()>& next,
                    const std::function<void(const SmtpMessage&, const SmtpOutcome&)>& done, const CancelToken& cancel);

    /// Why the session is no longer open; an empty sentence while all is well.
    [[nodiscard]] const Error& lastError() const;

    /// NOOP: is the other side still there?
    [[nodiscard]] Result<void> ping(const CancelToken& cancel);
    /// Says goodbye, waits for at most a second, closes.
    void quit();

    /// The server's EHLO answer, a keyword a line, after TLS and login; for reports.
    [[nodiscard]] const std::vector<std::string>& extensions() const;
    /// "TLSv1.3, TLS_AES_256_GCM_SHA384", or empty.
    [[nodiscard]] std::string tlsDescription() const;

    /// Asks whether the server takes mail from this sender, without sending anything (MAIL, RSET).
    [[nodiscard]] Result<void> checkSender(const std::string& from, const CancelToken& cancel);

private:
    std::unique_ptr<SmtpConnection> m_connection;
};

/// The answer to "does this work?", in words for the owner.
struct SmtpReport {
    bool works = false;
    SmtpStep step = SmtpStep::Settings;  ///< where it stopped; Ready when it works
    Sentence problem;                    ///< what is wrong, one sentence; empty when it works
    Sentence advice;                     ///< what to do about it
    std::string serverReply;             ///< the server's own words, or the system's where it said nothing
    std::string tls;                     ///< as SmtpSession::tlsDescription()
    std::vector<std::string> extensions;
};

/// Connects, logs in and, with a `from`, asks whether that sender is taken. Sends no mail.
[[nodiscard]] SmtpReport testSmtp(const SmtpSettings& settings, const std::string& from, const CancelToken& cancel);

/// "connect", "login", …: a stable name for JSON and logs.
[[nodiscard]] const char* smtpStepName(SmtpStep step);

}  // namespace shopbell
