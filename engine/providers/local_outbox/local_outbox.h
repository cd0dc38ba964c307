// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/message_provider.h"

namespace shopbell {

/// Writes each message as NUMBER.eml into a folder, for trying things out and for reading what would go out. The number
/// is the ledger's, so a message sent twice is one file: sending is idempotent, and its fate can always be looked up.
[[nodiscard]] std::vector<FieldSpec> localOutboxFields();
[[nodiscard]] Result<std::unique_ptr<MessageProvider>> makeLocalOutbox(const FieldValues& values,
                                                                       const ProviderContext& context);
/// Where it writes: the `folder` setting, else NAME-outbox beside the workspace.
[[nodiscard]] std::filesystem::path localOutboxFolder(const FieldValues& values,
                                                      const std::filesystem::path& workspace);

}  // namespace shopbell
