// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"

#include <QTest>

#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

namespace shopbell::test {

namespace {

struct Entry {
    std::string name;
    std::function<std::unique_ptr<QObject>()> make;
};

std::vector<Entry>& entries()
{
    static std::vector<Entry> all;
    return all;
}

}  // namespace

bool registerTest(const char* name, std::function<std::unique_ptr<QObject>()> make)
{
    entries().push_back({name, std::move(make)});
    return true;
}

int runTests(int argc, char** argv)
{
    std::string only;
    if (argc > 1 && std::strncmp(argv[1], "Test", 4) == 0) {
        only = argv[1];
        argv[1] = argv[0];
        ++argv;
        --argc;
    }
    int failed = 0;
    bool found = false;
    for (const auto& entry : entries()) {
        if (!only.empty() && entry.name != only) {
            continue;
        }
        found = true;
        const auto object = entry.make();
        failed += QTest::qExec(object.get(), argc, argv);
    }
    if (!found) {
        std::fprintf(stderr, "There is no test class called %s here.\n", only.c_str());
        return 2;
    }
    return failed == 0 ? 0 : 1;
}

}  // namespace shopbell::test
