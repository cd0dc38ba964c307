// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/smtp_client.h"

#include <algorithm>

namespace shopbell {

namespace {

/// An owner looks at the window meanwhile; servers that hold back their greeting mostly do so for 5 to 20 s.
constexpr Duration kLongestGreeting{30'000};

bool contains(const std::string& text, std::string_view word)
{
    return text.find(word) != std::string::npos;
}

Sentence portAdvice(const SmtpSettings& settings)
{
    switch (settings.security) {
    case SmtpSecurity::Tls:
        return say("advice-port-tls", "Mail providers mostly use port 465 with TLS, or port 587 with STARTTLS.");
    case SmtpSecurity::StartTls:
        return say("advice-port-starttls", "Mail providers mostly use port 587 with STARTTLS, or port 465 with TLS.");
    case SmtpSecurity::None:
        return say("advice-port-relay",
                   "A relay in your own network mostly uses port 25; mail providers use 587 with STARTTLS.");
    }
    return {};
}

Sentence connectAdvice(const Error& error, const SmtpSettings& settings)
{
    if (error.kind == ErrorKind::Timeout && settings.port == 25) {
        return say("advice-port-25", "Many internet providers block port 25. Use port 587 with STARTTLS.");
    }
    return portAdvice(settings);
}

Sentence greetingAdvice(const Error& error, const SmtpSettings& settings)
{
    switch (error.kind) {
    case ErrorKind::Timeout:
    case ErrorKind::Network:
        return settings.security == SmtpSecurity::Tls
                   ? say("advice-name-and-port", "Check the server name and the port.")
                   : say("advice-choose-tls",
                         "This port may expect TLS from the first byte. Choose TLS, mostly on port 465.");
    case ErrorKind::Remote: return portAdvice(settings);
    case ErrorKind::RateLimited: return say("advice-wait", "Wait some minutes and try again.");
    default:
        return say(
            "advice-home-line",
            "The server may not accept connections from home internet lines. Use your mail provider's own server.");
    }
}

Sentence startTlsAdvice(const Error& error, const SmtpSettings& settings)
{
    if (settings.security == SmtpSecurity::Tls) {
        return error.kind == ErrorKind::Timeout || error.kind == ErrorKind::Remote || error.kind == ErrorKind::Network
                   ? say("advice-choose-starttls",
                         "This port may start in plain text. Choose STARTTLS, mostly on port 587.")
                   : say("advice-name-and-port", "Check the server name and the port.");
    }
    return error.kind == ErrorKind::Refused
               ? say("advice-tls-or-relay", "Choose TLS on port 465 if the server has it. Only for a relay in your own "
                                            "network choose no encryption.")
               : say("advice-tls-old", "The server's TLS may be too old or misconfigured; ask whoever runs it.");
}

Sentence loginAdvice(const Error& error)
{
    if (contains(error.detail, "5.7.9") || contains(error.detail, "5.7.139") ||
        contains(error.detail, "pplication-specific") || contains(error.detail, "app password")) {
        return say("advice-app-password", "This provider does not take your usual password here. Make an app password "
                                          "in its security settings and use that.");
    }
    if (error.kind == ErrorKind::RateLimited) {
        return say("advice-login-wait",
                   "Wait some minutes and try again; too many failed logins may have locked it for a while.");
    }
    return say("advice-login", "Check the user name, which is often the whole email address, and the password. With "
                               "two-step verification most providers want an app password.");
}

Sentence senderAdvice(const Error& error)
{
    if (error.kind == ErrorKind::RateLimited) {
        return say("advice-wait", "Wait some minutes and try again.");
    }
    if (contains(error.detail, "530") || contains(error.detail, "uthenticat")) {
        return say("advice-login-first", "The server wants a login first. Enter a user name and a password.");
    }
    return say("advice-sender", "Most providers only take senders that belong to the account or to a domain that was "
                                "verified there. Use such a sender, or verify this one with the provider.");
}

Sentence adviceFor(SmtpStep step, const Error& error, const SmtpSettings& settings)
{
    if (error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::InvalidInput) {
        return {};
    }
    switch (step) {
    case SmtpStep::Settings: return {};
    case SmtpStep::Name:
        return say(
            "advice-server-name",
            "Mail servers are mostly called smtp.example.com or mail.example.com; the provider's help page says it.");
    case SmtpStep::Connect: return connectAdvice(error, settings);
    case SmtpStep::Greeting: return greetingAdvice(error, settings);
    case SmtpStep::Hello:
        return say("advice-hello", "Set a hello name that is a real host name of this computer or of your domain.");
    case SmtpStep::StartTls: return startTlsAdvice(error, settings);
    case SmtpStep::Certificate:
        return say("advice-certificate", "Do not send passwords to this server until its certificate is right. Check "
                                         "that the server name is the one your provider gives.");
    case SmtpStep::Login: return loginAdvice(error);
    case SmtpStep::Sender: return senderAdvice(error);
    case SmtpStep::Ready: return {};
    }
    return {};
}

}  // namespace

SmtpReport testSmtp(const SmtpSettings& settings, const std::string& from, const CancelToken& cancel)
{
    SmtpSettings tested = settings;
    tested.timeouts.greeting = std::min(settings.timeouts.greeting, kLongestGreeting);
    SmtpSession session(tested);
    SmtpReport report;
    Result<void> done = session.open(cancel);
    report.step = session.step();
    report.extensions = session.extensions();
    report.tls = session.tlsDescription();
    if (done && !from.empty()) {
        done = session.checkSender(from, cancel);
        report.step = done ? SmtpStep::Ready : SmtpStep::Sender;
    }
    report.works = done.has_value();
    if (!done) {
        const Error& error = done.error();
        report.problem = sentenceOf(error);
        report.advice = adviceFor(report.step, error, tested);
        report.serverReply = error.detail;
    }
    session.quit();
    return report;
}

}  // namespace shopbell
