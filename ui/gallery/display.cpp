// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bar_chart.h"
#include "ui/charts/line_area_chart.h"
#include "ui/gallery/sections.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLocale>

#include <cmath>

namespace shopbell::ui {

namespace {

QString euros(double value)
{
    return QLocale().toCurrencyString(value, QStringLiteral("€ "), 0);
}

/// A made-up but steady course of `count` days.
QList<QPointF> course(int count, double level, double swing, double phase, int every = 1)
{
    QList<QPointF> points;
    const QDateTime first = QDate(2026, 11, 21).addDays(-(count - 1) * every).startOfDay();
    for (int day = 0; day < count; ++day) {
        const double value =
            level + swing * std::sin(day * 0.41 + phase) + swing * 0.6 * std::sin(day * 1.13 + phase * 2);
        points.append({static_cast<double>(first.addDays(day * every).toMSecsSinceEpoch()), std::max(0.0, value)});
    }
    return points;
}

}  // namespace

QWidget* Gallery::makeNumbers()
{
    auto* holder = new QWidget;
    auto* row = makeRow(holder, space::between);
    const auto add = [&](BigNumber* number) {
        auto* card = new Card;
        card->body()->addWidget(number);
        row->addWidget(card, 1);
        return number;
    };
    add(new BigNumber(tr("Revenue, last 30 days"), euros(18'420)))
        ->setChange(Trend::Up, tr("12 %"), tr("vs the 30 days before"));
    add(new BigNumber(tr("Earned by messages"), euros(6'310)))->setNote(tr("34 % of it last click, 5 days"));
    add(new BigNumber(tr("Came back"), tr("38 %")))->setChange(Trend::Down, tr("2 points"));
    add(new BigNumber(tr("Bounce rate"), tr("0.8 %")))
        ->setComparison(Trend::Down, tr("0.3 points"), tr("vs before"), true);
    auto* wells = new Card;
    wells->setPadding(10, 10);
    auto* pair = makeRow(space::s);
    for (const auto& [label, value] :
         {std::pair(tr("People in"), QStringLiteral("3,118")), std::pair(tr("Skipped"), QStringLiteral("212"))}) {
        auto* well = new Card(nullptr, Card::Kind::Well);
        auto* number = new BigNumber(label, value);
        number->setTextStyle(TextStyle::Number);
        well->body()->addWidget(number);
        pair->addWidget(well, 1);
    }
    wells->body()->addLayout(pair);
    row->addWidget(wells, 1);
    return holder;
}

QWidget* Gallery::makeLines()
{
    auto* card = new Card(tr("Revenue"));
    card->addToHeader(new LegendKey(tr("all orders"), Token::Chart1));
    card->addToHeader(new LegendKey(tr("earned by messages"), Token::Chart2));
    auto* chart = new LineAreaChart;
    chart->setAccessibleName(tr("Revenue, last 30 days"));
    chart->setValueFormat(euros);
    chart->setSeries({{.name = tr("all orders"), .points = course(31, 560, 130, 0.4)},
                      {.name = tr("earned by messages"), .points = course(31, 190, 60, 2.1)}});
    chart->setMarkers(
        {{static_cast<double>(QDate(2026, 11, 11).startOfDay().toMSecsSinceEpoch()), tr("Singles’ Day mail")}});
    chart->setMinimumHeight(230);
    card->body()->addWidget(chart, 1);
    return card;
}

QWidget* Gallery::makeBars()
{
    auto* card = new Card(tr("Against the year before, and messages a day"));
    auto* chart = new LineAreaChart;
    chart->setAccessibleName(tr("Orders against the year before"));
    chart->setSeriesLabels(true);
    QList<QPointF> before = course(52, 58, 9, 1.7, 7);
    chart->setSeries(
        {{.name = tr("this year"), .points = course(52, 83, 11, 0.2, 7)},
         {.name = tr("year before"), .points = before, .color = Token::Chart5, .filled = false, .dashed = true}});
    chart->setMinimumHeight(130);
    card->body()->addWidget(chart, 1);
    auto* bars = new BarChart;
    bars->setAccessibleName(tr("Messages a day"));
    QList<Bar> values;
    const QLocale locale;
    for (int day = 0; day < 28; ++day) {
        const QDate date = QDate(2026, 10, 25).addDays(day);
        values.append({locale.toString(date, QStringLiteral("d MMM")),
                       std::round(60 + 50 * std::abs(std::sin(day * 0.9)) + day % 5 * 9),
                       locale.toString(date, QLocale::LongFormat)});
    }
    bars->setBars(values);
    bars->setYAxisShown(false);
    bars->setMinimumHeight(86);
    card->body()->addWidget(bars, 1);
    return card;
}

QWidget* Gallery::makeNotes()
{
    auto* card = new Card(tr("Notes"));
    auto* brass = new Banner(Tone::Brass, tr("58 people have no country on file, so the last group leaves them out."));
    brass->setAction(tr("Include them"));
    auto* bad = new Banner(Tone::Bad,
                           tr("<b>The shop refused the key.</b> Make a new one with read rights and paste it here."));
    bad->setDismissible(true);
    auto* plain = new Banner(
        Tone::Neutral,
        tr("What would have been sent, not what it would have earned: nobody knows how people would have answered."));
    auto* accent = new Banner(Tone::Accent, tr("Sending is locked because this workspace is a restored copy."));
    for (Banner* banner :
         {brass, bad, new Banner(Tone::Ok, tr("Ready: renders for all 212 people waiting")), accent, plain}) {
        card->body()->addWidget(banner);
    }
    card->body()->addStretch(1);
    return card;
}

QWidget* Gallery::makeProgress()
{
    auto* card = new Card(tr("Progress"));
    auto* sync = new ProgressBar(tr("Reading orders from Fernhill Candles"));
    sync->setFraction(0.312);
    sync->setDetail(tr("3,120 of 10,000 orders · about 2 minutes left"));
    sync->setCancellable(true);
    auto* unknown = new ProgressBar(tr("Looking for the shop"));
    unknown->setFraction(-1);
    auto* done = new ProgressBar(tr("Import"));
    done->setFraction(1);
    done->setTone(Tone::Ok);
    done->setDetail(tr("2,114 people added, 12 rows left out"));
    auto* broken = new ProgressBar(tr("Sending"));
    broken->setFraction(0.6);
    broken->setTone(Tone::Bad);
    broken->setDetail(tr("Stopped: the provider does not answer"));
    for (ProgressBar* bar : {sync, unknown, done, broken}) {
        card->body()->addWidget(bar);
        card->body()->addSpacing(4);
    }
    card->body()->addStretch(1);
    return card;
}

QWidget* Gallery::makeMarks()
{
    auto* card = new Card(tr("What we expect"));
    const auto expect = [&](const QString& label, const QString& value, double low, double point, double high,
                            const QString& words) {
        card->body()->addWidget(new Separator);
        auto* row = makeRow(space::s);
        row->addWidget(new Text(label, TextStyle::Label, Token::InkSoft));
        row->addStretch(1);
        row->addWidget(new Text(value, TextStyle::BodyStrong));
        card->body()->addLayout(row);
        auto* bar = new IntervalBar;
        bar->setAccessibleName(label);
        bar->setInterval(low, point, high);
        card->body()->addWidget(bar);
        card->body()->addWidget(new Text(words, TextStyle::Small, Token::InkSoft));
    };
    expect(tr("Next 12 months"), euros(412), 0.35, 0.52, 0.77, tr("8 in 10 like her: € 240 to € 610"));
    expect(tr("Chance she never returns"), tr("6 %"), 0.02, 0.06, 0.14, tr("2 % to 14 %"));
    card->body()->addWidget(new Separator);
    auto* people = makeRow(space::s);
    for (const char* name : {"Ana Pereira", "Tom Becker", "Lena Koch", "mia@shop.example", ""}) {
        people->addWidget(new Avatar(QLatin1String(name).isEmpty() ? QString() : QLatin1String(name)));
    }
    people->addWidget(new Avatar(QStringLiteral("Ana Pereira"), 52));
    people->addStretch(1);
    auto* spark = new Sparkline;
    spark->setAccessibleName(tr("Size over the last year"));
    QList<double> sizes;
    for (int i = 0; i < 40; ++i) {
        sizes.append(50 + 12 * std::sin(i * 0.5) + i * 0.6);
    }
    spark->setValues(sizes);
    spark->setFixedSize(120, 36);
    people->addWidget(spark);
    card->body()->addLayout(people);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::row);
    int row = 0;
    for (const auto& [name, share, amount] :
         {std::tuple(tr("Abandoned checkout"), 0.92, 2'310), std::tuple(tr("Welcome"), 0.71, 1'790),
          std::tuple(tr("Win-back"), 0.37, 940)}) {
        grid->addWidget(new Text(name), row, 0);
        auto* bar = new ProportionBar(share);
        bar->setAccessibleName(name);
        bar->setThickness(8);
        grid->addWidget(bar, row, 1);
        auto* value = new Text(euros(amount), TextStyle::BodyStrong);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(value, row, 2);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    card->body()->addLayout(grid);
    card->body()->addStretch(1);
    return card;
}

QWidget* Gallery::makeRows()
{
    auto* card = new Card(tr("Timeline and rows"));
    auto* list = new KeyValueList;
    list->addRow(tr("Email"), QStringLiteral("ana.pereira@example.pt"));
    list->addRow(tr("Likes"), tr("beeswax, unscented"));
    card->body()->addWidget(list);
    card->body()->addWidget(new Text(tr("Today"), TextStyle::LabelStrong, Token::InkSoft));
    auto* times = makeColumn(0);
    times->addWidget(new TimelineRow(IconName::Bell, Token::Accent, tr("Placed Order"),
                                     tr("#2871 · € 64.00 · 2 × Beeswax Pillar, 1 × Lavender Tin"),
                                     QStringLiteral("10:41")));
    auto* opened = new TimelineRow(IconName::Mail, Token::Brass, tr("Clicked “Autumn scents are here”"),
                                   tr("link: /collections/autumn"), QStringLiteral("10:12"));
    opened->setClickable(true);
    times->addWidget(opened);
    times->addWidget(new TimelineRow(IconName::Clock, Token::InkSoft, tr("Not sent: “Singles’ Day”"),
                                     tr("mailed 9 hours before; smart sending is 16 hours"), QStringLiteral("9:00")));
    card->body()->addLayout(times);
    auto* rows = makeColumn(0);
    auto* first = new ListRow;
    first->setIcon(IconName::Bell);
    first->setText(tr("Ana Pereira"), tr("placed order #2871, € 64.00"));
    first->setTrailing(tr("2 min"));
    rows->addWidget(first);
    auto* second = new ListRow;
    second->setIcon(IconName::Segments);
    second->setText(tr("14 people"), tr("entered At risk"));
    second->setTrailing(tr("today"));
    rows->addWidget(second);
    auto* third = new ListRow;
    third->setAvatar(QStringLiteral("Tom Becker"));
    third->setText(QStringLiteral("Tom Becker"));
    third->setSecondLine(tr("€ 640 · never opened"));
    third->setTrailing(tr("why"));
    third->setClickable(true);
    rows->addWidget(third);
    card->body()->addLayout(rows);
    card->body()->addStretch(1);
    return card;
}

}  // namespace shopbell::ui
