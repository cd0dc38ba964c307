// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/workspace.h"

#include "base/file.h"
#include "base/money.h"
#include "base/random.h"
#include "base/text.h"
#include "base/time_zone.h"
#include "db/backup.h"
#include "db/disk.h"
#include "db/file_identity.h"
#include "db/migrator.h"
#include "db/transaction.h"

#include <fstream>
#include <system_error>

namespace shopbell::db {

namespace {

constexpr std::string_view findSettingSql = "SELECT value FROM setting WHERE key = ?1";
constexpr std::string_view listSettingsSql = "SELECT key, value FROM setting";
constexpr std::string_view saveSettingSql =
    "INSERT INTO setting(key, value) VALUES (?1, ?2) ON CONFLICT(key) DO UPDATE SET value = excluded.value";
constexpr std::string_view applicationIdSql = "PRAGMA application_id";
constexpr std::string_view journalModeSql = "PRAGMA journal_mode";
constexpr std::string_view useWalSql = "PRAGMA journal_mode=WAL";

constexpr std::string_view tokenKey = "token";
constexpr std::string_view shopNameKey = "shop_name";
constexpr std::string_view timeZoneKey = "time_zone";
constexpr std::string_view currencyKey = "currency";
constexpr std::string_view countryKey = "country";
constexpr std::string_view createdAtKey = "created_at";
constexpr std::string_view sendingLockedKey = "sending_locked";
constexpr std::string_view fileIdentityKey = "file_identity";

/// How every SQLite file begins.
constexpr std::string_view sqliteHeader{"SQLite format 3\0", 16};

Result<void> checkHeader(const std::filesystem::path& file)
{
    std::error_code problem;
    const auto status = std::filesystem::status(file, problem);
    if (status.type() == std::filesystem::file_type::not_found) {
        return fail(ErrorKind::NotFound,
                    say("workspace-missing", "There is no workspace %1. Check the path, or make a new workspace there.",
                        {fromPath(file)}));
    }
    if (status.type() != std::filesystem::file_type::regular) {
        return fail(ErrorKind::InvalidInput,
                    say("workspace-no-file", "%1 is not a file. Choose a file NAME.shopbell.", {fromPath(file)}));
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return fail(ErrorKind::Refused,
                    say("workspace-not-readable", "%1 may not be read. Check its permissions.", {fromPath(file)}));
    }
    std::string start(sqliteHeader.size(), '\0');
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(stream.gcount()));
    if (start.empty()) {
        return fail(ErrorKind::InvalidInput,
                    say("workspace-empty",
                        "%1 is empty. Restore it from a backup, or remove it and make a new workspace.",
                        {fromPath(file)}));
    }
    if (start != sqliteHeader) {
        return fail(
            ErrorKind::InvalidInput,
            say("not-a-workspace", "%1 is not a Shopbell workspace. Choose a file NAME.shopbell.", {fromPath(file)}));
    }
    return {};
}

Result<void> checkAbout(const Workspace::NewWorkspace& about)
{
    if (!isValidUtf8(about.shopName) || about.shopName.size() > 200) {
        return fail(ErrorKind::InvalidInput,
                    say("shop-name-too-long", "The shop's name must be text of at most 200 bytes."));
    }
    if (!about.timeZone.empty()) {
        if (auto zone = TimeZone::load(about.timeZone); !zone) {
            return fail(zone.error());
        }
    }
    if (!about.currency.empty()) {
        if (auto currency = Currency::parse(about.currency); !currency) {
            return fail(currency.error());
        }
    }
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (!about.country.empty() &&
        (about.country.size() != 2 || !isCapital(about.country[0]) || !isCapital(about.country[1]))) {
        return fail(ErrorKind::InvalidInput,
                    say("country-code-wrong", "The country must be a two-letter code in capitals, for example AT."));
    }
    return {};
}

Result<void> fill(Connection& connection, const Workspace::NewWorkspace& about, const std::string& identity,
                  const Clock& clock)
{
    // application_id is set together with the tables: a file either is a whole workspace or none.
    const auto id = connection.execute("PRAGMA application_id=" + std::to_string(workspaceApplicationId));
    if (!id) {
        return id;
    }
    if (auto done = migrate(connection, workspaceMigrations()); !done) {
        return done;
    }
    return inTransaction(connection, [&]() -> Result<void> {
        const std::pair<std::string_view, std::string> entries[] = {
            {tokenKey, makeToken()},
            {shopNameKey, about.shopName},
            {timeZoneKey, about.timeZone.empty() ? std::string("UTC") : about.timeZone},
            {currencyKey, about.currency},
            {countryKey, about.country},
            {createdAtKey, clock.now().toIso()},
            {sendingLockedKey, "0"},
            {fileIdentityKey, identity},
        };
        for (const auto& [key, value] : entries) {
            if (auto saved = saveSetting(connection, key, value); !saved) {
                return saved;
            }
        }
        return {};
    });
}

Result<void> makeFile(const std::filesystem::path& unfinished, const std::filesystem::path& file,
                      const Workspace::NewWorkspace& about, const Clock& clock)
{
    auto connection = Connection::open(unfinished, OpenMode::Create);
    if (!connection) {
        return fail(connection.error());
    }
    const auto identity = describeFileIdentity(unfinished, file);
    if (!identity) {
        return fail(identity.error());
    }
    if (auto filled = fill(*connection, about, *identity, clock); !filled) {
        return filled;
    }
    return connection->checkpoint();
}

Result<void> useWal(Connection& connection, const std::filesystem::path& file)
{
    std::string mode;
    const auto onRow = [&](Statement& row) { mode = row.string(0); };
    auto asked = connection.each(journalModeSql, onRow);
    if (asked && mode != "wal") {
        asked = connection.each(useWalSql, onRow);  // a backup, or a restored one
    }
    if (!asked) {
        return asked;
    }
    if (mode != "wal") {
        return fail(ErrorKind::Io,
                    say("workspace-place-refused",
                        "A workspace cannot be used where %1 lies. Move it to a folder on a disk of this computer.",
                        {fromPath(file)}));
    }
    return {};
}

Result<void> lockWhenCopied(Connection& connection, const std::filesystem::path& file)
{
    const auto recorded = findSetting(connection, fileIdentityKey);
    if (!recorded) {
        return fail(recorded.error());
    }
    const auto found = describeFileIdentity(file, file);
    if (!found) {
        return fail(found.error());
    }
    if (isSameFile(recorded->value_or(std::string()), *found)) {
        return {};
    }
    return lockSending(connection);
}

Result<void> backUpBeforeMigrating(const std::filesystem::path& file, int newest)
{
    auto source = Connection::open(file, OpenMode::ReadOnly);
    if (!source) {
        return fail(source.error());
    }
    return backUpTo(*source, withSuffix(file, "-before-v" + std::to_string(newest)), CancelToken{});
}

}  // namespace

