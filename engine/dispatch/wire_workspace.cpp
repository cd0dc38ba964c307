// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/wire_workspace.h"

#include "base/random.h"
#include "db/workspace.h"

namespace shopbell {

namespace {

constexpr std::string_view generationSetting = "wire_journal";

}  // namespace

Result<WireTraces> loadWireTraces(db::Connection& connection, const std::filesystem::path& workspace)
{
    auto generation = db::findSetting(connection, generationSetting);
    if (!generation) {
        return fail(generation.error());
    }
    return readWireRecords(readWireFile(wireFileOf(workspace)), generation->value_or(std::string()));
}

Result<std::shared_ptr<WireJournal>> startWireJournal(db::Connection& connection,
                                                      const std::filesystem::path& workspace)
{
    const auto generation = makeToken();
    auto journal = WireJournal::start(makeWireFile(wireFileOf(workspace)), generation);
    if (!journal) {
        return journal;
    }
    if (auto saved = db::saveSetting(connection, generationSetting, generation); !saved) {
        return fail(saved.error());
    }
    return journal;
}

}  // namespace shopbell
