// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/segment_facts.h"

#include "ui/bridge/text.h"
#include "ui/segments/definition_tree.h"
#include "ui/segments/segment_templates.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/card.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/text.h"

namespace shopbell::ui {

namespace {

constexpr int debounce = 120;
constexpr int sampleSize = 6;
constexpr int panelWidth = 520;
constexpr int indent = 22;

/// A condition with its mark, what decided beneath, and its parts indented.
void addVerdict(QVBoxLayout* column, const Verdict& verdict, int depth)
{
    auto* row = makeRow(space::s);
    row->addSpacing(depth * indent);
    auto* mark =
        new IconMark(verdict.holds ? IconName::Check : IconName::Close, verdict.holds ? Token::Ok : Token::InkSoft);
    mark->setAccessibleName(verdict.holds ? SegmentFacts::tr("holds") : SegmentFacts::tr("does not hold"));
    row->addWidget(mark, 0, Qt::AlignTop);
    auto* words = makeColumn(2);
    words->addWidget((new Text(toQString(verdict.condition)))->wrapped());
    if (!verdict.because.empty()) {
        words->addWidget((new Text(toQString(verdict.because), TextStyle::Label, Token::InkSoft))->wrapped());
    }
    row->addLayout(words, 1);
    column->addLayout(row);
    for (const Verdict& part : verdict.parts) {
        addVerdict(column, part, depth + 1);
    }
}

}  // namespace

SegmentFacts::SegmentFacts(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_number(new BigNumber(tr("In this segment now"), QStringLiteral("…"))),
      m_problem(new Text(QString(), TextStyle::Label, Token::Bad)),
      m_some(new QWidget),
      m_members(nullptr),
      m_templates(new QWidget)
{
    auto* column = makeColumn(this, space::l);
    m_number->setTextStyle(TextStyle::HugeNumber);
    column->addWidget(m_number);
    m_problem->wrapped();
    m_problem->hide();
    column->addWidget(m_problem);
    auto* start = makeColumn(m_templates, 0);
    start->addWidget(new SectionTitle(tr("Start from one of these")));
    int index = 0;
    for (const SegmentTemplate& each : segmentTemplates()) {
        auto* row = new ListRow;
        row->setFirst(index == 0);
        row->setText(templateWords(each.name));
        row->setSecondLine(templateWords(each.reason));
        row->setToolTip(templateWords(each.reason));
        row->setClickable(true);
        connect(row, &ListRow::clicked, this, [this, index] { emit templateChosen(index); });
        start->addWidget(row);
        ++index;
    }
    column->addWidget(m_templates);
    auto* some = makeColumn(m_some, 0);
    some->addWidget(new SectionTitle(tr("Some of them")));
    m_members = makeColumn(0);
    some->addLayout(m_members);
    column->addWidget(m_some);
    column->addStretch(1);
    m_some->hide();
    m_timer.setSingleShot(true);
    m_timer.setInterval(debounce);
    connect(&m_timer, &QTimer::timeout, this, &SegmentFacts::ask);
}

void SegmentFacts::show(const QJsonObject& root, bool empty)
{
    m_definition = definitionOf(root);
    m_mailable = mailableOf(root);
    m_templates->setVisible(empty);
    m_count.cancel();
    m_mailCount.cancel();
    m_list.cancel();
    m_timer.start();
}

void SegmentFacts::ask()
{
    EngineBridge& bridge = m_context.bridge();
    m_count.ask(bridge, CountSegment{m_definition, std::nullopt}, [this](Result<SegmentCount> count) {
        m_problem->setVisible(!count.has_value());
        if (!count) {
            m_problem->setText(errorWords(count.error(), ErrorContext::Segment).sentence);
            return;
        }
        m_counted = *count;
        showNote();
    });
    m_mailCount.ask(bridge, CountSegment{m_mailable, std::nullopt}, [this](Result<SegmentCount> count) {
        m_mail = count ? count->members : -1;
        showNote();
    });
    m_list.ask(bridge, ListSegmentMembers{m_definition, std::nullopt, 0, sampleSize},
               [this](Result<SegmentMembers> members) {
                   if (members) {
                       showMembers(*members);
                   }
               });
}

void SegmentFacts::showNote()
{
    const Formats& formats = m_context.bridge().formats();
    m_number->setValue(formats.number(m_counted.members));
    const double share =
        m_counted.profiles > 0 ? static_cast<double>(m_counted.members) / static_cast<double>(m_counted.profiles) : 0;
    QStringList notes{tr("%1 of %2 people").arg(formats.percent(share, 1), formats.number(m_counted.profiles))};
    if (m_mail >= 0) {
        notes += tr("%1 may be emailed").arg(formats.number(m_mail));
    }
    notes +=
        tr("%1 ms").arg(formats.locale().toString(m_counted.milliseconds, 'f', m_counted.milliseconds < 10 ? 1 : 0));
    m_number->setNote(notes.join(QStringLiteral(" · ")));
}

void SegmentFacts::showMembers(const SegmentMembers& members)
{
    clearLayout(m_members);
    m_some->setVisible(!members.members.empty());
    bool first = true;
    for (const SegmentMember& each : members.members) {
        const QString email = toQString(each.email);
        const QString name = each.name.empty() ? email : toQString(each.name);
        auto* row = new ListRow;
        row->setFirst(first);
        row->setAvatar(name);
        row->setText(name);
        row->setSecondLine(each.name.empty() ? QString() : email);
        row->setTrailing(tr("why"));
        row->setAccessibleName(tr("%1: why in this segment?").arg(name));
        row->setClickable(true);
        connect(row, &ListRow::clicked, this, [this, each] { why(each); });
        m_members->addWidget(row);
        first = false;
    }
}

void SegmentFacts::why(const SegmentMember& member)
{
    auto* sheet = new Sheet(tr("Why in this segment?"), m_context.dialogParent());
    sheet->setSubtitle(toQString(member.name.empty() ? member.email : member.name));
    sheet->setPanelWidth(panelWidth);
    connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
    auto* card = new Card;
    auto* waiting = new Text(tr("Looking it up…"), TextStyle::Label, Token::InkSoft);
    waiting->wrapped();
    card->body()->addWidget(waiting);
    sheet->body()->addWidget(card);
    sheet->body()->addStretch(1);
    m_context.bridge().ask(card, ExplainMembership{m_definition, member.profile, std::nullopt},
                           [card, waiting](Result<Verdict> verdict) {
                               if (!verdict) {
                                   waiting->setColor(Token::Bad);
                                   waiting->setText(errorWords(verdict.error(), ErrorContext::Segment).sentence);
                                   return;
                               }
                               waiting->hide();
                               addVerdict(card->body(), *verdict, 0);
                           });
    sheet->openSheet();
}

}  // namespace shopbell::ui
