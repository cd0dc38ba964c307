// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo.h"
#include "api/imports.h"
#include "api/segments.h"
#include "base/file.h"
#include "base/random.h"
#include "runtime/local_workspaces.h"
#include "runtime/memory_secrets.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <map>
#include <string>
#include <vector>

// Starts the real window on large workspaces, has it measure itself (shopbell --measure), and prints what it said
// beside the goals. The workspaces are made once and kept in bench-window/ of the build tree. Given a workspace (such
// as the one that bench_segments keeps), it opens the segment editor there.

namespace {

using namespace shopbell;

constexpr std::int64_t shopPeople = 100'000;
constexpr std::int64_t tablePeople = 1'000'000;
constexpr std::int64_t tableOrders = 2'000'000;
constexpr int starts = 5;

using Figures = std::vector<std::pair<std::string, double>>;

bool failed(const Error& error)
{
    std::fprintf(stderr, "%s\n", describe(error).c_str());
    return false;
}

template <class Command>
bool run(Engine& engine, Command command)
{
    std::promise<bool> done;
    auto future = done.get_future();
    (void)engine.submit(std::move(command), std::function<void(Result<typename Command::Answer>)>(
                                                [&](const Result<typename Command::Answer>& answer) {
                                                    done.set_value(answer ? true : failed(answer.error()));
                                                }));
    return future.get();
}

bool writeTable(const std::filesystem::path& people, const std::filesystem::path& orders)
{
    const char* const first[] = {"Anna", "Jürgen", "Marie", "Lukas", "Sofia", "Paul", "Emma", "Elias", "Mia", "Noah"};
    const char* const last[] = {"Gruber", "Huber", "Bauer", "Wagner", "Müller", "Pichler", "Steiner", "Moser", "Mayer"};
    const char* const cities[] = {"Vienna", "Graz", "Linz", "Berlin", "Munich", "Hamburg", "London"};
    Random random(5);
    const auto email = [](std::int64_t number) {
        return "person" + std::to_string(number) + "@mail" + std::to_string(number % 97) + ".example.com";
    };
    std::ofstream table(people);
    table << "email,first_name,last_name,phone,city,country,created\n";
    for (std::int64_t i = 0; i < tablePeople; ++i) {
        table << email(i) << ',' << first[random.below(std::size(first))] << ',' << last[random.below(std::size(last))]
              << ",+43664" << 1'000'000 + i << ',' << cities[random.below(std::size(cities))] << ",AT,"
              << 1'600'000'000 + i * 170 << '\n';
    }
    std::ofstream log(orders);
    log << "profile,metric,time,value,unique_id\n";
    for (std::int64_t i = 0; i < tableOrders; ++i) {
        // A few buy often, most seldom.
        const auto one = random.below(static_cast<std::uint64_t>(tablePeople));
        const auto other = random.below(static_cast<std::uint64_t>(tablePeople));
        log << email(static_cast<std::int64_t>(std::min(one, other))) << ",Placed Order," << 1'600'000'000 + i * 90
            << ',' << 5 + static_cast<std::int64_t>(random.below(200)) << ".50,o" << i << '\n';
    }
    return table.good() && log.good();
}

/// Makes the workspace, unless an earlier run has made it to its end.
template <class Fill>
bool make(Workspaces& workspaces, const std::filesystem::path& file, const Fill& fill)
{
    auto mark = file;
    mark += ".made";
    if (std::filesystem::exists(mark)) {
        return true;
    }
    for (const auto& entry : std::filesystem::directory_iterator(file.parent_path())) {
        if (fromPath(entry.path().filename()).starts_with(fromPath(file.filename()))) {
            std::filesystem::remove(entry.path());
        }
    }
    std::printf("Making %s; it is kept for the next time.\n", fromPath(file.filename()).c_str());
    std::fflush(stdout);
    if (auto made = workspaces.create({fromPath(file), "Fernhill Candles", "Europe/Vienna", "EUR", "AT"}); !made) {
        return failed(made.error());
    }
    auto engine = workspaces.open(fromPath(file));
    if (!engine) {
        return failed(engine.error());
    }
    if (!fill(**engine)) {
        return false;
    }
    engine->reset();
    return std::ofstream(mark).put('\n').good();
}

bool makeBoth(const std::filesystem::path& folder)
{
    RuntimeOptions options;
    options.makeSecretStore = [](const std::filesystem::path&) { return std::make_unique<MemorySecrets>(); };
    options.recentFile = folder / "recent.json";
    const auto workspaces = makeLocalWorkspaces(std::move(options));
    return make(*workspaces, folder / "shop.shopbell",
                [](Engine& engine) {
                    return run(engine, FillWithDemo{shopPeople, 1});
                }) &&
           make(*workspaces, folder / "table.shopbell", [&](Engine& engine) {
               const auto people = folder / "people.csv";
               const auto orders = folder / "orders.csv";
               const auto import = [&](ImportSubject what, const std::filesystem::path& file) {
                   ImportFile command;
                   command.what = what;
                   command.file = fromPath(file);
                   return run(engine, command);
               };
               const bool good = writeTable(people, orders) && import(ImportSubject::Profiles, people) &&
                                 import(ImportSubject::Events, orders);
               std::filesystem::remove(people);
               std::filesystem::remove(orders);
               return good;
           });
}

Figures measure(const std::filesystem::path& program, const std::filesystem::path& workspace, const std::string& what)
{
    const auto quoted = [](const std::filesystem::path& path) { return "'" + fromPath(path) + "'"; };
    const auto settings = workspace.parent_path() / "settings";
    std::filesystem::create_directories(settings);
    const std::string command = "exec " + quoted(program) + " --language en --theme light --settings " +
                                quoted(settings) + " --measure " + what + " " + quoted(workspace);
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    setenv("SHOPBELL_STARTED",
           std::to_string(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()).c_str(), 1);
    Figures figures;
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) {
        return figures;
    }
    char name[80];
    double value = 0;
    while (std::fscanf(pipe, "%79s %lf", name, &value) == 2) {
        figures.emplace_back(name, value);
    }
    if (pclose(pipe) != 0) {
        figures.clear();
    }
    return figures;
}

