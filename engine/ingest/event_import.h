// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/csv_reader.h"
#include "ingest/import_job.h"
#include "ingest/ndjson_reader.h"
#include "ingest/text_arena.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

// For the .cpp files of this folder; outside, import_job.h is enough.

[[nodiscard]] std::string sourceNameOf(const ImportSettings& settings);
/// The given mapping, or a guess, with the owner's changes on top.
[[nodiscard]] Result<ColumnMapping> chooseMapping(ImportKind kind, const ImportSettings& settings,
                                                  const std::vector<std::string>& header);
/// Some first rows; none where the file cannot be read.
[[nodiscard]] std::vector<std::vector<std::string>> readSample(const ImportSettings& settings);

/// Events of either kind of file.
class EventImport : public ImportJob {
public:
    [[nodiscard]] Result<void> apply(Ingestor& ingestor, ImportBatch& batch) override;
    [[nodiscard]] const ColumnMapping& mapping() const override { return m_mapping; }

protected:
    EventImport(const ImportSettings& settings, ColumnMapping mapping)
        : m_settings(settings), m_mapping(std::move(mapping))
    {
    }
    /// An email address when it parses as one, else an external id of the owner's own numbering.
    static void setProfile(std::string_view text, TextArena& arena, ProfileRef& who);
    /// What an event still lacks, in a sentence; empty: nothing.
    [[nodiscard]] static Sentence findGap(const IncomingEvent& event, bool hasTime);

    void packWith(PropertyPacker packer) override { m_packer.emplace(std::move(packer)); }
    /// The event's properties as they are stored, when there is a packer.
    void pack(TextArena& arena, IncomingEvent& event);

    ImportSettings m_settings;
    ColumnMapping m_mapping;

private:
    std::optional<PropertyPacker> m_packer;
    std::string m_packed;
};

class CsvEventImport final : public EventImport {
public:
    CsvEventImport(const ImportSettings& settings, std::unique_ptr<CsvReader> reader, ColumnMapping mapping);
    [[nodiscard]] Result<std::unique_ptr<ImportBatch>> read() override;
    [[nodiscard]] double progress() const override { return m_reader->progress(); }

private:
    enum class Role { Profile, Email, Phone, External, Anonymous, Metric, Time, Value, UniqueId, Property, Ignored };
    struct Column {
        Role role;
        std::string jsonName;  ///< "\"colour\":", for a property
    };
    /// A sentence about what is wrong; empty: nothing.
    [[nodiscard]] Sentence readEvent(const CsvRow& row, TextArena& arena, IncomingEvent& event);

    std::unique_ptr<CsvReader> m_reader;
    std::vector<Column> m_columns;
    std::string m_json;
};

class NdjsonEventImport final : public EventImport {
public:
    NdjsonEventImport(const ImportSettings& settings, std::unique_ptr<NdjsonReader> reader);
    ~NdjsonEventImport() override;
    [[nodiscard]] Result<std::unique_ptr<ImportBatch>> read() override;
    [[nodiscard]] double progress() const override { return m_reader->progress(); }

private:
    struct Parsers;
    [[nodiscard]] Sentence readEvent(std::string_view text, TextArena& arena, IncomingEvent& event);

    std::unique_ptr<NdjsonReader> m_reader;
    std::unique_ptr<Parsers> m_parsers;
};

}  // namespace shopbell
