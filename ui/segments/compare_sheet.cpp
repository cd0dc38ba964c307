// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/compare_sheet.h"

#include "ui/bridge/text.h"
#include "ui/segments/definition_tree.h"
#include "ui/segments/overlap_view.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/text.h"

namespace shopbell::ui {

namespace {

constexpr int panelWidth = 480;
constexpr int keyWidth = 10;

/// The segment as a condition: by its number where it has one, so that later changes of it count.
QJsonObject asCondition(const SegmentInfo& segment)
{
    if (!segment.id.isValid()) {
        return nodeOf(segment.definition);
    }
    return {{QStringLiteral("type"), QStringLiteral("segment")},
            {QStringLiteral("segment"), static_cast<qint64>(segment.id.value)}};
}

QJsonObject contrary(const QJsonObject& node)
{
    return makeGroup(GroupKind::None, {node});
}

}  // namespace

CompareSheet::CompareSheet(PageContext& context, const SegmentInfo& segment)
    : Sheet(tr("Compare with another segment"), context.dialogParent()),
      m_context(context),
      m_segment(segment),
      m_picker(new Picker),
      m_circles(new OverlapView),
      m_answer(makeColumn(space::row))
{
    setSubtitle(toQString(segment.name));
    setPanelWidth(panelWidth);
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
    m_picker->setAccessibleName(tr("The other segment"));
    m_picker->setPlaceholder(tr("Choose the other segment"));
    connect(m_picker, &Picker::chosen, this, &CompareSheet::compare);
    body()->addWidget(m_picker);
    body()->addWidget(m_circles);
    m_circles->hide();
    body()->addLayout(m_answer);
    body()->addStretch(1);
    loadOthers();
}

void CompareSheet::loadOthers()
{
    m_list.ask(m_context.bridge(), ListSegments{}, [this](Result<std::vector<SegmentInfo>> segments) {
        m_others = segments ? *segments : std::vector<SegmentInfo>();
        std::erase_if(m_others, [this](const SegmentInfo& each) { return each.id == m_segment.id; });
        Choices choices;
        for (const SegmentInfo& each : m_others) {
            choices.append({.id = QString::number(each.id.value), .text = toQString(each.name), .count = each.members});
        }
        m_picker->setChoices(choices);
        if (choices.isEmpty()) {
            m_picker->setEnabled(false);
            m_answer->addWidget(
                (new Text(tr("There is no other segment yet."), TextStyle::Body, Token::InkSoft))->wrapped());
        }
    });
}

void CompareSheet::compare(const QString& id)
{
    for (const SegmentInfo& each : m_others) {
        if (QString::number(each.id.value) == id) {
            m_other = each;
        }
    }
    m_asker.ask(m_context.bridge(), CompareSegments{m_segment.definition, m_other.definition, std::nullopt},
                [this](Result<SegmentOverlap> overlap) {
                    if (overlap) {
                        showOverlap(*overlap);
                        return;
                    }
                    clearLayout(m_answer);
                    m_circles->hide();
                    m_answer->addWidget(
                        new Banner(Tone::Bad, errorWords(overlap.error(), ErrorContext::Segment).sentence));
                });
}

void CompareSheet::showOverlap(const SegmentOverlap& overlap)
{
    const Formats& formats = m_context.bridge().formats();
    const QString first = toQString(m_segment.name);
    const QString second = toQString(m_other.name);
    m_circles->setOverlap(overlap, first, second, formats);
    m_circles->setVisible(overlap.onlyFirst + overlap.both + overlap.onlySecond > 0);
    clearLayout(m_answer);
    struct Line {
        Part part;
        std::int64_t people;
        QString words;
        Token color;
    };
    const Line lines[] = {
        {Part::OnlyFirst, overlap.onlyFirst, tr("only in “%1”").arg(first), Token::Chart1},
        {Part::Both, overlap.both, tr("in both"), Token::InkSoft},
        {Part::OnlySecond, overlap.onlySecond, tr("only in “%1”").arg(second), Token::Chart2},
    };
    for (const Line& line : lines) {
        auto* row = makeRow(space::m);
        auto* key = new ProportionBar(1);
        key->setColor(line.color);
        key->setThickness(keyWidth);
        key->setFixedWidth(keyWidth);
        key->setAccessibleName(line.words);
        row->addWidget(key, 0, Qt::AlignVCenter);
        auto* words = makeColumn(0);
        words->addWidget(new Text(formats.number(line.people), TextStyle::CardTitle));
        words->addWidget((new Text(line.words, TextStyle::Label, Token::InkSoft))->elided());
        row->addLayout(words, 1);
        auto* make = new Button(tr("Make a segment"), Button::Kind::Secondary);
        make->setSmall(true);
        make->setAccessibleName(tr("Make a segment of those %1").arg(line.words));
        make->setEnabled(line.people > 0);
        connect(make, &QAbstractButton::clicked, this, [this, part = line.part] { want(part); });
        row->addWidget(make, 0, Qt::AlignVCenter);
        m_answer->addLayout(row);
    }
}

void CompareSheet::want(Part part)
{
    const QJsonObject first = asCondition(m_segment);
    const QJsonObject second = asCondition(m_other);
    const QString a = toQString(m_segment.name);
    const QString b = toQString(m_other.name);
    QJsonObject made;
    QString name;
    switch (part) {
    case Part::OnlyFirst:
        made = makeGroup(GroupKind::All, {first, contrary(second)});
        name = tr("%1, without %2").arg(a, b);
        break;
    case Part::Both:
        made = makeGroup(GroupKind::All, {first, second});
        name = tr("%1 and %2").arg(a, b);
        break;
    case Part::OnlySecond:
        made = makeGroup(GroupKind::All, {second, contrary(first)});
        name = tr("%1, without %2").arg(b, a);
        break;
    }
    closeSheet();
    emit segmentWanted(name, definitionOf(made));
}

}  // namespace shopbell::ui
