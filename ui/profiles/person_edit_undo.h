// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles.h"

namespace shopbell::ui {

/// What takes an edit back: `before` is the person as it was, `edit` what was changed.
[[nodiscard]] SaveProfile undoOf(const Profile& before, const SaveProfile& edit);

}  // namespace shopbell::ui
