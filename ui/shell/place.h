// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace shopbell::ui {

/// Every page there is; ui/shell/page_registry.cpp says which folder makes it.
enum class PageId { Home, Profiles, Segments, Campaigns, Imports, Settings };

/// Where in the window one is: what navigation, the palette and "back" hand around. What a page makes of it:
///
/// - Profiles: {}: the table; id: that person; action "segment" or "list" with id: the table of its members.
/// - Segments: {}: the list; id: the editor on it; action "new": an empty one, or `name` and `definition` to start
/// from.
/// - Campaigns: {}: the board; id: that campaign; action "new": a draft, to segment `id` when that is given.
/// - Imports: {}: choose a file; `name`: that file.
/// - Settings: {}: the first section; action: "stores", "providers", "sending", "look", "workspace", "backup",
/// "privacy".
struct Place {
    PageId page = PageId::Home;
    qint64 id = 0;
    QString action = {};
    QString name = {};
    QString definition = {};  ///< a segment's JSON

    /// The page's own front, where "back" leads to. The settings' sections stand side by side: each is a front.
    [[nodiscard]] bool isFront() const
    {
        return id == 0 && name.isEmpty() && (action.isEmpty() || page == PageId::Settings);
    }
    friend bool operator==(const Place&, const Place&) = default;
};

}  // namespace shopbell::ui
