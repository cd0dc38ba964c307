// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace shopbell::ui {

class Page;
class PageContext;

/// Everybody the shop knows as a table of any size, and one person: who they are, how they may be reached, what they
/// did and what was sent to them.
[[nodiscard]] Page* makeProfilesPage(PageContext& context);

}  // namespace shopbell::ui
