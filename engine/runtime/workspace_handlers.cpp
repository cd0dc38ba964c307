// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/workspace.h"
#include "base/file.h"
#include "base/money.h"
#include "db/backup.h"
#include "db/transaction.h"
#include "history/history_view.h"
#include "profiles/profile_reading.h"
#include "runtime/doctor.h"
#include "runtime/handlers.h"

namespace shopbell {

namespace {

constexpr std::string_view countSegmentsSql = "SELECT count(*) FROM segment";
constexpr std::string_view countWaitingSql = "SELECT count(*) FROM message WHERE state IN (0, 1, 2)";

std::filesystem::path backupFolder(const db::Workspace& workspace)
{
    return workspace.file().parent_path() / "backups";
}

Result<WorkspaceInfo> loadInfo(ReadContext& reading, const LoadWorkspaceInfo& question)
{
    WorkspaceInfo info;
    info.file = fromPath(reading.workspace.file());
    info.shopName = reading.settings.shopName;
    info.timeZone = reading.settings.timeZone;
    info.currency = reading.settings.currency;
    info.country = reading.settings.country;
    info.sendingLocked = reading.settings.sendingLocked;
    info.acting = reading.acting;
    info.actingElsewhere = reading.actingElsewhere;
    info.secretPlace = sayLabel(reading.secrets.place());
    auto profiles = countProfiles(reading.db);
    if (!profiles) {
        return fail(profiles.error());
    }
    info.profiles = *profiles;
    info.events = reading.history->through().value;
    if (question.countEvents) {
        auto metrics = reading.history->listMetrics();
        if (!metrics) {
            return fail(metrics.error());
        }
        info.events = 0;
        for (const auto& metric : *metrics) {
            info.events += metric.events;
        }
    }
    for (const auto& [sql, into] :
         {std::pair{countSegmentsSql, &info.segments}, std::pair{countWaitingSql, &info.waitingMessages}}) {
        auto count = reading.db.findInteger(sql);
        if (!count) {
            return fail(count.error());
        }
        *into = count->value_or(0);
    }
    return info;
}

Result<Done> saveSettings(WriteContext& writing, const SaveWorkspaceSettings& command)
{
    auto zone = TimeZone::load(command.timeZone);
    if (!zone) {
        return fail(zone.error());
    }
    if (!command.currency.empty()) {
        if (auto currency = Currency::parse(command.currency); !currency) {
            return fail(currency.error());
        }
    }
    auto changed = writing.settings;
    changed.shopName = command.shopName;
    changed.timeZone = command.timeZone;
    changed.currency = command.currency;
    changed.country = command.country;
    if (auto saved = db::Workspace::saveSettings(writing.db, changed); !saved) {
        return fail(saved.error());
    }
    writing.settings = changed;
    writing.zone = *zone;
    writing.notices.publish(Topic::Workspace);
    return Done{};
}

Result<Done> unlock(WriteContext& writing, const UnlockSending&)
{
    if (auto unlocked = db::unlockSending(writing.db, writing.workspace.file()); !unlocked) {
        return fail(unlocked.error());
    }
    writing.settings.sendingLocked = false;
    writing.notices.publish(Topic::Workspace);
    return Done{};
}

/// On a connection of its own: reading a large file must not hold the engine thread up.
Result<BackupInfo> backUp(JobContext& job, const BackUp& command)
{
    auto source =
        job.onEngine([](WriteContext& writing) { return writing.workspace.connect(db::OpenMode::ReadWrite); });
    if (!source) {
        return fail(source.error());
    }
    const auto tell = [&](double share) {
        job.tell(Progress::Kind::Backup, say("backing-up", "Backing up"), static_cast<std::int64_t>(share * 1000),
                 1000);
    };
    if (command.target.empty()) {
        auto made = db::backUpRotating(*source, source->file().parent_path() / "backups", command.keep, job.clock,
                                       job.cancel, tell);
        if (!made) {
            return fail(made.error());
        }
        return BackupInfo{fromPath(made->file), made->at, static_cast<std::int64_t>(made->bytes)};
    }
    const auto target = toPath(command.target);
    if (auto made = db::backUpTo(*source, target, job.cancel, tell); !made) {
        return fail(made.error());
    }
    std::error_code ignored;
    return BackupInfo{command.target, job.clock.now(),
                      static_cast<std::int64_t>(std::filesystem::file_size(target, ignored))};
}

Result<std::vector<BackupInfo>> listBackups(ReadContext& reading, const ListBackups&)
{
    std::vector<BackupInfo> infos;
    for (const auto& backup : db::listBackups(reading.workspace.file(), backupFolder(reading.workspace))) {
        infos.push_back({fromPath(backup.file), backup.at, static_cast<std::int64_t>(backup.bytes)});
    }
    return infos;
}

Result<std::string> loadSetting(ReadContext& reading, const LoadSetting& question)
{
    auto value = db::findSetting(reading.db, "owner." + question.key);
    if (!value) {
        return fail(value.error());
    }
    return value->value_or(std::string());
}

Result<Done> saveSetting(WriteContext& writing, const SaveSetting& command)
{
    if (auto saved = db::saveSetting(writing.db, "owner." + command.key, command.value); !saved) {
        return fail(saved.error());
    }
    writing.notices.publish(Topic::Workspace);
    return Done{};
}

}  // namespace

void addWorkspaceHandlers(HandlerTable& table)
{
    table.question(loadInfo);
    table.command(saveSettings);
    table.command(unlock);
    table.job(backUp);
    table.question(listBackups);
    table.question(runDoctor);
    table.question(loadSetting);
    table.command(saveSetting);
}

}  // namespace shopbell
