// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/text.h"
#include "bench/bench_shop.h"
#include "db/checkpointer.h"
#include "db/transaction.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

using namespace shopbell;
using shopbell::bench::give;
using shopbell::bench::HistoryGenerator;
using shopbell::bench::valueOf;
using shopbell::bench::Watch;

namespace {

constexpr std::size_t batch = 1000;

double secondsSince(Watch::time_point start)
{
    return std::chrono::duration<double>(Watch::now() - start).count();
}

/// Kilobytes of a line of /proc/self/status, 0 where there is none.
long statusLine(std::string_view name)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name)) {
            return std::strtol(line.c_str() + name.size() + 1, nullptr, 10);
        }
    }
    return 0;
}

/// Of the write-ahead log alone.
std::uintmax_t walBytes(const std::filesystem::path& file)
{
    auto path = file;
    path += "-wal";
    std::error_code missing;
    const auto size = std::filesystem::file_size(path, missing);
    return missing ? 0 : size;
}

std::uintmax_t bytesOf(const std::filesystem::path& file)
{
    std::uintmax_t bytes = 0;
    for (const char* const ending : {"", "-wal"}) {
        std::error_code missing;
        auto path = file;
        path += ending;
        const auto size = std::filesystem::file_size(path, missing);
        bytes += missing ? 0 : size;
    }
    return bytes;
}

struct IngestShop : bench::Shop {
    explicit IngestShop(const std::filesystem::path& file) : Shop(file), checkpointer(workspace, connection) {}
    db::Checkpointer checkpointer;
};

/// Of the calling thread.
double processorSeconds(clockid_t clock)
{
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Batches made before the clock is started; their texts lie in one piece each.
struct Batch {
    std::string text;
    std::string packed;
    std::vector<NewEvent> events;
};

/// Packs the properties of batches beside the thread that appends, a few batches ahead of it, as imports do.
class PackingAhead {
public:
    PackingAhead(const EventLog& log, std::vector<Batch>& batches)
        : m_batches(batches), m_thread([this, packer = log.packer()]() mutable { pack(packer); })
    {
    }
    ~PackingAhead() { m_thread.join(); }
    PackingAhead(const PackingAhead&) = delete;
    PackingAhead& operator=(const PackingAhead&) = delete;

    void waitFor(std::size_t number)
    {
        std::unique_lock lock(m_mutex);
        m_wanted = number;
        m_changed.notify_all();
        m_changed.wait(lock, [&] { return m_ready > number; });
    }

private:
    static constexpr std::size_t ahead = 16;

    void pack(PropertyPacker& packer)
    {
        for (std::size_t number = 0; number < m_batches.size(); ++number) {
            {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock, [&] { return number < m_wanted + ahead; });
            }
            Batch& one = m_batches[number];
            one.packed.clear();
            std::vector<std::size_t> ends;
            ends.reserve(one.events.size());
            for (const NewEvent& event : one.events) {
                packer.pack(event.properties, one.packed);
                ends.push_back(one.packed.size());
            }
            std::size_t begin = 0;
            for (std::size_t k = 0; k < ends.size(); ++k) {
                one.events[k].packed = std::string_view(one.packed).substr(begin, ends[k] - begin);
                begin = ends[k];
            }
            const std::scoped_lock lock(m_mutex);
            m_ready = number + 1;
            m_changed.notify_all();
        }
    }

    std::vector<Batch>& m_batches;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_wanted = 0;
    std::size_t m_ready = 0;
    std::thread m_thread;
};

std::vector<Batch> prepareBatches(HistoryGenerator& generator, std::size_t batches)
{
    std::vector<Batch> made;
    while (made.size() < batches) {
        const auto& events = generator.next(batch);
        if (events.empty()) {
            break;
        }
        Batch& one = made.emplace_back();
        std::size_t bytes = 0;
        for (const NewEvent& event : events) {
            bytes += event.uniqueId.size() + event.properties.size();
        }
        one.text.reserve(bytes);
        one.events = events;
        const auto keep = [&](std::string_view text) {
            const std::size_t place = one.text.size();
            one.text += text;
            return std::string_view(one.text).substr(place);
        };
        for (NewEvent& event : one.events) {
            event.uniqueId = keep(event.uniqueId);
            event.properties = keep(event.properties);
        }
    }
    return made;
}

/// What some appending took, of the clock and of the processor.
struct Figures {
    std::int64_t stored = 0;
    std::int64_t duplicates = 0;
    double seconds = 0;
    double engine = 0;    ///< seconds of processor on the thread that appends
    double everyone = 0;  ///< of all threads
    std::vector<double> batches;
    double longestAppend = 0;
    double longestCommit = 0;
    double longestShow = 0;  ///< published()
    std::uintmax_t largestWal = 0;

