// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/members_sheet.h"

#include "ui/bridge/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/rows.h"

namespace shopbell::ui {

namespace {

constexpr std::int64_t step = 50;

}  // namespace

MembersSheet::MembersSheet(PageContext& context, const SegmentDefinition& definition)
    : Sheet(tr("In this segment now"), context.dialogParent()),
      m_context(context),
      m_definition(definition),
      m_rows(makeColumn(0)),
      m_more(new Button(tr("Show more"), Button::Kind::Link))
{
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
    body()->addLayout(m_rows);
    body()->addWidget(m_more, 0, Qt::AlignLeading);
    body()->addStretch(1);
    m_more->hide();
    connect(m_more, &QAbstractButton::clicked, this, &MembersSheet::askMore);
    askMore();
}

ListRow* MembersSheet::memberRow(const SegmentMember& member, bool first)
{
    const QString email = toQString(member.email);
    const QString name = member.name.empty() ? email : toQString(member.name);
    auto* row = new ListRow;
    row->setFirst(first);
    row->setAvatar(name);
    row->setText(name);
    row->setSecondLine(member.name.empty() ? QString() : email);
    row->setTrailing(tr("why"));
    row->setAccessibleName(tr("%1: why in this segment?").arg(name));
    row->setClickable(true);
    return row;
}

void MembersSheet::askMore()
{
    m_asker.ask(
        m_context.bridge(), ListSegmentMembers{m_definition, std::nullopt, m_shown, step},
        [this](Result<SegmentMembers> answer) {
            if (!answer) {
                m_context.showError(answer.error(), ErrorContext::Segment);
                return;
            }
            for (const SegmentMember& each : answer->members) {
                ListRow* row = memberRow(each, m_shown == 0);
                connect(row, &ListRow::clicked, this, [this, each] { emit whyAsked(each); });
                m_rows->addWidget(row);
                ++m_shown;
            }
            const Formats& formats = m_context.bridge().formats();
            setSubtitle(
                m_shown >= answer->total
                    ? tr("%Ln people", nullptr, static_cast<int>(answer->total))
                    : tr("%1 of %Ln people", nullptr, static_cast<int>(answer->total)).arg(formats.number(m_shown)));
            m_more->setVisible(m_shown < answer->total && !answer->members.empty());
        });
}

}  // namespace shopbell::ui
