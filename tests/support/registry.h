// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace shopbell::test {

/// Adds a test class to this executable's list; used through SHOPBELL_TEST alone.
bool registerTest(const char* name, std::function<std::unique_ptr<QObject>()> make);

/// What a main ends with: `test_base` runs every class, `test_base TestDecimal [QTest arguments]` one. The exit code.
int runTests(int argc, char** argv);

}  // namespace shopbell::test

/// At the end of each test file, before its .moc include: SHOPBELL_TEST(TestDecimal)
#define SHOPBELL_TEST(Class)              \
    static const bool registered##Class = \
        shopbell::test::registerTest(#Class, [] { return std::unique_ptr<QObject>(new Class); });
