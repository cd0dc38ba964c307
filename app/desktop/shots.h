// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/options.h"

namespace shopbell::desktop {

/// Draws every page and the gallery into options.shots, as page-state-theme-language-width.png. Returns the exit code.
int drawShots(const Options& options);

}  // namespace shopbell::desktop
