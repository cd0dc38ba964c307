// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace shopbell {

/// Where keys and passwords live: the system's keychain, or an encrypted file on a machine without one. Never the
/// workspace. Names look like "shopbell/<workspace token>/connection/3". Calls may block (a keychain may ask the
/// owner): engine thread or pool only.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    /// NotFound when there is none of that name; Refused when the store stays locked, saying what to do.
    [[nodiscard]] virtual Result<std::string> load(std::string_view name) = 0;
    [[nodiscard]] virtual Result<void> save(std::string_view name, std::string_view secret) = 0;
    [[nodiscard]] virtual Result<void> remove(std::string_view name) = 0;
    /// For people: "the system keychain", "an encrypted file beside the workspace".
    [[nodiscard]] virtual std::string place() const = 0;
};

}  // namespace shopbell
