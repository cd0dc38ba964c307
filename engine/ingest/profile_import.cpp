// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "ingest/cell_text.h"
#include "ingest/event_import.h"
#include "ingest/profile_json.h"
#include "model/country.h"
#include "profiles/lists.h"

#include <algorithm>

namespace shopbell {
namespace {

// Large: new identifiers are written in the order of their key, and the more of them fall on a page the better.
constexpr std::size_t defaultBatchRows = 25'000;

struct ProfileBatch final : ImportBatch {
    std::vector<ProfileUpdate> updates;
    std::vector<std::int64_t> lines;
};

/// What both kinds of file share: storing a batch.
class ProfileImport : public ImportJob {
public:
    Result<void> apply(Ingestor& ingestor, ImportBatch& given) override
    {
        auto& batch = static_cast<ProfileBatch&>(given);
        vouch(batch);
        IngestCounts counts;
        auto done = ingestor.together([&]() -> Result<void> {
            auto applied = ingestor.apply(batch.updates, {}, "import " + sourceNameOf(m_settings));
            if (!applied) {
                return fail(applied.error());
            }
            counts = std::move(*applied);
            return joinList(ingestor, batch, counts);
        });
        if (!done) {
            return done;
        }
        ingestor.log().published();
        take(batch, counts);
        for (const RefusedRecord& refused : counts.refusedProfiles) {
            m_report.add({batch.lines[refused.index], describedSentence(refused.error), false});
        }
        for (auto& [index, words] : counts.notes) {
            m_report.add({batch.lines[index], std::move(words), true});
        }
        return {};
    }
    const ColumnMapping& mapping() const override { return m_mapping; }

protected:
    ProfileImport(const ImportSettings& settings, ColumnMapping mapping)
        : m_settings(settings), m_mapping(std::move(mapping)), m_place(sourceNameOf(settings))
    {
    }

    ProfileUpdate begin() const
    {
        ProfileUpdate update;
        update.at = m_settings.now;
        update.backfill = true;
        update.reason = "import " + m_place;
        update.leaveOutBadAddresses = true;
        return update;
    }

    ImportSettings m_settings;
    ColumnMapping m_mapping;
    std::string m_place;

private:
    /// What the owner says of everybody in the file, where the file itself says nothing.
    void vouch(ProfileBatch& batch) const
    {
        if (!m_settings.vouchedConsent) {
            return;
        }
        const Consent& vouched = *m_settings.vouchedConsent;
        for (ProfileUpdate& update : batch.updates) {
            const bool said = std::any_of(update.consents.begin(), update.consents.end(),
                                          [&](const Consent& consent) { return consent.channel == vouched.channel; });
            if (!said) {
                update.consents.push_back(vouched);
                update.undatedConsents = true;
            }
        }
    }

    Result<void> joinList(Ingestor& ingestor, const ProfileBatch& batch, const IngestCounts& counts)
    {
        if (!m_settings.joinList.isValid()) {
            return {};
        }
        std::vector<ProfileRef> people;
        std::size_t nextRefused = 0;
        for (std::size_t i = 0; i < batch.updates.size(); ++i) {
            if (nextRefused < counts.refusedProfiles.size() && counts.refusedProfiles[nextRefused].index == i) {
                ++nextRefused;
                continue;
            }
            const ProfileUpdate& update = batch.updates[i];
            ProfileRef who;
            who.email = update.email;
            who.externalId = update.externalId;
            who.phone = update.phone;
            who.anonymousId = update.anonymousId;
            who.seenAt = update.at;
            people.push_back(who);
        }
        std::vector<ProfileId> ids;
        for (const auto& id : ingestor.profiles().resolveAll(people, "import " + m_place)) {
            if (id) {
                ids.push_back(*id);
            }
        }
        Lists lists(ingestor.connection(), ingestor.changes(), ingestor.clock());
        auto joined = lists.join(m_settings.joinList, ids, true);
        return joined ? Result<void>() : Result<void>(fail(joined.error()));
    }
};

class CsvProfileImport final : public ProfileImport {
public:
    CsvProfileImport(const ImportSettings& settings, std::unique_ptr<CsvReader> reader, ColumnMapping mapping)
        : ProfileImport(settings, std::move(mapping)), m_reader(std::move(reader))
    {
        for (const MappedColumn& column : m_mapping.columns()) {
            Role role = Role::Property;
            for (const auto& [target, meant] :
                 {std::pair("email", Role::Email), std::pair("phone", Role::Phone),
                  std::pair("external_id", Role::External), std::pair("anonymous_id", Role::Anonymous),
                  std::pair("full_name", Role::FullName), std::pair("created_at", Role::CreatedAt),
                  std::pair("email_consent", Role::EmailConsent), std::pair("email_consent_at", Role::EmailConsentAt),
                  std::pair("sms_consent", Role::SmsConsent), std::pair("sms_consent_at", Role::SmsConsentAt),
                  std::pair("", Role::Ignored)}) {
                role = column.target == target ? meant : role;
            }
            m_roles.push_back(role);
        }
    }

