// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/known_members.h"

#include "db/transaction.h"
#include "history/packed_column.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <vector>

namespace shopbell::segments {

namespace {

constexpr std::string_view makeTablesSql =
    "CREATE TABLE IF NOT EXISTS segment_known(one INTEGER PRIMARY KEY CHECK (one = 1), token TEXT NOT NULL,"
    " through INTEGER NOT NULL, digest INTEGER NOT NULL);"
    "CREATE TABLE IF NOT EXISTS segment_known_members(segment INTEGER PRIMARY KEY, bits BLOB NOT NULL)";
constexpr std::string_view dropMembersSql = "DELETE FROM segment_known_members";
constexpr std::string_view addMembersSql = "INSERT INTO segment_known_members(segment, bits) VALUES (?1, ?2)";
constexpr std::string_view saveAboutSql =
    "INSERT OR REPLACE INTO segment_known(one, token, through, digest) VALUES (1, ?1, ?2, ?3)";
constexpr std::string_view hasTablesSql = "SELECT count(*) FROM sqlite_master WHERE name = 'segment_known'";
constexpr std::string_view aboutSql = "SELECT token, through, digest FROM segment_known";
constexpr std::string_view membersSql = "SELECT segment, bits FROM segment_known_members ORDER BY segment";

constexpr std::string_view recordSql =
    "INSERT OR REPLACE INTO segment_members(segment, question, row, bits) VALUES (?1, 0, ?2, ?3)";
constexpr std::string_view recordQuestionSql = "UPDATE segment_members SET question = ?2 WHERE segment = ?1";
constexpr std::string_view recordThroughSql = "INSERT OR REPLACE INTO segment_watch(one, through) VALUES (1, ?1)";
constexpr std::string_view forgetSql = "DELETE FROM segment_members WHERE segment = ?1";
constexpr std::string_view recordedSql = "SELECT segment, question, row, bits FROM segment_members";
constexpr std::string_view recordedIdsSql = "SELECT segment FROM segment_members";
constexpr std::string_view recordedThroughSql = "SELECT through FROM segment_watch";

/// Little-endian words without the empty ones at the end.
std::string bytesOf(const ProfileBitmap& members)
{
    auto words = members.words();
    while (!words.empty() && words.back() == 0) {
        words = words.first(words.size() - 1);
    }
    std::string bytes(words.size() * 8, '\0');
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t byte = 0; byte < 8; ++byte) {
            bytes[i * 8 + byte] = static_cast<char>((words[i] >> (8 * byte)) & 0xFF);
        }
    }
    return bytes;
}

ProfileBitmap membersOf(std::string_view bytes)
{
    ProfileBitmap members(static_cast<ProfileNumber>(bytes.size() * 8));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        members.words()[i / 8] |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * (i % 8));
    }
    return members;
}

bool isSound(std::string_view bytes)
{
    return bytes.size() % 8 == 0 && bytes.size() / 8 <= (std::size_t{maxProfileNumber} + 64) / 64;
}

std::uint64_t addToDigest(std::uint64_t digest, SegmentId segment, std::string_view bytes)
{
    return checksum(bytes, digest * 31 + static_cast<std::uint64_t>(segment.value));
}

}  // namespace

Result<void> saveKnownMembers(const db::Workspace& workspace, const std::string& token,
                              const LiveSegments::Known& members, std::int64_t through)
{
    auto file = db::Connection::open(workspace.derivedFile(), db::OpenMode::ReadWrite);
    if (!file) {
        return fail(file.error());
    }
    if (auto relaxed = file->relaxDurability(); !relaxed) {
        return relaxed;
    }
    return db::inTransaction(*file, [&]() -> Result<void> {
        if (auto made = file->execute(makeTablesSql); !made) {
            return made;
        }
        if (auto dropped = file->run(dropMembersSql); !dropped) {
            return dropped;
        }
        std::uint64_t digest = static_cast<std::uint64_t>(through);
        for (const auto& [segment, its] : members) {
            const std::string bytes = bytesOf(its);
            digest = addToDigest(digest, segment, bytes);
            auto adding = file->cached(addMembersSql);
            if (!adding) {
                return fail(adding.error());
            }
            (*adding)->bind(1, segment);
            (*adding)->bindBlob(2, bytes);
            if (auto added = (*adding)->run(); !added) {
                return added;
            }
        }
        return file->run(saveAboutSql, token, through, static_cast<std::int64_t>(digest));
    });
}

