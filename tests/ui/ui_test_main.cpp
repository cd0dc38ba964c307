// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLocale>

/// The main of the window's tests: no display is needed, the look is light, motion is off and numbers are English,
/// whatever the machine's own settings are.
int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    shopbell::ui::Theme::install(application, shopbell::ui::Appearance::Light).setReducedMotion(true);
    return shopbell::test::runTests(argc, argv);
}
