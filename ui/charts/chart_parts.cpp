// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_parts.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QChart>
#include <QChartView>
#include <QCoreApplication>
#include <QDateTime>
#include <QFontMetricsF>
#include <QLegend>
#include <QLocale>
#include <QPainter>
#include <QTimeZone>

#include <cmath>

namespace shopbell::ui {

namespace {

struct ChartWords {
    Q_DECLARE_TR_FUNCTIONS(ChartWords)
};

enum class TickUnit { Hour, Day, Month, Year };

struct TickStep {
    TickUnit unit;
    int amount;
    double days;  ///< roughly
};

constexpr TickStep steps[] = {
    {TickUnit::Hour, 1, 1.0 / 24}, {TickUnit::Hour, 3, 0.125}, {TickUnit::Hour, 6, 0.25},  {TickUnit::Hour, 12, 0.5},
    {TickUnit::Day, 1, 1},         {TickUnit::Day, 2, 2},      {TickUnit::Day, 7, 7},      {TickUnit::Day, 14, 14},
    {TickUnit::Month, 1, 30.4},    {TickUnit::Month, 2, 60.9}, {TickUnit::Month, 3, 91.3}, {TickUnit::Month, 6, 182.6},
    {TickUnit::Year, 1, 365.2},    {TickUnit::Year, 2, 730.5}, {TickUnit::Year, 5, 1826},  {TickUnit::Year, 10, 3652},
};

QDateTime firstAtOrAfter(const QDateTime& from, const TickStep& step)
{
    const QTimeZone zone = from.timeZone();
    QDate day = from.date();
    QDateTime at;
    switch (step.unit) {
    case TickUnit::Hour: {
        const int hour = (from.time().hour() + step.amount - 1) / step.amount * step.amount;
        at = QDateTime(day.addDays(hour / 24), QTime(hour % 24, 0), zone);
        return at < from ? at.addSecs(3600 * step.amount) : at;
    }
    case TickUnit::Day:
        if (step.amount % 7 == 0) {
            day = day.addDays(-(day.dayOfWeek() - static_cast<int>(QLocale().firstDayOfWeek()) + 7) % 7);
        }
        at = day.startOfDay(zone);
        return at < from ? day.addDays(step.amount % 7 == 0 ? 7 : 1).startOfDay(zone) : at;
    case TickUnit::Month: {
        QDate month(day.year(), (day.month() - 1) / step.amount * step.amount + 1, 1);
        return month.startOfDay(zone) < from ? month.addMonths(step.amount).startOfDay(zone) : month.startOfDay(zone);
    }
    case TickUnit::Year: {
        QDate year(day.year() / step.amount * step.amount, 1, 1);
        return year.startOfDay(zone) < from ? year.addYears(step.amount).startOfDay(zone) : year.startOfDay(zone);
    }
    }
    return from;
}

}  // namespace

QList<QPointF> decimated(const QList<QPointF>& points, int columns)
{
    if (columns < 1 || points.size() <= 2 * static_cast<qsizetype>(columns)) {
        return points;
    }
    const double from = points.front().x();
    const double span = points.back().x() - from;
    if (span <= 0) {
        return points;
    }
    QList<QPointF> made;
    made.reserve(2 * columns + 2);
    made.append(points.front());
    qsizetype i = 0;
    for (int column = 0; column < columns && i < points.size(); ++column) {
        const double end = from + span * (column + 1) / columns;
        qsizetype least = i;
        qsizetype most = i;
        const qsizetype start = i;
        while (i < points.size() && (points[i].x() < end || column == columns - 1)) {
            least = points[i].y() < points[least].y() ? i : least;
            most = points[i].y() > points[most].y() ? i : most;
            ++i;
        }
        if (i == start) {
            continue;
        }
        for (const qsizetype kept : {std::min(least, most), std::max(least, most)}) {
            if (made.back() != points[kept]) {
                made.append(points[kept]);
            }
        }
    }
    if (made.back() != points.back()) {
        made.append(points.back());
    }
    return made;
}

QList<QPointF> smoothed(const QList<QPointF>& points, int between)
{
    const qsizetype n = points.size();
    if (n < 3 || between < 1) {
        return points;
    }
    QList<double> slope(n - 1);
    for (qsizetype i = 0; i + 1 < n; ++i) {
        const double dx = points[i + 1].x() - points[i].x();
        slope[i] = dx > 0 ? (points[i + 1].y() - points[i].y()) / dx : 0;
    }
    QList<double> tangent(n);
    tangent[0] = slope[0];
    tangent[n - 1] = slope[n - 2];
    for (qsizetype i = 1; i + 1 < n; ++i) {
        tangent[i] = slope[i - 1] * slope[i] <= 0 ? 0 : (slope[i - 1] + slope[i]) / 2;
    }
    for (qsizetype i = 0; i + 1 < n; ++i) {
        if (slope[i] == 0) {
            tangent[i] = 0;
            tangent[i + 1] = 0;
            continue;
        }
        const double a = tangent[i] / slope[i];
        const double b = tangent[i + 1] / slope[i];
        if (const double length = std::hypot(a, b); length > 3) {
            tangent[i] = 3 / length * a * slope[i];
            tangent[i + 1] = 3 / length * b * slope[i];
        }
    }
    QList<QPointF> made;
    made.reserve((n - 1) * (between + 1) + 1);
    for (qsizetype i = 0; i + 1 < n; ++i) {
        const double dx = points[i + 1].x() - points[i].x();
        made.append(points[i]);
        for (int k = 1; k <= between && dx > 0; ++k) {
            const double t = static_cast<double>(k) / (between + 1);
            const double u = 1 - t;
            const double y = (1 + 2 * t) * u * u * points[i].y() + t * u * u * dx * tangent[i] +
                             t * t * (3 - 2 * t) * points[i + 1].y() + t * t * (t - 1) * dx * tangent[i + 1];
            made.append({points[i].x() + dx * t, y});
        }
    }
    made.append(points.back());
    return made;
}

QList<double> niceTicks(double least, double most, int count, bool whole)
{
    if (!(most > least)) {
        most = least + (least == 0 ? 1 : std::abs(least));
    }
    const double raw = (most - least) / std::max(1, count - 1);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    const double share = raw / power;
    const bool quarters = !whole || power > 1;
    double step = power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 2.5 && quarters ? 2.5 : share <= 5 ? 5 : 10);
    step = whole ? std::max(1.0, step) : step;
    QList<double> ticks;
    const double first = std::floor(least / step + 1e-9);
    const double last = std::ceil(most / step - 1e-9);
    for (double i = first; i <= last; ++i) {
        ticks.append(i * step);
    }
    return ticks;
}

