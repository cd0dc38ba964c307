// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/person_eraser.h"

#include "base/text.h"
#include "profiles/profile_reading.h"

namespace shopbell {
namespace {

constexpr std::string_view emptyLogSql = "PRAGMA wal_checkpoint(TRUNCATE)";
constexpr std::string_view deleteOrdersSql = "DELETE FROM store_order WHERE profile_id = ?1";
constexpr std::string_view deleteSetAsideSql = "DELETE FROM sync_set_aside WHERE instr(lower(record), ?1) > 0";

/// Ids of a few digits stand in every record; only what is surely theirs is looked for in foreign text.
bool isTelling(const Identifier& identifier)
{
    return identifier.kind == IdentifierKind::Email || identifier.kind == IdentifierKind::Phone;
}

}  // namespace

Result<Erasure> erasePerson(Ingestor& ingestor, ProfileId profile,
                            const std::function<Result<ErasedCounts>(db::Connection&, const ErasedPerson&)>& others)
{
    db::Connection& connection = ingestor.connection();
    auto person = loadProfile(connection, profile);
    if (!person) {
        return fail(person.error());
    }
    auto formerIds = listFormerIds(connection, person->id);
    if (!formerIds) {
        return fail(formerIds.error());
    }
    Erasure erasure;
    erasure.profile = person->id;
    erasure.at = ingestor.clock().now();
    auto done = ingestor.together([&]() -> Result<void> {
        auto proof = makeErasureProof(connection, person->id);
        if (!proof) {
            return fail(proof.error());
        }
        erasure.proof = *proof;
        ErasedPerson who{person->id, *formerIds, {}};
        for (const Identifier& identifier : person->identifiers) {
            who.identifiers.push_back(identifier.value);
        }
        if (others) {
            auto counts = others(connection, who);
            if (!counts) {
                return fail(counts.error());
            }
            erasure.counts = std::move(*counts);
        }
        auto events = ingestor.log().erase(person->id);
        if (!events) {
            return fail(events.error());
        }
        erasure.counts.emplace_back("events", *events);

        std::int64_t orders = 0;
        std::vector<ProfileId> ids = *formerIds;
        ids.push_back(person->id);
        for (const ProfileId id : ids) {
            if (auto gone = connection.run(deleteOrdersSql, id); !gone) {
                return gone;
            }
            orders += connection.changedRows();
        }
        erasure.counts.emplace_back("store orders", orders);
        std::int64_t setAside = 0;
        for (const Identifier& identifier : person->identifiers) {
            if (isTelling(identifier)) {
                if (auto gone = connection.run(deleteSetAsideSql, toLowerAscii(identifier.value)); !gone) {
                    return gone;
                }
                setAside += connection.changedRows();
            }
        }
        erasure.counts.emplace_back("records set aside", setAside);
        auto rows = ingestor.profiles().erase(person->id);
        if (!rows) {
            return fail(rows.error());
        }
        erasure.counts.emplace_back("profile rows", *rows);
        return recordErasure(connection, erasure);
    });
    if (!done) {
        return fail(done.error());
    }
    if (!connection.isInTransaction()) {
        // Readers may hold the log back; then the next checkpoint does it.
        (void)connection.execute(emptyLogSql);
    }
    return erasure;
}

}  // namespace shopbell
