// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store_connections.h"

#include "base/text.h"
#include "db/transaction.h"
#include "db/workspace.h"
#include "net/url.h"
#include "sync/sync_rows.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace shopbell {

namespace {

constexpr std::string_view kInsertSql =
    "INSERT INTO connection(connector, label, settings, connected_at) VALUES (?1, ?2, ?3, ?4)";
constexpr std::string_view kUpdateSql = "UPDATE connection SET label = ?2, settings = ?3 WHERE id = ?1";
constexpr std::string_view kRemoveSql = "DELETE FROM connection WHERE id = ?1";
constexpr std::string_view kPauseSql = "UPDATE connection SET paused = ?2 WHERE id = ?1";
constexpr std::string_view kLabelSql = "SELECT id FROM connection WHERE label = ?1 COLLATE NOCASE AND id IS NOT ?2";
constexpr std::string_view kLoadSql =
    "SELECT id, connector, label, settings, connected_at, paused FROM connection WHERE id = ?1";
constexpr std::string_view kListSql =
    "SELECT id, connector, label, settings, connected_at, paused FROM connection ORDER BY id";
constexpr std::string_view kFirstDoneSql =
    "SELECT count(*) FROM sync_cursor WHERE connection_id = ?1 AND stream = ?2 AND first_done = 1";
constexpr std::string_view kCountSetAsideSql = "SELECT count(*) FROM sync_set_aside WHERE connection_id = ?1";
constexpr std::string_view kListSetAsideSql =
    "SELECT stream, external_id, reason, record, at FROM sync_set_aside WHERE connection_id = ?1 "
    "ORDER BY at DESC, stream, external_id LIMIT ?2";

std::string writeSettings(const std::vector<FieldSpec>& fields, const FieldValues& values)
{
    auto json = nlohmann::json::object();
    for (const auto& field : fields) {
        if (field.kind != FieldKind::Secret) {
            json[field.key] = findValue(values, field.key);
        }
    }
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

FieldValues parseSettings(std::string_view text)
{
    FieldValues values;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_object()) {
        for (const auto& [key, value] : json.items()) {
            if (value.is_string()) {
                values.emplace_back(key, value.get<std::string>());
            }
        }
    }
    return values;
}

StoreConnection readRow(const db::Statement& row)
{
    StoreConnection found;
    found.id = row.id<ConnectionId>(0);
    found.connector = row.string(1);
    found.label = row.string(2);
    found.settings = parseSettings(row.text(3));
    found.connectedAt = row.instant(4);
    found.paused = row.integer(5) != 0;
    return found;
}

/// Defaults filled in, blanks taken off, and an address that was typed without https:// given it.
FieldValues completeValues(const ConnectorKind& kind, const FieldValues& values)
{
    FieldValues complete;
    for (const auto& field : kind.fields()) {
        std::string value(trimmed(findValue(values, field.key)));
        if (value.empty()) {
            value = field.defaultValue;
        }
        if (field.kind == FieldKind::Url && !value.empty() && value.find("://") == std::string::npos) {
            value = "https://" + value;
        }
        complete.emplace_back(field.key, std::move(value));
    }
    return complete;
}

std::string makeLabel(const ConnectorKind& kind, std::string_view label, const FieldValues& values)
{
    if (const auto given = trimmed(label); !given.empty()) {
        return std::string(given);
    }
    for (const auto& field : kind.fields()) {
        if (field.kind == FieldKind::Url) {
            if (const auto url = Url::parse(findValue(values, field.key))) {
                return url->host;
            }
        }
    }
    return std::string(kind.label);
}

bool isShown(const FieldSpec& field, const FieldValues& values)
{
    const auto equals = field.visibleWhen.find('=');
    return equals == std::string::npos ||
           findValue(values, field.visibleWhen.substr(0, equals)) == field.visibleWhen.substr(equals + 1);
}

Sentence findUnknownKey(const ConnectorKind& kind, const FieldValues& values)
{
    const auto fields = kind.fields();
    for (const auto& [key, value] : values) {
        if (std::none_of(fields.begin(), fields.end(), [&key = key](const auto& field) { return field.key == key; })) {
            return say("store-setting-unknown", "There is no setting called %1 for %2.", {key, kind.label});
        }
    }
    return {};
}

Result<std::string> loadToken(db::Connection& db)
{
    const auto settings = db::Workspace::loadSettings(db);
    if (!settings) {
        return fail(settings.error());
    }
    return settings->token;
}

Result<void> refuseTakenLabel(db::Connection& db, std::string_view label, ConnectionId except)
{
    const auto taken = db.findInteger(kLabelSql, label, except);
    if (!taken) {
        return fail(taken.error());
    }
    return *taken ? fail(ErrorKind::AlreadyExists,
                         say("store-name-taken", "There is a store called %1 already. Give this one another name.",
                             {label}))
                  : Result<void>();
}

Result<void> saveSecrets(const ConnectorKind& kind, const FieldValues& values, std::string_view token, ConnectionId id,
                         SecretStore& secrets)
{
    for (const auto& field : kind.fields()) {
        const auto value = findValue(values, field.key);
        if (field.kind == FieldKind::Secret && !value.empty()) {
            if (auto saved = secrets.save(secretName(token, id, field.key), value); !saved) {
                return saved;
            }
        }
    }
    return {};
}

tl::unexpected<Error> unknownStore()
{
    return fail(ErrorKind::NotFound, say("store-unknown", "There is no such store."));
}

tl::unexpected<Error> unknownKind(std::string_view connector)
{
    return fail(ErrorKind::NotFound,
                say("store-platform-not-known-here", "Shopbell does not know the store platform %1.", {connector}));
}

}  // namespace