/// What is wished of a figure; 0: nothing.
double goalOf(const std::string& name)
{
    static const std::map<std::string, double> goals{
        {"first-paint", 200},          {"usable", 500},      {"resident-at-start", 200},
        {"resident-after-pages", 200}, {"rows-search", 100}, {"editor-count", 500},
    };
    if (const auto found = goals.find(name); found != goals.end()) {
        return found->second;
    }
    return name.starts_with("frame-") ? 16 : 0;
}

void print(const std::string& name, double value, double worst)
{
    const double goal = goalOf(name);
    const char* unit = name.starts_with("resident") ? "MB" : name == "rows" ? "" : "ms";
    std::printf("  %-26s %9.1f %-2s", name.c_str(), value, unit);
    if (worst > value) {
        std::printf("   worst %8.1f", worst);
    }
    if (goal > 0) {
        std::printf("   goal %5.0f%s", goal, value <= goal ? "" : "   OVER");
    }
    std::printf("\n");
}

bool printStarts(const std::filesystem::path& program, const std::filesystem::path& shop)
{
    if (measure(program, shop, "start").empty()) {
        std::fprintf(stderr, "The window did not start. Is there a display, or QT_QPA_PLATFORM=offscreen?\n");
        return false;
    }
    std::vector<std::pair<std::string, std::vector<double>>> all;
    for (int i = 0; i < starts; ++i) {
        const Figures figures = measure(program, shop, "start");
        for (std::size_t at = 0; at < figures.size(); ++at) {
            if (all.size() <= at) {
                all.push_back({figures[at].first, {}});
            }
            all[at].second.push_back(figures[at].second);
        }
    }
    std::printf("Start on %lld people, disk cache warm, median of %d:\n", static_cast<long long>(shopPeople), starts);
    for (auto& [name, values] : all) {
        std::sort(values.begin(), values.end());
        print(name, values[values.size() / 2], values.back());
    }
    return true;
}

/// A segment to open, should there be none yet.
bool makeSegment(const std::filesystem::path& file)
{
    RuntimeOptions options;
    options.makeSecretStore = [](const std::filesystem::path&) { return std::make_unique<MemorySecrets>(); };
    options.recentFile = file.parent_path() / "recent.json";
    auto engine = makeLocalWorkspaces(std::move(options))->open(fromPath(file));
    if (!engine) {
        return failed(engine.error());
    }
    SaveSegment command;
    command.name = "Spent over 500 in 60 days, has not opened in 14";
    command.definition.json =
        R"({"all":[{"type":"metric","metric":"Placed Order","measure":"sum","property":"value","op":">","value":500,)"
        R"("timeframe":{"kind":"in-the-last","n":60,"unit":"day"}},{"not":{"type":"metric","metric":"Opened Email",)"
        R"("measure":"count","op":">=","value":1,"timeframe":{"kind":"in-the-last","n":14,"unit":"day"}}}]})";
    std::promise<bool> done;
    auto future = done.get_future();
    (void)(*engine)->submit(std::move(command), [&](const Result<SegmentId>& answer) {
        done.set_value(answer || answer.error().kind == ErrorKind::AlreadyExists || failed(answer.error()));
    });
    return future.get();
}

}  // namespace

int main(int count, char** argv)
{
    const auto program = std::filesystem::absolute(argv[0]).parent_path() / "shopbell";
    const auto folder = program.parent_path().parent_path() / "bench-window";
    std::filesystem::create_directories(folder);
    setenv("SHOPBELL_SECRETS", "file", 1);
    setenv("SHOPBELL_PASSPHRASE", "bench", 1);
    if (count > 1) {
        const auto file = std::filesystem::absolute(argv[1]);
        if (!makeSegment(file)) {
            return 1;
        }
        std::printf("Start and segment editor on %s:\n", argv[1]);
        for (const auto& [name, value] : measure(program, file, "start,editor")) {
            print(name, value, value);
        }
        return 0;
    }
    if (!makeBoth(folder) || !printStarts(program, folder / "shop.shopbell")) {
        return 1;
    }
    std::printf("Every page visited on the same workspace:\n");
    for (const auto& [name, value] : measure(program, folder / "shop.shopbell", "start,pages")) {
        if (name.starts_with("frame-of-") || name == "resident-after-pages") {
            print(name, value, value);
        }
    }
    (void)measure(program, folder / "table.shopbell", "start");
    std::printf(
        "The table of %lld people (frame: the longest the window was busy; rows: until the first were there):\n",
        static_cast<long long>(tablePeople));
    for (const auto& [name, value] : measure(program, folder / "table.shopbell", "start,people")) {
        print(name, value, value);
    }
    return 0;
}