std::optional<KnownMembers> findKnownMembers(const db::Workspace& workspace, const std::string& token)
{
    std::error_code ignored;
    if (!std::filesystem::exists(workspace.derivedFile(), ignored)) {
        return std::nullopt;
    }
    auto file = db::Connection::open(workspace.derivedFile(), db::OpenMode::ReadWrite);
    if (!file) {
        return std::nullopt;
    }
    auto there = file->findInteger(hasTablesSql);
    if (!there || there->value_or(0) == 0) {
        return std::nullopt;
    }
    auto reading = db::Transaction::beginReading(*file);
    KnownMembers known;
    std::string its;
    std::uint64_t expected = 0;
    auto read = file->each(aboutSql, [&](db::Statement& row) {
        its = row.string(0);
        known.through = row.integer(1);
        expected = static_cast<std::uint64_t>(row.integer(2));
    });
    if (!reading || !read || its != token || token.empty()) {
        return std::nullopt;
    }
    std::uint64_t digest = static_cast<std::uint64_t>(known.through);
    bool sound = true;
    read = file->each(membersSql, [&](db::Statement& row) {
        const std::string_view bytes = row.blob(1);
        const SegmentId segment = row.id<SegmentId>(0);
        digest = addToDigest(digest, segment, bytes);
        sound = sound && isSound(bytes);
        if (sound) {
            known.segments.emplace(segment, MembersThen{membersOf(bytes), known.through});
        }
    });
    return read && sound && digest == expected ? std::optional(std::move(known)) : std::nullopt;
}

Result<void> recordMembers(db::Connection& db, const RecordedMembers& recorded)
{
    return db::inTransaction(db, [&]() -> Result<void> {
        for (const auto& [segment, then] : recorded.segments) {
            const std::string bytes = bytesOf(then.members);
            auto recording = db.cached(recordSql);
            if (!recording) {
                return fail(recording.error());
            }
            (*recording)->bind(1, segment);
            (*recording)->bind(2, then.row);
            (*recording)->bindBlob(3, bytes);
            if (auto done = (*recording)->run(); !done) {
                return done;
            }
        }
        std::vector<SegmentId> gone;
        auto read = db.each(recordedIdsSql, [&](db::Statement& row) {
            const auto segment = row.id<SegmentId>(0);
            if (!recorded.questions.contains(segment)) {
                gone.push_back(segment);
            }
        });
        if (!read) {
            return read;
        }
        for (const SegmentId segment : gone) {
            if (auto done = db.run(forgetSql, segment); !done) {
                return done;
            }
        }
        for (const auto& [segment, question] : recorded.questions) {
            if (auto done = db.run(recordQuestionSql, segment, static_cast<std::int64_t>(question)); !done) {
                return done;
            }
        }
        return db.run(recordThroughSql, recorded.through);
    });
}

Result<RecordedMembers> loadRecordedMembers(db::Connection& db)
{
    RecordedMembers recorded;
    auto through = db.findInteger(recordedThroughSql);
    if (!through) {
        return fail(through.error());
    }
    recorded.through = through->value_or(0);
    auto read = db.each(recordedSql, [&](db::Statement& row) {
        if (isSound(row.blob(3))) {
            const auto segment = row.id<SegmentId>(0);
            recorded.segments.emplace(segment, MembersThen{membersOf(row.blob(3)), row.integer(2)});
            recorded.questions.emplace(segment, static_cast<std::uint64_t>(row.integer(1)));
        }
    });
    return read ? Result<RecordedMembers>(std::move(recorded)) : fail(read.error());
}

}  // namespace shopbell::segments
