// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/measure.h"

#include "ui/segments/segment_meter.h"
#include "ui/shell/page.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/rail_button.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/search_field.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTableView>
#include <QThread>
#include <QTimer>
#include <QWheelEvent>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <string>

namespace shopbell::desktop {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int patience = 120'000;
constexpr int atRest = 700;  ///< pages ask again half a second after a change
constexpr int wheelSteps = 60;
constexpr int flingSteps = 40;

double millisecondsSince(SteadyClock::time_point from)
{
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - from).count();
}

SteadyClock::time_point processStart()
{
    const qlonglong given = qEnvironmentVariable("SHOPBELL_STARTED").toLongLong();
    return given > 0 ? SteadyClock::time_point(std::chrono::nanoseconds(given)) : SteadyClock::now();
}

double residentMegabytes()
{
#ifdef Q_OS_LINUX
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) {
            return std::stod(line.substr(6)) / 1024;
        }
    }
#endif
    return 0;
}

void print(const char* name, double value)
{
    std::printf("%s %.1f\n", name, value);
    std::fflush(stdout);
}

class WindowMeasure final : public QObject, public Measure {
public:
    WindowMeasure(ui::MainWindow& window, const QStringList& what)
        : m_window(window), m_what(what), m_start(processStart())
    {
        window.installEventFilter(this);
        QObject::connect(&window, &ui::MainWindow::settled, this,
                         [this] { QTimer::singleShot(0, this, [this] { run(); }); });
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        // The frame's children are painted in the same pass as the window.
        if (event->type() == QEvent::UpdateRequest && !m_painted) {
            m_painted = true;
            QTimer::singleShot(0, this, [this] { print("first-paint", millisecondsSince(m_start)); });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    /// One pass of the event loop; its length counts as a frame.
    void pass()
    {
        const auto from = SteadyClock::now();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QApplication::processEvents(QEventLoop::AllEvents);
        m_slowest = std::max(m_slowest, millisecondsSince(from));
    }
    bool waitFor(const std::function<bool()>& done)
    {
        const auto from = SteadyClock::now();
        while (!done()) {
            if (millisecondsSince(from) > patience) {
                std::printf("gave-up 1\n");
                return false;
            }
            pass();
            QThread::usleep(200);
        }
        return true;
    }
    void settle()
    {
        QElapsedTimer quiet;
        quiet.start();
        waitFor([&] {
            if (!m_window.bridge()->isIdle()) {
                quiet.restart();
            }
            return quiet.elapsed() > atRest;
        });
    }
    static void click(QWidget* target, const QPoint& at)
    {
        const QPointF global = target->mapToGlobal(at);
        for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
            QApplication::postEvent(target,
                                    new QMouseEvent(type, at, global, Qt::LeftButton,
                                                    type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton,
                                                    Qt::NoModifier));
        }
    }
    static void press(QWidget* target, int key, const QString& text = {},
                      Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QApplication::postEvent(target, new QKeyEvent(type, key, modifiers, text));
        }
    }
    void openPage(ui::PageId id)
    {
        for (auto* each : m_window.findChildren<ui::RailButton*>()) {
            if (each->isVisible() && each->page == id) {
                click(each, each->rect().center());
                return;
            }
        }
        m_window.frame().navigate({.page = id});
    }

    void run()
    {
        if (m_window.bridge() == nullptr) {
            std::printf("gave-up 1\n");
        } else {
            measureStart();
            if (m_what.contains(QLatin1String("pages"))) {
                visitPages();
            }
            if (m_what.contains(QLatin1String("people"))) {
                measurePeople();
            }
            if (m_what.contains(QLatin1String("editor"))) {
                measureEditor();
            }
        }
        QApplication::quit();
    }

    void measureStart()
    {
        ui::Page* home = m_window.frame().currentPage();
        const auto numbers = home->findChildren<ui::BigNumber*>();
        waitFor(
            [&] { return std::ranges::none_of(numbers, [](const auto* each) { return each->value().isEmpty(); }); });
        pass();
        print("figures", millisecondsSince(m_start));
        openPage(ui::PageId::Profiles);
        waitFor([&] { return m_window.frame().currentPage() != home; });
        pass();
        print("usable", millisecondsSince(m_start));
        QTableView* table = findTable();
        waitFor([&] { return table->model()->rowCount() > 0; });
        pass();
        print("people-listed", millisecondsSince(m_start));
        settle();
        print("resident-at-start", residentMegabytes());
    }

    void visitPages()
    {
        for (const ui::PageEntry& entry : ui::pageTable()) {
            frames((QByteArray("frame-of-") + entry.key).constData(), [&] {
                openPage(entry.id);
                pass();
            });
        }
        frames("frame-of-home-again", [&] { openPage(ui::PageId::Home); });
        print("resident-after-pages", residentMegabytes());
    }

