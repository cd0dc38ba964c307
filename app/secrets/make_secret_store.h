// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/secret_store.h"

#include <filesystem>
#include <memory>

namespace shopbell {

/// The place for keys on this machine: the system keychain where one answers, else an encrypted file beside the
/// workspace, opened by the environment variable SHOPBELL_PASSPHRASE. Set SHOPBELL_SECRETS=file to choose the file by
/// hand.
[[nodiscard]] std::unique_ptr<SecretStore> makeSecretStore(const std::filesystem::path& workspace);

}  // namespace shopbell
