// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/segment_facts.h"

#include "ui/bridge/engine_words.h"
#include "ui/bridge/progress_list.h"
#include "ui/bridge/text.h"
#include "ui/charts/line_area_chart.h"
#include "ui/segments/members_sheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"

#include <QPainter>

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int curveHeight = 148;

/// One after the other with dots between, and a new line before a part that the line does not hold.
QString inLines(const QStringList& parts, int width)
{
    const QFontMetrics small(textFont(TextStyle::Small));
    QStringList lines;
    for (const QString& part : parts) {
        const QString longer = lines.isEmpty() ? part : lines.back() + QStringLiteral(" · ") + part;
        if (lines.isEmpty() || small.horizontalAdvance(longer) > width) {
            lines << part;
        } else {
            lines.back() = longer;
        }
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

SegmentFacts::SegmentFacts(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_column(makeColumn(this, space::l, QMargins(space::page, space::page, space::page, space::page))),
      m_number(new BigNumber(tr("In this segment now"), QStringLiteral("…"))),
      m_problem(new Text(QString(), TextStyle::Label, Token::Bad)),
      m_curve(new QWidget),
      m_curveColumn(makeColumn(m_curve, space::xs)),
      m_some(new QWidget),
      m_members(makeColumn(0)),
      m_all(new Button(QString(), Button::Kind::Link))
{
    m_number->setTextStyle(TextStyle::HugeNumber);
    m_column->addWidget(m_number);
    m_problem->wrapped();
    m_problem->hide();
    m_column->addWidget(m_problem);
    m_curveColumn->addWidget(new SectionTitle(tr("Size over the last year")));
    m_column->addWidget(m_curve);
    m_curve->hide();
    auto* some = makeColumn(m_some, 0);
    some->addWidget(new SectionTitle(tr("Some of them")));
    some->addSpacing(space::xs);
    some->addLayout(m_members);
    some->addSpacing(space::xs);
    some->addWidget(m_all, 0, Qt::AlignLeading);
    m_column->addWidget(m_some);
    m_some->hide();
    auto* ask = makeColumn(0);
    auto* who = new Button(tr("Why is somebody in here, or not?"), IconName::Help, Button::Kind::Link);
    auto* compare = new Button(tr("Compare with another segment"), IconName::Segments, Button::Kind::Link);
    ask->addWidget(who, 0, Qt::AlignLeading);
    ask->addWidget(compare, 0, Qt::AlignLeading);
    m_column->addLayout(ask);
    m_column->addStretch(1);
    connect(m_all, &QAbstractButton::clicked, this, &SegmentFacts::allAsked);
    connect(who, &QAbstractButton::clicked, this, &SegmentFacts::somebodyAsked);
    connect(compare, &QAbstractButton::clicked, this, &SegmentFacts::compareAsked);
}

void SegmentFacts::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface));
}

void SegmentFacts::begin(std::optional<std::int64_t> members)
{
    m_mail = -1;
    m_counted = {};
    m_problem->hide();
    m_number->setValue(members ? m_context.bridge().formats().number(*members) : QStringLiteral("…"));
    m_number->setNote({});
    m_some->hide();
    m_curve->hide();
}

void SegmentFacts::showReading(const Progress& progress)
{
    m_problem->hide();
    m_number->setValue(QStringLiteral("…"));
    m_number->setNote(tr("%1, %2", "what is read, how much of it")
                          .arg(engineWords(progress.words),
                               m_context.bridge().formats().percent(std::max(0.0, fractionOf(progress)), 0)));
}

void SegmentFacts::showCount(const SegmentCount& count)
{
    m_problem->hide();
    m_counted = count;
    showNote();
}

void SegmentFacts::showMailable(qint64 people)
{
    m_mail = people;
    showNote();
}

void SegmentFacts::showProblem(const Error& error)
{
    const ErrorWords words = errorWords(error, ErrorContext::Segment);
    m_problem->setText(words.sentence);
    m_problem->setToolTip(words.detail);
    m_problem->show();
}

void SegmentFacts::showNote()
{
    const Formats& formats = m_context.bridge().formats();
    m_number->setValue(formats.number(m_counted.members));
    const double share =
        m_counted.profiles > 0 ? static_cast<double>(m_counted.members) / static_cast<double>(m_counted.profiles) : 0;
    QStringList notes{
        tr("%1 of %Ln people", nullptr, static_cast<int>(m_counted.profiles)).arg(formats.percent(share, 1))};
    if (m_mail >= 0) {
        notes += tr("%1 may be emailed").arg(formats.number(m_mail));
    }
    if (m_counted.milliseconds >= 1) {
        notes += tr("%1 ms").arg(
            formats.locale().toString(m_counted.milliseconds, 'f', m_counted.milliseconds < 10 ? 1 : 0));
    }
    m_number->setNote(inLines(notes, m_number->width()));
}

void SegmentFacts::showMembers(const SegmentMembers& members)
{
    clearLayout(m_members);
    m_some->setVisible(!members.members.empty());
    bool first = true;
    for (const SegmentMember& each : members.members) {
        ListRow* row = MembersSheet::memberRow(each, first);
        connect(row, &ListRow::clicked, this, [this, each] { emit whyAsked(each); });
        m_members->addWidget(row);
        first = false;
    }
    const auto shown = static_cast<std::int64_t>(members.members.size());
    m_all->setText(tr("Show all %1").arg(m_context.bridge().formats().number(members.total)));
    m_all->setVisible(members.total > shown);
}

void SegmentFacts::showSizes(const std::vector<SegmentSize>& sizes)
{
    const bool any = std::ranges::any_of(sizes, [](const SegmentSize& each) { return each.everybody > 0; });
    m_curve->setVisible(any);
    if (!any) {
        return;
    }
    if (m_chart == nullptr) {
        // Made when there is first something to draw: charts are not cheap.
        m_chart = new LineAreaChart;
        m_chart->setAccessibleName(tr("Size over the last year"));
        m_chart->setFixedHeight(curveHeight);
        m_curveColumn->addWidget(m_chart);
    }
    m_chart->setValueFormat(
        [this](double value) { return m_context.bridge().formats().number(static_cast<std::int64_t>(value)); });
    m_chart->setZone(m_context.bridge().formats().zone());
    LineSeries line;
    line.name = tr("People");
    for (const SegmentSize& each : sizes) {
        line.points.append({static_cast<double>(each.at.ms), static_cast<double>(each.members)});
    }
    // The ends of the year say enough: months in between only crowd so small a picture.
    if (sizes.size() > 1) {
        const Formats& formats = m_context.bridge().formats();
        const QString first = formats.locale().toString(formats.dayOf(sizes.front().at), QStringLiteral("MMM yyyy"));
        m_chart->setXTicks({{line.points.front().x(), first}, {line.points.back().x(), tr("Today")}});
    }
    m_chart->setSeries({line});
}

}  // namespace shopbell::ui