    Result<std::unique_ptr<ImportBatch>> read() override
    {
        auto batch = std::make_unique<ProfileBatch>();
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
            batch->updates.push_back(readPerson(row, batch->problems));
            batch->lines.push_back(row.line);
        }
        if (batch->rows == 0) {
            return std::unique_ptr<ImportBatch>();
        }
        return std::unique_ptr<ImportBatch>(std::move(batch));
    }
    double progress() const override { return m_reader->progress(); }

private:
    enum class Role {
        Email,
        Phone,
        External,
        Anonymous,
        FullName,
        CreatedAt,
        EmailConsent,
        EmailConsentAt,
        SmsConsent,
        SmsConsentAt,
        Property,
        Ignored
    };

    ProfileUpdate readPerson(const CsvRow& row, std::vector<ImportProblem>& problems) const
    {
        ProfileUpdate update = begin();
        std::optional<ConsentState> state[2];
        std::optional<Instant> stateAt[2];
        std::string_view fullName;
        const auto noteNoDate = [&](std::size_t column, std::string_view cell) {
            problems.push_back({row.line,
                                say("cell-no-date", "%1: \"%2\" is not a date and was left out.",
                                    {m_mapping.columns()[column].header, cutUtf8(cell, 60)}),
                                true});
        };
        for (std::size_t i = 0; i < row.fields.size(); ++i) {
            const std::string_view cell = trimmed(row.fields[i]);
            if (cell.empty()) {
                continue;
            }
            switch (m_roles[i]) {
            case Role::Email: update.email = cell; break;
            case Role::Phone: update.phone = withoutTextMark(cell); break;
            case Role::External: update.externalId = withoutTextMark(cell); break;
            case Role::Anonymous: update.anonymousId = cell; break;
            case Role::FullName: fullName = cell; break;
            case Role::CreatedAt:
                update.createdAt = parseCellTime(cell, m_settings.zone);
                if (!update.createdAt) {
                    noteNoDate(i, cell);
                }
                break;
            case Role::EmailConsent:
            case Role::SmsConsent: state[m_roles[i] == Role::SmsConsent ? 1 : 0] = parseCellConsent(cell); break;
            case Role::EmailConsentAt:
            case Role::SmsConsentAt: {
                auto& at = stateAt[m_roles[i] == Role::SmsConsentAt ? 1 : 0];
                at = parseCellTime(cell, m_settings.zone);
                if (!at) {
                    noteNoDate(i, cell);
                }
                break;
            }
            case Role::Property: setProperty(update.properties, m_mapping.columns()[i].target, cell); break;
            case Role::Ignored: break;
            }
        }
        splitFullName(fullName, update.properties);
        settleCountry(update.properties);
        for (int i = 0; i < 2; ++i) {
            if (state[i]) {
                const Channel channel = i == 0 ? Channel::Email : Channel::Sms;
                update.consents.push_back(
                    {channel, *state[i], stateAt[i].value_or(m_settings.now), "import", m_place, {}});
                update.undatedConsents = update.undatedConsents || !stateAt[i];
            }
        }
        return update;
    }

