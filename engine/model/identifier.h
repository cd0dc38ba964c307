// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ids.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace shopbell {

/// The numbers are stored in workspaces: they never change, new ones go to the end.
enum class IdentifierKind { Email = 0, Phone = 1, External = 2, Anonymous = 3 };

[[nodiscard]] std::string_view identifierKindName(IdentifierKind kind);  ///< "email", "phone", "external", "anonymous"
[[nodiscard]] std::optional<IdentifierKind> findIdentifierKind(std::string_view name);

/// One way of recognising a person. `value` is in comparable form: EmailAddress::key(), PhoneNumber::e164(), else as
/// given. `scope` is the connection whose numbering an External id belongs to (none: the owner's own, as in CSV files).
struct Identifier {
    IdentifierKind kind = IdentifierKind::Email;
    ConnectionId scope;
    std::string value;

    friend auto operator<=>(const Identifier&, const Identifier&) = default;
};

}  // namespace shopbell
