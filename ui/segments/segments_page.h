// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace shopbell::ui {

class Page;
class PageContext;

/// Segments: the list of all, and the editor of one as a readable sentence tree.
[[nodiscard]] Page* makeSegmentsPage(PageContext& context);

}  // namespace shopbell::ui
