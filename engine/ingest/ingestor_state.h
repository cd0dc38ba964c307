// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/transaction.h"
#include "ingest/ingestor.h"

#include <functional>
#include <string>
#include <unordered_map>

namespace shopbell {

/// For the .cpp files of this folder.
struct Ingestor::State {
    db::Connection& connection;
    EventLog& log;
    const Clock& clock;
    HistorySink sink;
    ProfileStore profiles;

    State(db::Connection& c, EventLog& l, const Clock& k, std::string region)
        : connection(c), log(l), clock(k), sink(l), profiles(c, sink, k, std::move(region))
    {
    }

    /// Runs `work` as one transaction: what it gathered is appended, and after the outermost commit shown.
    template <class Work>
    auto inOne(Work&& work) -> decltype(work())
    {
        const bool isOutermost = !connection.isInTransaction();
        // What stood gathered before belongs to the caller's transaction, not to this savepoint.
        if (auto before = sink.flush(); !before) {
            return fail(before.error());
        }
        auto result = db::inTransaction(connection, [&]() -> decltype(work()) {
            auto done = work();
            if (!done) {
                return done;
            }
            if (auto flushed = sink.flush(); !flushed) {
                return fail(flushed.error());
            }
            return done;
        });
        if (!result) {
            sink.drop();
            profiles.forgetCache();
            return result;
        }
        if (isOutermost) {
            log.published();
        }
        return result;
    }
};

}  // namespace shopbell
