// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

namespace shopbell {

Instant SystemClock::now() const
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::floor<std::chrono::milliseconds>(sinceEpoch).count()};
}

}  // namespace shopbell
