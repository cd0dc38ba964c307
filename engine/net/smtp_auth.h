// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/smtp_client.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// One way to log in (RFC 4954). Another mechanism is another class and a line in makeSmtpAuth().
class SmtpAuthMechanism {
public:
    virtual ~SmtpAuthMechanism() = default;
    /// As the server lists it: "PLAIN".
    [[nodiscard]] virtual std::string name() const = 0;
    /// What goes out with the AUTH command, not yet base64; nothing where the server speaks first.
    [[nodiscard]] virtual std::optional<std::string> initialResponse() const = 0;
    /// The answer to a 334 challenge, both not base64; nothing when there is none to give.
    [[nodiscard]] virtual std::optional<std::string> answer(std::string_view challenge) = 0;
};

/// Chooses by what the settings ask and the server offers. Null without an error: no login is wanted.
[[nodiscard]] Result<std::unique_ptr<SmtpAuthMechanism>> makeSmtpAuth(const SmtpSettings& settings,
                                                                      const std::vector<std::string>& offered);

/// `text` with the password, as it stands and in base64, replaced: servers echo what they did not like.
[[nodiscard]] std::string withoutPassword(std::string text, const SmtpSettings& settings);

}  // namespace shopbell
