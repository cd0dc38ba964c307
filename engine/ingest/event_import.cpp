// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/event_import.h"

#include "base/file.h"
#include "base/text.h"
#include "ingest/cell_text.h"
#include "ingest/json_text.h"

namespace shopbell {
namespace {

constexpr std::size_t defaultBatchRows = 20'000;

struct EventBatch final : ImportBatch {
    TextArena arena;
    std::vector<IncomingEvent> events;
    std::vector<std::int64_t> lines;
};

Result<std::unique_ptr<ImportJob>> openCsv(const ImportSettings& settings)
{
    auto reader = CsvReader::open(settings.file, settings.delimiter);
    if (!reader) {
        return fail(reader.error());
    }
    auto mapping = chooseMapping(ImportKind::Events, settings, (*reader)->header());
    if (!mapping) {
        return fail(mapping.error());
    }
    const bool saysWho = mapping->find("profile") || mapping->find("email") || mapping->find("external_id") ||
                         mapping->find("phone") || mapping->find("anonymous_id");
    for (const auto& [stands, target, what] :
         {std::tuple(saysWho, "profile", "whose event a row is"),
          std::tuple(mapping->find("metric").has_value(), "metric", "what happened"),
          std::tuple(mapping->find("time").has_value(), "time", "when it happened")}) {
        if (!stands) {
            return fail(ErrorKind::InvalidInput,
                        say("column-missing", "No column says %1. Name the one that does, as \"COLUMN=%2\".",
                            {sayLabel(what), target}),
                        "its columns: " + join((*reader)->header(), ", "));
        }
    }
    return std::unique_ptr<ImportJob>(new CsvEventImport(settings, std::move(*reader), std::move(*mapping)));
}

}  // namespace

std::string sourceNameOf(const ImportSettings& settings)
{
    return settings.sourceName.empty() ? fromPath(settings.file.filename()) : settings.sourceName;
}

Result<ColumnMapping> chooseMapping(ImportKind kind, const ImportSettings& settings,
                                    const std::vector<std::string>& header)
{
    ColumnMapping mapping = settings.mapping ? settings.mapping->arrangedFor(header)
                                             : ColumnMapping::guess(kind, header, readSample(settings));
    for (const std::string& assignment : settings.mapOverrides) {
        if (auto set = mapping.set(assignment); !set) {
            return fail(set.error());
        }
    }
    return mapping;
}

std::vector<std::vector<std::string>> readSample(const ImportSettings& settings)
{
    std::vector<std::vector<std::string>> sample;
    auto reader = CsvReader::open(settings.file, settings.delimiter);
    CsvRow row;
    while (reader && sample.size() < 50) {
        const auto got = (*reader)->next(row);
        if (!got || !*got) {
            break;
        }
        if (row.problem.empty()) {
            sample.emplace_back(row.fields.begin(), row.fields.end());
        }
    }
    return sample;
}

Result<void> EventImport::apply(Ingestor& ingestor, ImportBatch& given)
{
    auto& batch = static_cast<EventBatch&>(given);
    auto counts = ingestor.apply({}, batch.events, "import " + sourceNameOf(m_settings));
    if (!counts) {
        return fail(counts.error());
    }
    take(batch, *counts);
    for (const RefusedRecord& refused : counts->refusedEvents) {
        m_report.add({batch.lines[refused.index], describedSentence(refused.error), false});
    }
    return {};
}

void EventImport::pack(TextArena& arena, IncomingEvent& event)
{
    if (!m_packer || event.properties.empty()) {
        return;
    }
    m_packed.clear();
    m_packer->pack(event.properties, m_packed);
    event.packed = arena.keep(m_packed);
}

CsvEventImport::CsvEventImport(const ImportSettings& settings, std::unique_ptr<CsvReader> reader, ColumnMapping mapping)
    : EventImport(settings, std::move(mapping)), m_reader(std::move(reader))
{
    for (const MappedColumn& column : m_mapping.columns()) {
        Role role = Role::Property;
        for (const auto& [target, meant] :
             {std::pair("profile", Role::Profile), std::pair("email", Role::Email), std::pair("phone", Role::Phone),
              std::pair("external_id", Role::External), std::pair("anonymous_id", Role::Anonymous),
              std::pair("metric", Role::Metric), std::pair("time", Role::Time), std::pair("value", Role::Value),
              std::pair("unique_id", Role::UniqueId), std::pair("", Role::Ignored)}) {
            role = column.target == target ? meant : role;
        }
        std::string name;
        if (role == Role::Property) {
            appendJsonText(name, column.target);
            name += ':';
        }
        m_columns.push_back({role, std::move(name)});
    }
}

Sentence CsvEventImport::readEvent(const CsvRow& row, TextArena& arena, IncomingEvent& event)
{
    std::string& json = m_json;
    json.clear();
    bool hasTime = false;
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
        const std::string_view cell = trimmed(row.fields[i]);
        if (cell.empty()) {
            continue;
        }
        switch (m_columns[i].role) {
        case Role::Profile: setProfile(cell, arena, event.who); break;
        case Role::Email: event.who.email = arena.keep(cell); break;
        case Role::Phone: event.who.phone = arena.keep(cell); break;
        case Role::External: event.who.externalId = arena.keep(cell); break;
        case Role::Anonymous: event.who.anonymousId = arena.keep(cell); break;
        case Role::Metric: event.metric = arena.keep(cell); break;
        case Role::UniqueId: event.uniqueId = arena.keep(cell); break;
        case Role::Time: {
            const auto at = parseCellTime(cell, m_settings.zone);
            if (!at) {
                return say("cell-no-instant",
                           "\"%1\" is not a time; write it as 2026-11-21T09:30:00Z or in Unix seconds.",
                           {cutUtf8(cell, 60)});
            }
            event.at = *at;
            hasTime = true;
            break;
        }
        case Role::Value: {
            const auto value = parseCellAmount(cell);
            if (!value) {
                return say("cell-value-no-number", "\"%1\" in the column of the value is not a number.",
                           {cutUtf8(cell, 60)});
            }
            event.value = *value;
            break;
        }
        case Role::Property:
            json += json.empty() ? '{' : ',';
            json += m_columns[i].jsonName;
            appendCellJson(json, cell);
            break;
        case Role::Ignored: break;
        }
    }
    if (!json.empty()) {
        json += '}';
        event.properties = arena.keep(json);
    }
    return findGap(event, hasTime);
}