    void tell(const char* title)
    {
        std::ranges::sort(batches);
        const auto at = [&](double share) {
            return batches.empty() ? 0
                                   : 1e3 * batches[std::min(batches.size() - 1,
                                                            static_cast<std::size_t>(share * double(batches.size())))];
        };
        const auto events = stored + duplicates;
        std::printf("%-42s %9s events/s  (%s new, %s duplicates in %.2f s; processor %.2f s, engine thread %.2f s)\n",
                    title, formatCount(static_cast<std::int64_t>(static_cast<double>(events) / seconds)).c_str(),
                    formatCount(stored).c_str(), formatCount(duplicates).c_str(), seconds, everyone, engine);
        std::printf("%-42s batch of %zu: median %.1f ms, p99 %.1f ms, longest %.1f ms (append %.1f, commit %.1f, "
                    "show %.1f); write-ahead log up to %ju MB\n",
                    "", batch, at(0.5), at(0.99), at(1), longestAppend * 1e3, longestCommit * 1e3, longestShow * 1e3,
                    largestWal / 1'000'000);
        std::fflush(stdout);
    }
};

struct Manner {
    bool isPackedAhead = true;   ///< by a second thread; else by append() itself
    std::size_t flushEvery = 1;  ///< batches: so many are on the disk together, and waited for together
};

/// Each batch is its own transaction, and at the end all are on the disk.
void append(IngestShop& shop, std::vector<Batch>& batches, Manner manner, Figures& figures)
{
    std::optional<db::UnawaitedCommits> unawaited;
    if (manner.flushEvery > 1) {
        unawaited.emplace(shop.connection);
    }
    const double everyone = processorSeconds(CLOCK_PROCESS_CPUTIME_ID);
    const double engine = processorSeconds(CLOCK_THREAD_CPUTIME_ID);
    const auto begun = Watch::now();
    std::optional<PackingAhead> packing;
    if (manner.isPackedAhead) {
        packing.emplace(*shop.log, batches);
    }
    for (std::size_t number = 0; number < batches.size(); ++number) {
        const Batch& one = batches[number];
        if (packing) {
            packing->waitFor(number);
        }
        const auto start = Watch::now();
        auto transaction = valueOf(db::Transaction::begin(shop.connection));
        const auto counts = valueOf(shop.log->append(one.events));
        const double appended = secondsSince(start);
        if (auto done = transaction.commit(); !done) {
            give(done.error());
        }
        if (unawaited && ((number + 1) % manner.flushEvery == 0 || number + 1 == batches.size())) {
            if (auto flushed = shop.connection.flush(); !flushed) {
                give(flushed.error());
            }
        }
        const double committed = secondsSince(start);
        shop.log->published();
        const double shown = secondsSince(start);
        figures.batches.push_back(shown);
        figures.longestAppend = std::max(figures.longestAppend, appended);
        figures.longestCommit = std::max(figures.longestCommit, committed - appended);
        figures.longestShow = std::max(figures.longestShow, shown - committed);
        figures.stored += counts.appended;
        figures.duplicates += counts.duplicates;
    }
    figures.seconds += secondsSince(begun);
    figures.largestWal = std::max(figures.largestWal, walBytes(shop.workspace.file()));
    figures.engine += processorSeconds(CLOCK_THREAD_CPUTIME_ID) - engine;
    figures.everyone += processorSeconds(CLOCK_PROCESS_CPUTIME_ID) - everyone;
}

constexpr std::size_t batchesOfAMillion = 1000;

/// The history that a measured million goes into; its own figures are of the appending alone, not of the generator.
Figures fill(IngestShop& shop, HistoryGenerator::Shape shape)
{
    HistoryGenerator generator(shape, shop.metricIds);
    Figures figures;
    for (;;) {
        auto batches = prepareBatches(generator, 100);
        if (batches.empty()) {
            return figures;
        }
        append(shop, batches, {true, 50}, figures);
    }
}

