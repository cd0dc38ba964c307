// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "db/workspace.h"
#include "history/aliases.h"
#include "history/column_set.h"
#include "history/key_filter.h"
#include "history/shelf.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace shopbell {

/// A slice of one metric's events in the derived file, ascending by (instant, row), in consecutive blocks.
struct EventRun {
    std::int64_t id = 0;
    std::int64_t metric = 0;
    std::int64_t firstBlock = 0;
    std::int64_t blocks = 0;
    std::int64_t events = 0;
    std::int64_t firstAt = 0;
    std::int64_t lastAt = 0;
};

/// A slice of the duplicate keys, ascending, in consecutive blocks.
struct KeyRun {
    std::int64_t id = 0;
    std::int64_t firstBlock = 0;
    std::int64_t blocks = 0;
    std::int64_t keys = 0;
};

/// A duplicate key as it is kept: the upper 36 bits of its hash, and its log row.
struct StoredKey {
    std::uint64_t prefix = 0;
    std::int64_t row = 0;
    friend auto operator<=>(const StoredKey&, const StoredKey&) = default;
};
inline constexpr unsigned keyPrefixShift = 28;
/// As many as fill one page of the file.
inline constexpr std::size_t keysPerBlock = 1536;

/// One run of keys as it is held in memory: which blocks to look in, and whether to look at all.
struct SealedKeys {
    explicit SealedKeys(const KeyRun& its) : run(its), filter(static_cast<std::size_t>(its.keys)) {}
    KeyRun run;
    std::vector<std::uint64_t> firstPrefixes;  ///< of each block
    KeyFilter filter;
};

/// What the derived file says of itself.
struct DerivedAbout {
    std::int64_t generation = 0;   ///< counts the changes
    std::int64_t through = 0;      ///< every log row up to this one is in
    ProfileNumber profileEnd = 0;  ///< one past the highest profile number among them
    std::uint64_t runDigest = 0;
    std::uint64_t voidedDigest = 0;
    std::uint64_t keyDigest = 0;
};

/// NAME.shopbell-derived-vN as far as the history uses it: sealed columns, keys, events that stand no longer. All of it
/// can be made again from the log, so every doubt (a wrong checksum, a row of the log that is not the one that was
/// seen) is answered with Corrupt, and the owner starts it anew. Each object belongs to one thread: the engine thread's
/// answers for the file, one beside it seals. Static functions belong to the thread of the connection they are given.
class DerivedFile {
public:
    /// Opens the file, or makes a new one where it is missing, foreign, old or damaged. Where even that fails (a full
    /// disk, a folder that cannot be written) there is none: isUsable() is false, and everything stays in memory.
    [[nodiscard]] static Result<std::unique_ptr<DerivedFile>> open(const db::Workspace& workspace, db::Connection& log);
    /// One more connection to a file that another object has opened, for another thread. It mends nothing.
    [[nodiscard]] static Result<std::unique_ptr<DerivedFile>> openBeside(const db::Workspace& workspace,
                                                                         std::string token);
    [[nodiscard]] const std::string& token() const { return m_token; }
    /// Reads again what the file says of itself, after another connection has written.
    [[nodiscard]] Result<void> refresh();
    /// Throws everything away and begins with an empty file.
    void startAnew();

    [[nodiscard]] std::int64_t through() const { return m_about.through; }
    [[nodiscard]] ProfileNumber profileEnd() const { return m_about.profileEnd; }
    [[nodiscard]] db::Connection& connection() { return *m_connection; }
    [[nodiscard]] bool isUsable() const { return m_connection.has_value(); }
    [[nodiscard]] std::int64_t generation() const { return m_about.generation; }

    struct Sealing {
        std::int64_t from = 0;  ///< what through() must be
        /// By metric: living events in (from, newThrough], any order.
        std::vector<std::pair<std::int64_t, std::vector<LoggedEvent>>> events;
        std::vector<std::pair<std::int64_t, VoidedEvent>> voided;  ///< of events sealed before
        std::vector<StoredKey> keys;
        std::int64_t newThrough = 0;
        /// Runs are merged when no more events (or keys) than this have to be written anew for it.
        std::int64_t mostMerged = std::numeric_limits<std::int64_t>::max();
        const std::atomic<bool>* stop = nullptr;  ///< Cancelled, and nothing written, once it is true
        /// Called inside the transaction, before it is committed: the file's generation to be, and filters of new runs.
        std::function<void(std::int64_t, std::vector<std::shared_ptr<const SealedKeys>>)> ready;
    };
    /// False when another process has changed the file meanwhile: nothing was written, the state was read again.
    [[nodiscard]] Result<bool> seal(Sealing& sealing, db::Connection& log);
    /// Takes what belongs to these profiles (up to and with each one's row) out of all runs.
    [[nodiscard]] Result<void> erase(std::span<const std::pair<ProfileNumber, std::int64_t>> profiles,
                                     db::Connection& log);

    [[nodiscard]] Result<std::vector<KeyRun>> listKeyRuns();
    /// The keys of one block of a run.
    [[nodiscard]] Result<std::vector<StoredKey>> loadKeys(std::int64_t block);
    /// Appends the rows that stand under one prefix in a block.
    [[nodiscard]] Result<void> findRows(std::int64_t block, std::uint64_t prefix, std::vector<std::int64_t>& rows);

    /// A connection for reading, with little memory of its own: what is read here is read once.
    [[nodiscard]] static Result<db::Connection> connectReader(const std::filesystem::path& path);
    /// The base of one metric, from any thread's own connection.
    [[nodiscard]] static Result<std::shared_ptr<const ColumnSet>>
    loadColumns(db::Connection& reader, std::int64_t metric, std::shared_ptr<const Aliases> aliases);

private:
    DerivedFile() = default;
    [[nodiscard]] Result<void> connect(db::OpenMode mode);
    [[nodiscard]] Result<void> openFile();
    [[nodiscard]] Result<void> loadAbout();
    [[nodiscard]] Result<void> check(db::Connection& log);
    [[nodiscard]] Result<void> saveAbout();
    [[nodiscard]] Result<void> anchor(db::Connection& log);
    [[nodiscard]] Result<void> giveRoomBack();
    [[nodiscard]] static Result<std::vector<EventRun>> loadWholeRuns(db::Connection& connection,
                                                                     const DerivedAbout& about);

    std::filesystem::path m_path;
    std::string m_token;
    std::optional<db::Connection> m_connection;
    DerivedAbout m_about;
};

}  // namespace shopbell
