// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/smtp/smtp_provider.h"

#include "base/text.h"
#include "net/smtp_client.h"

#include <optional>

namespace shopbell {

namespace {

constexpr std::string_view badMailboxStatus = "5.1.";  // RFC 3463: bad destination address
constexpr int badMailboxCode = 550;

/// RFC 4954: authentication required, refused, too weak, or wanting encryption.
bool isAboutLogin(int code)
{
    return code == 530 || code == 534 || code == 535 || code == 538;
}

DeliveryResult toResult(const SmtpRecipientOutcome& outcome)
{
    DeliveryResult result;
    result.serverCode = outcome.code;
    result.reply = (outcome.code > 0 ? std::to_string(outcome.code) + " " : std::string()) + outcome.text;
    switch (outcome.fate) {
    case SmtpFate::Accepted: result.fate = DeliveryFate::Accepted; break;
    case SmtpFate::Unknown: result.fate = DeliveryFate::Unknown; break;
    case SmtpFate::NotSent: result.fate = DeliveryFate::Deferred; break;
    case SmtpFate::Rejected:
        result.fate = outcome.isTemporary() ? DeliveryFate::Deferred : DeliveryFate::Rejected;
        if (isAboutLogin(outcome.code)) {
            // The next message would fare no better: it is the account that is refused.
            result.fate = DeliveryFate::Deferred;
            result.providerBroken = true;
        }
        // 5.1.x says that the address is bad; without an enhanced code, 550 to RCPT mostly means the same, but also
        // policy: only the enhanced code is believed enough to suppress somebody.
        result.badAddress = outcome.code >= badMailboxCode && outcome.enhanced.starts_with(badMailboxStatus);
        break;
    }
    return result;
}

class SmtpProvider final : public MessageProvider {
public:
    explicit SmtpProvider(SmtpSettings settings) : m_settings(std::move(settings)) {}
    ~SmtpProvider() override
    {
        if (m_session && m_session->isOpen()) {
            m_session->quit();
        }
    }

    Result<Sentence> test(const CancelToken& cancel) override
    {
        const auto report = testSmtp(m_settings, {}, cancel);
        if (!report.works) {
            return fail(ErrorKind::Refused,
                        report.advice.empty() ? report.problem : say("two", "%1 %2", {report.problem, report.advice}),
                        report.serverReply);
        }
        return report.tls.empty()
                   ? say("mail-server-ready-open", "The mail server %1 is ready (without encryption).",
                         {m_settings.host})
                   : say("mail-server-ready", "The mail server %1 is ready (%2).", {m_settings.host, report.tls});
    }

    DeliveryResult send(const OutgoingMessage& message, const CancelToken& cancel) override
    {
        const bool wasOpen = m_session && m_session->isOpen();
        auto result = sendOnce(message, cancel);
        // Servers close connections that idled or carried enough; of that the message knows nothing yet, and a new
        // connection is all it needs.
        if (wasOpen && m_neverLeft && !cancel.isCancelled()) {
            result = sendOnce(message, cancel);
        }
        result.notTried = m_neverLeft && cancel.isCancelled();
        return result;
    }

    bool tellsBeforeWire() const override { return true; }

private:
    DeliveryResult sendOnce(const OutgoingMessage& message, const CancelToken& cancel)
    {
        m_neverLeft = false;
        if (!m_session || !m_session->isOpen()) {
            m_session = std::make_unique<SmtpSession>(m_settings);
            if (auto opened = m_session->open(cancel); !opened) {
                DeliveryResult result;
                result.fate = DeliveryFate::Deferred;
                result.providerBroken = opened.error().kind != ErrorKind::Cancelled;
                result.reply = describe(opened.error());
                m_neverLeft = !result.providerBroken;
                m_session.reset();
                return result;
            }
        }
        std::optional<Error> refused;
        SmtpMessage mail{message.from, {message.to}, message.content, {}};
        if (message.beforeWire) {
            mail.beforeEnd = [&]() -> Result<void> {
                auto told = message.beforeWire();
                if (!told) {
                    refused = told.error();
                }
                return told;
            };
        }
        const auto outcome = m_session->send(mail, cancel);
        if (refused) {
            DeliveryResult result;
            result.providerBroken = true;
            result.reply = describe(*refused);
            return result;
        }
        if (outcome.recipients.empty()) {
            DeliveryResult result;
            result.reply = "The mail server gave no answer.";
            result.fate = DeliveryFate::Unknown;
            return result;
        }
        m_neverLeft = outcome.recipients.front().fate == SmtpFate::NotSent;
        return toResult(outcome.recipients.front());
    }

