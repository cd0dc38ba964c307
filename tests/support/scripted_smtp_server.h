// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/loopback_server.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace shopbell::test {

enum class SmtpStage { Greeting, Hello, StartTls, Auth, Mail, Rcpt, Data, Content, EndOfContent, Reset, Noop };

/// What the server does otherwise than a good one would.
struct SmtpMishap {
    enum class Kind {
        Reply,        ///< `reply` in place of the usual one
        Close,        ///< an orderly end instead of a reply
        Drop,         ///< a reset instead of a reply
        Stall,        ///< silence instead of a reply
        HalfLine,     ///< the first half of the usual reply, then silence
        TakeAndDrop,  ///< EndOfContent only: the message is kept, and the reset comes instead of the 250
    };
    SmtpStage stage = SmtpStage::Greeting;
    Kind kind = Kind::Reply;
    std::string reply = {};     ///< "450 4.2.0 Try later", lines separated by CRLF
    std::string onlyWith = {};  ///< only for commands that hold this text
    std::size_t skip = 0;       ///< goes well so many times first
    std::size_t times = 1;      ///< and wrong so many times then
    std::size_t atByte = 0;     ///< Content only: after so many bytes of the message
};

struct ScriptedSmtpSettings {
    bool ehlo = true;  ///< false: a server of the old days that knows HELO alone
    std::vector<std::string> extensions{"PIPELINING", "8BITMIME", "SIZE 10000000", "SMTPUTF8", "ENHANCEDSTATUSCODES"};
    std::optional<TestCertificate> certificate = std::nullopt;
    bool tlsFromTheStart = false;
    bool offerStartTls = false;
    std::string behindStartTls = {};  ///< plain text smuggled in right behind the 220
    std::vector<std::string> auth{};  ///< offered mechanisms
    bool authOnlyWithTls = false;
    std::string username = {};
    std::string password = {};
    Duration latency{0};  ///< before each batch of replies, as distance would
};

struct ReceivedMail {
    std::string from;  ///< the whole argument of MAIL, parameters included
    std::vector<std::string> recipients;
    std::string content;  ///< dots unstuffed, CRLF kept
    std::size_t connection = 0;
    bool secure = false;
};

/// An SMTP server on loopback that keeps what it takes and misbehaves as told. Any thread.
class ScriptedSmtpServer {
public:
    explicit ScriptedSmtpServer(ScriptedSmtpSettings settings = {});
    ~ScriptedSmtpServer();
    ScriptedSmtpServer(const ScriptedSmtpServer&) = delete;
    ScriptedSmtpServer& operator=(const ScriptedSmtpServer&) = delete;

    void add(SmtpMishap mishap);
    /// Decides each reply that no mishap decided: nothing keeps the usual one. For random trouble.
    void setWhim(std::function<std::optional<SmtpMishap>(SmtpStage)> whim);

    [[nodiscard]] int port() const { return m_server->port(); }
    [[nodiscard]] std::size_t connections() const { return m_server->connections(); }
    [[nodiscard]] std::vector<ReceivedMail> mails() const;
    [[nodiscard]] std::size_t mailCount() const;
    /// Every command line, in order.
    [[nodiscard]] std::vector<std::string> commands() const;
    /// What the client did against the RFC: bare LF in content, commands out of order, …
    [[nodiscard]] std::vector<std::string> violations() const;
    void stop() { m_server->stop(); }

private:
    friend class ScriptedSmtpTalk;
    std::optional<SmtpMishap> findMishap(SmtpStage stage, const std::string& command);

    ScriptedSmtpSettings m_settings;
    mutable std::mutex m_mutex;
    std::vector<SmtpMishap> m_mishaps;
    std::function<std::optional<SmtpMishap>(SmtpStage)> m_whim;
    std::vector<ReceivedMail> m_mails;
    std::vector<std::string> m_commands;
    std::vector<std::string> m_violations;
    std::unique_ptr<LoopbackServer> m_server;
};

}  // namespace shopbell::test