    /// The first of the saved segments is opened from the list.
    void measureEditor()
    {
        openPage(ui::PageId::Segments);
        pass();
        QTableView* table = findTable();
        waitFor([&] { return table->model()->rowCount() > 0; });
        settle();
        table->setCurrentIndex(table->model()->index(0, 0));
        bool counted = false;
        const auto from = SteadyClock::now();
        press(table, Qt::Key_Return);
        pass();
        QObject::connect(m_window.frame().currentPage()->findChild<ui::SegmentMeter*>(), &ui::SegmentMeter::counted,
                         this, [&] { counted = true; });
        waitFor([&] { return counted; });
        pass();
        print("editor-count", millisecondsSince(from));
        waitFor([&] { return m_window.bridge()->isIdle(); });
        pass();
        print("editor-all", millisecondsSince(from));
        print("resident-after-editor", residentMegabytes());
    }

    [[nodiscard]] QTableView* findTable() const
    {
        for (auto* each : m_window.frame().currentPage()->findChildren<QTableView*>()) {
            if (each->isVisible()) {
                return each;
            }
        }
        qFatal("There is no table of people.");
    }

    void frames(const char* name, const std::function<void()>& body)
    {
        settle();
        m_slowest = 0;
        body();
        settle();
        print(name, m_slowest);
    }

    /// From now on until the model has its first new rows, painted.
    double untilRows(QTableView* table, const std::function<void()>& ask)
    {
        bool came = false;
        const auto watching = QObject::connect(table->model(), &QAbstractItemModel::modelReset, [&] { came = true; });
        const auto from = SteadyClock::now();
        ask();
        waitFor([&] { return came; });
        pass();
        QObject::disconnect(watching);
        return millisecondsSince(from);
    }

    void measurePeople()
    {
        openPage(ui::PageId::Profiles);
        pass();
        QTableView* table = findTable();
        waitFor([&] { return table->model()->rowCount() > 0; });
        settle();
        print("rows", table->model()->rowCount());
        measureScrolling(table);
        measureSorting(table);
        measureSearching(table);
        print("resident-after-people", residentMegabytes());
    }

    void measureScrolling(QTableView* table)
    {
        frames("frame-wheel", [&] {
            const QPointF at = table->viewport()->rect().center();
            for (int step = 0; step < wheelSteps; ++step) {
                QApplication::postEvent(table->viewport(),
                                        new QWheelEvent(at, table->viewport()->mapToGlobal(at), {}, {0, -120},
                                                        Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false));
                pass();
            }
        });
        frames("frame-page-down", [&] {
            for (int step = 0; step < wheelSteps; ++step) {
                press(table, Qt::Key_PageDown);
                pass();
            }
        });
        frames("frame-jump", [&] {
            for (int step = 0; step < 6; ++step) {
                press(table, step % 2 == 0 ? Qt::Key_End : Qt::Key_Home, {}, Qt::ControlModifier);
                pass();
                settle();
            }
        });
        frames("frame-fling", [&] {
            // The handle dragged from top to bottom.
            QScrollBar* bar = table->verticalScrollBar();
            for (int step = 0; step <= flingSteps; ++step) {
                bar->setSliderPosition(static_cast<int>(static_cast<qint64>(bar->maximum()) * step / flingSteps));
                pass();
                QThread::msleep(5);
            }
        });
    }

    void measureSorting(QTableView* table)
    {
        QHeaderView* head = table->horizontalHeader();
        table->verticalScrollBar()->setValue(0);
        for (int column = 0; column < head->count(); ++column) {
            if (head->isSectionHidden(column) ||
                head->sectionViewportPosition(column) > head->viewport()->width() - 20) {
                continue;
            }
            const QPoint at(head->sectionViewportPosition(column) + 20, head->height() / 2);
            const int before = head->sortIndicatorSection();
            const auto order = head->sortIndicatorOrder();
            settle();
            m_slowest = 0;
            click(head->viewport(), at);
            pass();
            if (head->sortIndicatorSection() == before && head->sortIndicatorOrder() == order) {
                continue;  // not a column to sort by
            }
            const double rows = untilRows(table, [] {});
            settle();
            const QByteArray name = table->model()
                                        ->headerData(column, Qt::Horizontal)
                                        .toString()
                                        .toLower()
                                        .replace(QLatin1Char(' '), QLatin1Char('-'))
                                        .toUtf8();
            print(("frame-sort-" + name).constData(), m_slowest);
            print(("rows-sort-" + name).constData(), rows);
        }
    }

    void measureSearching(QTableView* table)
    {
        auto* field = m_window.frame().currentPage()->findChild<ui::SearchField*>();
        double worst = 0;
        frames("frame-search", [&] {
            for (const char* words : {"gruber", "anna", "person77", "@mail", "0664"}) {
                for (const char* letter = words; *letter != '\0'; ++letter) {
                    worst = std::max(worst, untilRows(table, [&] { press(field, 0, QString(QLatin1Char(*letter))); }));
                }
                worst = std::max(worst, untilRows(table, [&] { field->clear(); }));
            }
        });
        print("rows-search", worst);
    }

    ui::MainWindow& m_window;
    QStringList m_what;
    SteadyClock::time_point m_start;
    double m_slowest = 0;
    bool m_painted = false;
};

}  // namespace

std::unique_ptr<Measure> makeMeasure(ui::MainWindow& window, const QStringList& what)
{
    return std::make_unique<WindowMeasure>(window, what);
}

}  // namespace shopbell::desktop