QList<AxisTick> dateTicks(double from, double to, int count, const QTimeZone& zone)
{
    QList<AxisTick> ticks;
    const double days = (to - from) / 86'400'000.0;
    if (!(days > 0)) {
        return ticks;
    }
    const TickStep* step = &steps[std::size(steps) - 1];
    for (const TickStep& candidate : steps) {
        if (days / candidate.days <= std::max(1, count)) {
            step = &candidate;
            break;
        }
    }
    const QLocale locale;
    const QString dayAndMonth = ChartWords::tr("d MMM", "day and month, in Qt's letters");
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(to), zone);
    QDateTime at = firstAtOrAfter(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(from), zone), *step);
    while (at <= end && ticks.size() < 64) {
        QString text;
        switch (step->unit) {
        case TickUnit::Hour:
            text = at.time().hour() == 0 ? locale.toString(at.date(), dayAndMonth)
                                         : locale.toString(at.time(), QLocale::ShortFormat);
            at = at.addSecs(3600 * step->amount);
            break;
        case TickUnit::Day: text = locale.toString(at.date(), dayAndMonth); break;
        case TickUnit::Month:
            text = locale.toString(at.date(), at.date().month() == 1 || ticks.isEmpty() ? QStringLiteral("MMM yyyy")
                                                                                        : QStringLiteral("MMM"));
            break;
        case TickUnit::Year: text = QString::number(at.date().year()); break;
        }
        const QDateTime shown = step->unit == TickUnit::Hour ? at.addSecs(-3600 * step->amount) : at;
        ticks.append({static_cast<double>(shown.toMSecsSinceEpoch()), text});
        if (step->unit == TickUnit::Day) {
            at = at.addDays(step->amount);
        } else if (step->unit == TickUnit::Month) {
            at = at.addMonths(step->amount);
        } else if (step->unit == TickUnit::Year) {
            at = at.addYears(step->amount);
        }
    }
    return ticks;
}

