// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/text.h"
#include "bench/history_generator.h"
#include "db/transaction.h"
#include "db/workspace.h"
#include "history/event_log.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

using namespace shopbell;
using shopbell::bench::HistoryGenerator;

namespace {

using Watch = std::chrono::steady_clock;
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

[[noreturn]] void give(const Error& error)
{
    std::fprintf(stderr, "%s\n", describe(error).c_str());
    std::exit(1);
}

template <class T>
T valueOf(Result<T> result)
{
    if (!result) {
        give(result.error());
    }
    return std::move(*result);
}

struct Shop {
    explicit Shop(const std::filesystem::path& file)
        : workspace(valueOf(std::filesystem::exists(file)
                                ? db::Workspace::open(file, clock)
                                : db::Workspace::create(file, {"Bench", "Europe/Vienna", "EUR", "AT"}, clock))),
          connection(valueOf(workspace.connect(db::OpenMode::ReadWrite))),
          log(valueOf(EventLog::open(workspace, connection)))
    {
        for (const auto& metric : bench::generatedMetrics()) {
            metrics.push_back(valueOf(log->ensureMetric(metric.name)));
        }
        log->published();
    }
    SystemClock clock;
    db::Workspace workspace;
    db::Connection connection;
    std::unique_ptr<EventLog> log;
    std::vector<MetricId> metrics;
};

/// Appends the generator's events in batches, each its own transaction; prints the rate without the generator's time.
void ingest(Shop& shop, HistoryGenerator::Shape shape, const char* title)
{
    HistoryGenerator generator(shape, shop.metrics);
    double seconds = 0;
    double busy = 0;
    std::int64_t stored = 0;
    std::int64_t duplicates = 0;
    double slowest = 0;
    for (;;) {
        const auto& events = generator.next(batch);
        if (events.empty()) {
            break;
        }
        const auto start = Watch::now();
        const auto worked = std::clock();
        auto transaction = valueOf(db::Transaction::begin(shop.connection));
        const auto counts = valueOf(shop.log->append(events));
        if (auto committed = transaction.commit(); !committed) {
            give(committed.error());
        }
        shop.log->published();
        const double took = secondsSince(start);
        seconds += took;
        busy += static_cast<double>(std::clock() - worked) / CLOCKS_PER_SEC;
        slowest = std::max(slowest, took);
        stored += counts.appended;
        duplicates += counts.duplicates;
    }
    std::printf("%-34s %9s events of %.0f B, %lld duplicates: %.2f s (%.2f s of processor), %s events/s, slowest batch "
                "%.0f ms\n",
                title, formatCount(stored).c_str(), generator.averagePropertyBytes(),
                static_cast<long long>(duplicates), seconds, busy,
                formatCount(static_cast<std::int64_t>(static_cast<double>(stored + duplicates) / seconds)).c_str(),
                slowest * 1e3);
    std::fflush(stdout);
}

/// In a process of its own, so that memory and times are those of a start.
int measureOpening(const std::filesystem::path& file)
{
    const auto start = Watch::now();
    Shop shop(file);
    std::printf("%-34s %.0f ms, VmRSS %ld MB\n", "opened", secondsSince(start) * 1e3, statusLine("VmRSS:") / 1024);
    const auto view = shop.log->view();
    double all = 0;
    std::int64_t events = 0;
    for (std::size_t k = 0; k < shop.metrics.size(); ++k) {
        const auto began = Watch::now();
        const auto columns = valueOf(view->metric(shop.metrics[k]));
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

/// bench_ingest [--events N] [--profiles N] [--keep FILE]; N is the size of the history that a million more go into.
int main(int argc, char** argv)
{
    HistoryGenerator::Shape base;
    base.events = 4'000'000;
    base.profiles = 200'000;
    std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("shopbell-bench-" + makeToken()) / "bench.shopbell";
    bool keep = false;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view option = argv[i];
        if (option == "--events") {
            base.events = std::atoll(argv[i + 1]);
        } else if (option == "--profiles") {
            base.profiles = static_cast<std::uint32_t>(std::atoll(argv[i + 1]));
        } else if (option == "--keep") {
            file = argv[i + 1];
            keep = true;
        } else if (option == "--open") {
            return measureOpening(argv[i + 1]);
        } else {
            std::fprintf(stderr, "bench_ingest [--events N] [--profiles N] [--keep FILE]\n");
            return 2;
        }
    }
    std::filesystem::create_directories(file.parent_path());
    {
        auto shape = base;
        shape.events = 1'000'000;
        auto small = file;
        small += "-empty";
        Shop shop(small);
        ingest(shop, shape, "a million into an empty workspace");
        ingest(shop, shape, "the same million again");
    }
    {
        auto shape = base;
        shape.events = 1'000'000;
        auto small = file;
        small += "-relaxed";
        Shop shop(small);
        if (auto relaxed = shop.connection.relaxDurability(); !relaxed) {
            give(relaxed.error());
        }
        ingest(shop, shape, "a million, the disk not waited for");
    }
    {
        Shop shop(file);
        ingest(shop, base, "the history");
        auto more = base;
        more.seed = 2;
        more.events = 1'000'000;
        more.firstNumber = base.events;
        ingest(shop, more, "a million more");
        std::printf("%-34s VmRSS %ld MB\n", "memory after that", statusLine("VmRSS:") / 1024);
        const auto start = Watch::now();
        if (auto sealed = shop.log->seal(); !sealed) {
            give(sealed.error());
        }
        std::printf("%-34s %.0f ms\n", "sealed", secondsSince(start) * 1e3);
        if (auto emptied = shop.connection.checkpoint(); !emptied) {
            give(emptied.error());
        }
    }
    {
        const auto events = static_cast<double>(base.events + 1'000'000);
        const auto log = static_cast<double>(bytesOf(file));
        const auto derived =
            static_cast<double>(bytesOf(valueOf(db::Workspace::open(file, SystemClock())).derivedFile()));
        std::printf("%-34s log %.1f + derived %.1f = %.1f bytes an event\n", "on disk", log / events, derived / events,
                    (log + derived) / events);
    }
    std::fflush(stdout);
    const std::string again = "\"" + std::string(argv[0]) + "\" --open \"" + fromPath(file) + "\"";
    const int status = std::system(again.c_str());
    if (!keep) {
        std::error_code ignored;
        std::filesystem::remove_all(file.parent_path(), ignored);
    }
    return status == 0 ? 0 : 1;
}
