// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/app_context.h"
#include "app/desktop/measure.h"
#include "app/desktop/options.h"
#include "app/desktop/shots.h"
#include "ui/gallery/gallery_page.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QApplication>

#include <memory>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

using namespace shopbell;

int showGallery()
{
    const std::unique_ptr<QWidget> gallery(ui::makeGallery(nullptr));
    gallery->resize(1440, 900);
    gallery->show();
    return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv)
{
#ifdef __GLIBC__
    // Columns come and go in pieces of megabytes. From a fixed size on, each piece is given back when it is freed; left
    // to itself, glibc keeps ever larger ones in the heap of the thread that made them.
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
#endif
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Shopbell"));
    QApplication::setApplicationVersion(QStringLiteral(SHOPBELL_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.shopbell.shopbell"));
    // Closing the last window ends the program only when the window says so: it may go on in the tray.
    QApplication::setQuitOnLastWindowClosed(false);

    const desktop::Options options = desktop::readOptions(application);
    if (!options.shots.isEmpty()) {
        ui::Theme::install(application, ui::Appearance::Light);
        return desktop::drawShots(options);
    }
    desktop::AppContext context(options);
    ui::Theme::install(application, options.appearance.value_or(context.preferences().appearance()));
    QApplication::setWindowIcon(
        QIcon::fromTheme(QStringLiteral("org.shopbell.shopbell"), ui::icon(ui::IconName::Bell, ui::Token::Brass, 64)));
    if (options.gallery) {
        QApplication::setQuitOnLastWindowClosed(true);
        return showGallery();
    }

    ui::MainWindow window(context.needs());
    const auto measure = options.measure.isEmpty() ? nullptr : desktop::makeMeasure(window, options.measure);
    window.show();
    const QString file = options.workspace.isEmpty() ? context.preferences().lastWorkspace() : options.workspace;
    QObject::connect(&window, &ui::MainWindow::openElsewhere, &application, [&] {
        // Started by a file that has its window: that one is in front now, this start is done.
        if (!options.workspace.isEmpty() || !options.demo.isEmpty()) {
            // Said before the event loop runs, where quit() would be lost.
            QMetaObject::invokeMethod(&application, &QApplication::quit, Qt::QueuedConnection);
        }
    });
    if (!options.demo.isEmpty()) {
        window.openDemoFile(options.demo, options.people, options.seed);
    } else if (!file.isEmpty()) {
        window.openFile(file);
    } else {
        window.showWelcome();
    }
    return QApplication::exec();
}
