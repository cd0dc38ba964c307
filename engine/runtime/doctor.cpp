// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/doctor.h"

#include "base/file.h"
#include "history/history_view.h"

namespace shopbell {

namespace {

using Verdict = HealthCheck::Verdict;

/// A count that must be 0, with what it means when it is not.
struct ZeroCheck {
    const char* name;
    std::string_view sql;
    Sentence (*good)();
    Sentence (*bad)(std::int64_t found);
};

const ZeroCheck zeroChecks[] = {
    {"identifiers", "SELECT count(*) FROM identifier WHERE profile_id NOT IN (SELECT id FROM profile)",
     [] { return say("health-identifiers-good", "every identifier belongs to a person"); },
     [](std::int64_t found) {
         return say("health-identifiers-bad", "%1 identifiers belong to nobody; import or sync again", {found});
     }},
    {"merges", "SELECT count(*) FROM profile_alias WHERE new_id IN (SELECT old_id FROM profile_alias)",
     [] { return say("health-merges-good", "every merge leads to a living profile"); },
     [](std::int64_t found) {
         return say("health-merges-bad", "%1 merges lead to profiles that were merged themselves", {found});
     }},
    {"ledger",
     "SELECT count(*) FROM (SELECT 1 FROM message GROUP BY origin_kind, origin_id, profile_id, occurrence HAVING "
     "count(*) > 1)",
     [] { return say("health-ledger-good", "no message stands twice in the ledger"); },
     [](std::int64_t found) { return say("health-ledger-bad", "%1 messages stand twice in the ledger", {found}); }},
    {"fates", "SELECT count(*) FROM message WHERE state = 6",
     [] { return say("health-fates-good", "the fate of every message is known"); },
     [](std::int64_t found) {
         return say("health-fates-open",
                    "%1 messages may or may not have been delivered; they are not sent again by themselves", {found});
     }},
};

std::string firstText(db::Connection& db, std::string_view sql)
{
    std::string text;
    auto read = db.each(sql, [&](db::Statement& row) {
        if (text.empty()) {
            text = row.string(0);
        }
    });
    return read ? text : read.error().what;
}

}  // namespace

Result<std::vector<HealthCheck>> runDoctor(ReadContext& reading, const RunDoctor&)
{
    std::vector<HealthCheck> checks;
    const auto sound = firstText(reading.db, "PRAGMA quick_check(1)");
    checks.push_back({"file", sound == "ok" ? Verdict::Good : Verdict::Bad,
                      sound == "ok" ? say("health-file-good", "the workspace file is sound")
                                    : say("health-file-bad",
                                          "the workspace file is damaged (%1); restore the latest backup", {sound})});
    for (const auto& check : zeroChecks) {
        auto count = reading.db.findInteger(check.sql);
        if (!count) {
            return fail(count.error());
        }
        const auto found = count->value_or(0);
        const bool noteOnly = std::string_view(check.name) == "fates";
        checks.push_back({check.name,
                          found == 0 ? Verdict::Good
                          : noteOnly ? Verdict::Worth
                                     : Verdict::Bad,
                          found == 0 ? check.good() : check.bad(found)});
    }
    auto metrics = reading.history->listMetrics();
    if (!metrics) {
        return fail(metrics.error());
    }
    std::int64_t inColumns = 0;
    for (const auto& metric : *metrics) {
        inColumns += metric.events;
    }
    // Counted from the log itself: rows that no later row replaces or takes back, and that are neither a taking back
    // nor the mark of an erasure.
    auto inLog = reading.db.findInteger("SELECT count(*) FROM event WHERE row <= ?1 AND flags & 6 = 0 AND row NOT IN "
                                        "(SELECT replaces FROM event WHERE replaces IS NOT NULL AND row <= ?1)",
                                        reading.history->through().value);
    if (!inLog) {
        return fail(inLog.error());
    }
    const bool agree = inLog->value_or(0) == inColumns;
    checks.push_back(
        {"columns", agree ? Verdict::Good : Verdict::Bad,
         agree ? say("health-columns-good", "%1 events in the log and in the columns", {inColumns})
               : say("health-columns-bad",
                     "%1 events in the log, %2 in the columns; remove the file %3 and it is made anew",
                     {inLog->value_or(0), inColumns, fromPath(reading.workspace.derivedFile().filename())})});
    checks.push_back({"sending", reading.settings.sendingLocked ? Verdict::Worth : Verdict::Good,
                      reading.settings.sendingLocked
                          ? say("health-sending-locked", "sending is locked, since this file was restored or copied; "
                                                         "unlock it when it is the one you go on with")
                          : say("health-sending-open", "sending is open")});
    checks.push_back(
        {"acting", reading.acting ? Verdict::Good : Verdict::Worth,
         reading.acting ? say("health-acting-here", "this process may sync and send") : reading.actingElsewhere});
    checks.push_back(
        {"keys", Verdict::Good, say("health-keys", "keys are kept in %1", {sayLabel(reading.secrets.place())})});
    return checks;
}

}  // namespace shopbell
