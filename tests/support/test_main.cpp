// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"

#include <QCoreApplication>

/// The main of every test program but the window's.
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    return shopbell::test::runTests(argc, argv);
}
