// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/backup.h"

#include "base/file.h"
#include "base/text.h"
#include "db/disk.h"
#include "db/sqlite_error.h"
#include "db/transaction.h"
#include "db/workspace.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <tuple>

namespace shopbell::db {

namespace {

constexpr int pagesAtOnce = 512;  // 4 MB: long enough to be quick, short enough to be stopped
constexpr int instructionsPerLook = 10'000;
constexpr double shareOfCopying = 0.8;  // of the progress; the rest is the check

// One file without a log beside it: a copy can lie on a stick or in a folder that may only be read.
constexpr std::string_view oneFileSql = "PRAGMA journal_mode=DELETE";
constexpr std::string_view quickCheckSql = "PRAGMA quick_check(1)";
constexpr std::string_view pinSnapshotSql = "SELECT count(*) FROM sqlite_schema";

constexpr std::string_view extension = ".shopbell";

struct FinishBackup {
    void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};

auto failStopped()
{
    return fail(ErrorKind::Cancelled, say("backup-stopped", "The backup was stopped; nothing was written."));
}

Result<void> copyPages(Connection& source, Connection& copy, const CancelToken& cancel,
                       const std::function<void(double)>& onProgress)
{
    // An open read transaction pins one state of the source. Without it every commit of another connection would make
    // the copy begin anew, and on a busy workspace it would never end.
    const auto snapshot = Transaction::beginReading(source);
    if (!snapshot) {
        return fail(snapshot.error());
    }
    if (const auto pinned = source.findInteger(pinSnapshotSql); !pinned) {
        return fail(pinned.error());
    }
    const std::unique_ptr<sqlite3_backup, FinishBackup> backup(
        sqlite3_backup_init(copy.handle(), "main", source.handle(), "main"));
    if (!backup) {
        return fail(makeSqliteError(copy.handle(), sqlite3_errcode(copy.handle())));
    }
    for (;;) {
        if (cancel.isCancelled()) {
            return failStopped();
        }
        const int outcome = sqlite3_backup_step(backup.get(), pagesAtOnce);
        if (outcome != SQLITE_OK && outcome != SQLITE_DONE) {
            return fail(makeSqliteError(copy.handle(), outcome));
        }
        const int total = sqlite3_backup_pagecount(backup.get());
        if (onProgress && total > 0) {
            const int done = total - sqlite3_backup_remaining(backup.get());
            onProgress(shareOfCopying * static_cast<double>(done) / static_cast<double>(total));
        }
        if (outcome == SQLITE_DONE) {
            return {};
        }
    }
}

int stopWhenCancelled(void* token)
{
    return static_cast<const CancelToken*>(token)->isCancelled() ? 1 : 0;
}

Result<void> check(Connection& copy, CancelToken cancel)
{
    sqlite3_progress_handler(copy.handle(), instructionsPerLook, stopWhenCancelled, &cancel);
    std::string finding;
    auto checked = copy.each(quickCheckSql, [&](Statement& row) { finding = row.string(0); });
    sqlite3_progress_handler(copy.handle(), 0, nullptr, nullptr);
    if (cancel.isCancelled()) {
        return failStopped();
    }
    if (checked && finding != "ok") {
        return fail(ErrorKind::Corrupt,
                    say("backup-of-damaged",
                        "The workspace is damaged, so no backup was made of it. Restore an earlier backup."),
                    finding);
    }
    return checked;
}

Result<void> writeCopy(Connection& source, const std::filesystem::path& unfinished, const CancelToken& cancel,
                       const std::function<void(double)>& onProgress)
{
    auto copy = Connection::open(unfinished, OpenMode::Create);
    if (!copy) {
        return fail(copy.error());
    }
    // The whole file is flushed at the end; a copy that did not get that far is thrown away.
    if (auto relaxed = copy->execute("PRAGMA synchronous=OFF; PRAGMA journal_mode=DELETE"); !relaxed) {
        return relaxed;
    }
    if (auto copied = copyPages(source, *copy, cancel, onProgress); !copied) {
        return copied;
    }
    if (auto single = copy->execute(oneFileSql); !single) {
        return single;
    }
    if (auto locked = lockSending(*copy); !locked) {
        return locked;
    }
    return check(*copy, cancel);
}

/// "20261121-093000" of 2026-11-21T09:30:00.000Z.
std::string stampOf(Instant at)
{
    const std::string iso = at.toIso();
    return iso.substr(0, 4) + iso.substr(5, 2) + iso.substr(8, 2) + '-' + iso.substr(11, 2) + iso.substr(14, 2) +
           iso.substr(17, 2);
}

/// The moment in a backup's name (the part after NAME-); nothing when it is not one of ours.
std::optional<Instant> parseStamp(std::string_view stamp)
{
    constexpr std::size_t stampSize = 15;
    if (stamp.size() < stampSize || stamp[8] != '-' ||
        (stamp.size() > stampSize && (stamp[stampSize] != '-' || !parseInteger(stamp.substr(stampSize + 1))))) {
        return std::nullopt;
    }
    const auto part = [&](std::size_t from, std::size_t size) { return std::string(stamp.substr(from, size)); };
    const auto at = parseIso(part(0, 4) + '-' + part(4, 2) + '-' + part(6, 2) + 'T' + part(9, 2) + ':' + part(11, 2) +
                             ':' + part(13, 2) + 'Z');
    return at ? std::optional(*at) : std::nullopt;
}

std::filesystem::path freeName(const std::filesystem::path& folder, const std::string& stem, Instant at)
{
    const std::string name = stem + '-' + stampOf(at);
    std::error_code ignored;
    auto file = folder / toPath(name + std::string(extension));
    for (int number = 2; std::filesystem::exists(file, ignored); ++number) {
        file = folder / toPath(name + '-' + std::to_string(number) + std::string(extension));
    }
    return file;
}

}  // namespace

Result<void> backUpTo(Connection& source, const std::filesystem::path& target, const CancelToken& cancel,
                      const std::function<void(double)>& onProgress)
{
    if (source.isInTransaction()) {
        return fail(
            ErrorKind::Conflict,
            say("backup-during-change", "A backup cannot be made in the middle of a change. Try again in a moment."));
    }
    const auto unfinished = withSuffix(target, "-unfinished");
    removeDatabase(unfinished);
    auto done = writeCopy(source, unfinished, cancel, onProgress);
    if (done) {
        done = flushFile(unfinished);
    }
    if (done) {
        removeLogs(target);
        done = moveIntoPlace(unfinished, target);
    }
    if (!done) {
        removeDatabase(unfinished);
        return done;
    }
    if (onProgress) {
        onProgress(1.0);
    }
    return {};
}

Result<BackupFile> backUpRotating(Connection& source, const std::filesystem::path& folder, int keep, const Clock& clock,
                                  const CancelToken& cancel, const std::function<void(double)>& onProgress)
{
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) {
        return fail(ErrorKind::Io,
                    say("backup-folder-refused", "The folder for backups, %1, cannot be made. Choose another.",
                        {fromPath(folder)}),
                    problem.message());
    }
    const Instant at = clock.now();
    const auto file = freeName(folder, fromPath(source.file().stem()), at);
    if (auto done = backUpTo(source, file, cancel, onProgress); !done) {
        return fail(done.error());
    }
    const auto all = listBackups(source.file(), folder);
    for (std::size_t place = static_cast<std::size_t>(std::max(keep, 1)); place < all.size(); ++place) {
        if (all[place].file != file) {  // a clock set back must not remove the backup just made
            std::filesystem::remove(all[place].file, problem);
        }
    }
    return BackupFile{file, at, std::filesystem::file_size(file, problem)};
}

std::vector<BackupFile> listBackups(const std::filesystem::path& workspace, const std::filesystem::path& folder)
{
    const std::string start = fromPath(workspace.stem()) + '-';
    std::vector<BackupFile> found;
    std::error_code problem;
    for (std::filesystem::directory_iterator entry(folder, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        const std::string name = fromPath(entry->path().filename());
        if (!name.starts_with(start) || !name.ends_with(extension) || name.size() < start.size() + extension.size()) {
            continue;
        }
        const std::string_view stamp =
            std::string_view(name).substr(start.size(), name.size() - start.size() - extension.size());
        if (const auto at = parseStamp(stamp)) {
            std::error_code unknown;
            found.push_back({entry->path(), *at, std::filesystem::file_size(entry->path(), unknown)});
        }
    }
    std::sort(found.begin(), found.end(), [](const BackupFile& a, const BackupFile& b) {
        // Of two in the same second the longer name, or the higher number in it, is the later one.
        const auto nameA = fromPath(a.file.filename());
        const auto nameB = fromPath(b.file.filename());
        return std::tuple(a.at, nameA.size(), nameA) > std::tuple(b.at, nameB.size(), nameB);
    });
    return found;
}

}  // namespace shopbell::db
