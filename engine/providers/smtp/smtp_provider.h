// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/message_provider.h"

namespace shopbell {

/// Any mail server the owner has an account with. One connection an instance, kept open between messages.
[[nodiscard]] std::vector<FieldSpec> smtpFields();
[[nodiscard]] Result<std::unique_ptr<MessageProvider>> makeSmtpProvider(const FieldValues& values,
                                                                        const ProviderContext& context);

}  // namespace shopbell
