// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/time_zone.h"
#include "db/connection.h"
#include "history/history_view.h"
#include "profiles/people_facts.h"
#include "segments/definition.h"
#include "segments/profile_bitmap.h"

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace shopbell::segments {

struct ApartSource;
class FreshEvents;
class LedgerReader;
class PlacesKeeper;
class WorkerPair;
class Program;

/// What predictions say of people; given by whoever makes them. Any thread.
class PredictionSource {
public:
    virtual ~PredictionSource() = default;
    /// A field of predictionFields() for one profile as it was said at `at`; nothing: not known.
    [[nodiscard]] virtual std::optional<PropertyAtom> find(ProfileNumber profile, std::string_view field,
                                                           Instant at) const = 0;
};

/// What segments are answered from. All of it outlives the Evaluator made with it.
struct Sources {
    std::shared_ptr<const HistoryView> history;
    PeopleFacts* people = nullptr;  ///< the workspace's (ProfileColumns); needed
    db::Connection* db = nullptr;   ///< a reader's, used by the evaluating thread: segments, lists, ledger; needed
    TimeZone zone;                  ///< the shop's
    WorkerPair* workers = nullptr;  ///< a second thread for large workspaces; none: everything on the caller's
    const PredictionSource* predictions = nullptr;
    std::optional<Instant> flowStart = std::nullopt;  ///< for "since the flow began"
    CancelToken cancel = {};
    LedgerReader* ledger = nullptr;  ///< keeps the ledger in memory; none: it is read anew for each definition
    PlacesKeeper* places = nullptr;  ///< keeps where people live; none: it is found anew for each definition
    FreshEvents* fresh = nullptr;    ///< what the view does not show yet; live segments alone use it
    /// Hears how far the first reading of an event property is: metric, property, see ReadingWatch; may be empty.
    std::function<void(std::string_view metric, std::string_view property, std::int64_t done, std::int64_t total)>
        tellReading = {};
    const ApartSource* apart =
        nullptr;  ///< the people are some, as they were before merges; ApartProgram alone sets it
};

/// For reading this property, on behalf of who asks; outlived by what it is made from.
[[nodiscard]] ReadingWatch readingWatch(const Sources& sources, std::string_view metric, std::string_view property);

/// What holds for one person, and until when if nothing happens.
struct Judgement {
    Truth truth = Truth::No;
    std::int64_t until = never;  ///< ms; the answer may be another from this instant on, not before
};

/// One definition made ready for asking. Members are profiles that there were at the instant asked for, created at or
/// before it, for whom the definition says Yes. A merge after that instant has not happened yet: the two are two, and
/// the one that was merged away since is a member by the id it had then (HistoryView::resolve gives the living one).
/// Used by one thread at a time; keep it for the length of a question (it holds a view).
class Evaluator {
public:
    /// InvalidInput or NotFound when the definition names a list or segment that is not there, or a segment that
    /// leans on itself. Loads the columns it needs, which may take a while the first time.
    [[nodiscard]] static Result<Evaluator> make(const Sources& sources, const Node& definition);
    /// Parses first.
    [[nodiscard]] static Result<Evaluator> make(const Sources& sources, const SegmentDefinition& definition);
    Evaluator(Evaluator&&) noexcept;
    Evaluator& operator=(Evaluator&&) noexcept;
    ~Evaluator();

    /// Everybody in it as of an instant; Cancelled when the token says so.
    [[nodiscard]] Result<ProfileBitmap> members(Instant asOf);
    [[nodiscard]] Result<std::int64_t> count(Instant asOf);
    /// Everybody there was then.
    [[nodiscard]] Result<ProfileBitmap> everybody(Instant asOf);

    /// One person: whoever the id stood for at that instant. Microseconds.
    [[nodiscard]] Result<Judgement> judge(ProfileId profile, Instant asOf);
    [[nodiscard]] Result<bool> contains(ProfileId profile, Instant asOf);

    [[nodiscard]] Program& program() { return *m_program; }

private:
    explicit Evaluator(std::shared_ptr<Program> program);
    std::shared_ptr<Program> m_program;
};

}  // namespace shopbell::segments