    /// Post codes and names stay text, whatever they look like; the rest is taken for what it is.
    static void setProperty(Properties& properties, const std::string& name, std::string_view cell)
    {
        constexpr std::string_view alwaysText[] = {"first_name", "last_name", "organization", "title",
                                                   "address1",   "address2",  "city",         "region",
                                                   "postcode",   "country",   "time_zone",    "locale"};
        if (std::find(std::begin(alwaysText), std::end(alwaysText), name) != std::end(alwaysText)) {
            properties.insert_or_assign(name, std::string(withoutTextMark(cell)));
        } else if (auto value = parseCellProperty(cell)) {
            properties.insert_or_assign(name, std::move(*value));
        }
    }

    static void splitFullName(std::string_view name, Properties& properties)
    {
        if (name.empty() || properties.contains("first_name") || properties.contains("last_name")) {
            return;
        }
        // "Pereira, Ana" or "Ana Maria Pereira": the last word is the family's.
        if (const auto comma = name.find(','); comma != std::string_view::npos) {
            properties.emplace("last_name", std::string(trimmed(name.substr(0, comma))));
            properties.emplace("first_name", std::string(trimmed(name.substr(comma + 1))));
        } else if (const auto blank = name.rfind(' '); blank != std::string_view::npos) {
            properties.emplace("first_name", std::string(trimmed(name.substr(0, blank))));
            properties.emplace("last_name", std::string(name.substr(blank + 1)));
        } else {
            properties.emplace("first_name", std::string(name));
        }
    }

    std::unique_ptr<CsvReader> m_reader;
    std::vector<Role> m_roles;
};

class NdjsonProfileImport final : public ProfileImport {
public:
    NdjsonProfileImport(const ImportSettings& settings, std::unique_ptr<NdjsonReader> reader)
        : ProfileImport(settings, {}), m_reader(std::move(reader))
    {
    }

    Result<std::unique_ptr<ImportBatch>> read() override
    {
        auto batch = std::make_unique<ProfileBatch>();
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
            if (!line.problem.empty()) {
                batch->problems.push_back({line.line, line.problem, false});
                continue;
            }
            ProfileUpdate update = begin();
            if (auto problem = m_parser.readPerson(line.text, m_place, m_settings.now, update); !problem.empty()) {
                batch->problems.push_back({line.line, std::move(problem), false});
                continue;
            }
            batch->updates.push_back(std::move(update));
            batch->lines.push_back(line.line);
        }
        if (batch->rows == 0) {
            return std::unique_ptr<ImportBatch>();
        }
        return std::unique_ptr<ImportBatch>(std::move(batch));
    }
    double progress() const override { return m_reader->progress(); }

private:
    std::unique_ptr<NdjsonReader> m_reader;
    ProfileJsonParser m_parser;
};

}  // namespace

Result<std::unique_ptr<ImportJob>> openProfileImport(const ImportSettings& settings)
{
    auto isJson = looksLikeNdjson(settings.file);
    if (!isJson) {
        return fail(isJson.error());
    }
    if (*isJson) {
        auto reader = NdjsonReader::open(settings.file);
        if (!reader) {
            return fail(reader.error());
        }
        return std::unique_ptr<ImportJob>(new NdjsonProfileImport(settings, std::move(*reader)));
    }
    auto reader = CsvReader::open(settings.file, settings.delimiter);
    if (!reader) {
        return fail(reader.error());
    }
    auto mapping = chooseMapping(ImportKind::Profiles, settings, (*reader)->header());
    if (!mapping) {
        return fail(mapping.error());
    }
    if (!mapping->find("email") && !mapping->find("phone") && !mapping->find("external_id") &&
        !mapping->find("anonymous_id")) {
        return fail(ErrorKind::InvalidInput,
                    say("column-of-person-missing",
                        "No column says who a row is about. Name the one with the email address, as \"COLUMN=email\"."),
                    "its columns: " + join((*reader)->header(), ", "));
    }
    return std::unique_ptr<ImportJob>(new CsvProfileImport(settings, std::move(*reader), std::move(*mapping)));
}

}  // namespace shopbell
