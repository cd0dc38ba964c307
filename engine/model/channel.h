// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace shopbell {

enum class Channel { Email, Sms, Push };

inline constexpr std::array allChannels{Channel::Email, Channel::Sms, Channel::Push};

/// "email", "sms", "push": as stored and as written in JSON.
[[nodiscard]] std::string_view channelName(Channel channel);
[[nodiscard]] std::optional<Channel> findChannel(std::string_view name);

}  // namespace shopbell
