// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/reports.h"
#include "app/cli/console.h"

namespace shopbell::cli {

/// The overview as a page that a person reads in a terminal.
void writeOverview(Console& console, const Overview& overview);

}  // namespace shopbell::cli
