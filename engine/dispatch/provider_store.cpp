// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/provider_store.h"

#include "db/transaction.h"
#include "db/workspace.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace shopbell {

namespace {

constexpr std::string_view listSql =
    "SELECT id, kind, label, channel, settings, position FROM provider ORDER BY channel, position, id";
constexpr std::string_view insertSql =
    "INSERT INTO provider(kind, label, channel, settings, position) VALUES(?1, ?2, ?3, ?4, "
    "(SELECT coalesce(max(position), 0) + 1 FROM provider WHERE channel = ?3))";
constexpr std::string_view updateSql = "UPDATE provider SET kind = ?2, label = ?3, settings = ?4 WHERE id = ?1";
constexpr std::string_view promoteSql =
    "UPDATE provider SET position = (SELECT min(position) - 1 FROM provider WHERE channel = ?2) WHERE id = ?1";
constexpr std::string_view removeSql = "DELETE FROM provider WHERE id = ?1";
constexpr std::string_view clashSql = "SELECT id FROM provider WHERE label = ?1 AND id <> ?2";

std::string settingsJson(const FieldValues& values)
{
    auto document = nlohmann::json::object();
    for (const auto& [key, value] : values) {
        document[key] = value;
    }
    return document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

FieldValues settingsFrom(std::string_view json)
{
    FieldValues values;
    const auto document = nlohmann::json::parse(json, nullptr, false);
    if (document.is_object()) {
        for (const auto& [key, value] : document.items()) {
            if (value.is_string()) {
                values.emplace_back(key, value.get<std::string>());
            }
        }
    }
    return values;
}

std::string secretName(std::string_view token, ProviderId id, std::string_view field)
{
    return "shopbell/" + std::string(token) + "/provider/" + std::to_string(id.value) + "/" + std::string(field);
}

Result<std::string> workspaceToken(db::Connection& connection)
{
    auto settings = db::Workspace::loadSettings(connection);
    if (!settings) {
        return fail(settings.error());
    }
    return settings->token;
}

}  // namespace

Result<ProviderId> ProviderStore::save(ProviderId id, std::string_view kindName, std::string_view label,
                                       const FieldValues& values, bool makeDefault, SecretStore& secrets)
{
    const auto* kind = findProviderKind(kindName);
    if (kind == nullptr) {
        return fail(ErrorKind::NotFound,
                    say("provider-kind-unknown", "Shopbell knows no kind of provider called \"%1\".", {kindName}));
    }
    if (label.empty()) {
        return fail(ErrorKind::InvalidInput, say("provider-name-missing", "Give the provider a name to know it by."));
    }
    FieldValues open;
    FieldValues secret;
    const auto fields = kind->fields();
    for (const auto& [key, value] : values) {
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&](const FieldSpec& spec) { return spec.key == key; });
        if (field == fields.end()) {
            return fail(ErrorKind::InvalidInput,
                        say("provider-setting-unknown", "\"%1\" has no setting called \"%2\".", {kind->label, key}));
        }
        (field->kind == FieldKind::Secret ? secret : open).emplace_back(key, value);
    }
    for (const auto& field : fields) {
        const bool keptSecret = field.kind == FieldKind::Secret && id.isValid() && findValue(values, field.key).empty();
        if (auto problem = keptSecret ? Sentence() : findFieldProblem(field, findValue(values, field.key));
            !problem.empty()) {
            return fail(ErrorKind::InvalidInput, problem);
        }
    }
    auto token = workspaceToken(m_db);
    if (!token) {
        return fail(token.error());
    }
    return db::inTransaction(m_db, [&]() -> Result<ProviderId> {
        auto clash = m_db.findInteger(clashSql, label, id.value);
        if (!clash) {
            return fail(clash.error());
        }
        if (*clash) {
            return fail(ErrorKind::AlreadyExists,
                        say("provider-name-taken", "There is a provider called \"%1\" already.", {label}));
        }
        auto written = id.isValid()
                           ? m_db.run(updateSql, id, kindName, label, settingsJson(open))
                           : m_db.run(insertSql, kindName, label, static_cast<int>(kind->channel), settingsJson(open));
        if (!written) {
            return fail(written.error());
        }
        const auto saved = id.isValid() ? id : ProviderId{m_db.lastInsertRow()};
        if (makeDefault) {
            if (auto promoted = m_db.run(promoteSql, saved, static_cast<int>(kind->channel)); !promoted) {
                return fail(promoted.error());
            }
        }
        // Last, so that a keychain that stays locked takes the row back with it.
        for (const auto& [key, value] : secret) {
            if (value.empty()) {
                continue;
            }
            if (auto kept = secrets.save(secretName(*token, saved, key), value); !kept) {
                return fail(kept.error());
            }
        }
        return saved;
    });
}

