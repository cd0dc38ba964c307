// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace shopbell::ui {

class Page;
class PageContext;

/// Settings: stores, sending, look and language, workspace, backups, privacy.
[[nodiscard]] Page* makeSettingsPage(PageContext& context);

}  // namespace shopbell::ui
