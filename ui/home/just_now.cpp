// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/just_now.h"

#include "model/metric.h"
#include "ui/bridge/text.h"
#include "ui/shell/event_words.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"

namespace shopbell::ui {

namespace {

constexpr std::int64_t lines = 7;

}  // namespace

JustNow::JustNow(QWidget* parent) : Card(tr("Just now"), parent)
{
    body()->setSpacing(0);
}

LoadTimeline JustNow::question()
{
    LoadTimeline question;
    for (const auto metric :
         {metrics::placedOrder, metrics::refundedOrder, metrics::cancelledOrder, metrics::clickedEmail,
          metrics::changedConsent, metrics::joinedList, metrics::markedSpam}) {
        question.metrics.emplace_back(metric);
    }
    question.limit = lines;
    return question;
}

void JustNow::show(const TimelineEntries& entries, const Formats& formats, Instant now)
{
    std::vector<std::int64_t> rows;
    for (const TimelineEntry& entry : entries.entries) {
        rows.push_back(entry.row);
    }
    // Only what is new is built anew: a row that is being read or has the focus stays.
    if (!m_built || rows != m_shown) {
        rebuild(entries, formats);
        m_shown = std::move(rows);
        m_built = true;
    }
    for (std::size_t index = 0; index < m_rows.size(); ++index) {
        m_rows[index]->setTrailing(formats.ago(entries.entries[index].at, now));
    }
}

void JustNow::rebuild(const TimelineEntries& entries, const Formats& formats)
{
    clearLayout(body());
    m_rows.clear();
    for (const TimelineEntry& entry : entries.entries) {
        const EventWords words = eventWords(entry, formats);
        auto* row = new ListRow;
        row->setIcon(words.icon);
        row->setText(entry.profileName.empty() ? tr("Somebody") : toQString(entry.profileName), words.did);
        row->setClickable(entry.profile.isValid());
        connect(row, &ListRow::clicked, this, [this, profile = entry.profile.value] { emit personAsked(profile); });
        body()->addWidget(row);
        m_rows.push_back(row);
    }
    if (m_rows.empty()) {
        body()->addSpacing(6);
        body()->addWidget(
            (new Text(tr("Nothing has happened yet. Orders, clicks and sign-ups appear here as they come in."),
                      TextStyle::Body, Token::InkSoft))
                ->wrapped());
    }
    body()->addStretch(1);
}

}  // namespace shopbell::ui
