// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "ingest/cell_text.h"
#include "ingest/event_import.h"
#include "ingest/order_corrections.h"
#include "model/metric.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace shopbell {
namespace {

constexpr std::size_t defaultBatchRows = 20'000;

struct OrderBatch final : ImportBatch {
    std::vector<FileOrder> orders;
    std::int64_t rowsOfNobody = 0;
};

/// Orders whose rows stand together are handed on as soon as the next order begins. A first pass over the file finds
/// the ones whose rows are scattered; those are gathered and handed on at the end.
class OrderImport final : public ImportJob {
public:
    OrderImport(const ImportSettings& settings, std::unique_ptr<CsvReader> reader, ColumnMapping mapping,
                std::unordered_set<std::uint64_t> scattered)
        : m_settings(settings),
          m_mapping(std::move(mapping)),
          m_reader(std::move(reader)),
          m_rows(m_mapping, settings.zone, findDateOrder(settings, m_mapping)),
          m_scattered(std::move(scattered))
    {
    }

    Result<std::unique_ptr<ImportBatch>> read() override
    {
        auto batch = std::make_unique<OrderBatch>();
        const std::size_t wanted = m_settings.batchRows > 0 ? m_settings.batchRows : defaultBatchRows;
        CsvRow row;
        while (!m_isAtEnd && static_cast<std::size_t>(batch->rows) < wanted) {
            auto got = m_reader->next(row);
            if (!got) {
                return fail(got.error());
            }
            if (!*got) {
                m_isAtEnd = true;
                break;
            }
            ++batch->rows;
            if (!row.problem.empty()) {
                batch->problems.push_back({row.line, row.problem, false});
                continue;
            }
            takeRow(row, *batch);
        }
        if (m_isAtEnd) {
            finish(m_open, *batch);
            while (!m_gathered.empty() && batch->orders.size() < wanted) {
                finish(m_gathered.back(), *batch);
                m_gathered.pop_back();
            }
        }
        if (batch->rows == 0 && batch->orders.empty()) {
            return std::unique_ptr<ImportBatch>();
        }
        return std::unique_ptr<ImportBatch>(std::move(batch));
    }

    Result<void> apply(Ingestor& ingestor, ImportBatch& given) override
    {
        auto& batch = static_cast<OrderBatch&>(given);
        std::vector<ProfileUpdate> people;
        std::vector<IncomingEvent> events;
        for (const FileOrder& order : batch.orders) {
            if (!order.isNobodys()) {
                people.push_back(order.person);
                people.back().backfill = order.order.placedAt < m_settings.connectedAt;
                people.back().reason = "import " + sourceNameOf(m_settings);
            }
        }
        for (const FileOrder& order : batch.orders) {
            for (const OrderEvent& event : order.events) {
                IncomingEvent incoming;
                incoming.who = order.who();
                incoming.metric = event.metric;
                incoming.at = event.at;
                incoming.value = event.value;
                incoming.uniqueId = event.uniqueId;
                incoming.properties = event.properties;
                incoming.backfill = event.at < m_settings.connectedAt;
                events.push_back(incoming);
            }
        }
        const auto reason = "import " + sourceNameOf(m_settings);
        std::vector<std::uint8_t> stored;
        Result<IngestCounts> counts = IngestCounts{};
        std::int64_t corrected = 0;
        auto done = ingestor.together([&]() -> Result<void> {
            counts = ingestor.apply(people, events, reason, &stored);
            if (!counts) {
                return fail(counts.error());
            }
            auto righted = correctOrders(ingestor, batch.orders, stored, m_settings.connectedAt, reason);
            if (!righted) {
                return fail(righted.error());
            }
            corrected = *righted;
            return {};
        });
        if (!done) {
            return done;
        }
        take(batch, *counts);
        m_report.ordersCorrected += corrected;
        m_report.rowsOfNobody += batch.rowsOfNobody;
        std::size_t next = 0;
        for (const FileOrder& order : batch.orders) {
            for (const OrderEvent& event : order.events) {
                if (stored[next++] != 0) {
                    m_report.orders += event.metric == metrics::placedOrder ? 1 : 0;
                    m_report.refunds += event.metric == metrics::refundedOrder ? 1 : 0;
                }
            }
        }
        std::size_t person = 0;
        std::size_t refused = 0;
        for (const FileOrder& order : batch.orders) {
            if (order.isNobodys()) {
                continue;
            }
            if (refused < counts->refusedProfiles.size() && counts->refusedProfiles[refused].index == person) {
                m_report.add({order.firstLine, describedSentence(counts->refusedProfiles[refused].error), false});
                ++refused;
            }
            ++person;
        }
        return {};
    }

