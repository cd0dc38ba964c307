// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/email_message.h"
#include "liquid/value.h"

namespace shopbell {

/// What a template sees: the person's properties by name, `person` with all of them, `email`, `phone`, `shop.name`,
/// `unsubscribe_url`. Nothing is copied: the context must live as long as the value.
[[nodiscard]] liquid::Value makeMessageFields(const RenderContext& context);

[[nodiscard]] liquid::Value toLiquid(const PropertyValue& value);

}  // namespace shopbell
