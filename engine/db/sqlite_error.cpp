// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite_error.h"

#include "base/text.h"

#include <sqlite3.h>

namespace shopbell::db {

namespace {

struct Meaning {
    ErrorKind kind;
    std::string_view what;
};

Meaning meaningOfConstraint(int code)
{
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID: return {ErrorKind::AlreadyExists, "There is one like it already."};
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return {ErrorKind::Conflict, "It belongs together with something that does not exist, or that still needs it."};
    default: return {ErrorKind::InvalidInput, "A value is missing, or is not one that may stand there."};
    }
}

Meaning meaningOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::Conflict, "Another program is writing to the workspace. Try again in a moment."};
    case SQLITE_FULL: return {ErrorKind::Io, "The disk is full. Free some space and try again; nothing was lost."};
    case SQLITE_CORRUPT: return {ErrorKind::Corrupt, "The workspace file is damaged. Restore it from a backup."};
    case SQLITE_NOTADB:
        return {ErrorKind::Corrupt, "The file is not a Shopbell workspace, or it is damaged. If it was one, restore it "
                                    "from a backup."};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorKind::Refused,
                "The workspace may only be read. Check the permissions of the file and its folder."};
    case SQLITE_CANTOPEN:
        return {ErrorKind::Io,
                "The workspace file cannot be opened. Check that its folder exists and may be written to."};
    case SQLITE_IOERR:
        return {ErrorKind::Io, "The disk reports an error while reading or writing the workspace. Check the disk."};
    case SQLITE_NOMEM: return {ErrorKind::Io, "The computer ran out of memory. Close other programs and try again."};
    case SQLITE_INTERRUPT:
    case SQLITE_ABORT: return {ErrorKind::Cancelled, "It was stopped."};
    case SQLITE_TOOBIG: return {ErrorKind::InvalidInput, "A value is too large to be stored."};
    case SQLITE_CONSTRAINT: return meaningOfConstraint(code);
    case SQLITE_PROTOCOL:
    case SQLITE_NOLFS:
        return {ErrorKind::Io, "The workspace cannot be locked where it lies. Move it to a disk of this computer."};
    default:
        return {ErrorKind::Corrupt, "The workspace does not answer as it should; it may be damaged. If this stays so, "
                                    "restore it from a backup."};
    }
}

}  // namespace

Error makeSqliteError(sqlite3* connection, int code, std::string_view sql)
{
    const auto meaning = meaningOf(code);
    std::string detail = sqlite3_errstr(code);
    if (connection && (sqlite3_extended_errcode(connection) & 0xff) == (code & 0xff)) {
        detail = sqlite3_errmsg(connection);
    }
    detail += " [" + std::to_string(code) + "]";
    if (!sql.empty()) {
        detail += " in: ";
        detail += cutUtf8(trimmed(sql), 200);
    }
    return {meaning.kind, std::string(meaning.what), std::move(detail)};
}

}  // namespace shopbell::db
