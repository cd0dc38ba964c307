// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/text.h"
#include "ui/campaigns/path_steps.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/text.h"

#include <QDateTime>
#include <QRadioButton>

namespace shopbell::ui {

namespace {

constexpr int daysAhead = 90;
constexpr int minutesApart = 15;
constexpr int formWidth = 620;

}  // namespace

TimeStep::TimeStep(PageContext& context)
    : PathStep(context),
      m_now(new QRadioButton(tr("At once, as soon as I press Send"))),
      m_later(new QRadioButton(tr("At a day and time"))),
      m_day(new Picker),
      m_time(new Picker),
      m_timeField(new Field(tr("Time"), m_time))
{
    auto* row = makeRow(this, 0);
    auto* card = new Card(tr("When does it go out?"));
    card->setMaximumWidth(formWidth);
    card->body()->setSpacing(space::m);
    card->body()->addWidget(m_now);
    card->body()->addWidget(m_later);
    auto* pickers = makeRow(space::m);
    pickers->addWidget(new Field(tr("Day"), m_day), 1, Qt::AlignTop);
    pickers->addWidget(m_timeField, 1, Qt::AlignTop);
    card->body()->addLayout(pickers);
    card->body()->addWidget(
        (new Text(
             tr("Times are those of your shop. Shopbell must be running then; if the computer is off, the campaign "
                "goes out as soon as Shopbell runs again."),
             TextStyle::Label, Token::InkSoft))
            ->wrapped());
    card->body()->addStretch(1);
    row->addWidget(card, 2);
    row->addStretch(1);
    Choices times;
    for (int minute = 0; minute < 24 * 60; minute += minutesApart) {
        const QTime time(minute / 60, minute % 60);
        times.append({.id = QString::number(minute),
                      .text = context.bridge().formats().locale().toString(time, QLocale::ShortFormat)});
    }
    m_time->setChoices(times);
    m_time->setCurrent(QString::number(9 * 60));
    fillDays();
    connect(m_now, &QRadioButton::toggled, this, [this](bool now) {
        m_day->setEnabled(!now);
        m_time->setEnabled(!now);
    });
    m_now->setChecked(true);
    connect(this, &PathStep::edited, this, &TimeStep::look);
    connect(m_now, &QRadioButton::clicked, this, &PathStep::edited);
    connect(m_later, &QRadioButton::clicked, this, &PathStep::edited);
    connect(m_day, &Picker::chosen, this, &PathStep::edited);
    connect(m_time, &Picker::chosen, this, &PathStep::edited);
}

void TimeStep::fillDays()
{
    const Formats& formats = m_context.bridge().formats();
    const QDate today = formats.dayOf(m_context.bridge().now());
    Choices days;
    for (int ahead = 0; ahead <= daysAhead; ++ahead) {
        const QDate day = today.addDays(ahead);
        days.append({.id = day.toString(Qt::ISODate),
                     .text = ahead == 0   ? tr("Today")
                             : ahead == 1 ? tr("Tomorrow")
                                          : formats.locale().toString(day, QLocale::LongFormat)});
    }
    m_day->setChoices(days);
    m_day->setCurrent(today.addDays(1).toString(Qt::ISODate));
}

void TimeStep::show(const Campaign& draft)
{
    const bool later = draft.scheduledFor.ms != 0;
    (later ? m_later : m_now)->setChecked(true);
    if (!later) {
        look();
        return;
    }
    const auto at = QDateTime::fromMSecsSinceEpoch(draft.scheduledFor.ms, m_context.bridge().formats().zone());
    m_day->setCurrent(at.date().toString(Qt::ISODate));
    m_time->setCurrent(QString::number((at.time().hour() * 60 + at.time().minute()) / minutesApart * minutesApart));
    look();
}

void TimeStep::look()
{
    Campaign chosen;
    write(chosen);
    const bool past = chosen.scheduledFor.ms != 0 && chosen.scheduledFor <= m_context.bridge().now();
    m_timeField->setError(past ? tr("That time has passed. Choose a later one.") : QString());
}

void TimeStep::write(Campaign& draft) const
{
    draft.scheduledFor = {};
    const QDate day = QDate::fromString(m_day->current(), Qt::ISODate);
    if (m_later->isChecked() && day.isValid()) {
        const QTime time = QTime(0, 0).addSecs(m_time->current().toInt() * 60);
        draft.scheduledFor.ms = QDateTime(day, time, m_context.bridge().formats().zone()).toMSecsSinceEpoch();
    }
}

}  // namespace shopbell::ui
