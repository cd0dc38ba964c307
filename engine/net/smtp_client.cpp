// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/smtp_client.h"

#include "net/smtp_connection.h"
#include "net/smtp_envelope.h"
#include "net/smtp_transfer.h"

#include <utility>

namespace shopbell {

SmtpSession::SmtpSession(SmtpSettings settings) : m_connection(std::make_unique<SmtpConnection>(std::move(settings))) {}

SmtpSession::~SmtpSession() = default;

Result<void> SmtpSession::open(const CancelToken& cancel)
{
    return m_connection->open(cancel);
}

bool SmtpSession::isOpen() const
{
    return m_connection->isOpen();
}

SmtpStep SmtpSession::step() const
{
    return m_connection->step();
}

SmtpOutcome SmtpSession::send(const SmtpMessage& message, const CancelToken& cancel)
{
    SmtpOutcome outcome;
    bool asked = false;
    sendSeries([&] { return std::exchange(asked, true) ? nullptr : &message; },
               [&outcome](const SmtpMessage&, const SmtpOutcome& decided) { outcome = decided; }, cancel);
    if (!asked) {
        const std::string why = cancel.isCancelled()       ? "Sending was cancelled."
                                : lastError().what.empty() ? "The connection is not open."
                                                           : lastError().what;
        outcome.recipients.assign(message.recipients.size(), {SmtpFate::NotSent, 0, {}, why});
    }
    return outcome;
}

void SmtpSession::sendSeries(const std::function<const SmtpMessage*()>& next,
                             const std::function<void(const SmtpMessage&, const SmtpOutcome&)>& done,
                             const CancelToken& cancel)
{
    if (isOpen()) {
        SmtpTransfer(*m_connection, next, done, cancel).run();
    }
}

const Error& SmtpSession::lastError() const
{
    return m_connection->lastError();
}

Result<void> SmtpSession::ping(const CancelToken& cancel)
{
    auto reply = m_connection->command("NOOP", cancel);
    if (reply && reply->isPositive()) {
        return {};
    }
    const Error reason =
        reply ? makeReplyError(*reply, say("mail-connection-ended", "The server ends the connection.")) : reply.error();
    m_connection->breakOff(reason);
    return fail(reason);
}

void SmtpSession::quit()
{
    m_connection->quit();
}

const std::vector<std::string>& SmtpSession::extensions() const
{
    return m_connection->capabilities().keywords;
}

std::string SmtpSession::tlsDescription() const
{
    return m_connection->tlsDescription();
}

Result<void> SmtpSession::checkSender(const std::string& from, const CancelToken& cancel)
{
    if (!isOpen()) {
        return fail(ErrorKind::Conflict, say("connection-not-open", "The connection is not open."));
    }
    // The sender goes through the same checks as in a real message; the recipient is never asked for.
    const SmtpMessage probe{from, {"postmaster@localhost"}, {}};
    const SmtpEnvelope envelope = makeSmtpEnvelope(probe, m_connection->capabilities());
    if (envelope.rcptCommands.empty()) {
        return fail(ErrorKind::InvalidInput, envelope.outcome.recipients.front().text);
    }
    const auto written = m_connection->write(envelope.mailCommand, cancel);
    auto reply = written.error ? Result<SmtpReply>(fail(*written.error))
                               : m_connection->read(m_connection->settings().timeouts.command, cancel);
    if (!reply) {
        m_connection->breakOff(reply.error());
        return fail(reply.error());
    }
    if (!reply->isPositive()) {
        return fail(
            makeReplyError(*reply, say("mail-sender-refused", "The server does not take mail from %1.", {from})));
    }
    if (auto reset = m_connection->command("RSET", cancel); !reset) {
        m_connection->breakOff(reset.error());
        return fail(reset.error());
    }
    return {};
}

const char* smtpStepName(SmtpStep step)
{
    switch (step) {
    case SmtpStep::Settings: return "settings";
    case SmtpStep::Name: return "name";
    case SmtpStep::Connect: return "connect";
    case SmtpStep::Greeting: return "greeting";
    case SmtpStep::Hello: return "hello";
    case SmtpStep::StartTls: return "starttls";
    case SmtpStep::Certificate: return "certificate";
    case SmtpStep::Login: return "login";
    case SmtpStep::Sender: return "sender";
    case SmtpStep::Ready: return "ready";
    }
    return "unknown";
}

}  // namespace shopbell
