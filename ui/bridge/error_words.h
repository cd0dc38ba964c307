// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace shopbell::ui {

/// What somebody was doing when it failed.
enum class ErrorContext { General, Store, Provider, Import, Export, Profile, Segment, Campaign, Workspace, Backup };

/// An error for people: `sentence` says what happened and what to do, in the window's language; `detail` is the
/// engine's own account (English, exact), to unfold or copy. Both never empty.
struct ErrorWords {
    QString sentence;
    QString detail;
};
[[nodiscard]] ErrorWords errorWords(const Error& error, ErrorContext context = ErrorContext::General);

}  // namespace shopbell::ui
