// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/transaction.h"
#include "history/derived_file.h"
#include "history/merged_runs.h"
#include "history/run_io.h"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace shopbell {

namespace {

constexpr std::string_view sqlVoidedOfMetric = "SELECT row, by_row, at, profile FROM voided_event WHERE metric = ?1";
constexpr std::string_view sqlVoided = "SELECT row, by_row, at, profile, metric FROM voided_event";
constexpr std::string_view sqlAddVoided =
    "INSERT INTO voided_event(row, by_row, metric, profile, at) VALUES(?1, ?2, ?3, ?4, ?5)";
constexpr std::string_view sqlDropVoided = "DELETE FROM voided_event WHERE row = ?1";
constexpr std::string_view sqlFreePages = "SELECT freelist_count FROM pragma_freelist_count()";
constexpr std::string_view sqlPages = "SELECT page_count FROM pragma_page_count()";

/// More replaced events than this share of a metric's are worth writing all of its runs anew.
constexpr std::size_t voidedShare = 32;
constexpr std::size_t voidedAtLeast = 1000;

VoidedEvent readVoided(db::Statement& row)
{
    return {row.integer(0), row.integer(1), row.integer(2), static_cast<ProfileNumber>(row.integer(3))};
}

/// One sealing at work: the runs as they change, and the digests that follow them.
class Sealer {
public:
    Sealer(db::Connection& file, DerivedAbout& about, std::span<const EventRun> runs,
           const std::atomic<bool>* stop = nullptr, std::int64_t mostMerged = std::numeric_limits<std::int64_t>::max())
        : m_file(file), m_about(about), m_stop(stop), m_mostMerged(mostMerged)
    {
        for (const EventRun& run : runs) {
            m_runs[run.metric].push_back(run);
        }
    }

    Result<void> addVoided(std::int64_t metric, const VoidedEvent& voided)
    {
        m_about.voidedDigest ^= runTables::digestOf(metric, voided);
        return m_file.run(sqlAddVoided, voided.row, voided.by, metric, std::int64_t{voided.profile}, voided.at);
    }

    Result<void> addEvents(std::int64_t metric, std::span<const LoggedEvent> events)
    {
        EventRunWriter writer(m_file, metric);
        for (const LoggedEvent& event : events) {
            if (auto added = writer.add(event); !added) {
                return added;
            }
        }
        if (isStopped()) {
            return stopped();
        }
        return keep(writer);
    }

    /// Each run stays at least twice as large as the next: few runs, and an event is seldom written anew.
    Result<void> compact(std::int64_t metric)
    {
        auto& runs = m_runs[metric];
        auto voided = loadVoided(metric);
        if (!voided) {
            return fail(voided.error());
        }
        std::int64_t events = 0;
        for (const EventRun& run : runs) {
            events += run.events;
        }
        const std::size_t tooMany = voidedAtLeast + static_cast<std::size_t>(events) / voidedShare;
        std::size_t first = voided->size() > tooMany ? 0 : runs.size();
        std::int64_t gathered = 0;
        if (first != 0 && runs.size() > 1) {
            first = runs.size() - 1;
            gathered = runs.back().events;
            while (first > 0 && gathered * 2 >= runs[first - 1].events) {
                gathered += runs[--first].events;
            }
            first = first == runs.size() - 1 || gathered > m_mostMerged ? runs.size() : first;
        }
        return first >= runs.size()
                   ? Result<void>()
                   : rewrite(
                         metric, first, [&](const LoggedEvent& event) { return !voided->contains(event.row); },
                         *voided);
    }

    /// Writes the runs from `first` on as one, with the events that `stays` keeps; replaced ones among them are
    /// forgotten.
    template <class Stays>
    Result<void> rewrite(std::int64_t metric, std::size_t first, const Stays& stays,
                         const std::unordered_map<std::int64_t, VoidedEvent>& voided)
    {
        auto& runs = m_runs[metric];
        const std::vector<EventRun> old(runs.begin() + static_cast<std::ptrdiff_t>(first), runs.end());
        runs.resize(first);
        EventRunWriter writer(m_file, metric);
        std::vector<std::int64_t> leftOut;
        auto merged = MergedRuns(m_file, old).forEach([&](const LoggedEvent& event) -> Result<void> {
            if (isStopped()) {
                return stopped();
            }
            if (stays(event)) {
                return writer.add(event);
            }
            leftOut.push_back(event.row);
            return {};
        });
        if (!merged) {
            return merged;
        }
        if (auto kept = keep(writer); !kept) {
            return kept;
        }
        for (const std::int64_t row : leftOut) {
            const auto entry = voided.find(row);
            if (entry != voided.end()) {
                if (auto dropped = dropVoided(metric, entry->second); !dropped) {
                    return dropped;
                }
            }
        }
        for (const EventRun& run : old) {
            m_about.runDigest ^= runTables::digestOf(run);
            if (auto dropped = runTables::dropRun(m_file, run); !dropped) {
                return dropped;
            }
        }
        return {};
    }