Result<int> inspectWorkspace(const std::filesystem::path& file)
{
    if (auto sound = checkHeader(file); !sound) {
        return fail(sound.error());
    }
    auto connection = Connection::open(file, OpenMode::ReadOnly);
    if (!connection) {
        return fail(connection.error());
    }
    const auto id = connection->findInteger(applicationIdSql);
    if (!id) {
        return fail(id.error());
    }
    if (*id != workspaceApplicationId) {
        return fail(ErrorKind::InvalidInput,
                    say("file-of-another-program", "%1 belongs to another program. Choose a file NAME.shopbell.",
                        {fromPath(file)}));
    }
    const auto version = schemaVersion(*connection);
    if (!version) {
        return fail(version.error());
    }
    const int newest = workspaceMigrations().back().number;
    if (*version > newest) {
        return fail(ErrorKind::Conflict,
                    say("file-of-newer-shopbell",
                        "%1 was made by a newer Shopbell. Install the newest Shopbell to open it.", {fromPath(file)}),
                    "its version is " + std::to_string(*version) + ", this Shopbell knows " + std::to_string(newest));
    }
    return *version;
}

Result<Workspace> Workspace::create(const std::filesystem::path& file, const NewWorkspace& about, const Clock& clock)
{
    if (auto sound = checkAbout(about); !sound) {
        return fail(sound.error());
    }
    std::error_code problem;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, problem))) {
        return fail(ErrorKind::AlreadyExists,
                    say("file-exists", "There is a file %1 already. Choose another name.", {fromPath(file)}));
    }
    if (file.has_parent_path() && !std::filesystem::is_directory(file.parent_path(), problem)) {
        return fail(ErrorKind::NotFound,
                    say("folder-missing", "There is no folder %1. Make it first.", {fromPath(file.parent_path())}));
    }
    // Made under a name of its own and moved when whole: nobody ever sees half a workspace.
    const auto unfinished = withSuffix(file, "-new-" + makeToken());
    auto made = makeFile(unfinished, file, about, clock);
    if (made) {
        // What a deleted workspace of the same name may have left behind must not be read into the new one.
        removeLogs(file);
        made = moveIntoEmptyPlace(unfinished, file);
    }
    if (!made) {
        removeDatabase(unfinished);
        return fail(made.error());
    }
    return Workspace(file);
}

