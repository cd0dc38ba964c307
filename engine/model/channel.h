// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace shopbell {

/// The numbers are stored in workspaces: they never change, new ones go to the end.
enum class Channel { Email = 0, Sms = 1, Push = 2 };

inline constexpr std::array allChannels{Channel::Email, Channel::Sms, Channel::Push};

/// "email", "sms", "push": as stored and as written in JSON.
[[nodiscard]] std::string_view channelName(Channel channel);
[[nodiscard]] std::optional<Channel> findChannel(std::string_view name);

}  // namespace shopbell
