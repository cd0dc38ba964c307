// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/erasure.h"

#include "base/text.h"
#include "db/workspace.h"
#include "model/email_address.h"
#include "profiles/profile_changes.h"
#include "profiles/salted_hash.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace shopbell {
namespace {

constexpr std::string_view identifiersSql = "SELECT value FROM identifier WHERE profile_id = ?1";
constexpr std::string_view insertSql = "INSERT INTO erasure(profile_id, at, proof, counts) VALUES (?1, ?2, ?3, ?4)";
constexpr std::string_view listSql = "SELECT profile_id, at, proof, counts FROM erasure ORDER BY at DESC, id DESC";
constexpr std::string_view findSql = "SELECT 1 FROM erasure WHERE instr(proof, ?1) > 0 LIMIT 1";

Result<std::string> loadSalt(db::Connection& connection)
{
    auto token = db::findSetting(connection, "token");
    if (!token) {
        return fail(token.error());
    }
    return token->value_or(std::string());
}

}  // namespace

Result<std::string> makeErasureProof(db::Connection& connection, ProfileId profile)
{
    auto salt = loadSalt(connection);
    if (!salt) {
        return fail(salt.error());
    }
    std::vector<std::string> hashes;
    auto done = connection.each(
        identifiersSql, [&](db::Statement& row) { hashes.push_back(saltedHash(*salt, row.text(0))); }, profile);
    if (!done) {
        return fail(done.error());
    }
    std::sort(hashes.begin(), hashes.end());
    return join(hashes, "\n");
}

Result<void> recordErasure(db::Connection& connection, const Erasure& erasure)
{
    std::string json = "{";
    for (const auto& [what, rows] : erasure.counts) {
        json += (json.size() > 1 ? "," : "") + jsonText(what) + ':' + std::to_string(rows);
    }
    json += '}';
    return connection.run(insertSql, erasure.profile, erasure.at, erasure.proof, json);
}

Result<std::vector<Erasure>> listErasures(db::Connection& connection)
{
    std::vector<Erasure> found;
    auto done = connection.each(listSql, [&](db::Statement& row) {
        Erasure erasure{row.id<ProfileId>(0), row.instant(1), row.string(2), {}};
        const auto counts = nlohmann::json::parse(row.text(3), nullptr, false);
        if (counts.is_object()) {
            for (const auto& [what, rows] : counts.items()) {
                erasure.counts.emplace_back(what, rows.is_number_integer() ? rows.get<std::int64_t>() : 0);
            }
        }
        found.push_back(std::move(erasure));
    });
    if (!done) {
        return fail(done.error());
    }
    return found;
}

Result<bool> wasErased(db::Connection& connection, std::string_view identifier)
{
    auto salt = loadSalt(connection);
    if (!salt) {
        return fail(salt.error());
    }
    const auto email = EmailAddress::parse(identifier);
    auto found =
        connection.findInteger(findSql, saltedHash(*salt, email ? email->key() : std::string(trimmed(identifier))));
    if (!found) {
        return fail(found.error());
    }
    return found->has_value();
}

}  // namespace shopbell
