// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profile_export.h"

#include "base/file.h"
#include "model/consent.h"
#include "model/identifier.h"
#include "model/property.h"
#include "profiles/profile_changes.h"
#include "profiles/profile_reading.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <system_error>

namespace shopbell {
namespace {

constexpr std::string_view identifiersSql =
    "SELECT kind, scope, value FROM identifier WHERE profile_id = ?1 ORDER BY kind, scope, value";
constexpr std::string_view consentsSql =
    "SELECT channel, state, at, method, place, text FROM consent WHERE profile_id = ?1 ORDER BY channel";
constexpr std::string_view listsSql =
    "SELECT name FROM list_member JOIN list ON list.id = list_id WHERE profile_id = ?1 ORDER BY name";
constexpr std::array<std::string_view, 16> wellKnown{
    "first_name", "last_name", "organization", "title",     "address1",  "address2", "city",     "region",
    "postcode",   "country",   "latitude",     "longitude", "time_zone", "locale",   "birthday", "language"};

constexpr std::size_t writeBytes = 256 * 1024;

/// Everything about one person that an export says.
struct Person {
    const ProfileRow* row = nullptr;
    std::vector<Identifier> identifiers;
    std::vector<Consent> consents;
    std::vector<std::string> lists;
};

void appendCell(std::string& out, std::string_view text, bool isOurs = true)
{
    // A customer may call herself =HYPERLINK(…): the spreadsheet of whoever opens the file must not do it.
    const bool isFormula = !isOurs && !text.empty() && std::string_view("=@+-").find(text[0]) != std::string_view::npos;
    if (!isFormula && text.find_first_of(",\"\r\n;\t") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    out += isFormula ? "'" : "";
    for (const char c : text) {
        out += c;
        if (c == '"') {
            out += '"';
        }
    }
    out += '"';
}

void appendValue(std::string& out, const PropertyValue& value)
{
    const auto* const text = std::get_if<std::string>(&value);
    appendCell(out, text != nullptr ? *text : toText(value), text == nullptr);
}

class ProfileWriter {
public:
    ProfileWriter(db::Connection& connection, const ProfileExportOptions& options, std::vector<std::string> names)
        : m_connection(connection), m_options(options), m_names(std::move(names))
    {
    }

    void writeHeader(std::string& out) const
    {
        if (m_options.format == ExportFormat::Ndjson) {
            return;
        }
        out += "\xEF\xBB\xBFprofile_id,email,phone,external_id,store_ids,created_at,changed_at";
        for (const std::string& name : m_names) {
            out += ',';
            appendCell(out, name, false);
        }
        for (const Channel channel : allChannels) {
            for (const std::string_view what : {"_consent", "_consent_at", "_consent_method", "_consent_place"}) {
                out.append(",").append(channelName(channel)).append(what);
            }
        }
        out += ",lists\r\n";
    }

    Result<void> write(const ProfileRow& row, std::string& out)
    {
        Person person;
        person.row = &row;
        auto read = m_connection.each(
            identifiersSql,
            [&](db::Statement& one) {
                person.identifiers.push_back(
                    {static_cast<IdentifierKind>(one.integer(0)), ConnectionId{one.integer(1)}, one.string(2)});
            },
            row.id);
        if (read) {
            read = m_connection.each(
                consentsSql,
                [&](db::Statement& one) {
                    person.consents.push_back({static_cast<Channel>(one.integer(0)),
                                               static_cast<ConsentState>(one.integer(1)), one.instant(2), one.string(3),
                                               one.string(4), one.string(5)});
                },
                row.id);
        }
        if (read) {
            read = m_connection.each(
                listsSql, [&](db::Statement& one) { person.lists.push_back(one.string(0)); }, row.id);
        }
        if (!read) {
            return read;
        }
        return m_options.format == ExportFormat::Csv ? writeCsv(person, out) : writeJson(person, out);
    }

private:
    static std::string ownId(const Person& person, IdentifierKind kind)
    {
        for (const Identifier& one : person.identifiers) {
            if (one.kind == kind && !one.scope.isValid()) {
                return one.value;
            }
        }
        return {};
    }

    Result<void> writeCsv(const Person& person, std::string& out) const
    {
        const ProfileRow& row = *person.row;
        auto properties = parseProperties(row.properties);
        if (!properties) {
            return fail(ErrorKind::Corrupt,
                        say("profile-properties-unreadable", "The properties of profile %1 cannot be read.",
                            {std::to_string(row.id.value)}));
        }
        out += std::to_string(row.id.value) + ',';
        appendCell(out, row.email);
        out += ',';
        appendCell(out, row.phone);
        out += ',';
        appendCell(out, ownId(person, IdentifierKind::External), false);
        out += ',';
        std::string storeIds;
        for (const Identifier& one : person.identifiers) {
            if (one.kind == IdentifierKind::External && one.scope.isValid()) {
                storeIds += (storeIds.empty() ? "" : " ") + std::to_string(one.scope.value) + ':' + one.value;
            }
        }
        appendCell(out, storeIds);
        out += ',' + row.createdAt.toIso() + ',' + row.changedAt.toIso();
        for (const std::string& name : m_names) {
            out += ',';
            if (const auto found = properties->find(name); found != properties->end()) {
                appendValue(out, found->second);
            }
        }
        for (const Channel channel : allChannels) {
            const auto found = std::find_if(person.consents.begin(), person.consents.end(),
                                            [&](const Consent& one) { return one.channel == channel; });
            if (found == person.consents.end()) {
                out += ",,,,";
                continue;
            }
            out.append(",").append(consentStateName(found->state)).append(",").append(found->at.toIso());
            out += ',';
            appendCell(out, found->method, false);
            out += ',';
            appendCell(out, found->place, false);
        }
        out += ',';
        std::string lists;
        for (const std::string& name : person.lists) {
            lists += (lists.empty() ? "" : "; ") + name;
        }
        appendCell(out, lists, false);
        out += "\r\n";
        return {};
    }

    Result<void> writeJson(const Person& person, std::string& out) const
    {
        const ProfileRow& row = *person.row;
        const auto member = [&](std::string_view name, std::string_view value) {
            if (!value.empty()) {
                out += ',' + jsonText(name) + ':' + jsonText(value);
            }
        };
        out += "{\"id\":" + std::to_string(row.id.value);
        member("email", row.email);
        member("phone", row.phone);
        member("external_id", ownId(person, IdentifierKind::External));
        member("anonymous_id", ownId(person, IdentifierKind::Anonymous));
        std::string storeIds;
        for (const Identifier& one : person.identifiers) {
            if (one.kind == IdentifierKind::External && one.scope.isValid()) {
                storeIds += (storeIds.empty() ? "" : ",");
                storeIds +=
                    "{\"connection\":" + std::to_string(one.scope.value) + ",\"id\":" + jsonText(one.value) + '}';
            }
        }
        if (!storeIds.empty()) {
            out += ",\"store_ids\":[" + storeIds + ']';
        }
        member("created_at", row.createdAt.toIso());
        member("changed_at", row.changedAt.toIso());
        out.append(",\"properties\":").append(row.properties);
        for (std::size_t i = 0; i < person.consents.size(); ++i) {
            const Consent& one = person.consents[i];
            out += i == 0 ? ",\"consents\":[{" : ",{";
            out += "\"channel\":" + jsonText(channelName(one.channel)) +
                   ",\"state\":" + jsonText(consentStateName(one.state));
            member("at", one.at.toIso());
            member("method", one.method);
            member("place", one.place);
            member("text", one.text);
            out += i + 1 == person.consents.size() ? "}]" : "}";
        }
        for (std::size_t i = 0; i < person.lists.size(); ++i) {
            out +=
                (i == 0 ? ",\"lists\":[" : ",") + jsonText(person.lists[i]) + (i + 1 == person.lists.size() ? "]" : "");
        }
        out += "}\n";
        return {};
    }

    db::Connection& m_connection;
    const ProfileExportOptions& m_options;
    std::vector<std::string> m_names;
};

bool isWanted(const ProfileExportOptions& options, ProfileId id)
{
    return options.only == nullptr || std::binary_search(options.only->begin(), options.only->end(), id);
}

/// Names of all properties in use: the well-known ones first, the others by the alphabet.
Result<std::vector<std::string>> listPropertyNames(db::Connection& connection, const ProfileExportOptions& options)
{
    std::set<std::string, std::less<>> used;
    auto done = forEachProfile(connection, [&](const ProfileRow& row) {
        if (row.properties != "{}" && isWanted(options, row.id)) {
            if (auto properties = parseProperties(row.properties)) {
                for (const auto& [name, value] : *properties) {
                    used.insert(name);
                }
            }
        }
        return true;
    });
    if (!done) {
        return fail(done.error());
    }
    std::vector<std::string> names;
    for (const std::string_view name : wellKnown) {
        if (const auto found = used.find(name); found != used.end()) {
            names.push_back(*found);
            used.erase(found);
        }
    }
    names.insert(names.end(), used.begin(), used.end());
    return names;
}

}  // namespace

Result<std::int64_t> exportProfiles(db::Connection& connection, const std::filesystem::path& file,
                                    const ProfileExportOptions& options, const CancelToken& cancel,
                                    const std::function<void(double)>& onProgress)
{
    const bool ownSnapshot = !connection.isInTransaction();
    if (ownSnapshot) {
        if (auto begun = connection.execute("BEGIN"); !begun) {
            return fail(begun.error());
        }
    }
    const auto work = [&]() -> Result<std::int64_t> {
        std::vector<std::string> names;
        if (options.format == ExportFormat::Csv) {
            auto listed = listPropertyNames(connection, options);
            if (!listed) {
                return fail(listed.error());
            }
            names = std::move(*listed);
        }
        auto total = countProfiles(connection);
        if (!total) {
            return fail(total.error());
        }
        std::filesystem::path draft = file;
        draft += ".part";
        std::ofstream out(draft, std::ios::binary | std::ios::trunc);
        if (!out) {
            return fail(ErrorKind::Io,
                        say("export-not-writable", "The file %1 cannot be written. Check the folder and its rights.",
                            {fromPath(file)}));
        }
        ProfileWriter writer(connection, options, std::move(names));
        std::string text;
        writer.writeHeader(text);
        std::int64_t written = 0;
        std::int64_t seen = 0;
        Result<void> outcome;
        auto done = forEachProfile(connection, [&](const ProfileRow& row) {
            ++seen;
            if (isWanted(options, row.id)) {
                outcome = writer.write(row, text);
                ++written;
            }
            if (text.size() > writeBytes) {
                out.write(text.data(), static_cast<std::streamsize>(text.size()));
                text.clear();
                if (onProgress && *total > 0) {
                    onProgress(static_cast<double>(seen) / static_cast<double>(*total));
                }
            }
            return outcome.has_value() && out.good() && !cancel.isCancelled();
        });
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
        out.close();
        std::error_code problem;
        if (done && outcome && cancel.isCancelled()) {
            outcome = fail(ErrorKind::Cancelled, say("export-stopped", "The export was stopped."));
        } else if (done && outcome && !out) {
            outcome = fail(ErrorKind::Io,
                           say("export-not-finished", "The file %1 could not be written to the end. Is the disk full?",
                               {fromPath(file)}));
        }
        if (!done || !outcome) {
            std::filesystem::remove(draft, problem);
            return fail(done ? outcome.error() : done.error());
        }
        std::filesystem::rename(draft, file, problem);
        if (problem) {
            std::filesystem::remove(draft, problem);
            return fail(ErrorKind::Io, say("export-not-replaced",
                                           "The file %1 cannot be replaced. Is it open elsewhere?", {fromPath(file)}));
        }
        if (onProgress) {
            onProgress(1);
        }
        return written;
    };
    auto result = work();
    if (ownSnapshot) {
        (void)connection.execute("ROLLBACK");
    }
    return result;
}

}  // namespace shopbell
