// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/chart_parts.h"
#include "ui/charts/line_area_chart.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <random>

using namespace shopbell::ui;

class TestChartParts : public QObject {
    Q_OBJECT
private slots:
    void aSpikeSurvivesDecimation();
    void decimationKeepsLeastAndMostOfEachColumn();
    void fewPointsStayAsTheyAre();
    void smoothedCurvesNeverLeaveTheirNeighbours();
    void ticksEncloseTheValuesInEvenSteps();
    void countsHaveNoHalvesBetweenThem();
    void dateTicksFallOnWholeDaysMonthsAndYears();
    void keysWalkThePointsAndReturnDrillsDown();
    void aChartWithoutValuesSaysSo();
    void barsAreWalkedByKeys();
};

void TestChartParts::aSpikeSurvivesDecimation()
{
    QList<QPointF> points;
    for (int i = 0; i < 100'000; ++i) {
        points.append({double(i), i == 61'803 ? 1000.0 : 1.0});
    }
    const auto drawn = decimated(points, 600);
    QVERIFY(drawn.size() <= 1202);
    QVERIFY(drawn.contains(QPointF(61'803, 1000)));
    QCOMPARE(drawn.front(), points.front());
    QCOMPARE(drawn.back(), points.back());
}

void TestChartParts::decimationKeepsLeastAndMostOfEachColumn()
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> value(-50, 50);
    std::uniform_real_distribution<double> gap(0.1, 3);
    for (int run = 0; run < 200; ++run) {
        QList<QPointF> points;
        double x = 0;
        const int count = 300 + static_cast<int>(random() % 3000);
        for (int i = 0; i < count; ++i) {
            points.append({x, value(random)});
            x += gap(random);
        }
        const int columns = 5 + static_cast<int>(random() % 100);
        const auto drawn = decimated(points, columns);
        QVERIFY(std::is_sorted(drawn.begin(), drawn.end(),
                               [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); }));
        const double from = points.front().x();
        const double span = points.back().x() - from;
        for (int column = 0; column < columns; ++column) {
            const auto inside = [&](const QPointF& p) {
                const double begin = from + span * column / columns;
                const double end = from + span * (column + 1) / columns;
                return p.x() >= begin && (p.x() < end || column == columns - 1);
            };
            double least = 1e9;
            double most = -1e9;
            for (const QPointF& p : points) {
                if (inside(p)) {
                    least = std::min(least, p.y());
                    most = std::max(most, p.y());
                }
            }
            double drawnLeast = 1e9;
            double drawnMost = -1e9;
            for (const QPointF& p : drawn) {
                if (inside(p)) {
                    drawnLeast = std::min(drawnLeast, p.y());
                    drawnMost = std::max(drawnMost, p.y());
                }
            }
            if (points.size() > 2 * columns) {
                QCOMPARE(drawnLeast, least);
                QCOMPARE(drawnMost, most);
            }
        }
    }
}

void TestChartParts::fewPointsStayAsTheyAre()
{
    const QList<QPointF> points{{0, 1}, {1, 5}, {2, 3}};
    QCOMPARE(decimated(points, 100), points);
    QCOMPARE(decimated({}, 100), QList<QPointF>());
}

void TestChartParts::smoothedCurvesNeverLeaveTheirNeighbours()
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> value(0, 100);
    for (int run = 0; run < 300; ++run) {
        QList<QPointF> points;
        for (int i = 0; i < 30; ++i) {
            points.append({double(i), run % 3 == 0 ? std::round(value(random) / 25) * 25 : value(random)});
        }
        const int between = 7;
        const auto curve = smoothed(points, between);
        QCOMPARE(curve.size(), qsizetype(29 * (between + 1) + 1));
        for (qsizetype i = 0; i < curve.size(); ++i) {
            const qsizetype left = std::min<qsizetype>(i / (between + 1), 28);
            const double low = std::min(points[left].y(), points[left + 1].y());
            const double high = std::max(points[left].y(), points[left + 1].y());
            QVERIFY(curve[i].y() >= low - 1e-9 && curve[i].y() <= high + 1e-9);
        }
    }
}

void TestChartParts::ticksEncloseTheValuesInEvenSteps()
{
    const double ranges[][2] = {{0, 1}, {0, 17}, {0, 98'765}, {-3, 4}, {0.001, 0.0042}, {5, 5}, {0, 0}, {-20, -3}};
    for (const auto& range : ranges) {
        const auto ticks = niceTicks(range[0], range[1], 4);
        QVERIFY(ticks.size() >= 2 && ticks.size() <= 8);
        QVERIFY(ticks.front() <= range[0] + 1e-9);
        QVERIFY(ticks.back() >= range[1] - 1e-9);
        for (qsizetype i = 2; i < ticks.size(); ++i) {
            QVERIFY(qFuzzyCompare(ticks[i] - ticks[i - 1], ticks[1] - ticks[0]));
        }
    }
    QCOMPARE(niceTicks(0, 700, 4), (QList<double>{0, 250, 500, 750}));
}

void TestChartParts::countsHaveNoHalvesBetweenThem()
{
    for (int most = 0; most <= 300; ++most) {
        const auto ticks = niceTicks(0, most, 4, true);
        QVERIFY(ticks.size() >= 2 && ticks.back() >= most);
        for (const double tick : ticks) {
            QCOMPARE(tick, std::floor(tick));
        }
    }
    QCOMPARE(niceTicks(0, 1, 4, true), (QList<double>{0, 1}));
}

void TestChartParts::dateTicksFallOnWholeDaysMonthsAndYears()
{
    // The shop's days, wherever the computer is: none of these begins when another one's does.
    for (const char* name : {"Europe/Vienna", "Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu"}) {
        const QTimeZone zone{QByteArray(name)};
        const auto at = [&](const QDate& day) { return double(day.startOfDay(zone).toMSecsSinceEpoch()); };
        const auto shown = [&](double ms) { return QDateTime::fromMSecsSinceEpoch(qint64(ms), zone); };
        const auto month = dateTicks(at(QDate(2026, 10, 22)), at(QDate(2026, 11, 21)), 5, zone);
        QVERIFY(month.size() >= 3 && month.size() <= 5);
        for (const AxisTick& tick : month) {
            QCOMPARE(shown(tick.at).time(), QTime(0, 0));
            QCOMPARE(tick.text, QLocale().toString(shown(tick.at).date(), QStringLiteral("d MMM")));
        }
        const auto year = dateTicks(at(QDate(2025, 11, 21)), at(QDate(2026, 11, 21)), 8, zone);
        for (const AxisTick& tick : year) {
            QCOMPARE(shown(tick.at).date().day(), 1);
        }
        QVERIFY(std::any_of(year.begin(), year.end(),
                            [](const AxisTick& t) { return t.text == QStringLiteral("Jan 2026"); }));
        const auto decade = dateTicks(at(QDate(2014, 5, 2)), at(QDate(2026, 11, 21)), 7, zone);
        QCOMPARE(decade.front().text, QStringLiteral("2016"));
        QVERIFY(dateTicks(5, 5, 4, zone).isEmpty());
        QVERIFY(dayWords(at(QDate(2026, 11, 21)), zone).contains(QStringLiteral("21 November 2026")));
    }
}

void TestChartParts::keysWalkThePointsAndReturnDrillsDown()
{
    LineAreaChart chart;
    chart.resize(400, 200);
    chart.setXIsPlain();
    chart.setSeries({{.name = QStringLiteral("orders"), .points = {{0, 3}, {1, 8}, {2, 5}}}});
    chart.show();
    QSignalSpy drilled(&chart, &LineAreaChart::pointActivated);
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY(chart.accessibleDescription().contains(QLatin1Char('8')));
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(drilled.count(), 1);
    QCOMPARE(drilled[0][1].toInt(), 1);
    QTest::mouseMove(&chart, QPoint(2, 100));
    QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(2, 100));
    QCOMPARE(drilled.back()[1].toInt(), 0);
}

void TestChartParts::aChartWithoutValuesSaysSo()
{
    LineAreaChart chart;
    chart.resize(300, 150);
    chart.setSeries({});
    QCOMPARE(chart.accessibleDescription(), QStringLiteral("No values"));
    QVERIFY(!chart.grab().isNull());
    BarChart bars;
    bars.resize(300, 150);
    bars.setBars({});
    QVERIFY(!bars.grab().isNull());
}

void TestChartParts::barsAreWalkedByKeys()
{
    BarChart chart;
    chart.resize(300, 150);
    chart.setBars({{QStringLiteral("Mon"), 3, {}}, {QStringLiteral("Tue"), 9, {}}});
    chart.show();
    QSignalSpy drilled(&chart, &BarChart::barActivated);
    QTest::keyClick(&chart, Qt::Key_End);
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(drilled[0][0].toInt(), 1);
    QCOMPARE(chart.accessibleDescription(), QStringLiteral("Tue: 9"));
}

SHOPBELL_TEST(TestChartParts)
#include "test_chart_parts.moc"