Result<std::unique_ptr<ImportBatch>> CsvEventImport::read()
{
    auto batch = std::make_unique<EventBatch>();
    const std::size_t wanted = m_settings.batchRows > 0 ? m_settings.batchRows : defaultBatchRows;
    CsvRow row;
    while (static_cast<std::size_t>(batch->rows) < wanted) {
        auto got = m_reader->next(row);
        if (!got) {
            return fail(got.error());
        }
        if (!*got) {
            break;
        }
        ++batch->rows;
        if (!row.problem.empty()) {
            batch->problems.push_back({row.line, row.problem, false});
            continue;
        }
        IncomingEvent event;
        if (auto problem = readEvent(row, batch->arena, event); !problem.empty()) {
            batch->problems.push_back({row.line, std::move(problem), false});
            continue;
        }
        event.backfill = event.at < m_settings.connectedAt;
        pack(batch->arena, event);
        batch->events.push_back(event);
        batch->lines.push_back(row.line);
    }
    if (batch->rows == 0) {
        return std::unique_ptr<ImportBatch>();
    }
    return std::unique_ptr<ImportBatch>(std::move(batch));
}

Result<std::unique_ptr<ImportBatch>> NdjsonEventImport::read()
{
    auto batch = std::make_unique<EventBatch>();
    const std::size_t wanted = m_settings.batchRows > 0 ? m_settings.batchRows : defaultBatchRows;
    JsonLine line;
    while (static_cast<std::size_t>(batch->rows) < wanted) {
        auto got = m_reader->next(line);
        if (!got) {
            return fail(got.error());
        }
        if (!*got) {
            break;
        }
        ++batch->rows;
        IncomingEvent event;
        Sentence problem = line.problem.empty() ? readEvent(line.text, batch->arena, event) : line.problem;
        if (!problem.empty()) {
            batch->problems.push_back({line.line, std::move(problem), false});
            continue;
        }
        event.backfill = event.at < m_settings.connectedAt;
        pack(batch->arena, event);
        batch->events.push_back(event);
        batch->lines.push_back(line.line);
    }
    if (batch->rows == 0) {
        return std::unique_ptr<ImportBatch>();
    }
    return std::unique_ptr<ImportBatch>(std::move(batch));
}

Result<std::unique_ptr<ImportJob>> openEventImport(const ImportSettings& settings)
{
    auto isJson = looksLikeNdjson(settings.file);
    if (!isJson) {
        return fail(isJson.error());
    }
    if (!*isJson) {
        return openCsv(settings);
    }
    auto reader = NdjsonReader::open(settings.file);
    if (!reader) {
        return fail(reader.error());
    }
    return std::unique_ptr<ImportJob>(new NdjsonEventImport(settings, std::move(*reader)));
}

}  // namespace shopbell
