// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/consent.h"

namespace shopbell {

/// How strongly a record says "do not write": unsubscribed, pending, subscribed, never asked.
[[nodiscard]] int strictness(ConsentState state);

/// True when `said` takes the place of `known`: it is newer, or as new and stricter. Never-asked takes no place.
[[nodiscard]] bool supersedes(const Consent& said, const Consent& known);

/// True when the two differ in more than their instant.
[[nodiscard]] bool saysOther(const Consent& said, const Consent& known);

}  // namespace shopbell