Result<void> ProviderStore::remove(ProviderId id, SecretStore& secrets)
{
    auto provider = load(id);
    if (!provider) {
        return fail(provider.error());
    }
    auto token = workspaceToken(m_db);
    if (!token) {
        return fail(token.error());
    }
    if (auto removed = m_db.run(removeSql, id); !removed) {
        return removed;
    }
    if (const auto* kind = findProviderKind(provider->kind)) {
        for (const auto& field : kind->fields()) {
            if (field.kind == FieldKind::Secret) {
                // A secret that was never kept, or a keychain that is locked, must not keep the provider alive.
                (void)secrets.remove(secretName(*token, id, field.key));
            }
        }
    }
    return {};
}

Result<std::vector<StoredProvider>> ProviderStore::listAll()
{
    std::vector<StoredProvider> providers;
    auto read = m_db.each(listSql, [&](db::Statement& row) {
        StoredProvider provider{
            row.id<ProviderId>(0),     row.string(1), row.string(2), static_cast<Channel>(row.integer(3)),
            settingsFrom(row.text(4)), false};
        provider.isDefault = std::none_of(providers.begin(), providers.end(), [&](const StoredProvider& known) {
            return known.channel == provider.channel;
        });
        providers.push_back(std::move(provider));
    });
    if (!read) {
        return fail(read.error());
    }
    return providers;
}

Result<StoredProvider> ProviderStore::load(ProviderId id)
{
    auto all = listAll();
    if (!all) {
        return fail(all.error());
    }
    for (auto& provider : *all) {
        if (provider.id == id) {
            return std::move(provider);
        }
    }
    return fail(ErrorKind::NotFound,
                say("provider-gone", "That provider is not there any more. Choose another one for the campaign."));
}

Result<std::optional<StoredProvider>> ProviderStore::findDefault(Channel channel)
{
    auto all = listAll();
    if (!all) {
        return fail(all.error());
    }
    for (auto& provider : *all) {
        if (provider.channel == channel && provider.isDefault) {
            return std::optional(std::move(provider));
        }
    }
    return std::optional<StoredProvider>();
}

Result<FieldValues> ProviderStore::loadValues(const StoredProvider& provider, SecretStore& secrets)
{
    const auto* kind = findProviderKind(provider.kind);
    if (kind == nullptr) {
        return fail(ErrorKind::NotFound,
                    say("provider-kind-not-known-here", "This Shopbell does not know the kind of provider \"%1\".",
                        {provider.kind}));
    }
    auto token = workspaceToken(m_db);
    if (!token) {
        return fail(token.error());
    }
    auto values = provider.settings;
    for (const auto& field : kind->fields()) {
        if (field.kind != FieldKind::Secret) {
            continue;
        }
        auto secret = secrets.load(secretName(*token, provider.id, field.key));
        if (secret) {
            values.emplace_back(field.key, std::move(*secret));
        } else if (secret.error().kind != ErrorKind::NotFound) {
            // Whether it is needed shows in the settings: a server without login has none.
            if (!findValue(provider.settings, "username").empty() || field.required) {
                return fail(secret.error());
            }
        }
    }
    return values;
}

}  // namespace shopbell
