// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace shopbell::test {

// What is wrong with what stands on the screen, one line of words each; empty: nothing. Each looks at `scope` and what
// is in it: a window, or what lies over it alone (a sheet, the palette).

/// Controls for which a screen reader has no words.
[[nodiscard]] QStringList findUnnamed(QWidget& scope);

/// Presses Tab until every control had its turn: those it does not reach, where it stays, and where it leaves `scope`
/// when that is not the whole window.
[[nodiscard]] QStringList findTabTroubles(QWidget& scope);

/// Text under the contrast of WCAG AA.
[[nodiscard]] QStringList findFaintText(QWidget& scope);

/// Controls and words that nobody can bring into view, or that are cut off where they stand: beside the window, outside
/// what scrolls, or smaller than they can be shown.
[[nodiscard]] QStringList findOutOfReach(QWidget& scope);

}  // namespace shopbell::test
