// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/message_provider.h"

#include "providers/local_outbox/local_outbox.h"
#include "providers/smtp/smtp_provider.h"

#include <array>

namespace shopbell {

namespace {

const std::array kinds{
    ProviderKind{"local-outbox", "Local outbox (files on this computer)", Channel::Email, localOutboxFields,
                 makeLocalOutbox, 2},
    ProviderKind{"smtp", "Your own mail server (SMTP)", Channel::Email, smtpFields, makeSmtpProvider, 4},
};

}  // namespace

std::span<const ProviderKind> providerKinds()
{
    return kinds;
}

const ProviderKind* findProviderKind(std::string_view name)
{
    for (const auto& kind : kinds) {
        if (kind.name == name) {
            return &kind;
        }
    }
    return nullptr;
}

}  // namespace shopbell
