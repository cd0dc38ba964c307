// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/smtp_auth.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

namespace shopbell {

namespace {

std::string plainResponse(const SmtpSettings& settings)
{
    return std::string(1, '\0') + settings.username + std::string(1, '\0') + settings.password;
}

/// RFC 4616.
class PlainAuth final : public SmtpAuthMechanism {
public:
    explicit PlainAuth(const SmtpSettings& settings) : m_response(plainResponse(settings)) {}
    [[nodiscard]] std::string name() const override { return "PLAIN"; }
    [[nodiscard]] std::optional<std::string> initialResponse() const override { return m_response; }
    [[nodiscard]] std::optional<std::string> answer(std::string_view) override
    {
        // A server that ignores the initial response asks for it once.
        return std::exchange(m_asked, true) ? std::nullopt : std::optional(m_response);
    }

private:
    std::string m_response;
    bool m_asked = false;
};

/// Never standardised; the server asks for the name, then for the password, whatever its words are.
class LoginAuth final : public SmtpAuthMechanism {
public:
    explicit LoginAuth(const SmtpSettings& settings) : m_answers{settings.username, settings.password} {}
    [[nodiscard]] std::string name() const override { return "LOGIN"; }
    [[nodiscard]] std::optional<std::string> initialResponse() const override { return std::nullopt; }
    [[nodiscard]] std::optional<std::string> answer(std::string_view) override
    {
        return m_given < m_answers.size() ? std::optional(m_answers[m_given++]) : std::nullopt;
    }

private:
    std::vector<std::string> m_answers;
    std::size_t m_given = 0;
};

}  // namespace

Result<std::unique_ptr<SmtpAuthMechanism>> makeSmtpAuth(const SmtpSettings& settings,
                                                        const std::vector<std::string>& offered)
{
    if (settings.auth == SmtpAuth::None || (settings.auth == SmtpAuth::Auto && settings.username.empty())) {
        return nullptr;
    }
    const auto offers = [&offered](std::string_view name) {
        return std::find(offered.begin(), offered.end(), name) != offered.end();
    };
    if (settings.auth != SmtpAuth::Login && offers("PLAIN")) {
        return std::make_unique<PlainAuth>(settings);
    }
    if (settings.auth != SmtpAuth::Plain && offers("LOGIN")) {
        return std::make_unique<LoginAuth>(settings);
    }
    if (offered.empty()) {
        return fail(ErrorKind::Refused, say("mail-login-not-offered",
                                            "The server does not offer a login on this connection. Choose STARTTLS or "
                                            "TLS, or leave the user name empty where the server wants none."));
    }
    return fail(ErrorKind::Refused,
                say("mail-login-unfit", "The server offers no way to log in that fits the settings; it offers %1.",
                    {join(offered, ", ")}));
}

std::string withoutPassword(std::string text, const SmtpSettings& settings)
{
    if (settings.password.empty()) {
        return text;
    }
    for (const std::string& secret :
         {toBase64(plainResponse(settings)), toBase64(settings.password), settings.password}) {
        text = replaceAll(std::move(text), secret, "***");
    }
    return text;
}

}  // namespace shopbell