Result<Workspace> Workspace::open(const std::filesystem::path& file, const Clock&)
{
    const auto version = inspectWorkspace(file);
    if (!version) {
        return fail(version.error());
    }
    const int newest = workspaceMigrations().back().number;
    if (*version < newest) {
        if (auto kept = backUpBeforeMigrating(file, newest); !kept) {
            return fail(kept.error().kind,
                        "The workspace was not opened, because it could not be backed up before it is brought to this "
                        "version. " +
                            kept.error().what,
                        kept.error().detail);
        }
    }
    auto connection = Connection::open(file, OpenMode::ReadWrite);
    if (!connection) {
        return fail(connection.error());
    }
    if (auto ready = useWal(*connection, file); !ready) {
        return fail(ready.error());
    }
    if (auto done = migrate(*connection, workspaceMigrations()); !done) {
        return fail(done.error());
    }
    if (auto checked = lockWhenCopied(*connection, file); !checked) {
        return fail(checked.error());
    }
    return Workspace(file);
}

std::filesystem::path Workspace::derivedFile() const
{
    return withSuffix(m_file, "-derived-v" + std::to_string(derivedVersion));
}

Result<Connection> Workspace::connect(OpenMode mode) const
{
    // Never Create: a workspace that was taken away while open must not come back empty.
    return Connection::open(m_file, mode == OpenMode::ReadOnly ? OpenMode::ReadOnly : OpenMode::ReadWrite);
}

Result<WorkspaceSettings> Workspace::loadSettings(Connection& connection)
{
    WorkspaceSettings settings;
    auto read = connection.each(listSettingsSql, [&](Statement& row) {
        const auto key = row.text(0);
        if (key == tokenKey) {
            settings.token = row.string(1);
        } else if (key == shopNameKey) {
            settings.shopName = row.string(1);
        } else if (key == timeZoneKey) {
            settings.timeZone = row.string(1);
        } else if (key == currencyKey) {
            settings.currency = row.string(1);
        } else if (key == countryKey) {
            settings.country = row.string(1);
        } else if (key == sendingLockedKey) {
            settings.sendingLocked = row.text(1) != "0";
        }
    });
    if (!read) {
        return fail(read.error());
    }
    if (settings.token.empty()) {
        return fail(ErrorKind::Corrupt,
                    say("workspace-nameless", "The workspace does not say which one it is. Restore it from a backup."));
    }
    return settings;
}

Result<void> Workspace::saveSettings(Connection& connection, const WorkspaceSettings& settings)
{
    const NewWorkspace about{settings.shopName, settings.timeZone, settings.currency, settings.country};
    if (auto sound = checkAbout(about); !sound) {
        return sound;
    }
    return inTransaction(connection, [&]() -> Result<void> {
        const std::pair<std::string_view, std::string_view> entries[] = {
            {shopNameKey, settings.shopName},
            {timeZoneKey, settings.timeZone},
            {currencyKey, settings.currency},
            {countryKey, settings.country},
        };
        for (const auto& [key, value] : entries) {
            if (auto saved = saveSetting(connection, key, value); !saved) {
                return saved;
            }
        }
        return settings.sendingLocked ? lockSending(connection) : Result<void>{};
    });
}

Result<void> unlockSending(Connection& connection, const std::filesystem::path& file)
{
    const auto identity = describeFileIdentity(file, file);
    if (!identity) {
        return fail(identity.error());
    }
    return inTransaction(connection, [&]() -> Result<void> {
        if (auto saved = saveSetting(connection, fileIdentityKey, *identity); !saved) {
            return saved;
        }
        return saveSetting(connection, sendingLockedKey, "0");
    });
}

Result<void> lockSending(Connection& connection)
{
    return saveSetting(connection, sendingLockedKey, "1");
}

Result<std::optional<std::string>> findSetting(Connection& connection, std::string_view key)
{
    std::optional<std::string> value;
    auto read = connection.each(
        findSettingSql, [&](Statement& row) { value = row.string(0); }, key);
    if (!read) {
        return fail(read.error());
    }
    return value;
}

Result<void> saveSetting(Connection& connection, std::string_view key, std::string_view value)
{
    return connection.run(saveSettingSql, key, value);
}

}  // namespace shopbell::db
