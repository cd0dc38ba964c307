// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "db/connection.h"
#include "model/ids.h"
#include "segments/definition.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::segments {

/// One saved segment, as it stands in the table `segment`.
struct StoredSegment {
    SegmentId id;
    std::string name;
    SegmentDefinition definition;
    Instant createdAt;
    Instant changedAt;
};

inline constexpr std::size_t maxSegmentNameBytes = 200;
inline constexpr int removedDays = 30;

// Reading, on any connection.
[[nodiscard]] Result<std::vector<StoredSegment>> listSegments(db::Connection& connection);  ///< by name
[[nodiscard]] Result<StoredSegment> loadSegment(db::Connection& connection, SegmentId segment);
[[nodiscard]] Result<std::optional<SegmentId>> findSegment(db::Connection& connection, std::string_view name);
/// The segments whose definitions name this one.
[[nodiscard]] Result<std::vector<StoredSegment>> listDependents(db::Connection& connection, SegmentId segment);

/// Changes segments on the engine thread, inside the caller's transaction. What is stored is canonical, and refers to
/// lists and segments by number.
class SegmentStore {
public:
    SegmentStore(db::Connection& connection, const Clock& clock) : m_connection(connection), m_clock(clock) {}

    /// InvalidInput for a definition that is not right, leans on itself or has no name; NotFound for a list or segment
    /// it names that is not there; AlreadyExists for a name that is taken (whatever its case).
    [[nodiscard]] Result<SegmentId> create(std::string_view name, const SegmentDefinition& definition);
    [[nodiscard]] Result<void> save(SegmentId segment, std::string_view name, const SegmentDefinition& definition);
    /// Conflict, naming them, when other segments lean on it. It can be taken back for removedDays.
    [[nodiscard]] Result<void> remove(SegmentId segment);
    /// Takes a remove() back, number and all. NotFound when it is not known any more, or a list or segment it names is
    /// not; AlreadyExists when another has its name by now.
    [[nodiscard]] Result<void> restore(SegmentId segment);

private:
    db::Connection& m_connection;
    const Clock& m_clock;
};

/// Puts the names of lists and segments beside their numbers, for words; what is not there keeps its number alone.
[[nodiscard]] Result<Node> nameReferences(db::Connection& connection, Node definition);
/// Puts numbers in place of names. NotFound for a list or segment that is not there.
[[nodiscard]] Result<Node> resolveReferences(db::Connection& connection, Node definition);

}  // namespace shopbell::segments
