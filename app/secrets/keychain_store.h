// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/secret_store.h"

namespace shopbell {

/// Secrets in the system's keychain through QtKeychain (Secret Service or KWallet, macOS Keychain, Windows Credential
/// Store). Calls wait for a thread of its own, which may wait for the owner to unlock it; never from the window's
/// thread.
class KeychainStore final : public SecretStore {
public:
    /// Whether a keychain answers on this machine; false without a QCoreApplication, whose loops it needs. Asked once
    /// per process.
    [[nodiscard]] static bool isAvailable();

    [[nodiscard]] Result<std::string> load(std::string_view name) override;
    [[nodiscard]] Result<void> save(std::string_view name, std::string_view secret) override;
    [[nodiscard]] Result<void> remove(std::string_view name) override;
    [[nodiscard]] std::string place() const override { return "the system keychain"; }
};

}  // namespace shopbell
