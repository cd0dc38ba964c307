// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/time_zone.h"
#include "ingest/column_mapping.h"
#include "ingest/ingestor.h"
#include "model/consent.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace shopbell {

/// One row that was not taken, or not wholly.
struct ImportProblem {
    std::int64_t line = 0;  ///< of the file, from 1
    Sentence reason;
    bool kept = false;  ///< the row was stored, without what the reason names
};

inline constexpr std::size_t maxListedProblems = 1000;

struct ImportReport {
    std::int64_t rowsRead = 0;  ///< without the header and blank lines, with the bad ones
    std::int64_t badRows = 0;
    std::int64_t profilesCreated = 0;
    std::int64_t profilesUpdated = 0;
    std::int64_t profilesUnchanged = 0;
    std::int64_t profilesMerged = 0;
    std::int64_t eventsStored = 0;
    std::int64_t eventsDuplicate = 0;
    std::int64_t orders = 0;              ///< Placed Order events that were new
    std::int64_t refunds = 0;             ///< Refunded Order events that were new
    std::int64_t ordersCorrected = 0;     ///< known from an earlier import, and otherwise in this one
    std::int64_t rowsOfNobody = 0;        ///< order lines without a customer
    std::vector<ImportProblem> problems;  ///< the first maxListedProblems
    std::int64_t problemsBeyond = 0;      ///< further ones, not listed

    void add(ImportProblem problem);
};

struct ImportSettings {
    std::filesystem::path file;
    std::string sourceName;                 ///< for the log and as the place of consents; empty: the file's name
    std::optional<ColumnMapping> mapping;   ///< CSV only; none: guessed from the header
    std::vector<std::string> mapOverrides;  ///< "E-Mail=email", on top of the guess
    std::optional<char> delimiter;
    TimeZone zone;                          ///< of times written without one
    std::string defaultRegion;              ///< of phone numbers written in national form
    Instant now;                            ///< when the owner says all this
    Instant connectedAt;                    ///< events before it are backfill
    ListId joinList;                        ///< profiles only: put everybody on this list
    std::optional<Consent> vouchedConsent;  ///< profiles only: what the owner vouches for where the file says nothing
    std::size_t batchRows = 0;              ///< 0: a good number
};

/// What read() prepared for one transaction.
class ImportBatch {
public:
    virtual ~ImportBatch() = default;
    std::int64_t rows = 0;
    std::vector<ImportProblem> problems;
};

/// An import as steps: read() prepares the next rows (any one thread, touches no database), apply() stores them (engine
/// thread, one transaction), so that a runner reads the next batch while the last one is applied, shows progress, and
/// may stop in between. Running the same import again after a crash, or just again, doubles and loses nothing: profiles
/// are found by their identifiers and events by their key.
class ImportJob {
public:
    virtual ~ImportJob() = default;
    /// Null at the end. An Error ends the import: the file cannot be read on.
    [[nodiscard]] virtual Result<std::unique_ptr<ImportBatch>> read() = 0;
    /// With the batches in the order in which they were read.
    [[nodiscard]] virtual Result<void> apply(Ingestor& ingestor, ImportBatch& batch) = 0;

    /// Where the job has events, read() packs their properties with this: the thread that stores need not.
    virtual void packWith(PropertyPacker packer);

    /// 0 to 1, by the file's bytes; called by the thread that reads.
    [[nodiscard]] virtual double progress() const = 0;
    /// How the columns are read; empty for NDJSON.
    [[nodiscard]] virtual const ColumnMapping& mapping() const = 0;
    /// What apply() has done so far; engine thread.
    [[nodiscard]] const ImportReport& report() const { return m_report; }

protected:
    void take(ImportBatch& batch, const IngestCounts& counts);
    ImportReport m_report;
};

/// People from CSV or NDJSON (told by the file's first character).
[[nodiscard]] Result<std::unique_ptr<ImportJob>> openProfileImport(const ImportSettings& settings);
/// Events from CSV (profile, metric, time, value, unique_id; other columns are properties) or NDJSON
/// ({"profile":{…},"metric":…,"time":…,"value":…,"unique_id":…,"properties":{…}}).
[[nodiscard]] Result<std::unique_ptr<ImportJob>> openEventImport(const ImportSettings& settings);
/// Orders from CSV, one row per line of an order or one per order.
[[nodiscard]] Result<std::unique_ptr<ImportJob>> openOrderImport(const ImportSettings& settings);

/// Reads and applies to the end, on one thread: for tests, benches and scripts.
[[nodiscard]] Result<ImportReport> runImport(ImportJob& job, Ingestor& ingestor);

}  // namespace shopbell
