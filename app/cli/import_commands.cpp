// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/imports.h"
#include "api/profiles.h"
#include "app/cli/commands.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

namespace shopbell::cli {

namespace {

struct ImportOptions {
    ImportSubject kind = ImportSubject::Profiles;
    std::string file;
    std::vector<std::string> maps;
    std::string list;
    std::string consent;
    std::string consentText;
    bool preview = false;
};

nlohmann::json toJson(const ImportMapping& mapping)
{
    auto document = nlohmann::json::object();
    for (const auto& [column, field] : mapping) {
        document[column] = field;
    }
    return document;
}

Result<ImportMapping> readMaps(const std::vector<std::string>& maps)
{
    ImportMapping mapping;
    for (const auto& map : maps) {
        const auto equals = map.rfind('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == map.size()) {
            return fail(ErrorKind::InvalidInput,
                        "A mapping is written --map \"Column header=field\", not \"" + map + "\".");
        }
        mapping.emplace_back(map.substr(0, equals), map.substr(equals + 1));
    }
    return mapping;
}

int showPreview(Session& session, const ImportPreview& preview)
{
    session.console.answer({{"format", preview.format},
                            {"encoding", preview.encoding},
                            {"delimiter", preview.delimiter},
                            {"mapping", toJson(preview.mapping)},
                            {"fields", preview.fields},
                            {"sample", preview.sample},
                            {"estimated_rows", preview.estimatedRows}});
    session.console.line("About " + formatCount(preview.estimatedRows) + " rows, " + preview.format + ", " +
                         preview.encoding +
                         (preview.delimiter.empty() ? "" : ", columns parted by \"" + preview.delimiter + "\"") + ".");
    session.console.heading("How the columns are read (change with --map \"Column=field\")");
    std::vector<std::vector<std::string>> rows;
    for (std::size_t column = 0; column < preview.mapping.size(); ++column) {
        const auto& [header, field] = preview.mapping[column];
        rows.push_back({header, field,
                        !preview.sample.empty() && column < preview.sample.front().size()
                            ? std::string(cutUtf8(preview.sample.front()[column], 40))
                            : std::string()});
    }
    session.console.table({"column", "is", "for example"}, rows);
    session.console.line();
    session.console.line("Fields to choose from: " + join(preview.fields, ", ") + ", property:NAME, skip.");
    return exitGood;
}

int showSummary(Session& session, const ImportSummary& summary)
{
    auto bad = nlohmann::json::array();
    for (const auto& row : summary.bad) {
        bad.push_back({{"line", row.line}, {"reason", row.reason.words}});
    }
    session.console.answer({{"rows", summary.rows},
                            {"profiles_created", summary.created},
                            {"profiles_updated", summary.updated},
                            {"profiles_unchanged", summary.unchanged},
                            {"events", summary.events},
                            {"duplicates", summary.duplicates},
                            {"orders", summary.orders},
                            {"refunds", summary.refunds},
                            {"orders_corrected", summary.ordersCorrected},
                            {"without_profile", summary.withoutProfile},
                            {"bad_rows", summary.badRows},
                            {"bad", bad},
                            {"seconds", summary.seconds}});
    session.console.line("Read " + formatCount(summary.rows) + " rows in " + formatSeconds(summary.seconds) + ".");
    std::vector<std::vector<std::string>> rows;
    const auto add = [&](const char* words, std::int64_t count) {
        if (count != 0) {
            rows.push_back({words, formatCount(count)});
        }
    };
    add("new profiles", summary.created);
    add("profiles updated", summary.updated);
    add("profiles already as in the file", summary.unchanged);
    add("events stored", summary.events);
    add("events that stood already", summary.duplicates);
    add("orders", summary.orders);
    add("refunds and cancellations", summary.refunds);
    add("orders corrected", summary.ordersCorrected);
    add("rows without a customer, counted in revenue only", summary.withoutProfile);
    add("rows that could not be read", summary.badRows);
    session.console.table({"", ""}, rows);
    constexpr std::size_t shown = 20;
    for (std::size_t index = 0; index < summary.bad.size() && index < shown; ++index) {
        session.console.line("  line " + std::to_string(summary.bad[index].line) + ": " +
                             summary.bad[index].reason.words);
    }
    if (summary.badRows > static_cast<std::int64_t>(shown)) {
        session.console.line("  … and " + formatCount(summary.badRows - static_cast<std::int64_t>(shown)) +
                             " more; --json lists the first " +
                             formatCount(static_cast<std::int64_t>(summary.bad.size())) + ".");
    }
    return summary.badRows == 0 ? exitGood : exitPartly;
}

int runImport(Session& session, const ImportOptions& options)
{
    auto mapping = readMaps(options.maps);
    if (!mapping) {
        (void)session.console.failure(mapping.error());
        return exitUsage;
    }
    if (options.preview || !mapping->empty()) {
        auto preview = session.ask(PreviewImport{options.kind, options.file});
        if (!preview) {
            return session.console.failure(preview.error());
        }
        // What was given by hand stands in place of what was guessed for the same column.
        for (const auto& [column, field] : *mapping) {
            bool known = false;
            for (auto& [header, guessed] : preview->mapping) {
                if (header == column) {
                    guessed = field;
                    known = true;
                }
            }
            if (!known) {
                return session.console.failure(
                    {ErrorKind::InvalidInput,
                     "The file has no column \"" + column + "\"; see --preview for its columns.",
                     {}});
            }
        }
        if (options.preview) {
            return showPreview(session, *preview);
        }
        mapping = preview->mapping;
    }
    ImportFile import;
    import.what = options.kind;
    import.file = options.file;
    import.mapping = *mapping;
    import.consentText = options.consentText;
    if (!options.consent.empty()) {
        const auto state = findConsentState(options.consent);
        if (!state) {
            return session.console.failure(
                {ErrorKind::InvalidInput,
                 "Consent is subscribed, unsubscribed, pending or never-asked, not \"" + options.consent + "\".",
                 {}});
        }
        import.emailConsent = *state;
    }
    if (!options.list.empty()) {
        auto lists = session.ask(ListLists{});
        if (!lists) {
            return session.console.failure(lists.error());
        }
        for (const auto& list : *lists) {
            if (equalsIgnoreCase(list.name, options.list)) {
                import.list = list.id;
            }
        }
        if (!import.list.isValid()) {
            auto made = session.submit(CreateList{options.list});
            if (!made) {
                return session.console.failure(made.error());
            }
            import.list = *made;
        }
    }
    auto summary = session.submit(import);
    return summary ? showSummary(session, *summary) : session.console.failure(summary.error());
}

}  // namespace

void addImportCommands(CLI::App& program, Action& chosen)
{
    auto* import =
        program.add_subcommand("import", "bring in people, events or orders from a file (CSV or NDJSON, plain or .gz)");
    import->require_subcommand(1);
    struct Kind {
        const char* name;
        ImportSubject kind;
        const char* help;
    };
    for (const auto& [name, kind, help] :
         {Kind{"profiles", ImportSubject::Profiles, "people: one a row; columns are guessed, --preview shows how"},
          Kind{"events", ImportSubject::Events,
               "CSV with profile,metric,time,value,unique_id, every other column a property; or NDJSON"},
          Kind{"orders", ImportSubject::Orders, "invoice lines: one order per invoice number"}}) {
        auto options = std::make_shared<ImportOptions>();
        options->kind = kind;
        auto* command = import->add_subcommand(name, help);
        command->add_option("file", options->file, "the file")->required();
        command->add_option("--map", options->maps, "\"Column header=field\"; may be given often");
        command->add_flag("--preview", options->preview, "show how the file would be read, import nothing");
        if (kind == ImportSubject::Profiles) {
            command->add_option("--list", options->list, "the people join this list (made when it is new)");
            command->add_option(
                "--consent", options->consent,
                "email consent you vouch for where the file does not say: subscribed, unsubscribed, pending");
            command->add_option("--consent-text", options->consentText, "the words they agreed to");
        }
        command->callback(
            [options, &chosen] { chosen = [options](Session& session) { return runImport(session, *options); }; });
    }
}

}  // namespace shopbell::cli
