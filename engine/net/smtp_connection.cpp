// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/smtp_connection.h"

#include "base/text.h"
#include "net/socket_platform.h"
#include "net/url.h"

#include <algorithm>

namespace shopbell {

namespace {

constexpr int kMostChallenges = 5;

bool isSafeWord(std::string_view text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; });
}

}  // namespace

Error makeReplyError(const SmtpReply& reply, Sentence sentence)
{
    const ErrorKind kind = reply.code >= 500   ? ErrorKind::Refused
                           : reply.code >= 400 ? ErrorKind::RateLimited
                                               : ErrorKind::Remote;
    return makeError(kind, std::move(sentence), reply.whole());
}

SmtpConnection::SmtpConnection(SmtpSettings settings) : m_settings(std::move(settings)) {}

void SmtpConnection::breakOff(Error reason)
{
    m_socket.close();
    m_parser.clear();
    m_lastError = std::move(reason);
}

TlsSocket::Written SmtpConnection::write(std::string_view bytes, const CancelToken& cancel)
{
    return m_socket.write(bytes, SocketPatience(m_settings.timeouts.command, cancel, m_settings.timeouts.afterCancel));
}

Result<SmtpReply> SmtpConnection::read(Duration timeout, const CancelToken& cancel)
{
    SocketPatience patience(timeout, cancel, m_step == SmtpStep::Ready ? m_settings.timeouts.afterCancel : Duration{0});
    for (;;) {
        auto reply = m_parser.next();
        if (!reply) {
            return fail(reply.error());
        }
        if (*reply) {
            for (std::string& line : (*reply)->lines) {
                line = withoutPassword(std::move(line), m_settings);
            }
            m_lastWords = (*reply)->whole();
            return std::move(**reply);
        }
        if (auto got = m_socket.read(m_parser.input(), patience); !got) {
            return fail(got.error());
        }
        patience.renew();
    }
}

Result<SmtpReply> SmtpConnection::command(std::string_view line, const CancelToken& cancel)
{
    const auto written = write(std::string(line) + "\r\n", cancel);
    if (written.error) {
        return fail(*written.error);
    }
    return read(m_settings.timeouts.command, cancel);
}

Result<void> SmtpConnection::open(const CancelToken& cancel)
{
    m_socket.close();
    m_parser.clear();
    m_lastWords.clear();
    m_tlsDescription.clear();
    m_lastError = {};
    m_step = SmtpStep::Settings;
    Result<void> done = checkSettings();
    if (done) {
        done = m_socket.connect(m_settings.host, m_settings.port, m_settings.timeouts.connect, cancel);
        m_step = m_socket.isNameKnown() ? SmtpStep::Connect : SmtpStep::Name;
    }
    if (done && m_settings.security == SmtpSecurity::Tls) {
        done = secure(cancel);
    }
    if (done) {
        done = greet(cancel);
    }
    if (done) {
        done = sayHello(cancel);
    }
    if (done && m_settings.security == SmtpSecurity::StartTls) {
        done = startTls(cancel);
    }
    if (done) {
        done = logIn(cancel);
    }
    if (!done) {
        breakOff(done.error());
        return done;
    }
    m_step = SmtpStep::Ready;
    return {};
}

Result<void> SmtpConnection::checkSettings()
{
    auto host = toAsciiHost(trimmed(m_settings.host));
    if (!host) {
        return fail(ErrorKind::InvalidInput,
                    say("mail-server-name-wrong",
                        "\"%1\" is not the name of a server; it should look like smtp.example.com.",
                        {toValidUtf8(cutUtf8(m_settings.host, 100))}));
    }
    m_settings.host = std::move(*host);
    if (m_settings.port < 1 || m_settings.port > 65535) {
        return fail(
            ErrorKind::InvalidInput,
            say("mail-port-wrong", "The port must be a number from 1 to 65535; mail providers use 587 or 465."));
    }
    if (!isSafeWord(m_settings.heloName)) {
        return fail(ErrorKind::InvalidInput,
                    say("mail-hello-wrong", "The name to say hello with must not hold blanks or line breaks."));
    }
    const bool wantsLogin =
        m_settings.auth != SmtpAuth::None && !(m_settings.auth == SmtpAuth::Auto && m_settings.username.empty());
    if (wantsLogin && (m_settings.username.empty() || m_settings.username.find('\0') != std::string::npos ||
                       m_settings.password.find('\0') != std::string::npos)) {
        return fail(
            ErrorKind::InvalidInput,
            say("mail-user-missing", "A login needs a user name, and neither name nor password may hold a zero byte."));
    }
    if (wantsLogin && m_settings.security == SmtpSecurity::None && !m_settings.allowPasswordWithoutTls &&
        !isLoopbackHost(m_settings.host)) {
        return fail(
            ErrorKind::InvalidInput,
            say("mail-password-unsafe",
                "Without TLS everybody on the way could read the password. Choose STARTTLS or TLS, or no login."));
    }
    return {};
}

