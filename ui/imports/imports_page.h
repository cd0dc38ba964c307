// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace shopbell::ui {

class Page;
class PageContext;

/// Takes people, events or orders from a file: choose or drop it, check what its columns mean, run, see what came of
/// it.
[[nodiscard]] Page* makeImportsPage(PageContext& context);

}  // namespace shopbell::ui
