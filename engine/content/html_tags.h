// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shopbell {

/// One tag as it is written; the views point into the source.
struct HtmlTag {
    std::string_view name;  ///< as written
    bool isClosing = false;
    std::vector<std::pair<std::string_view, std::string_view>> attributes;
    [[nodiscard]] bool is(std::string_view lowerName) const;
    /// With the entities of an address (&amp;) undone; nothing when it is not there.
    [[nodiscard]] std::optional<std::string> attribute(std::string_view lowerName) const;
};

/// Calls for each tag outside comments, scripts and styles. False when a tag or comment is not closed.
bool forEachTag(std::string_view html, const std::function<void(const HtmlTag&)>& onTag);

}  // namespace shopbell
