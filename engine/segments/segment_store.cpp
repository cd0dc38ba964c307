// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/segment_store.h"

#include "base/text.h"
#include "profiles/lists.h"

#include <algorithm>
#include <set>

namespace shopbell::segments {

namespace {

constexpr std::string_view listSql =
    "SELECT id, name, definition, created_at, changed_at FROM segment ORDER BY name COLLATE NOCASE, id";
constexpr std::string_view loadSql = "SELECT id, name, definition, created_at, changed_at FROM segment WHERE id = ?1";
constexpr std::string_view findSql = "SELECT id FROM segment WHERE name = ?1";
constexpr std::string_view insertSql =
    "INSERT INTO segment(name, definition, created_at, changed_at) VALUES (?1, ?2, ?3, ?3)";
constexpr std::string_view updateSql = "UPDATE segment SET name = ?2, definition = ?3, changed_at = ?4 WHERE id = ?1";
constexpr std::string_view deleteSql = "DELETE FROM segment WHERE id = ?1";
constexpr std::string_view keepRemovedSql =
    "INSERT INTO removed_segment(id, name, definition, created_at, changed_at, removed_at)"
    " SELECT id, name, definition, created_at, changed_at, ?2 FROM segment WHERE id = ?1";
constexpr std::string_view forgetOldSql = "DELETE FROM removed_segment WHERE removed_at < ?1";
constexpr std::string_view loadRemovedSql =
    "SELECT id, name, definition, created_at, changed_at FROM removed_segment WHERE id = ?1";
constexpr std::string_view takeBackSql =
    "INSERT INTO segment(id, name, definition, created_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?5)";
constexpr std::string_view forgetSql = "DELETE FROM removed_segment WHERE id = ?1";

StoredSegment readRow(const db::Statement& row)
{
    return {row.id<SegmentId>(0), row.string(1), {row.string(2)}, row.instant(3), row.instant(4)};
}

Result<void> resolveNode(db::Connection& connection, Node& node)
{
    if (auto* parts = findParts(node)) {
        for (Node& part : *parts) {
            if (auto done = resolveNode(connection, part); !done) {
                return done;
            }
        }
        return {};
    }
    if (auto* segment = std::get_if<SegmentCondition>(&node.what)) {
        if (segment->segment.id > 0) {
            auto stored = loadSegment(connection, {segment->segment.id});
            return stored ? Result<void>() : fail(stored.error());
        }
        auto found = findSegment(connection, segment->segment.name);
        if (!found) {
            return fail(found.error());
        }
        if (!*found) {
            return fail(ErrorKind::NotFound, "There is no segment called \"" + segment->segment.name + "\".");
        }
        segment->segment = {(*found)->value, {}};
    } else if (auto* list = std::get_if<ListCondition>(&node.what)) {
        if (list->list.id > 0) {
            auto stored = loadList(connection, {list->list.id});
            return stored ? Result<void>() : fail(stored.error());
        }
        auto found = findList(connection, list->list.name);
        if (!found) {
            return fail(found.error());
        }
        if (!*found) {
            return fail(ErrorKind::NotFound, "There is no list called \"" + list->list.name + "\".");
        }
        list->list = {(*found)->value, {}};
    }
    return {};
}

Result<void> nameNode(db::Connection& connection, Node& node)
{
    if (auto* parts = findParts(node)) {
        for (Node& part : *parts) {
            if (auto done = nameNode(connection, part); !done) {
                return done;
            }
        }
        return {};
    }
    const auto name = [](auto stored, Reference& reference) -> Result<void> {
        if (stored) {
            reference.name = stored->name;
        } else if (stored.error().kind != ErrorKind::NotFound) {
            return fail(stored.error());
        }
        return {};
    };
    if (auto* segment = std::get_if<SegmentCondition>(&node.what); segment != nullptr && segment->segment.id > 0) {
        return name(loadSegment(connection, {segment->segment.id}), segment->segment);
    }
    if (auto* list = std::get_if<ListCondition>(&node.what); list != nullptr && list->list.id > 0) {
        return name(loadList(connection, {list->list.id}), list->list);
    }
    return {};
}

Result<std::string> checkName(std::string_view name)
{
    const std::string_view wanted = trimmed(name);
    if (wanted.empty()) {
        return fail(ErrorKind::InvalidInput, "A segment needs a name.");
    }
    if (wanted.size() > maxSegmentNameBytes) {
        return fail(ErrorKind::InvalidInput, "The name of a segment may have at most " +
                                                 std::to_string(maxSegmentNameBytes) + " bytes; shorten it.");
    }
    return std::string(wanted);
}

/// Follows what a definition names, through all of it; `self` must not come up.
Result<void> refuseRing(db::Connection& connection, const Node& definition, SegmentId self)
{
    std::set<std::int64_t> seen;
    std::vector<std::int64_t> left;
    for (const Reference& reference : listReferences(definition).segments) {
        left.push_back(reference.id);
    }
    while (!left.empty()) {
        const std::int64_t id = left.back();
        left.pop_back();
        if (id == self.value) {
            return fail(ErrorKind::InvalidInput, "A segment cannot lean on itself, not through other segments either.");
        }
        if (!seen.insert(id).second) {
            continue;
        }
        auto stored = loadSegment(connection, {id});
        if (!stored) {
            return fail(stored.error());
        }
        auto parsed = parseDefinition(stored->definition);
        if (!parsed) {
            return fail(parsed.error());
        }
        for (const Reference& reference : listReferences(*parsed).segments) {
            left.push_back(reference.id);
        }
    }
    return {};
}

Result<std::string> canonical(db::Connection& connection, const SegmentDefinition& definition, SegmentId self)
{
    auto parsed = parseDefinition(definition);
    if (!parsed) {
        return fail(parsed.error());
    }
    auto resolved = resolveReferences(connection, std::move(*parsed));
    if (!resolved) {
        return fail(resolved.error());
    }
    if (auto free = refuseRing(connection, *resolved, self); !free) {
        return fail(free.error());
    }
    return toJson(*resolved).json;
}

Result<void> refuseTaken(db::Connection& connection, std::string_view name, SegmentId self)
{
    auto taken = findSegment(connection, name);
    if (!taken) {
        return fail(taken.error());
    }
    if (*taken && **taken != self) {
        return fail(ErrorKind::AlreadyExists, "There is a segment called \"" + std::string(name) + "\" already.");
    }
    return {};
}

}  // namespace

Result<std::vector<StoredSegment>> listSegments(db::Connection& connection)
{
    std::vector<StoredSegment> segments;
    auto done = connection.each(listSql, [&](db::Statement& row) { segments.push_back(readRow(row)); });
    return done ? Result<std::vector<StoredSegment>>(std::move(segments)) : fail(done.error());
}

Result<StoredSegment> loadSegment(db::Connection& connection, SegmentId segment)
{
    std::optional<StoredSegment> found;
    auto done = connection.each(
        loadSql, [&](db::Statement& row) { found = readRow(row); }, segment);
    if (!done) {
        return fail(done.error());
    }
    if (!found) {
        return fail(ErrorKind::NotFound, "There is no segment with the number " + std::to_string(segment.value) + '.');
    }
    return std::move(*found);
}

Result<std::optional<SegmentId>> findSegment(db::Connection& connection, std::string_view name)
{
    auto id = connection.findInteger(findSql, trimmed(name));
    if (!id) {
        return fail(id.error());
    }
    return *id ? std::optional(SegmentId{**id}) : std::nullopt;
}

Result<std::vector<StoredSegment>> listDependents(db::Connection& connection, SegmentId segment)
{
    auto all = listSegments(connection);
    if (!all) {
        return all;
    }
    std::erase_if(*all, [&](const StoredSegment& stored) {
        const auto parsed = parseDefinition(stored.definition);
        if (!parsed) {
            return true;
        }
        const auto references = listReferences(*parsed).segments;
        return std::none_of(references.begin(), references.end(),
                            [&](const Reference& reference) { return reference.id == segment.value; });
    });
    return all;
}

Result<Node> resolveReferences(db::Connection& connection, Node definition)
{
    auto done = resolveNode(connection, definition);
    return done ? Result<Node>(std::move(definition)) : fail(done.error());
}

Result<Node> nameReferences(db::Connection& connection, Node definition)
{
    auto done = nameNode(connection, definition);
    return done ? Result<Node>(std::move(definition)) : fail(done.error());
}

Result<SegmentId> SegmentStore::create(std::string_view name, const SegmentDefinition& definition)
{
    auto wanted = checkName(name);
    if (!wanted) {
        return fail(wanted.error());
    }
    auto json = canonical(m_connection, definition, {});
    if (!json) {
        return fail(json.error());
    }
    if (auto free = refuseTaken(m_connection, *wanted, {}); !free) {
        return fail(free.error());
    }
    if (auto done = m_connection.run(insertSql, *wanted, *json, m_clock.now()); !done) {
        return fail(done.error());
    }
    return SegmentId{m_connection.lastInsertRow()};
}

Result<void> SegmentStore::save(SegmentId segment, std::string_view name, const SegmentDefinition& definition)
{
    if (auto known = loadSegment(m_connection, segment); !known) {
        return fail(known.error());
    }
    auto wanted = checkName(name);
    if (!wanted) {
        return fail(wanted.error());
    }
    auto json = canonical(m_connection, definition, segment);
    if (!json) {
        return fail(json.error());
    }
    if (auto free = refuseTaken(m_connection, *wanted, segment); !free) {
        return free;
    }
    return m_connection.run(updateSql, segment, *wanted, *json, m_clock.now());
}

Result<void> SegmentStore::remove(SegmentId segment)
{
    auto known = loadSegment(m_connection, segment);
    if (!known) {
        return fail(known.error());
    }
    auto dependents = listDependents(m_connection, segment);
    if (!dependents) {
        return fail(dependents.error());
    }
    if (!dependents->empty()) {
        std::vector<std::string> names;
        for (const StoredSegment& dependent : *dependents) {
            names.push_back('"' + dependent.name + '"');
        }
        return fail(ErrorKind::Conflict, "The segment \"" + known->name + "\" is named by " + join(names, ", ") +
                                             "; take it out of there first.");
    }
    const Instant now = m_clock.now();
    if (auto done = m_connection.run(forgetOldSql, Instant{now.ms - removedDays * 86'400'000LL}); !done) {
        return done;
    }
    if (auto kept = m_connection.run(keepRemovedSql, segment, now); !kept) {
        return kept;
    }
    return m_connection.run(deleteSql, segment);
}

Result<void> SegmentStore::restore(SegmentId segment)
{
    std::optional<StoredSegment> removed;
    auto read = m_connection.each(
        loadRemovedSql, [&](db::Statement& row) { removed = readRow(row); }, segment);
    if (!read) {
        return read;
    }
    if (!removed) {
        return fail(ErrorKind::NotFound, "The segment with the number " + std::to_string(segment.value) +
                                             " cannot be taken back: it was not removed within the last " +
                                             std::to_string(removedDays) + " days.");
    }
    auto json = canonical(m_connection, removed->definition, segment);
    if (!json) {
        return fail(json.error());
    }
    if (auto free = refuseTaken(m_connection, removed->name, segment); !free) {
        return free;
    }
    if (auto done =
            m_connection.run(takeBackSql, segment, removed->name, *json, removed->createdAt, removed->changedAt);
        !done) {
        return done;
    }
    return m_connection.run(forgetSql, segment);
}

}  // namespace shopbell::segments