    double progress() const override { return m_reader->progress(); }
    const ColumnMapping& mapping() const override { return m_mapping; }

    static DateOrder findDateOrder(const ImportSettings& settings, const ColumnMapping& mapping)
    {
        const auto column = mapping.find("time");
        for (const auto& row : readSample(settings)) {
            if (column && *column < row.size()) {
                const auto parts = split(trimmed(row[*column]), '/');
                if (parts.size() >= 3 && parseInteger(parts[0]).value_or(0) > 12) {
                    return DateOrder::DayFirst;
                }
            }
        }
        return DateOrder::MonthFirst;
    }

private:
    void takeRow(const CsvRow& row, OrderBatch& batch)
    {
        const std::string_view number = m_rows.orderNumber(row);
        if (number.empty()) {
            batch.problems.push_back(
                {row.line, say("row-order-missing", "It does not say which order it belongs to."), false});
            return;
        }
        FileOrder* order = &m_open;
        if (m_scattered.contains(stableHash(number))) {
            finish(m_open, batch);
            const auto [at, isNew] = m_gatheredAt.emplace(std::string(number), m_gathered.size());
            if (isNew) {
                m_gathered.emplace_back();
            }
            order = &m_gathered[at->second];
        } else if (m_open.order.externalId != number) {
            finish(m_open, batch);
        }
        const bool isNobodys = m_rows.saysNobody(row);
        if (auto problem = m_rows.add(row, *order); !problem.empty()) {
            batch.problems.push_back({row.line, std::move(problem), false});
        } else if (isNobodys) {
            ++batch.rowsOfNobody;
        }
    }

    void finish(FileOrder& order, OrderBatch& batch)
    {
        if (!order.order.externalId.empty()) {
            m_rows.finish(order);
            batch.orders.push_back(std::move(order));
        }
        order = {};
    }

    ImportSettings m_settings;
    ColumnMapping m_mapping;
    std::unique_ptr<CsvReader> m_reader;
    OrderRows m_rows;
    std::unordered_set<std::uint64_t> m_scattered;  ///< hashes of order numbers
    FileOrder m_open;
    std::vector<FileOrder> m_gathered;
    std::unordered_map<std::string, std::size_t> m_gatheredAt;
    bool m_isAtEnd = false;
};

/// Order numbers whose rows do not all stand together.
Result<std::unordered_set<std::uint64_t>> findScattered(const ImportSettings& settings, std::size_t column)
{
    auto reader = CsvReader::open(settings.file, settings.delimiter);
    if (!reader) {
        return fail(reader.error());
    }
    std::unordered_set<std::uint64_t> closed;
    std::unordered_set<std::uint64_t> scattered;
    std::uint64_t open = 0;
    CsvRow row;
    for (;;) {
        auto got = (*reader)->next(row);
        if (!got) {
            return fail(got.error());
        }
        if (!*got) {
            return scattered;
        }
        if (!row.problem.empty() || trimmed(row.fields[column]).empty()) {
            continue;
        }
        const std::uint64_t hash = stableHash(trimmed(row.fields[column]));
        if (hash != open) {
            if (!closed.insert(hash).second) {
                scattered.insert(hash);
            }
            open = hash;
        }
    }
}

}  // namespace

Result<std::unique_ptr<ImportJob>> openOrderImport(const ImportSettings& settings)
{
    auto reader = CsvReader::open(settings.file, settings.delimiter);
    if (!reader) {
        return fail(reader.error());
    }
    auto mapping = chooseMapping(ImportKind::Orders, settings, (*reader)->header());
    if (!mapping) {
        return fail(mapping.error());
    }
    const bool saysAmount = mapping->find("order_total") || mapping->find("line_total") || mapping->find("unit_price");
    for (const auto& [stands, target, what] :
         {std::tuple(mapping->find("order_id").has_value(), "order_id", "which order a row belongs to"),
          std::tuple(mapping->find("time").has_value(), "time", "when an order was placed"),
          std::tuple(saysAmount, "order_total", "what an order cost")}) {
        if (!stands) {
            return fail(ErrorKind::InvalidInput,
                        say("column-missing", "No column says %1. Name the one that does, as \"COLUMN=%2\".",
                            {sayLabel(what), target}),
                        "its columns: " + join((*reader)->header(), ", "));
        }
    }
    auto scattered = findScattered(settings, *mapping->find("order_id"));
    if (!scattered) {
        return fail(scattered.error());
    }
    return std::unique_ptr<ImportJob>(
        new OrderImport(settings, std::move(*reader), std::move(*mapping), std::move(*scattered)));
}

}  // namespace shopbell