    SmtpSettings m_settings;
    std::unique_ptr<SmtpSession> m_session;
    bool m_neverLeft = false;  ///< the last message: certainly nothing of it was taken, and nobody refused it
};

FieldSpec makeField(const char* key, const char* label, FieldKind kind, const char* help)
{
    FieldSpec field;
    field.key = key;
    field.label = label;
    field.kind = kind;
    field.help = help;
    return field;
}

}  // namespace

std::vector<FieldSpec> smtpFields()
{
    auto host =
        makeField("host", "Server", FieldKind::Text, "The name your mail provider gives for outgoing mail (SMTP).");
    host.required = true;
    host.example = "smtp.example.com";
    auto security =
        makeField("security", "Security", FieldKind::Choice, "Port 587 mostly wants STARTTLS, port 465 TLS.");
    security.defaultValue = "starttls";
    security.choices = {
        {"starttls", "STARTTLS"}, {"tls", "TLS"}, {"none", "None (only for a server on this computer)"}};
    auto port = makeField("port", "Port", FieldKind::Number, "587, 465 or 25.");
    port.defaultValue = "587";
    port.minimum = 1;
    port.maximum = 65535;
    auto auth =
        makeField("auth", "Login", FieldKind::Choice, "Leave it at automatic unless your provider says otherwise.");
    auth.defaultValue = "auto";
    auth.choices = {{"auto", "Automatic"}, {"plain", "PLAIN"}, {"login", "LOGIN"}, {"none", "None"}};
    auto user = makeField("username", "User name", FieldKind::Text, "Often your whole email address.");
    auto password = makeField("password", "Password", FieldKind::Secret,
                              "Gmail, Outlook and others want an app password here, not your own.");
    auto helo = makeField("helo", "Name of this computer", FieldKind::Text, "Only if your server insists on one.");
    return {host, port, security, auth, user, password, helo};
}

Result<std::unique_ptr<MessageProvider>> makeSmtpProvider(const FieldValues& values, const ProviderContext&)
{
    SmtpSettings settings;
    settings.host = std::string(trimmed(findValue(values, "host")));
    if (settings.host.empty()) {
        return fail(ErrorKind::InvalidInput, say("mail-server-missing", "Give the name of the mail server (host)."));
    }
    const auto portText = findValue(values, "port");
    const auto port = portText.empty() ? std::optional<std::int64_t>(settings.port) : parseInteger(portText);
    if (!port || *port < 1 || *port > 65535) {
        return fail(ErrorKind::InvalidInput, say("mail-port-out-of-range", "The port is a number from 1 to 65535."));
    }
    settings.port = static_cast<int>(*port);
    const auto security = findValue(values, "security");
    settings.security = security == "tls"    ? SmtpSecurity::Tls
                        : security == "none" ? SmtpSecurity::None
                                             : SmtpSecurity::StartTls;
    const auto auth = findValue(values, "auth");
    settings.auth = auth == "plain"   ? SmtpAuth::Plain
                    : auth == "login" ? SmtpAuth::Login
                    : auth == "none"  ? SmtpAuth::None
                                      : SmtpAuth::Auto;
    settings.username = std::string(findValue(values, "username"));
    settings.password = std::string(findValue(values, "password"));
    settings.heloName = std::string(trimmed(findValue(values, "helo")));
    return std::unique_ptr<MessageProvider>(std::make_unique<SmtpProvider>(std::move(settings)));
}

}  // namespace shopbell
