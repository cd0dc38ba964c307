// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/secret_store.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace shopbell {

/// Secrets in one encrypted file, for machines without a keychain. The key is made from the owner's passphrase (scrypt,
/// RFC 7914: N 32768, r 8, p 1, a salt of the file's own), the content sealed with AES-256-GCM under a new nonce at
/// every writing. The file is replaced in one step and only its owner may read it. It may be used by one thread at a
/// time; of two processes that save at the same instant the later wins.
///
/// A wrong passphrase is Refused, a file that was changed or cut short Corrupt. The passphrase is asked for when it is
/// first needed; the key is then kept in memory, and wiped when this object goes.
class EncryptedSecretFile final : public SecretStore {
public:
    /// May ask the owner, or read the environment; nothing: there is no passphrase to be had.
    using Passphrase = std::function<std::optional<std::string>()>;

    EncryptedSecretFile(std::filesystem::path file, Passphrase passphrase);
    ~EncryptedSecretFile() override;
    EncryptedSecretFile(const EncryptedSecretFile&) = delete;
    EncryptedSecretFile& operator=(const EncryptedSecretFile&) = delete;

    [[nodiscard]] Result<std::string> load(std::string_view name) override;
    [[nodiscard]] Result<void> save(std::string_view name, std::string_view secret) override;
    [[nodiscard]] Result<void> remove(std::string_view name) override;
    [[nodiscard]] std::string place() const override;

private:
    using Entries = std::map<std::string, std::string, std::less<>>;

    [[nodiscard]] Result<Entries> readEntries();
    [[nodiscard]] Result<void> writeEntries(const Entries& entries);
    [[nodiscard]] Result<void> unlock(std::string_view salt);
    void forgetKey();

    std::filesystem::path m_file;
    Passphrase m_passphrase;
    std::string m_salt;  ///< that m_key was made with; empty: no key yet
    std::string m_key;
    std::string m_verifier;  ///< tells a wrong passphrase from a damaged file
};

}  // namespace shopbell
