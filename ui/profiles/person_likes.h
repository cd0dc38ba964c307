// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles.h"

#include <QStringList>

namespace shopbell::ui {

/// The question whose answer likesOf() reads: what one person bought lately.
[[nodiscard]] LoadTimeline boughtBy(ProfileId profile);
/// What they bought most often, in pieces, most first, at most three; of equals what was bought last.
[[nodiscard]] QStringList likesOf(const std::vector<TimelineEntry>& bought);

}  // namespace shopbell::ui
