// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_shop.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>

namespace shopbell::bench {

void give(const Error& error)
{
    std::fprintf(stderr, "%s\n", describe(error).c_str());
    std::exit(1);
}

double millisecondsSince(Watch::time_point start)
{
    return std::chrono::duration<double, std::milli>(Watch::now() - start).count();
}

long residentMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) {
            return std::strtol(line.c_str() + 6, nullptr, 10) / 1024;
        }
    }
    return 0;
}

Times measure(int repeats, const std::function<void()>& work)
{
    std::vector<double> times;
    std::vector<double> worked;
    for (int i = 0; i < repeats; ++i) {
        const auto before = std::clock();
        const auto start = Watch::now();
        work();
        times.push_back(millisecondsSince(start));
        worked.push_back(static_cast<double>(std::clock() - before) * 1000 / CLOCKS_PER_SEC);
    }
    const double first = times.front();
    std::sort(times.begin(), times.end());
    std::sort(worked.begin(), worked.end());
    return {first, times[times.size() / 2], times.front(), worked[worked.size() / 2]};
}

}  // namespace shopbell::bench
