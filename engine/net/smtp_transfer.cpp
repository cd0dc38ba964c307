// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/smtp_transfer.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace shopbell {

namespace {

/// So many replies fit every socket buffer, so that server and client never both wait for the other to read.
constexpr std::size_t kMostInGroup = 100;
/// The line with the dot that ends a content.
constexpr std::size_t kEndLine = std::string_view(".\r\n").size();
/// How long to look for the server's reason after it stopped reading.
constexpr Duration kLastWords{500};

SmtpRecipientOutcome outcomeOf(SmtpFate fate, const SmtpReply& reply)
{
    return {fate, reply.code, reply.enhanced, reply.text()};
}

}  // namespace

SmtpTransfer::SmtpTransfer(SmtpConnection& connection, const Next& next, const Done& done, const CancelToken& cancel)
    : m_connection(connection), m_next(next), m_done(done), m_cancel(cancel)
{
}

void SmtpTransfer::run()
{
    Envelope current = takeNext();
    finishEarly();
    bool sent = false;
    while (current) {
        Envelope following;
        bool followingSent = false;
        if (exchangeEnvelope(*current, sent)) {
            exchangeContent(*current, following, followingSent);
        }
        if (m_serverCloses && m_connection.isOpen()) {
            m_connection.breakOff({ErrorKind::RateLimited, "The server ends the connection for now; try again later.",
                                   m_connection.lastWords()});
        }
        finish(*current);
        if (!m_connection.isOpen()) {
            if (following) {
                breakOff(*following, m_connection.lastError());
                finish(*following);
            }
            return;
        }
        if (!following) {
            following = takeNext();
            finishEarly();
        }
        current = std::move(following);
        sent = followingSent;
    }
}

SmtpTransfer::Envelope SmtpTransfer::takeNext()
{
    while (!m_cancel.isCancelled()) {
        const SmtpMessage* message = m_next();
        if (message == nullptr) {
            return nullptr;
        }
        auto envelope = std::make_unique<SmtpEnvelope>(makeSmtpEnvelope(*message, m_connection.capabilities()));
        if (!envelope->rcptCommands.empty()) {
            return envelope;
        }
        m_decidedEarly.push_back(std::move(envelope));
    }
    return nullptr;
}

void SmtpTransfer::finish(SmtpEnvelope& envelope)
{
    m_done(*envelope.message, envelope.outcome);
    finishEarly();
}

void SmtpTransfer::finishEarly()
{
    for (const Envelope& envelope : std::exchange(m_decidedEarly, {})) {
        m_done(*envelope->message, envelope->outcome);
    }
}

bool SmtpTransfer::fitsOneGroup(const SmtpEnvelope& envelope) const
{
    return m_connection.capabilities().pipelining && envelope.rcptCommands.size() <= kMostInGroup;
}

namespace {

void appendGroup(std::string& out, const SmtpEnvelope& envelope)
{
    out += envelope.mailCommand;
    for (const std::string& rcpt : envelope.rcptCommands) {
        out += rcpt;
    }
    out += "DATA\r\n";
}

}  // namespace

void SmtpTransfer::breakOff(SmtpEnvelope& envelope, const Error& reason)
{
    for (auto& recipient : envelope.outcome.recipients) {
        if (recipient.fate == SmtpFate::NotSent && recipient.text.empty()) {
            recipient.text = reason.what;
        }
    }
    if (m_connection.isOpen()) {
        m_connection.breakOff(reason);
    }
}

bool SmtpTransfer::sendGroup(SmtpEnvelope& envelope, const std::string& bytes)
{
    const auto written = m_connection.write(bytes, m_cancel);
    if (written.error) {
        breakOff(envelope, *written.error);
    }
    return !written.error;
}

std::optional<SmtpReply> SmtpTransfer::read(SmtpEnvelope& envelope, Duration timeout)
{
    auto reply = m_connection.read(timeout, m_cancel);
    if (!reply) {
        // A 421 that came before the end says why; the end alone does not.
        breakOff(envelope, m_serverCloses ? Error{ErrorKind::RateLimited,
                                                  "The server ends the connection for now; try "
                                                  "again later.",
                                                  m_connection.lastWords()}
                                          : reply.error());
        return std::nullopt;
    }
    m_serverCloses = m_serverCloses || reply->code == 421;
    return std::move(*reply);
}

void SmtpTransfer::decideTaken(SmtpEnvelope& envelope, SmtpFate fate, const std::string& text) const
{
    for (const std::size_t index : envelope.taken) {
        envelope.outcome.recipients[index] = {fate, 0, {}, text};
    }
}

bool SmtpTransfer::takeReset()
{
    const bool due = m_connection.needsReset();
    m_connection.setNeedsReset(false);
    return due;
}

bool SmtpTransfer::exchangeEnvelope(SmtpEnvelope& envelope, bool alreadySent)
{
    if (!fitsOneGroup(envelope)) {
        return exchangeInSteps(envelope);
    }
    if (!alreadySent) {
        const bool reset = takeReset();
        m_out = reset ? "RSET\r\n" : "";
        appendGroup(m_out, envelope);
        if (!sendGroup(envelope, m_out) || (reset && !read(envelope, m_connection.settings().timeouts.command))) {
            return false;
        }
    }
    return takeMailReply(envelope) && takeRcptReplies(envelope, 0, envelope.rcptCommands.size()) &&
           takeDataReply(envelope);
}

