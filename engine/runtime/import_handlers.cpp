// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/imports.h"
#include "base/file.h"
#include "db/transaction.h"
#include "ingest/csv_reader.h"
#include "ingest/import_job.h"
#include "ingest/ingestor.h"
#include "runtime/handlers.h"
#include "runtime/unfinished_imports.h"

#include <array>
#include <chrono>
#include <cmath>

namespace shopbell {

namespace {

constexpr std::size_t sampleRows = 5;
constexpr int estimateRows = 2'000;

constexpr std::string_view skipWord = "skip";
constexpr std::string_view propertyWord = "property:";

using Fields = std::vector<std::string>;

Fields fieldsOf(ImportSubject what)
{
    switch (what) {
    case ImportSubject::Profiles:
        return {"email",       "phone",         "external_id", "anonymous_id", "full_name",     "first_name",
                "last_name",   "city",          "region",      "postcode",     "country",       "organization",
                "birthday",    "created_at",    "address1",    "address2",     "email_consent", "email_consent_at",
                "sms_consent", "sms_consent_at"};
    case ImportSubject::Events:
        return {"profile", "email", "phone", "external_id", "anonymous_id", "metric", "time", "value", "unique_id"};
    case ImportSubject::Orders:
        return {"order_id",   "time",       "profile",        "email",       "phone",    "external_id",
                "full_name",  "status",     "currency",       "order_total", "discount", "shipping",
                "tax",        "product_id", "product_name",   "sku",         "category", "quantity",
                "unit_price", "line_total", "payment_method", "coupon",      "country",  "city"};
    }
    return {};
}

std::string toField(ImportSubject what, const std::string& target)
{
    if (target.empty()) {
        return std::string(skipWord);
    }
    const auto fields = fieldsOf(what);
    return std::find(fields.begin(), fields.end(), target) != fields.end() ? target
                                                                           : std::string(propertyWord) + target;
}

std::string toTarget(const std::string& field)
{
    if (field == skipWord) {
        return {};
    }
    return field.starts_with(propertyWord) ? field.substr(propertyWord.size()) : field;
}

ImportSettings settingsOf(const ImportFile& command, const TimeZone& zone, const std::string& country, Instant now)
{
    ImportSettings settings;
    settings.file = toPath(command.file);
    for (const auto& [column, field] : command.mapping) {
        settings.mapOverrides.push_back(column + "=" + toTarget(field));
    }
    settings.zone = zone;
    settings.defaultRegion = country;
    settings.now = now;
    // Nothing that a file tells about the past starts a flow.
    settings.connectedAt = now;
    settings.joinList = command.list;
    if (command.emailConsent != ConsentState::NeverAsked) {
        settings.vouchedConsent =
            Consent{Channel::Email,     command.emailConsent, now, "import", fromPath(toPath(command.file).filename()),
                    command.consentText};
    }
    return settings;
}

Result<std::unique_ptr<ImportJob>> openImport(ImportSubject what, const ImportSettings& settings)
{
    switch (what) {
    case ImportSubject::Profiles: return openProfileImport(settings);
    case ImportSubject::Events: return openEventImport(settings);
    case ImportSubject::Orders: return openOrderImport(settings);
    }
    return fail(ErrorKind::InvalidInput, say("import-kind-unknown", "Shopbell cannot import that."));
}

Result<ImportPreview> preview(ReadContext& reading, const PreviewImport& question)
{
    ImportFile command;
    command.what = question.what;
    command.file = question.file;
    auto job =
        openImport(question.what, settingsOf(command, reading.zone, reading.settings.country, reading.clock.now()));
    if (!job) {
        return fail(job.error());
    }
    ImportPreview preview;
    preview.fields = fieldsOf(question.what);
    if ((*job)->mapping().columns().empty()) {
        preview.format = "ndjson";
        preview.encoding = "UTF-8";
        auto batch = (*job)->read();
        if (!batch) {
            return fail(batch.error());
        }
        if (*batch) {
            const auto read = std::max((*job)->progress(), 1e-9);
            preview.estimatedRows = std::llround(static_cast<double>((*batch)->rows) / read);
        }
        return preview;
    }
    preview.format = "csv";
    for (const auto& column : (*job)->mapping().columns()) {
        preview.mapping.emplace_back(column.header, toField(question.what, column.target));
    }
    auto reader = CsvReader::open(toPath(question.file));
    if (!reader) {
        return fail(reader.error());
    }
    preview.delimiter = std::string(1, (*reader)->delimiter());
    preview.encoding = std::string(textEncodingName((*reader)->encoding()));
    CsvRow row;
    int rows = 0;
    for (; rows < estimateRows; ++rows) {
        auto more = (*reader)->next(row);
        if (!more) {
            return fail(more.error());
        }
        if (!*more) {
            break;
        }
        if (preview.sample.size() < sampleRows) {
            preview.sample.emplace_back(row.fields.begin(), row.fields.end());
        }
    }
    const auto read = rows < estimateRows ? 1.0 : std::max((*reader)->progress(), 1e-9);
    preview.estimatedRows = std::llround(static_cast<double>(rows) / read);
    return preview;
}

Result<ImportSummary> importFile(JobContext& job, const ImportFile& command)
{
    const auto begun = std::chrono::steady_clock::now();
    auto settings = job.onEngine([&](WriteContext& writing) -> Result<ImportSettings> {
        return settingsOf(command, writing.zone, writing.settings.country, writing.clock.now());
    });
    if (!settings) {
        return fail(settings.error());
    }
    auto opened = openImport(command.what, *settings);
    if (!opened) {
        return fail(opened.error());
    }
    const std::shared_ptr<ImportJob> import = std::move(*opened);
    auto note = job.onEngine([&](WriteContext& writing) {
        import->packWith(writing.log.packer());
        return noteImportBegun(writing.db, command);
    });
    if (!note) {
        return fail(note.error());
    }
    std::optional<Error> problem;
    std::int64_t done = 0;
    auto next = import->read();
    while (next && *next && !job.cancel.isCancelled()) {
        const std::shared_ptr<ImportBatch> batch = std::move(*next);
        done += batch->rows;
        // The note above makes a cut off import begin again, so only the note of its end has to wait for the disk.
        auto applying = job.start([import, batch](WriteContext& writing) {
            const db::UnawaitedCommits unawaited(writing.db);
            return import->apply(writing.ingestor, *batch);
        });
        // The next rows are read while these are stored.
        next = import->read();
        const auto share = import->progress();
        if (auto applied = applying.get(); !applied) {
            problem = applied.error();
            break;
        }
        job.tell(Progress::Kind::Import, say("importing", "Importing %1", {fromPath(settings->file.filename())}), done,
                 share > 0 ? std::llround(static_cast<double>(done) / share) : 0);
    }
    if (!next && !problem) {
        problem = next.error();
    }
    auto report = job.onEngine([&](WriteContext& writing) -> Result<ImportReport> {
        // Ended one way or another, by itself or by the owner: only what was cut off goes on by itself.
        if (auto ended = noteImportEnded(writing.db, *note); !ended) {
            return fail(ended.error());
        }
        if (auto flushed = writing.db.flush(); !flushed) {
            return fail(flushed.error());
        }
        return import->report();
    });
    job.notices().publish(Topic::Profiles);
    job.notices().publish(Topic::History);
    if (problem) {
        return fail(*problem);
    }
    if (!report) {
        return fail(report.error());
    }
    if (job.cancel.isCancelled()) {
        return fail(ErrorKind::Cancelled,
                    say("import-stopped", "The import was stopped; what was read so far is stored. Import the file "
                                          "again to go on: nothing is doubled."));
    }
    ImportSummary summary;
    summary.rows = report->rowsRead;
    summary.created = report->profilesCreated;
    summary.updated = report->profilesUpdated;
    summary.unchanged = report->profilesUnchanged;
    summary.events = report->eventsStored;
    summary.duplicates = report->eventsDuplicate;
    summary.orders = report->orders;
    summary.refunds = report->refunds;
    summary.ordersCorrected = report->ordersCorrected;
    summary.withoutProfile = report->rowsOfNobody;
    summary.badRows = report->badRows;
    for (const auto& bad : report->problems) {
        summary.bad.push_back({bad.line, bad.reason});
    }
    summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return summary;
}

}  // namespace

void addImportHandlers(HandlerTable& table)
{
    table.question(preview);
    table.job(importFile);
}

}  // namespace shopbell