    /// The fresh keys (ascending) and those runs whose turn it is to be merged become one run, in one pass.
    Result<void> addKeys(std::vector<StoredKey> fresh, const std::vector<KeyRun>& runs)
    {
        auto gathered = static_cast<std::int64_t>(fresh.size());
        std::size_t first = runs.size();
        while (first > 0 && gathered * 2 >= runs[first - 1].keys && gathered + runs[first - 1].keys <= m_mostMerged) {
            gathered += runs[--first].keys;
        }
        KeyRunWriter writer(m_file, gathered);
        std::vector<KeyRunReader> readers;
        for (std::size_t k = first; k < runs.size(); ++k) {
            readers.emplace_back(m_file, runs[k]);
        }
        std::vector<KeyRunReader*> open;
        for (KeyRunReader& reader : readers) {
            auto more = reader.next();
            if (!more) {
                return fail(more.error());
            }
            if (*more) {
                open.push_back(&reader);
            }
        }
        std::size_t next = 0;
        while (next < fresh.size() || !open.empty()) {
            if (isStopped()) {
                return stopped();
            }
            const auto least =
                std::ranges::min_element(open, {}, [](const KeyRunReader* reader) { return reader->key(); });
            if (least == open.end() || (next < fresh.size() && fresh[next] < (*least)->key())) {
                if (auto added = writer.add(fresh[next++]); !added) {
                    return added;
                }
                continue;
            }
            if (auto added = writer.add((*least)->key()); !added) {
                return added;
            }
            auto more = (*least)->next();
            if (!more) {
                return fail(more.error());
            }
            if (!*more) {
                open.erase(least);
            }
        }
        for (std::size_t k = first; k < runs.size(); ++k) {
            m_about.keyDigest ^= runTables::digestOf(runs[k]);
            if (auto dropped = runTables::dropRun(m_file, runs[k]); !dropped) {
                return dropped;
            }
        }
        auto written = writer.finish();
        if (!written) {
            return fail(written.error());
        }
        if ((*written)->run.keys > 0) {
            m_about.keyDigest ^= runTables::digestOf((*written)->run);
            m_newKeys.push_back(std::move(*written));
        }
        return {};
    }

    [[nodiscard]] std::vector<std::shared_ptr<const SealedKeys>> takeNewKeys() { return std::move(m_newKeys); }

    Result<void> dropVoided(std::int64_t metric, const VoidedEvent& voided)
    {
        m_about.voidedDigest ^= runTables::digestOf(metric, voided);
        return m_file.run(sqlDropVoided, voided.row);
    }

    Result<std::unordered_map<std::int64_t, VoidedEvent>> loadVoided(std::int64_t metric)
    {
        std::unordered_map<std::int64_t, VoidedEvent> voided;
        auto read = m_file.each(
            sqlVoidedOfMetric, [&](db::Statement& row) { voided.emplace(row.integer(0), readVoided(row)); }, metric);
        if (!read) {
            return fail(read.error());
        }
        return voided;
    }

    [[nodiscard]] const std::map<std::int64_t, std::vector<EventRun>>& runs() const { return m_runs; }

private:
    Result<void> keep(EventRunWriter& writer)
    {
        auto run = writer.finish();
        if (!run) {
            return fail(run.error());
        }
        if (run->events > 0) {
            m_runs[run->metric].push_back(*run);
            m_about.runDigest ^= runTables::digestOf(*run);
        }
        return {};
    }

    [[nodiscard]] bool isStopped() const { return m_stop != nullptr && m_stop->load(std::memory_order_relaxed); }
    static tl::unexpected<Error> stopped() { return fail(ErrorKind::Cancelled, "The sealing of columns was stopped."); }

    db::Connection& m_file;
    DerivedAbout& m_about;
    const std::atomic<bool>* m_stop;
    std::int64_t m_mostMerged;
    std::vector<std::shared_ptr<const SealedKeys>> m_newKeys;
    std::map<std::int64_t, std::vector<EventRun>> m_runs;
};

}  // namespace

