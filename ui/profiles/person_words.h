// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "api/profiles.h"
#include "ui/bridge/formats.h"
#include "ui/shell/event_words.h"

#include <QString>

namespace shopbell::ui {

// What the engine knows of people by code, in the window's language.

[[nodiscard]] QString consentWord(ConsentState state);  ///< "yes", "no", "never asked", "not confirmed"
[[nodiscard]] Tone consentTone(ConsentState state);
[[nodiscard]] QString channelWord(Channel channel);  ///< "Email"
/// How somebody agreed: "at the checkout", "by a form"; other words stay as they are.
[[nodiscard]] QString methodWord(const QString& method);
[[nodiscard]] QString suppressionWord(SuppressionReason reason);  ///< "messages bounce"
/// "first_name" as "First name".
[[nodiscard]] QString propertyName(const QString& name);
[[nodiscard]] QString propertyText(const PropertyValue& value, const Formats& formats);

/// A ledger row in a person's timeline: "Not sent: “Singles’ Day”", "has not agreed to email".
[[nodiscard]] EventWords ledgerWords(const LedgerMessage& message, const QString& origin);
/// Why policy did not send, as the rest of a sentence.
[[nodiscard]] QString skipWords(const std::string& reason);

}  // namespace shopbell::ui
