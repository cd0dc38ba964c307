// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/ingestor.h"
#include "profiles/erasure.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace shopbell {

/// Who is being erased: every id they ever had here.
struct ErasedPerson {
    ProfileId profile;
    std::vector<ProfileId> formerIds;      ///< from merges
    std::vector<std::string> identifiers;  ///< email addresses, phone numbers, ids
};

/// What a module erased of its own tables: what → rows.
using ErasedCounts = std::vector<std::pair<std::string, std::int64_t>>;

/// Erases one person by law, in one transaction: profile, identifiers, consent, list places, aliases, history, orders,
/// records set aside; `others` erases what modules above hold (the ledger). The proof line stays. Connections
/// overwrite what they free (secure_delete), so neither the file nor later backups hold it; the write-ahead log is
/// emptied after.
[[nodiscard]] Result<Erasure>
erasePerson(Ingestor& ingestor, ProfileId profile,
            const std::function<Result<ErasedCounts>(db::Connection&, const ErasedPerson&)>& others = {});

}  // namespace shopbell