Result<bool> DerivedFile::seal(Sealing& sealing, db::Connection& log)
{
    db::Connection& file = *m_connection;
    bool unchanged = true;
    const DerivedAbout before = m_about;
    auto sealed = db::inTransaction(file, [&]() -> Result<void> {
        const std::int64_t known = m_about.generation;
        if (auto loaded = loadAbout(); !loaded) {
            return loaded;
        }
        unchanged = m_about.generation == known && m_about.through == sealing.from;
        if (!unchanged) {
            return {};
        }
        auto runs = loadWholeRuns(file, m_about);
        if (!runs) {
            return fail(runs.error());
        }
        auto keyRuns = listKeyRuns();
        if (!keyRuns) {
            return fail(keyRuns.error());
        }
        Sealer sealer(file, m_about, *runs, sealing.stop, sealing.mostMerged);
        std::unordered_set<std::int64_t> goneAtOnce;
        for (const auto& [metric, voided] : sealing.voided) {
            if (voided.row > m_about.through) {
                goneAtOnce.insert(voided.row);
            } else if (auto added = sealer.addVoided(metric, voided); !added) {
                return added;
            }
        }
        for (auto& [metric, events] : sealing.events) {
            for (const LoggedEvent& event : events) {
                m_about.profileEnd = std::max(m_about.profileEnd, event.profile + 1);
            }
            std::erase_if(events, [&](const LoggedEvent& event) { return goneAtOnce.contains(event.row); });
            std::ranges::sort(events, isEarlier);
            if (auto added = sealer.addEvents(metric, events); !added) {
                return added;
            }
            if (auto compacted = sealer.compact(metric); !compacted) {
                return compacted;
            }
        }
        std::ranges::sort(sealing.keys);
        if (auto added = sealer.addKeys(std::move(sealing.keys), *keyRuns); !added) {
            return added;
        }
        m_about.through = sealing.newThrough;
        if (auto anchored = anchor(log); !anchored) {
            return anchored;
        }
        if (auto saved = saveAbout(); !saved) {
            return saved;
        }
        if (sealing.ready) {
            sealing.ready(m_about.generation, sealer.takeNewKeys());
        }
        return {};
    });
    if (!sealed) {
        m_about = before;
        return fail(sealed.error());
    }
    if (unchanged) {
        if (auto given = giveRoomBack(); !given) {
            return fail(given.error());
        }
    }
    return unchanged;
}

Result<void> DerivedFile::erase(std::span<const std::pair<ProfileNumber, std::int64_t>> profiles, db::Connection& log)
{
    db::Connection& file = *m_connection;
    const auto isErased = [&](ProfileNumber profile, std::int64_t row) {
        return std::ranges::any_of(profiles,
                                   [&](const auto& gone) { return gone.first == profile && row < gone.second; });
    };
    const DerivedAbout before = m_about;
    auto erased = db::inTransaction(file, [&]() -> Result<void> {
        if (auto loaded = loadAbout(); !loaded) {
            return loaded;
        }
        auto runs = loadWholeRuns(file, m_about);
        if (!runs) {
            return fail(runs.error());
        }
        Sealer sealer(file, m_about, *runs);
        const auto all = sealer.runs();
        for (const auto& [metric, its] : all) {
            bool there = false;
            auto looked = MergedRuns(file, its).forEach([&](const LoggedEvent& event) -> Result<void> {
                there = there || isErased(event.profile, event.row);
                return {};
            });
            if (!looked) {
                return looked;
            }
            if (!there) {
                continue;
            }
            auto voided = sealer.loadVoided(metric);
            if (!voided) {
                return fail(voided.error());
            }
            auto rewritten = sealer.rewrite(
                metric, 0,
                [&](const LoggedEvent& event) {
                    return !voided->contains(event.row) && !isErased(event.profile, event.row);
                },
                *voided);
            if (!rewritten) {
                return rewritten;
            }
        }
        std::vector<std::pair<std::int64_t, VoidedEvent>> left;
        auto read = file.each(sqlVoided, [&](db::Statement& row) {
            const VoidedEvent voided = readVoided(row);
            if (isErased(voided.profile, voided.row)) {
                left.emplace_back(row.integer(4), voided);
            }
        });
        if (!read) {
            return read;
        }
        for (const auto& [metric, voided] : left) {
            if (auto dropped = sealer.dropVoided(metric, voided); !dropped) {
                return dropped;
            }
        }
        if (auto forgotten = file.run(PropertyShelf::sqlForget); !forgotten) {
            return forgotten;
        }
        if (auto anchored = anchor(log); !anchored) {
            return anchored;
        }
        return saveAbout();
    });
    if (!erased) {
        m_about = before;
        return erased;
    }
    if (auto given = giveRoomBack(); !given) {
        return given;
    }
    // Until then the file still holds what its write-ahead log says is gone.
    return m_connection->checkpoint();
}

/// Merged runs leave free pages behind; when they are many, the file is made smaller.
Result<void> DerivedFile::giveRoomBack()
{
    constexpr std::int64_t freeShare = 16;
    constexpr std::int64_t freeAtLeast = 256;
    auto free = m_connection->findInteger(sqlFreePages);
    auto pages = m_connection->findInteger(sqlPages);
    if (!free || !pages) {
        return fail(free ? pages.error() : free.error());
    }
    if (free->value_or(0) < freeAtLeast || free->value_or(0) * freeShare < pages->value_or(0)) {
        return {};
    }
    return m_connection->execute("PRAGMA incremental_vacuum");
}

}  // namespace shopbell
