// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "db/connection.h"
#include "model/ids.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace shopbell {

enum class ExportFormat { Csv, Ndjson };

struct ProfileExportOptions {
    ExportFormat format = ExportFormat::Csv;
    const std::vector<ProfileId>* only = nullptr;  ///< ascending; null: everybody. Must live for the call.
};

/// Writes people to a file that an import of profiles reads back.
///
/// CSV (UTF-8 with a byte order mark, CRLF, RFC 4180): profile_id, email, phone, external_id, store_ids, created_at,
/// changed_at, a column for each property anybody has (well-known ones first), then per channel consent, when, how,
/// where, and the lists. Text that a spreadsheet would take for a formula gets an apostrophe before it. NDJSON:
/// {"id":…,"email":…,"phone":…,"external_id":…,"anonymous_id":…,"store_ids":[{"connection":1,"id":"7"}],
/// "created_at":…,"changed_at":…,"properties":{…},"consents":[{"channel":…,"state":…,"at":…,"method":…,"place":…,"text":…}],
/// "lists":[…]}, a line each.
///
/// Returns how many were written. The file takes its name when it is whole; a cancelled export leaves none. One
/// snapshot of the workspace is read; `onProgress` gets 0..1.
[[nodiscard]] Result<std::int64_t> exportProfiles(db::Connection& connection, const std::filesystem::path& file,
                                                  const ProfileExportOptions& options, const CancelToken& cancel,
                                                  const std::function<void(double)>& onProgress = {});

}  // namespace shopbell