bool SmtpTransfer::exchangeInSteps(SmtpEnvelope& envelope)
{
    const Duration patience = m_connection.settings().timeouts.command;
    if (takeReset() && (!sendGroup(envelope, "RSET\r\n") || !read(envelope, patience))) {
        return false;
    }
    if (!sendGroup(envelope, envelope.mailCommand) || !takeMailReply(envelope) || !m_mailAccepted) {
        return false;
    }
    const std::size_t step = m_connection.capabilities().pipelining ? kMostInGroup : 1;
    for (std::size_t first = 0; first < envelope.rcptCommands.size(); first += step) {
        const std::size_t count = std::min(step, envelope.rcptCommands.size() - first);
        const auto begin = envelope.rcptCommands.begin() + static_cast<std::ptrdiff_t>(first);
        const std::string group = std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(count), std::string());
        if (!sendGroup(envelope, group) || !takeRcptReplies(envelope, first, count)) {
            return false;
        }
    }
    if (envelope.taken.empty()) {
        m_connection.setNeedsReset(true);
        return false;
    }
    return sendGroup(envelope, "DATA\r\n") && takeDataReply(envelope);
}

bool SmtpTransfer::takeMailReply(SmtpEnvelope& envelope)
{
    const auto reply = read(envelope, m_connection.settings().timeouts.command);
    if (!reply) {
        return false;
    }
    m_mailAccepted = reply->isPositive();
    if (!m_mailAccepted) {
        for (const std::size_t index : envelope.asked) {
            envelope.outcome.recipients[index] = outcomeOf(SmtpFate::Rejected, *reply);
        }
    }
    return true;
}

bool SmtpTransfer::takeRcptReplies(SmtpEnvelope& envelope, std::size_t first, std::size_t count)
{
    for (std::size_t i = first; i < first + count; ++i) {
        const auto reply = read(envelope, m_connection.settings().timeouts.command);
        if (!reply) {
            return false;
        }
        if (!m_mailAccepted) {
            continue;
        }
        const std::size_t index = envelope.asked[i];
        if (reply->isPositive()) {
            envelope.taken.push_back(index);
        } else {
            envelope.outcome.recipients[index] = outcomeOf(SmtpFate::Rejected, *reply);
        }
    }
    return true;
}

bool SmtpTransfer::takeDataReply(SmtpEnvelope& envelope)
{
    const auto reply = read(envelope, m_connection.settings().timeouts.command);
    if (!reply) {
        return false;
    }
    if (reply->code == 354) {
        if (!envelope.taken.empty()) {
            return true;
        }
        // Nobody was accepted, and yet the server waits for a message: end it empty (RFC 2920, 3.1).
        m_connection.setNeedsReset(true);
        if (sendGroup(envelope, ".\r\n")) {
            static_cast<void>(read(envelope, m_connection.settings().timeouts.command));
        }
        return false;
    }
    m_connection.setNeedsReset(m_mailAccepted);
    if (reply->code < 400) {
        breakOff(envelope, {ErrorKind::Remote, "The server answers out of turn.", reply->whole()});
        return false;
    }
    for (const std::size_t index : envelope.taken) {
        envelope.outcome.recipients[index] = outcomeOf(SmtpFate::Rejected, *reply);
    }
    return false;
}

void SmtpTransfer::exchangeContent(SmtpEnvelope& envelope, Envelope& following, bool& followingSent)
{
    if (m_cancel.isCancelled()) {
        // The server waits for a message now; only closing makes sure that it does not take half of one.
        breakOff(envelope, {ErrorKind::Cancelled, "Sending was cancelled.", {}});
        return;
    }
    m_out.clear();
    appendSmtpContent(m_out, envelope.message->content);
    const std::size_t contentEnd = m_out.size();
    if (m_connection.capabilities().pipelining && !m_serverCloses) {
        following = takeNext();
        followingSent = following && fitsOneGroup(*following);
        if (followingSent) {
            appendGroup(m_out, *following);
        }
    }
    TlsSocket::Written written;
    if (envelope.message->beforeEnd) {
        const auto begun = std::string_view(m_out).substr(0, contentEnd - kEndLine);
        written = m_connection.write(begun, m_cancel);
        if (!written.error) {
            if (const auto told = envelope.message->beforeEnd(); !told) {
                breakOff(envelope, told.error());
                return;
            }
            written = m_connection.write(std::string_view(m_out).substr(begun.size()), m_cancel);
            written.bytes += begun.size();
        }
    } else {
        written = m_connection.write(m_out, m_cancel);
    }
    const bool wholeContentOut = written.bytes >= contentEnd;
    const Duration patience = written.error ? kLastWords : m_connection.settings().timeouts.endOfMessage;
    auto reply = m_connection.read(patience, m_cancel);
    if (reply) {
        m_serverCloses = m_serverCloses || reply->code == 421;
        if (reply->code >= 400 || wholeContentOut) {
            takeVerdict(envelope, *reply);
        }
    } else if (wholeContentOut) {
        decideTaken(envelope, SmtpFate::Unknown,
                    "The connection broke before the server said whether it took the message.");
    }
    if (written.error || !reply) {
        breakOff(envelope, written.error ? *written.error : reply.error());
    }
}

void SmtpTransfer::takeVerdict(SmtpEnvelope& envelope, const SmtpReply& reply)
{
    if (!reply.isPositive() && reply.code < 400) {
        decideTaken(envelope, SmtpFate::Unknown, "The server's answer does not say whether it took the message.");
        breakOff(envelope, {ErrorKind::Remote, "The server answers out of turn.", reply.whole()});
        return;
    }
    for (const std::size_t index : envelope.taken) {
        envelope.outcome.recipients[index] =
            outcomeOf(reply.isPositive() ? SmtpFate::Accepted : SmtpFate::Rejected, reply);
    }
}

}  // namespace shopbell
