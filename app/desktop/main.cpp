// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/app_context.h"
#include "app/desktop/options.h"
#include "app/desktop/shots.h"
#include "ui/gallery/gallery_page.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>
#include <memory>

namespace {

using namespace shopbell;

/// Tells when the window was first painted, and when the first page had its answers.
class Timing : public QObject {
public:
    Timing(ui::MainWindow& window, const QElapsedTimer& since) : m_window(window), m_since(since)
    {
        window.installEventFilter(this);
        connect(&m_poll, &QTimer::timeout, this, [this] {
            if (m_painted && m_window.bridge() != nullptr && m_window.bridge()->hasInfo() &&
                m_window.bridge()->isIdle()) {
                std::printf("usable after %lld ms\n", static_cast<long long>(m_since.elapsed()));
                m_poll.stop();
                QApplication::quit();
            }
        });
        m_poll.start(5);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        // The frame's children are painted in the same pass as the window.
        if (event->type() == QEvent::UpdateRequest && !m_painted) {
            m_painted = true;
            QTimer::singleShot(0, this, [this] {
                std::printf("first paint after %lld ms\n", static_cast<long long>(m_since.elapsed()));
                std::fflush(stdout);
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    ui::MainWindow& m_window;
    const QElapsedTimer& m_since;
    QTimer m_poll;
    bool m_painted = false;
};

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
    QElapsedTimer since;
    since.start();
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
    const std::unique_ptr<Timing> timing = options.timing ? std::make_unique<Timing>(window, since) : nullptr;
    window.show();
    const QString file = options.workspace.isEmpty() ? context.preferences().lastWorkspace() : options.workspace;
    QObject::connect(&window, &ui::MainWindow::openElsewhere, &application, [&] {
        // Started by a file that has its window: that one is in front now, this start is done.
        if (!options.workspace.isEmpty() || !options.demo.isEmpty()) {
            QApplication::quit();
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