QString dayWords(double at, const QTimeZone& zone)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(at), zone).date(),
                              ChartWords::tr("ddd d MMMM yyyy", "a day in full, in Qt's letters"));
}

QChartView* makeBareView(QChart* chart, QWidget* parent)
{
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->setDropShadowEnabled(false);
    chart->setMargins(QMargins());
    chart->setContentsMargins(0, 0, 0, 0);
    chart->legend()->hide();
    chart->setAnimationOptions(QChart::NoAnimation);
    auto* view = new QChartView(chart, parent);
    view->setFrameShape(QFrame::NoFrame);
    view->setProperty("bare", true);
    view->setRenderHint(QPainter::Antialiasing);
    view->setBackgroundBrush(Qt::NoBrush);
    view->viewport()->setAutoFillBackground(false);
    view->setAttribute(Qt::WA_TransparentForMouseEvents);
    view->setFocusPolicy(Qt::NoFocus);
    view->viewport()->setFocusPolicy(Qt::NoFocus);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return view;
}

void drawHoverValue(QPainter& painter, const QRectF& room, const QPointF& anchor, const QString& title,
                    const QList<HoverLine>& lines)
{
    const QFontMetricsF soft(textFont(TextStyle::Small));
    const QFontMetricsF strong(textFont(TextStyle::LabelStrong));
    double width = soft.horizontalAdvance(title);
    for (const HoverLine& line : lines) {
        const double name = line.name.isEmpty() ? 0 : 14 + soft.horizontalAdvance(line.name) + 16;
        width = std::max(width, name + figuresWidth(textFont(TextStyle::LabelStrong), line.value));
    }
    const double lineHeight = strong.height() + 2;
    QRectF box(0, 0, width + 22, soft.height() + lineHeight * static_cast<double>(lines.size()) + 14);
    box.moveTopLeft(anchor + QPointF(14, -box.height() - 10));
    if (box.right() > room.right()) {
        box.moveRight(anchor.x() - 14);
    }
    box.moveLeft(std::max(box.left(), room.left()));
    if (box.top() < room.top()) {
        box.moveTop(std::min(anchor.y() + 14, room.bottom() - box.height()));
    }
    box.moveTop(std::max(box.top(), room.top()));
    drawShadow(painter, box, 8, 0.7);
    drawBox(painter, box, 8, color(Token::Tip));
    double y = box.top() + 7;
    painter.setFont(textFont(TextStyle::Small));
    painter.setPen(color(Token::OnTipSoft));
    painter.drawText(QRectF(box.x() + 11, y, width, soft.height()), Qt::AlignVCenter | Qt::AlignLeft, title);
    y += soft.height();
    for (const HoverLine& line : lines) {
        double x = box.x() + 11;
        if (!line.name.isEmpty()) {
            drawBox(painter, QRectF(x, y + lineHeight / 2 - 3.5, 7, 7), 3.5, color(line.color));
            x += 14;
            painter.setFont(textFont(TextStyle::Small));
            painter.setPen(color(Token::OnTipSoft));
            painter.drawText(QRectF(x, y, width, lineHeight), Qt::AlignVCenter | Qt::AlignLeft, line.name);
        }
        painter.setFont(textFont(TextStyle::LabelStrong));
        painter.setPen(color(Token::OnTip));
        drawFigures(painter, QRectF(box.x() + 11, y, width, lineHeight),
                    line.name.isEmpty() ? Qt::AlignLeft : Qt::AlignRight, line.value);
        y += lineHeight;
    }
}

}  // namespace shopbell::ui
