// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/running_engine.h"

#include "api/profiles.h"
#include "api/segment_editing.h"
#include "api/segments.h"
#include "runtime/local_engine.h"
#include "runtime/memory_secrets.h"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <future>
#include <string>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace shopbell::bench {

namespace {

/// The day after the last event.
class DayAfter final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return {1'767'225'600'000}; }
};

struct Memory {
    long all = 0;
    long ours = 0;  ///< without what is mapped from files
};

Memory residentMegabytes()
{
    Memory memory;
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) {
            memory.all = std::strtol(line.c_str() + 6, nullptr, 10) / 1024;
        } else if (line.starts_with("RssAnon:")) {
            memory.ours = std::strtol(line.c_str() + 8, nullptr, 10) / 1024;
        }
    }
    return memory;
}

template <Question Q>
Result<typename Q::Answer> ask(LocalEngine& engine, Q question)
{
    std::promise<Result<typename Q::Answer>> promise;
    auto future = promise.get_future();
    const auto pending = engine.ask(std::move(question),
                                    [&](Result<typename Q::Answer> answer) { promise.set_value(std::move(answer)); });
    return future.get();
}

}  // namespace

bool printRunningEngine(const std::filesystem::path& file)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);  // as app/desktop/main.cpp
#endif
    EngineOptions options;
    options.liveSegments = true;
    const auto start = std::chrono::steady_clock::now();
    auto engine = LocalEngine::open(file, std::make_unique<MemorySecrets>(), std::make_unique<DayAfter>(), options);
    if (!engine) {
        std::fprintf(stderr, "%s\n", describe(engine.error()).c_str());
        return false;
    }
    (*engine)->awaitSegments();
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const Memory live = residentMegabytes();
    const auto segments = ask(**engine, ListSegments{});
    CountSegment question;
    question.what.json =
        R"({"all":[{"type":"metric","metric":"Placed Order","measure":"sum","property":"value","op":">","value":500,)"
        R"("timeframe":{"kind":"in-the-last","n":60,"unit":"day"}},{"not":{"type":"metric","metric":"Opened Email",)"
        R"("timeframe":{"kind":"in-the-last","n":14,"unit":"day"}}}]})";
    const auto count = ask(**engine, question);
    const Memory asked = residentMegabytes();
    SearchProfiles search;
    search.words = "person77";
    const auto found = ask(**engine, search);
    const Memory searched = residentMegabytes();
    if (!segments || !count || !found) {
        std::fprintf(stderr, "A question was not answered.\n");
        return false;
    }
    std::printf("running engine, %zu live segments: begun in %.1f s; VmRSS %ld MB (%ld anonymous), after a count %ld, "
                "after a search %ld\n",
                segments->size(), took, live.all, live.ours, asked.all, searched.all);
    return true;
}

}  // namespace shopbell::bench
