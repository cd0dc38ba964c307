// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/segments.h"
#include "ui/bridge/text.h"
#include "ui/profiles/person_dialogs.h"
#include "ui/widgets/card.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/text.h"

#include <QCoreApplication>

namespace shopbell::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WhySheet)
};

constexpr int panelWidth = 520;
constexpr int indent = 22;

/// A condition with its mark, what decided beneath, and its parts indented.
void addVerdict(QVBoxLayout* column, const Verdict& verdict, const Formats& formats, int depth)
{
    auto* row = makeRow(space::s);
    if (depth > 0) {
        row->addSpacing(depth * indent);
    }
    auto* mark =
        new IconMark(verdict.holds ? IconName::Check : IconName::Close, verdict.holds ? Token::Ok : Token::InkSoft);
    mark->setAccessibleName(verdict.holds ? Words::tr("holds") : Words::tr("does not hold"));
    row->addWidget(mark, 0, Qt::AlignTop);
    auto* words = makeColumn(2);
    words->addWidget((new Text(toQString(verdict.condition)))->wrapped());
    QString because = toQString(verdict.because);
    if (verdict.holdsUntil && verdict.holds) {
        const QString until = Words::tr("until %1 if nothing happens").arg(formats.date(*verdict.holdsUntil));
        because = because.isEmpty() ? until : because + QStringLiteral(" · ") + until;
    }
    if (!because.isEmpty()) {
        words->addWidget((new Text(because, TextStyle::Label, Token::InkSoft))->wrapped());
    }
    row->addLayout(words, 1);
    column->addLayout(row);
    for (const Verdict& part : verdict.parts) {
        addVerdict(column, part, formats, depth + 1);
    }
}

}  // namespace

void openWhySheet(PageContext& context, const ProfileDetail& detail)
{
    auto* sheet = new Sheet(Words::tr("Why these segments?"), context.dialogParent());
    sheet->setSubtitle(toQString(detail.name));
    sheet->setPanelWidth(panelWidth);
    QObject::connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
    EngineBridge& bridge = context.bridge();
    for (const auto& each : detail.segments) {
        auto* card = new Card(toQString(each.name));
        auto* waiting = new Text(Words::tr("Looking it up…"), TextStyle::Label, Token::InkSoft);
        card->body()->addWidget(waiting);
        sheet->body()->addWidget(card);
        const auto refuse = [waiting](const Error& error) {
            waiting->setColor(Token::Bad);
            waiting->wrapped();
            waiting->setText(errorWords(error, ErrorContext::Segment).sentence);
        };
        bridge.ask(card, LoadSegment{{each.id}},
                   [&context, card, waiting, refuse, profile = detail.profile.id](Result<SegmentInfo> segment) {
                       if (!segment) {
                           refuse(segment.error());
                           return;
                       }
                       context.bridge().ask(card, ExplainMembership{segment->definition, profile, std::nullopt},
                                            [&context, card, waiting, refuse](Result<Verdict> verdict) {
                                                if (!verdict) {
                                                    refuse(verdict.error());
                                                    return;
                                                }
                                                waiting->hide();
                                                addVerdict(card->body(), *verdict, context.bridge().formats(), 0);
                                            });
                   });
    }
    sheet->body()->addStretch(1);
    sheet->openSheet();
}

}  // namespace shopbell::ui
