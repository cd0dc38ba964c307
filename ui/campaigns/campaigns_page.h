// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace shopbell::ui {

class Page;
class PageContext;

/// Campaigns: the board of all, the four-step path of a draft, the report of what was sent.
[[nodiscard]] Page* makeCampaignsPage(PageContext& context);

}  // namespace shopbell::ui
