// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/formats.h"

#include "api/segments.h"

namespace shopbell::ui {

/// What decided, in the window's language: "Placed Order: 3 times, the last on 2 May 2026".
[[nodiscard]] QString factWords(const VerdictFact& fact, const Formats& formats);
/// All facts of a verdict in one line; the engine's own words where it has no facts.
[[nodiscard]] QString becauseWords(const Verdict& verdict, const Formats& formats);

}  // namespace shopbell::ui
