// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/campaign.h"

#include <string>
#include <string_view>

namespace shopbell {

// The stored forms of a campaign's audience and content.

[[nodiscard]] std::string toJson(const Audience& audience);
[[nodiscard]] std::string toJson(const MessageContent& content);
/// Corrupt when the text is not what toJson() writes.
[[nodiscard]] Result<Audience> parseAudience(std::string_view json);
[[nodiscard]] Result<MessageContent> parseContent(std::string_view json);

}  // namespace shopbell
