// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string_view>

struct sqlite3;

namespace shopbell::db {

/// The Error for one of SQLite's codes, extended ones too. `connection` may be null; its message and the SQL go into
/// the detail (values are always bound, so no person's data and no secret can stand there).
[[nodiscard]] Error makeSqliteError(sqlite3* connection, int code, std::string_view sql = {});

}  // namespace shopbell::db
