// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace shopbell::ui {

class Page;
class PageContext;

/// What happened, and what is worth doing: figures of the last 30 days, revenue by day, what just happened, suggestions
/// with their reasons. Before any data, the first steps.
[[nodiscard]] Page* makeHomePage(PageContext& context);

}  // namespace shopbell::ui
