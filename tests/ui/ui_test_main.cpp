// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLocale>
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

}  // namespace shopbell::test

/// As tests/support/test_main.cpp, for tests of the window: no display is needed, the look is light, motion is off and
/// numbers are English, whatever the machine's own settings are.
int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    shopbell::ui::Theme::install(application, shopbell::ui::Appearance::Light).setReducedMotion(true);
    std::string only;
    if (argc > 1 && std::strncmp(argv[1], "Test", 4) == 0) {
        only = argv[1];
        argv[1] = argv[0];
        ++argv;
        --argc;
    }
    int failed = 0;
    bool found = false;
    for (const auto& entry : shopbell::test::entries()) {
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
