// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/make_secret_store.h"

#include "app/secrets/keychain_store.h"
#include "model/encrypted_secret_file.h"

#include <cstdlib>
#include <string>

namespace shopbell {

std::unique_ptr<SecretStore> makeSecretStore(const std::filesystem::path& workspace)
{
    const char* chosen = std::getenv("SHOPBELL_SECRETS");
    const bool fileWanted = chosen != nullptr && std::string_view(chosen) == "file";
    if (!fileWanted && KeychainStore::isAvailable()) {
        return std::make_unique<KeychainStore>();
    }
    auto file = workspace;
    file += "-secrets";
    return std::make_unique<EncryptedSecretFile>(std::move(file), []() -> std::optional<std::string> {
        const char* passphrase = std::getenv("SHOPBELL_PASSPHRASE");
        return passphrase != nullptr && *passphrase != '\0' ? std::optional<std::string>(passphrase) : std::nullopt;
    });
}

}  // namespace shopbell