std::string secretName(std::string_view workspaceToken, ConnectionId id, std::string_view field)
{
    return "shopbell/" + std::string(workspaceToken) + "/connection/" + std::to_string(id.value) + "/" +
           std::string(field);
}

Sentence findValuesProblem(const ConnectorKind& kind, const FieldValues& values)
{
    if (auto problem = findUnknownKey(kind, values); !problem.empty()) {
        return problem;
    }
    for (const auto& field : kind.fields()) {
        if (!isShown(field, values)) {
            continue;
        }
        if (auto problem = findFieldProblem(field, findValue(values, field.key)); !problem.empty()) {
            return problem;
        }
    }
    return {};
}

Result<ConnectionId> StoreConnections::add(std::string_view connector, std::string_view label,
                                           const FieldValues& values, SecretStore& secrets)
{
    const auto* const kind = findConnectorKind(connector);
    if (kind == nullptr) {
        return unknownKind(connector);
    }
    if (auto problem = findUnknownKey(*kind, values); !problem.empty()) {
        return fail(ErrorKind::InvalidInput, std::move(problem));
    }
    const auto complete = completeValues(*kind, values);
    if (auto problem = findValuesProblem(*kind, complete); !problem.empty()) {
        return fail(ErrorKind::InvalidInput, std::move(problem));
    }
    const auto token = loadToken(m_db);
    if (!token) {
        return fail(token.error());
    }
    const auto name = makeLabel(*kind, label, complete);
    return db::inTransaction(m_db, [&]() -> Result<ConnectionId> {
        if (auto free = refuseTakenLabel(m_db, name, {}); !free) {
            return fail(free.error());
        }
        if (auto done = m_db.run(kInsertSql, connector, name, writeSettings(kind->fields(), complete), m_clock.now());
            !done) {
            return fail(done.error());
        }
        const ConnectionId id{m_db.lastInsertRow()};
        if (auto saved = saveSecrets(*kind, complete, *token, id, secrets); !saved) {
            return fail(saved.error());
        }
        return id;
    });
}

Result<void> StoreConnections::change(ConnectionId id, std::string_view label, const FieldValues& values,
                                      SecretStore& secrets)
{
    const auto known = load(id);
    if (!known) {
        return fail(known.error());
    }
    const auto* const kind = findConnectorKind(known->connector);
    if (kind == nullptr) {
        return unknownKind(known->connector);
    }
    const auto token = loadToken(m_db);
    if (!token) {
        return fail(token.error());
    }
    if (auto problem = findUnknownKey(*kind, values); !problem.empty()) {
        return fail(ErrorKind::InvalidInput, std::move(problem));
    }
    // What is not said stays; a secret that stays is not even read.
    auto complete = completeValues(*kind, values);
    auto toCheck = complete;
    for (std::size_t i = 0; i < complete.size(); ++i) {
        auto& [key, value] = complete[i];
        if (!value.empty()) {
            continue;
        }
        value = findValue(known->settings, key);
        const auto fields = kind->fields();
        toCheck[i].second = fields[i].kind == FieldKind::Secret ? "unchanged" : value;
    }
    if (auto problem = findValuesProblem(*kind, toCheck); !problem.empty()) {
        return fail(ErrorKind::InvalidInput, std::move(problem));
    }
    const std::string name(trimmed(label).empty() ? std::string_view(known->label) : trimmed(label));
    return db::inTransaction(m_db, [&]() -> Result<void> {
        if (auto free = refuseTakenLabel(m_db, name, id); !free) {
            return free;
        }
        if (auto done = m_db.run(kUpdateSql, id, name, writeSettings(kind->fields(), complete)); !done) {
            return done;
        }
        return saveSecrets(*kind, complete, *token, id, secrets);
    });
}

