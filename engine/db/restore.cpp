// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The restoring half of db/backup.h.
#include "base/file.h"
#include "db/backup.h"
#include "db/disk.h"
#include "db/runner_lease.h"
#include "db/workspace.h"

namespace shopbell::db {

namespace {

constexpr std::string_view integrityCheckSql = "PRAGMA integrity_check(1)";
constexpr std::string_view oneFileSql = "PRAGMA journal_mode=DELETE";

Result<void> checkWhole(Connection& connection)
{
    std::string finding;
    auto checked = connection.each(integrityCheckSql, [&](Statement& row) { finding = row.string(0); });
    if (checked && finding != "ok") {
        return fail(ErrorKind::Corrupt, say("backup-damaged", "The backup is damaged. Choose another one."), finding);
    }
    return checked;
}

/// Brings the old workspace's log into its file, which only works when nobody else has it open. A damaged one stays as
/// it is: that is what restoring is for.
Result<void> closeOff(const std::filesystem::path& target)
{
    auto connection = Connection::open(target, OpenMode::ReadWrite);
    if (!connection) {
        return {};
    }
    std::string mode;
    const auto asked = connection->each(oneFileSql, [&](Statement& row) { mode = row.string(0); });
    if ((!asked && asked.error().kind == ErrorKind::Conflict) || mode == "wal") {
        return fail(ErrorKind::Conflict,
                    say("restore-over-open",
                        "The workspace %1 is open. Close it in every window and program, then restore.",
                        {fromPath(target)}));
    }
    return {};
}

Result<void> keepOld(const std::filesystem::path& target)
{
    const auto kept = withSuffix(target, "-before-restore");
    removeDatabase(kept);
    std::error_code problem;
    // A second name first, so that there is a file at the target at every moment.
    std::filesystem::create_hard_link(target, kept, problem);
    if (problem) {
        if (auto moved = moveIntoPlace(target, kept); !moved) {
            return moved;
        }
    }
    const auto log = withSuffix(target, "-wal");
    if (std::filesystem::exists(log, problem)) {
        return moveIntoPlace(log, withSuffix(kept, "-wal"));  // of a damaged one; it may hold what can be saved
    }
    return {};
}

/// What was computed from the old content, of every version.
void removeDerived(const std::filesystem::path& target)
{
    const std::string start = fromPath(target.filename()) + "-derived-v";
    const auto folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
    std::vector<std::filesystem::path> derived;
    std::error_code problem;
    for (std::filesystem::directory_iterator entry(folder, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        if (fromPath(entry->path().filename()).starts_with(start)) {
            derived.push_back(entry->path());
        }
    }
    for (const auto& file : derived) {
        std::filesystem::remove(file, problem);
    }
}

Result<void> takePlace(const std::filesystem::path& restored, const std::filesystem::path& target, bool replace)
{
    std::error_code problem;
    if (!std::filesystem::exists(target, problem)) {
        removeLogs(target);
        removeDerived(target);
        return moveIntoEmptyPlace(restored, target);
    }
    if (!replace) {
        return fail(ErrorKind::AlreadyExists,
                    say("file-exists", "There is a file %1 already. Choose another name.", {fromPath(target)}));
    }
    const auto lease = RunnerLease::take(target);
    if (!lease) {
        return fail(lease.error());
    }
    if (auto closed = closeOff(target); !closed) {
        return closed;
    }
    if (auto kept = keepOld(target); !kept) {
        return kept;
    }
    removeLogs(target);
    removeDerived(target);
    return moveIntoPlace(restored, target);
}

}  // namespace

Result<void> restoreFrom(const std::filesystem::path& backup, const std::filesystem::path& target, bool replace)
{
    std::error_code problem;
    if (std::filesystem::equivalent(backup, target, problem)) {
        return fail(
            ErrorKind::InvalidInput,
            say("restore-onto-itself", "The backup and the workspace are the same file. Choose another target."));
    }
    if (!replace && std::filesystem::exists(target, problem)) {
        return fail(ErrorKind::AlreadyExists,
                    say("file-exists", "There is a file %1 already. Choose another name.", {fromPath(target)}));
    }
    if (const auto version = inspectWorkspace(backup); !version) {
        return fail(version.error());
    }
    const auto restored = withSuffix(target, "-restored");
    {
        auto source = Connection::open(backup, OpenMode::ReadOnly);
        if (!source) {
            return fail(source.error());
        }
        if (auto whole = checkWhole(*source); !whole) {
            return whole;
        }
        if (auto copied = backUpTo(*source, restored, CancelToken{}); !copied) {
            return copied;
        }
    }
    auto placed = takePlace(restored, target, replace);
    if (!placed) {
        removeDatabase(restored);
    }
    return placed;
}

}  // namespace shopbell::db
