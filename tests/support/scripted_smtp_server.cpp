// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_smtp_server.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

namespace shopbell::test {

/// One connection's conversation.
class ScriptedSmtpTalk {
public:
    ScriptedSmtpTalk(ScriptedSmtpServer& server, LoopbackPeer& peer) : m_server(server), m_peer(peer) {}

    void run()
    {
        const auto& settings = m_server.m_settings;
        if (settings.tlsFromTheStart) {
            if (!m_peer.startTls(*settings.certificate)) {
                return;
            }
            m_secure = true;
        }
        if (!reply(SmtpStage::Greeting, "", "220 scripted.example ESMTP")) {
            return;
        }
        while (const auto line = readCommand()) {
            if (!obey(*line)) {
                return;
            }
        }
    }

private:
    std::optional<std::string> readCommand()
    {
        if (!m_peer.hasUnread() && !flush()) {
            return std::nullopt;
        }
        auto line = m_peer.readLine();
        if (line) {
            const std::lock_guard lock(m_server.m_mutex);
            m_server.m_commands.push_back(*line);
        }
        return line;
    }

    bool flush()
    {
        if (m_out.empty()) {
            return true;
        }
        if (m_server.m_settings.latency.count() > 0 && !m_peer.pause(m_server.m_settings.latency)) {
            return false;
        }
        const bool sent = m_peer.write(m_out);
        m_out.clear();
        return sent;
    }

    void complain(std::string what)
    {
        const std::lock_guard lock(m_server.m_mutex);
        m_server.m_violations.push_back(std::move(what));
    }

    /// Queues the usual reply or carries out a mishap; false ends the talk.
    bool reply(SmtpStage stage, const std::string& command, const std::string& usual)
    {
        return carryOut(m_server.findMishap(stage, command), usual);
    }

    bool carryOut(const std::optional<SmtpMishap>& mishap, const std::string& usual)
    {
        const bool asUsual = !mishap || mishap->kind == SmtpMishap::Kind::Reply;
        const std::string& words = mishap ? mishap->reply : usual;
        if (asUsual) {
            m_lastCode = words.empty() ? 0 : words[0] - '0';
            m_out += words + "\r\n";
            if (words.starts_with("421")) {
                static_cast<void>(flush());
                return false;
            }
            return true;
        }
        if (mishap->kind == SmtpMishap::Kind::HalfLine) {
            m_out += usual.substr(0, usual.size() / 2);
        }
        static_cast<void>(flush());
        if (mishap->kind == SmtpMishap::Kind::HalfLine || mishap->kind == SmtpMishap::Kind::Stall) {
            m_peer.stall();
        } else if (mishap->kind != SmtpMishap::Kind::Close) {
            m_peer.reset();
        }
        return false;
    }

    bool obey(const std::string& line)
    {
        const auto space = line.find(' ');
        const std::string verb = toUpperAscii(line.substr(0, space));
        if (verb == "EHLO" || verb == "HELO") {
            return hello(line, verb == "EHLO");
        }
        if (verb == "STARTTLS") {
            return startTls(line);
        }
        if (verb == "AUTH") {
            return authenticate(line);
        }
        if (verb == "MAIL") {
            return mail(line);
        }
        if (verb == "RCPT") {
            return rcpt(line);
        }
        if (verb == "DATA") {
            return takeData(line);
        }
        if (verb == "RSET") {
            m_mail.reset();
            return reply(SmtpStage::Reset, line, "250 2.0.0 OK");
        }
        if (verb == "NOOP") {
            return reply(SmtpStage::Noop, line, "250 2.0.0 OK");
        }
        if (verb == "QUIT") {
            m_out += "221 2.0.0 Bye\r\n";
            static_cast<void>(flush());
            return false;
        }
        complain("unknown command: " + line);
        m_out += "500 5.5.1 Unknown command\r\n";
        return true;
    }

    bool hello(const std::string& line, bool extended)
    {
        const auto& settings = m_server.m_settings;
        m_mail.reset();
        if (!extended) {
            return reply(SmtpStage::Hello, line, "250 scripted.example");
        }
        if (!settings.ehlo) {
            return reply(SmtpStage::Hello, line, "502 5.5.1 Command not implemented");
        }
        std::vector<std::string> words{"scripted.example greets you"};
        words.insert(words.end(), settings.extensions.begin(), settings.extensions.end());
        if (settings.offerStartTls && !m_secure) {
            words.emplace_back("STARTTLS");
        }
        if (!settings.auth.empty() && (m_secure || !settings.authOnlyWithTls)) {
            words.push_back("AUTH " + join(settings.auth, " "));
        }
        std::string usual;
        for (std::size_t i = 0; i < words.size(); ++i) {
            usual += (i == 0 ? "250" : "\r\n250") + std::string(i + 1 == words.size() ? " " : "-") + words[i];
        }
        return reply(SmtpStage::Hello, line, usual);
    }

    bool startTls(const std::string& line)
    {
        if (!reply(SmtpStage::StartTls, line, "220 2.0.0 Go ahead")) {
            return false;
        }
        if (m_lastCode != 2) {
            return true;
        }
        m_out += m_server.m_settings.behindStartTls;
        if (!flush() || !m_peer.startTls(*m_server.m_settings.certificate)) {
            return false;
        }
        m_secure = true;
        m_mail.reset();
        return true;
    }