Result<void> StoreConnections::remove(ConnectionId id, SecretStore& secrets)
{
    const auto known = load(id);
    if (!known) {
        return fail(known.error());
    }
    const auto token = loadToken(m_db);
    if (!token) {
        return fail(token.error());
    }
    if (auto done = m_db.run(kRemoveSql, id); !done) {
        return done;
    }
    if (const auto* const kind = findConnectorKind(known->connector)) {
        for (const auto& field : kind->fields()) {
            if (field.kind != FieldKind::Secret) {
                continue;
            }
            auto removed = secrets.remove(secretName(*token, id, field.key));
            if (!removed && removed.error().kind != ErrorKind::NotFound) {
                return removed;
            }
        }
    }
    return {};
}

Result<void> StoreConnections::setPaused(ConnectionId id, bool paused)
{
    if (auto done = m_db.run(kPauseSql, id, paused); !done) {
        return done;
    }
    return m_db.changedRows() > 0 ? Result<void>() : unknownStore();
}

Result<StoreConnection> StoreConnections::load(ConnectionId id)
{
    std::optional<StoreConnection> found;
    if (auto done = m_db.each(
            kLoadSql, [&](const db::Statement& row) { found = readRow(row); }, id);
        !done) {
        return fail(done.error());
    }
    return found ? Result<StoreConnection>(std::move(*found)) : unknownStore();
}

Result<std::vector<StoreConnection>> StoreConnections::listAll()
{
    std::vector<StoreConnection> found;
    if (auto done = m_db.each(kListSql, [&](const db::Statement& row) { found.push_back(readRow(row)); }); !done) {
        return fail(done.error());
    }
    return found;
}

Result<SyncHealth> StoreConnections::loadHealth(ConnectionId id)
{
    auto health = loadSyncState(m_db, id);
    if (!health) {
        return health;
    }
    const auto aside = m_db.findInteger(kCountSetAsideSql, id);
    // Orders are what a first sync is waited for; a stream that is closed to the key never gets done.
    const auto first = m_db.findInteger(kFirstDoneSql, id, storeStreamName(StoreStream::Orders));
    if (!aside || !first) {
        return fail(!aside ? aside.error() : first.error());
    }
    health->setAside = aside->value_or(0);
    health->firstSyncDone = first->value_or(0) > 0 && health->lastSuccess.ms != 0;
    return health;
}

Result<std::vector<SetAsideRecord>> StoreConnections::listSetAside(ConnectionId id, std::int64_t limit)
{
    std::vector<SetAsideRecord> found;
    auto done = m_db.each(
        kListSetAsideSql,
        [&](const db::Statement& row) {
            found.push_back({findStoreStream(row.text(0)).value_or(StoreStream::Orders), row.string(1), row.string(2),
                             row.string(3), row.instant(4)});
        },
        id, limit);
    if (!done) {
        return fail(done.error());
    }
    return found;
}

Result<FieldValues> StoreConnections::loadValues(const StoreConnection& connection, SecretStore& secrets)
{
    const auto* const kind = findConnectorKind(connection.connector);
    if (kind == nullptr) {
        return unknownKind(connection.connector);
    }
    const auto token = loadToken(m_db);
    if (!token) {
        return fail(token.error());
    }
    FieldValues values = connection.settings;
    for (const auto& field : kind->fields()) {
        if (field.kind != FieldKind::Secret) {
            continue;
        }
        auto secret = secrets.load(secretName(*token, connection.id, field.key));
        if (secret) {
            values.emplace_back(field.key, std::move(*secret));
        } else if (secret.error().kind != ErrorKind::NotFound) {
            return fail(secret.error());
        } else if (field.required) {
            return fail(ErrorKind::Refused,
                        say("store-secret-gone", "The %1 of %2 is not in %3. Enter it again in the store's settings.",
                            {sayLabel(field.label), connection.label, sayLabel(secrets.place())}));
        }
    }
    return values;
}

}  // namespace shopbell