Result<void> SmtpConnection::secure(const CancelToken& cancel)
{
    const SmtpStep before = m_step;
    m_step = SmtpStep::StartTls;
    auto done = m_socket.startTls(m_settings.extraCaFile, SocketPatience(m_settings.timeouts.connect, cancel));
    if (!done) {
        m_step = done.error().kind == ErrorKind::Refused ? SmtpStep::Certificate : SmtpStep::StartTls;
        return done;
    }
    m_tlsDescription = m_socket.tlsDescription();
    m_step = before;
    return {};
}

Result<void> SmtpConnection::greet(const CancelToken& cancel)
{
    m_step = SmtpStep::Greeting;
    const auto greeting = read(m_settings.timeouts.greeting, cancel);
    if (!greeting) {
        return fail(greeting.error());
    }
    if (greeting->code != 220) {
        return fail(makeReplyError(
            *greeting, say("mail-greeting-refused", "The server does not want to talk to this computer now.")));
    }
    return {};
}

std::string SmtpConnection::ownName() const
{
    if (!m_settings.heloName.empty()) {
        return m_settings.heloName;
    }
    // A bare name is refused by strict servers; the address in brackets is always allowed.
    const auto host = toAsciiHost(ownHostName());
    if (host && host->find('.') != std::string::npos && host->find(':') == std::string::npos) {
        return *host;
    }
    const std::string address = m_socket.localAddress();
    return address.find(':') != std::string::npos ? "[IPv6:" + address.substr(0, address.find('%')) + "]"
                                                  : "[" + address + "]";
}

Result<void> SmtpConnection::sayHello(const CancelToken& cancel)
{
    m_step = SmtpStep::Hello;
    m_capabilities = {};
    auto reply = command("EHLO " + ownName(), cancel);
    if (reply && reply->code >= 500 && reply->code != 554) {
        reply = command("HELO " + ownName(), cancel);
    } else if (reply && reply->isPositive()) {
        m_capabilities = parseCapabilities(*reply);
    }
    if (!reply) {
        return fail(reply.error());
    }
    if (!reply->isPositive()) {
        return fail(
            makeReplyError(*reply, say("mail-hello-refused", "The server does not accept this computer's hello.")));
    }
    return {};
}

Result<void> SmtpConnection::startTls(const CancelToken& cancel)
{
    m_step = SmtpStep::StartTls;
    if (!m_capabilities.startTls) {
        return fail(ErrorKind::Refused,
                    say("mail-starttls-not-offered", "The server does not offer STARTTLS on this port, so the "
                                                     "connection would stay readable for everybody."));
    }
    const auto reply = command("STARTTLS", cancel);
    if (!reply) {
        return fail(reply.error());
    }
    if (reply->code != 220) {
        return fail(
            makeReplyError(*reply, say("mail-starttls-refused", "The server offers STARTTLS but does not start it.")));
    }
    // Whatever came in plain text behind the 220 may be somebody else's: it must not be read as the server's words
    // once the connection is secure.
    m_parser.clear();
    if (auto done = secure(cancel); !done) {
        return done;
    }
    return sayHello(cancel);
}

Result<void> SmtpConnection::logIn(const CancelToken& cancel)
{
    m_step = SmtpStep::Login;
    auto made = makeSmtpAuth(m_settings, m_capabilities.auth);
    if (!made) {
        return fail(made.error());
    }
    if (*made == nullptr) {
        return {};
    }
    SmtpAuthMechanism& mechanism = **made;
    const auto first = mechanism.initialResponse();
    auto reply = command("AUTH " + mechanism.name() + (first ? " " + toBase64(*first) : ""), cancel);
    for (int challenges = 0; reply && reply->code == 334; ++challenges) {
        const auto challenge = fromBase64(trimmed(reply->lines.front()));
        const auto answer = challenges < kMostChallenges ? mechanism.answer(challenge.value_or("")) : std::nullopt;
        // "*" calls the login off (RFC 4954).
        reply = command(answer ? toBase64(*answer) : "*", cancel);
        if (!answer && reply && reply->code == 334) {
            return fail(ErrorKind::Remote, say("mail-login-endless", "The server keeps asking during the login."));
        }
    }
    if (!reply) {
        return fail(reply.error());
    }
    if (reply->code != 235) {
        return fail(makeReplyError(
            *reply, reply->code >= 500
                        ? say("mail-login-refused", "The server refuses this user name and password.")
                        : say("mail-login-later", "The server cannot check the login now; try again later.")));
    }
    return {};
}

void SmtpConnection::quit()
{
    if (!m_socket.isOpen()) {
        return;
    }
    const CancelToken never;
    if (m_step == SmtpStep::Ready && !write("QUIT\r\n", never).error) {
        static_cast<void>(read(Duration{1'000}, never));
    }
    m_socket.close();
}

}  // namespace shopbell
