// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/condition_row.h"

#include "ui/segments/condition_choices.h"
#include "ui/segments/condition_sentences.h"
#include "ui/segments/effect_meter.h"
#include "ui/segments/materials.h"
#include "ui/segments/node_grip.h"
#include "ui/segments/sentence_view.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/text.h"

#include <QPainter>
#include <QTimer>

namespace shopbell::ui {

namespace {

const auto unsetKey = QLatin1String("unset");
const auto includeWord = QLatin1String("include");

/// The soft ground of a note inside a row.
class SoftStrip : public QWidget {
protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawBox(painter, rect(), radius::pill, color(Token::BrassSoft));
    }
};

}  // namespace

ConditionRow::ConditionRow(Materials& materials, const QJsonObject& condition, QWidget* parent)
    : Card(parent),
      m_materials(materials),
      m_condition(condition),
      m_grip(new NodeGrip(tr("Move this condition"))),
      m_sentence(new SentenceView(materials)),
      m_unset(new SoftStrip),
      m_unsetText(new Text(QString(), TextStyle::Label, Token::BrassInk)),
      m_unsetAction(new Button(QString(), Button::Kind::Link)),
      m_meter(new EffectMeter)
{
    setPadding(space::m, space::m);
    auto* row = makeRow(space::s);
    auto* remove = new IconButton(IconName::Close, tr("Remove this condition"));
    remove->setSmall(true);
    auto* words = makeColumn(space::xs);
    words->addStretch(1);
    words->addWidget(m_sentence);
    auto* unset = new FlowLayout(m_unset, space::s, 2);
    unset->setContentsMargins(space::s, 3, space::s, 3);
    unset->addWidget(new IconMark(IconName::Info, Token::BrassInk, 14));
    unset->addWidget(m_unsetText);
    unset->addWidget(m_unsetAction);
    m_unsetAction->setSmall(true);
    m_unset->hide();
    words->addWidget(m_unset);
    words->addStretch(1);
    row->addWidget(m_grip, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    row->addSpacing(space::s);
    row->addWidget(m_meter, 0, Qt::AlignVCenter);
    row->addWidget(remove, 0, Qt::AlignVCenter);
    body()->addLayout(row);
    connect(remove, &QAbstractButton::clicked, this, &ConditionRow::removeAsked);
    connect(m_unsetAction, &QAbstractButton::clicked, this, [this] {
        QJsonObject next = m_condition;
        if (next.value(unsetKey).toString() == includeWord) {
            next.remove(unsetKey);
        } else {
            next[unsetKey] = includeWord;
        }
        take(next, EditKind::Chosen);
    });
    build();
}

void ConditionRow::setCondition(const QJsonObject& condition)
{
    if (condition != m_condition) {
        m_condition = condition;
        build();
    }
}

void ConditionRow::take(const QJsonObject& condition, EditKind kind)
{
    m_condition = condition;
    emit edited(m_condition, kind);
    if (kind == EditKind::Rebuilt && !m_buildWaits) {
        // Not while the control that asked for it is still at work.
        m_buildWaits = true;
        QTimer::singleShot(0, this, [this] {
            m_buildWaits = false;
            build();
        });
    }
}

void ConditionRow::build()
{
    m_sentence->begin();
    buildCondition(*m_sentence, Spot([this] { return m_condition; },
                                     [this](const QJsonObject& condition, EditKind kind) { take(condition, kind); }));
    m_sentence->finish();
}

void ConditionRow::showUnset(const NodeEffect& effect)
{
    const bool included = m_condition.value(unsetKey).toString() == includeWord;
    const bool shown = canIncludeUnset(m_condition) && (included || effect.unsetDecides > 0);
    if (shown) {
        const QString people = m_materials.bridge().formats().number(included ? effect.unset : effect.unsetDecides);
        if (included) {
            m_unsetText->setText(effect.unset > 0 ? tr("%1 people of whom this is not known are included").arg(people)
                                                  : tr("People of whom this is not known are included"));
        } else {
            m_unsetText->setText(tr("%1 people of whom this is not known are left out").arg(people));
        }
        m_unsetAction->setText(included ? tr("Leave them out") : tr("Include them"));
    }
    m_unset->setVisible(shown);
}

}  // namespace shopbell::ui
