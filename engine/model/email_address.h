// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace shopbell {

/// An address that can be written to (RFC 5321/6531: dot-atom or quoted local part, host name; no comments, no
/// address literals). Two addresses are the same person when key() is the same.
class EmailAddress {
public:
    /// Trims; takes a bare address only. The domain is lower-cased and brought to its ASCII (IDNA 2008) form.
    [[nodiscard]] static Result<EmailAddress> parse(std::string_view text);

    /// For the wire: local part as written, domain in ASCII.
    [[nodiscard]] const std::string& wire() const { return m_wire; }
    /// For people: domain in Unicode.
    [[nodiscard]] std::string display() const;
    /// For comparing: the local part lower-cased too (no provider in use tells case apart).
    [[nodiscard]] std::string key() const;
    [[nodiscard]] std::string_view domain() const;  ///< ASCII form
    [[nodiscard]] std::string_view localPart() const;
    /// The local part holds other than ASCII, so the relay must speak SMTPUTF8.
    [[nodiscard]] bool needsSmtpUtf8() const;

private:
    std::string m_wire;
};

}  // namespace shopbell