    bool authenticate(const std::string& line)
    {
        const auto& settings = m_server.m_settings;
        const auto words = split(line, ' ');
        const std::string mechanism = words.size() > 1 ? toUpperAscii(words[1]) : "";
        if (m_server.m_settings.authOnlyWithTls && !m_secure) {
            complain("password without TLS");
        }
        bool right = false;
        if (mechanism == "PLAIN" && words.size() == 3) {
            const std::string expected =
                std::string(1, '\0') + settings.username + std::string(1, '\0') + settings.password;
            right = fromBase64(words[2]) == expected;
        } else if (mechanism == "LOGIN" && words.size() == 2) {
            m_out += "334 VXNlcm5hbWU6\r\n";
            const auto name = readCommand();
            m_out += "334 UGFzc3dvcmQ6\r\n";
            const auto password = name ? readCommand() : std::nullopt;
            if (!password) {
                return false;
            }
            right = fromBase64(*name) == settings.username && fromBase64(*password) == settings.password;
        } else {
            complain("unknown login: " + line);
        }
        return reply(SmtpStage::Auth, line,
                     right ? "235 2.7.0 Welcome" : "535 5.7.8 Wrong: " + std::string(words.back()));
    }

    bool mail(const std::string& line)
    {
        if (m_mail) {
            complain("MAIL inside a transaction");
            m_out += "503 5.5.1 Nested MAIL\r\n";
            return true;
        }
        if (!reply(SmtpStage::Mail, line, "250 2.1.0 Sender OK")) {
            return false;
        }
        if (m_lastCode == 2) {
            m_mail = ReceivedMail{};
            m_mail->from = line.substr(std::min<std::size_t>(line.size(), 10));
            m_mail->connection = m_peer.number();
            m_mail->secure = m_secure;
        }
        return true;
    }

    bool rcpt(const std::string& line)
    {
        if (!m_mail) {
            m_out += "503 5.5.1 MAIL first\r\n";
            return true;
        }
        if (!reply(SmtpStage::Rcpt, line, "250 2.1.5 Recipient OK")) {
            return false;
        }
        if (m_lastCode == 2) {
            m_mail->recipients.push_back(line.substr(std::min<std::size_t>(line.size(), 8)));
        }
        return true;
    }

    bool takeData(const std::string& line)
    {
        if (!m_mail || m_mail->recipients.empty()) {
            m_out += "503 5.5.1 RCPT first\r\n";
            return true;
        }
        if (!reply(SmtpStage::Data, line, "354 End with a dot")) {
            return false;
        }
        if (m_lastCode != 3) {
            return true;
        }
        if (!m_peer.hasUnread() && !flush()) {
            return false;
        }
        if (const auto mishap = m_server.findMishap(SmtpStage::Content, line)) {
            const auto part = m_peer.readExactly(mishap->atByte);
            if (part && mishap->kind == SmtpMishap::Kind::Stall) {
                m_peer.stall();
            } else if (mishap->kind != SmtpMishap::Kind::Close) {
                m_peer.reset();
            }
            return false;
        }
        for (;;) {
            auto text = m_peer.readLine();
            if (!text) {
                return false;
            }
            if (*text == ".") {
                break;
            }
            if (text->find('\r') != std::string::npos) {
                complain("bare CR in content");
            }
            m_mail->content += (text->starts_with(".") ? text->substr(1) : *text) + "\r\n";
        }
        return endOfContent();
    }

    bool endOfContent()
    {
        const ReceivedMail mail = *std::exchange(m_mail, std::nullopt);
        const auto mishap = m_server.findMishap(SmtpStage::EndOfContent, "");
        if (!mishap || mishap->kind == SmtpMishap::Kind::TakeAndDrop) {
            // Kept before the reply goes out: whoever has read the 250 finds the mail here.
            const std::lock_guard lock(m_server.m_mutex);
            m_server.m_mails.push_back(mail);
        }
        return carryOut(mishap, "250 2.0.0 Taken");
    }

    ScriptedSmtpServer& m_server;
    LoopbackPeer& m_peer;
    std::string m_out;
    bool m_secure = false;
    int m_lastCode = 0;  ///< first digit of the last reply
    std::optional<ReceivedMail> m_mail;
};

ScriptedSmtpServer::ScriptedSmtpServer(ScriptedSmtpSettings settings)
    : m_settings(std::move(settings)),
      m_server(std::make_unique<LoopbackServer>([this](LoopbackPeer& peer) { ScriptedSmtpTalk(*this, peer).run(); }))
{
}

ScriptedSmtpServer::~ScriptedSmtpServer()
{
    m_server->stop();
}

void ScriptedSmtpServer::add(SmtpMishap mishap)
{
    const std::lock_guard lock(m_mutex);
    m_mishaps.push_back(std::move(mishap));
}

void ScriptedSmtpServer::setWhim(std::function<std::optional<SmtpMishap>(SmtpStage)> whim)
{
    const std::lock_guard lock(m_mutex);
    m_whim = std::move(whim);
}

std::optional<SmtpMishap> ScriptedSmtpServer::findMishap(SmtpStage stage, const std::string& command)
{
    const std::lock_guard lock(m_mutex);
    for (SmtpMishap& mishap : m_mishaps) {
        if (mishap.stage != stage || mishap.times == 0 || command.find(mishap.onlyWith) == std::string::npos) {
            continue;
        }
        if (mishap.skip > 0) {
            --mishap.skip;
            continue;
        }
        --mishap.times;
        return mishap;
    }
    return m_whim ? m_whim(stage) : std::nullopt;
}

std::vector<ReceivedMail> ScriptedSmtpServer::mails() const
{
    const std::lock_guard lock(m_mutex);
    return m_mails;
}

std::size_t ScriptedSmtpServer::mailCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_mails.size();
}

std::vector<std::string> ScriptedSmtpServer::commands() const
{
    const std::lock_guard lock(m_mutex);
    return m_commands;
}

std::vector<std::string> ScriptedSmtpServer::violations() const
{
    const std::lock_guard lock(m_mutex);
    return m_violations;
}

}  // namespace shopbell::test