/// In a process of its own, so that memory and times are those of a start.
int measureOpening(const std::filesystem::path& file)
{
    const auto start = Watch::now();
    IngestShop shop(file);
    std::printf("%-34s %.0f ms, VmRSS %ld MB\n", "opened", secondsSince(start) * 1e3, statusLine("VmRSS:") / 1024);
    const auto view = shop.log->view();
    double all = 0;
    std::int64_t events = 0;
    for (std::size_t k = 0; k < shop.metricIds.size(); ++k) {
        const auto began = Watch::now();
        const auto columns = valueOf(view->metric(shop.metricIds[k]));
        const double took = secondsSince(began);
        all += took;
        events += columns->eventCount();
        std::printf("  %-32s %10s events, cold %.0f ms\n", std::string(bench::generatedMetrics()[k].name).c_str(),
                    formatCount(columns->eventCount()).c_str(), took * 1e3);
    }
    std::printf("%-34s %s events in %.0f ms, VmRSS %ld MB, at most %ld MB\n", "all columns loaded",
                formatCount(events).c_str(), all * 1e3, statusLine("VmRSS:") / 1024, statusLine("VmHWM:") / 1024);
    return 0;
}

}  // namespace

/// bench_ingest [--events N] [--profiles N] [--keep FILE] [--only empty]; N is the size of the history that a million
/// more go into.
int main(int argc, char** argv)
{
    HistoryGenerator::Shape base;
    base.events = 20'000'000;
    base.profiles = 1'000'000;
    std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("shopbell-bench-" + makeToken()) / "bench.shopbell";
    bool keep = false;
    bool onlyEmpty = false;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view option = argv[i];
        if (option == "--events") {
            base.events = std::atoll(argv[i + 1]);
        } else if (option == "--profiles") {
            base.profiles = static_cast<std::uint32_t>(std::atoll(argv[i + 1]));
        } else if (option == "--keep") {
            file = argv[i + 1];
            keep = true;
        } else if (option == "--only") {
            onlyEmpty = true;
        } else if (option == "--open") {
            return measureOpening(argv[i + 1]);
        } else {
            std::fprintf(stderr, "bench_ingest [--events N] [--profiles N] [--keep FILE] [--only empty]\n");
            return 2;
        }
    }
    std::filesystem::create_directories(file.parent_path());
    const std::pair<Manner, const char*> manners[] = {{{false, 1}, "into an empty workspace, packed by append()"},
                                                      {{true, 1}, "into an empty workspace, packed ahead"},
                                                      {{true, 50}, "the same, flushed every 50 batches"}};
    for (const auto& [manner, title] : manners) {
        auto shape = base;
        shape.events = 1'000'000;
        auto small = file;
        small += manner.isPackedAhead ? "-ahead" + std::to_string(manner.flushEvery) : "-plain";
        IngestShop shop(small);
        HistoryGenerator generator(shape, shop.metricIds);
        auto batches = prepareBatches(generator, batchesOfAMillion);
        Figures figures;
        append(shop, batches, manner, figures);
        figures.tell(title);
        if (manner.flushEvery > 1 && !onlyEmpty) {
            Figures again;
            append(shop, batches, manner, again);
            again.tell("the same million again");
        }
    }
    std::int64_t held = base.events;
    if (!onlyEmpty) {
        {
            IngestShop shop(file);
            std::uint64_t seed = base.seed;
            fill(shop, base).tell("the history, flushed every 50 batches");
            const std::pair<Manner, const char*> into[] = {{{true, 1}, "a million more into that, packed ahead"},
                                                           {{true, 50}, "another, flushed every 50 batches"}};
            for (const auto& [manner, title] : into) {
                auto more = base;
                more.seed = ++seed;
                more.events = 1'000'000;
                more.firstNumber = held;
                HistoryGenerator generator(more, shop.metricIds);
                auto batches = prepareBatches(generator, batchesOfAMillion);
                Figures figures;
                append(shop, batches, manner, figures);
                figures.tell(title);
                held += more.events;
            }
            const auto start = Watch::now();
            if (auto sealed = shop.log->seal(); !sealed) {
                give(sealed.error());
            }
            std::printf("%-42s %.0f ms\n", "sealed", secondsSince(start) * 1e3);
            if (auto emptied = shop.connection.checkpoint(); !emptied) {
                give(emptied.error());
            }
        }
        const auto events = static_cast<double>(held);
        const auto log = static_cast<double>(bytesOf(file));
        const auto derived =
            static_cast<double>(bytesOf(valueOf(db::Workspace::open(file, SystemClock())).derivedFile()));
        std::printf("%-42s log %.1f + derived %.1f = %.1f bytes an event\n", "on disk", log / events, derived / events,
                    (log + derived) / events);
    }
    std::fflush(stdout);
    int status = 0;
    if (!onlyEmpty) {
        const std::string again = "\"" + std::string(argv[0]) + "\" --open \"" + fromPath(file) + "\"";
        status = std::system(again.c_str());
    }
    if (!keep) {
        std::error_code ignored;
        std::filesystem::remove_all(file.parent_path(), ignored);
    }
    return status == 0 ? 0 : 1;
}
