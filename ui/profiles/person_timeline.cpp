// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/person_timeline.h"

#include "ui/bridge/text.h"
#include "ui/profiles/person_words.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace shopbell::ui {

namespace {

constexpr int pageRows = 50;
constexpr auto messagesId = "messages";
constexpr auto metricPrefix = "metric:";

Instant instantOf(const LedgerMessage& message)
{
    return message.acceptedAt.ms > 0  ? message.acceptedAt
           : message.changedAt.ms > 0 ? message.changedAt
                                      : message.plannedAt;
}

}  // namespace

PersonTimeline::PersonTimeline(EngineBridge& bridge, QWidget* parent)
    : Card(tr("Timeline"), parent),
      m_bridge(bridge),
      m_picker(new Picker(nullptr, Picker::Look::Button)),
      m_rows(makeColumn(0)),
      m_end(new Text(QString(), TextStyle::Label, Token::InkSoft))
{
    m_picker->setAccessibleName(tr("What the timeline shows"));
    m_picker->setChoices({{.id = QString(), .text = tr("Everything")}});
    m_picker->setCurrent(QString());
    m_picker->setPlaceholder(tr("Everything"));
    addToHeader(m_picker);
    connect(m_picker, &Picker::chosen, this, [this](const QString& id) {
        m_filter = id;
        m_signature.clear();
        begin(pageRows);
    });
    body()->addLayout(m_rows);
    body()->addWidget(m_end->wrapped());
    body()->addStretch(1);
    m_end->hide();
}

bool PersonTimeline::onlyMessages() const
{
    return m_filter == QLatin1String(messagesId);
}

void PersonTimeline::show(ProfileId profile)
{
    if (profile != m_profile) {
        m_profile = profile;
        m_filter.clear();
        m_picker->setCurrent(m_filter);
        m_signature.clear();
        clearRows();
        m_end->hide();
        m_wanted = 0;
    }
}

void PersonTimeline::reload()
{
    loadNames();
    begin(std::max(pageRows, m_rowCount));
}

void PersonTimeline::loadNames()
{
    m_metricAsker.ask(m_bridge, ListMetrics{}, [this](Result<std::vector<MetricInfo>> metrics) {
        if (!metrics) {
            return;
        }
        Choices choices{{.id = QString(), .text = tr("Everything")},
                        {.id = QLatin1String(messagesId), .text = tr("Messages, sent and skipped")}};
        for (const MetricInfo& each : *metrics) {
            choices.append({.id = QLatin1String(metricPrefix) + toQString(each.name),
                            .text = metricName(each.name),
                            .group = tr("Only")});
        }
        m_picker->setChoices(choices);
        m_picker->setCurrent(m_filter);
    });
}

void PersonTimeline::begin(std::int64_t limit)
{
    m_fresh = true;
    m_coming.clear();
    m_events.clear();
    m_messages.clear();
    m_next.clear();
    m_offset = 0;
    m_wanted = static_cast<int>(limit);
    m_eventAsker.cancel();
    m_messageAsker.cancel();
    m_eventsDone = onlyMessages();
    m_messagesDone = m_filter.startsWith(QLatin1String(metricPrefix));
    // The names of campaigns come first, so that the rows can say them.
    if (m_messagesDone) {
        askEvents(limit);
        return;
    }
    m_campaignAsker.ask(m_bridge, ListCampaigns{}, [this, limit](Result<std::vector<CampaignSummary>> campaigns) {
        if (campaigns) {
            for (const CampaignSummary& each : *campaigns) {
                m_campaigns.insert(each.campaign.id.value, toQString(each.campaign.name));
            }
        }
        if (!m_eventsDone) {
            askEvents(limit);
        }
        askMessages(limit);
    });
}

void PersonTimeline::askEvents(std::int64_t limit)
{
    LoadTimeline question;
    question.profile = m_profile;
    question.after = m_next;
    question.limit = limit;
    if (m_filter.startsWith(QLatin1String(metricPrefix))) {
        question.metrics = {toUtf8(m_filter.mid(static_cast<qsizetype>(qstrlen(metricPrefix))))};
    }
    m_eventAsker.ask(m_bridge, question, [this](Result<TimelineEntries> page) {
        if (!page) {
            m_eventsDone = true;
            emit failed(page.error());
            advance();
            return;
        }
        for (const TimelineEntry& each : page->entries) {
            m_events.push_back({each.at, eventWords(each, m_bridge.formats()), 0});
            m_coming += QByteArray::number(static_cast<qint64>(each.row)) + ' ';
        }
        m_next = page->next;
        m_eventsDone = m_next.empty();
        advance();
    });
}

void PersonTimeline::askMessages(std::int64_t limit)
{
    ListLedger question;
    question.profile = m_profile;
    question.offset = m_offset;
    question.limit = limit;
    if (!onlyMessages()) {
        // What was accepted stands among the events as a message received.
        question.states = {MessageState::Planned, MessageState::Queued,  MessageState::Sending,  MessageState::Failed,
                           MessageState::Skipped, MessageState::Unknown, MessageState::Cancelled};
    }
    m_messageAsker.ask(m_bridge, question, [this, limit](Result<LedgerPage> page) {
        if (!page) {
            m_messagesDone = true;
            emit failed(page.error());
            advance();
            return;
        }
        for (const LedgerRow& each : page->rows) {
            const bool campaign = each.message.originKind == OriginKind::Campaign;
            const QString origin = campaign ? m_campaigns.value(each.message.originId) : QString();
            m_messages.push_back(
                {instantOf(each.message), ledgerWords(each.message, origin), campaign ? each.message.originId : 0});
            m_coming += 'm' + QByteArray::number(static_cast<qint64>(each.message.id.value)) + ':' +
                        QByteArray::number(static_cast<int>(each.message.state)) + ' ';
        }
        std::ranges::stable_sort(m_messages, [](const Item& a, const Item& b) { return a.at > b.at; });
        m_offset += static_cast<std::int64_t>(page->rows.size());
        m_messagesDone = static_cast<std::int64_t>(page->rows.size()) < limit || m_offset >= page->total;
        advance();
    });
}

void PersonTimeline::advance()
{
    if (m_fresh) {
        if (m_eventAsker.isWaiting() || m_messageAsker.isWaiting()) {
            return;  // both first answers come on the screen at once
        }
        m_fresh = false;
        if (m_coming == m_signature && m_rowCount > 0 && m_day.isValid()) {
            // Nothing changed: the rows stand, what came is behind them.
            const auto shown = static_cast<std::size_t>(m_rowCount);
            std::size_t passed = 0;
            while (passed < shown && (!m_events.empty() || !m_messages.empty())) {
                const bool event =
                    m_messages.empty() || (!m_events.empty() && m_events.front().at >= m_messages.front().at);
                (event ? m_events : m_messages).pop_front();
                ++passed;
            }
            return;
        }
        m_signature = m_coming;
        clearRows();
    }
    while (m_rowCount < m_wanted) {
        const bool needEvents = m_events.empty() && !m_eventsDone;
        const bool needMessages = m_messages.empty() && !m_messagesDone;
        if (needEvents || needMessages) {
            // What comes later than the front of one source may stand before the other's: both must be known.
            if (needEvents && !m_eventAsker.isWaiting()) {
                askEvents(pageRows);
            }
            if (needMessages && !m_messageAsker.isWaiting()) {
                askMessages(pageRows);
            }
            return;
        }
        if (m_events.empty() && m_messages.empty()) {
            break;
        }
        const bool event = m_messages.empty() || (!m_events.empty() && m_events.front().at >= m_messages.front().at);
        auto& source = event ? m_events : m_messages;
        append(source.front());
        source.pop_front();
    }
    showEnd();
}

void PersonTimeline::more()
{
    const bool all = m_eventsDone && m_messagesDone && m_events.empty() && m_messages.empty();
    if (all || m_fresh || m_rowCount < m_wanted || m_rowCount == 0) {
        return;
    }
    m_wanted = m_rowCount + pageRows;
    advance();
}

void PersonTimeline::clearRows()
{
    clearLayout(m_rows);
    m_rowCount = 0;
    m_day = QDate();
}

void PersonTimeline::append(const Item& item)
{
    const Formats& formats = m_bridge.formats();
    const QDate day = formats.dayOf(item.at);
    if (day != m_day) {
        if (m_day.isValid()) {
            m_rows->addSpacing(space::s);
        }
        m_rows->addWidget(new Text(dayWords(day), TextStyle::LabelStrong, Token::InkSoft));
        m_rows->addSpacing(2);
        m_day = day;
    }
    auto* row =
        new TimelineRow(item.words.icon, item.words.color, item.words.title, item.words.detail, formats.time(item.at));
    if (item.campaign > 0) {
        row->setClickable(true);
        connect(row, &TimelineRow::clicked, this, [this, id = item.campaign] { emit campaignAsked(id); });
    }
    m_rows->addWidget(row);
    ++m_rowCount;
}

QString PersonTimeline::dayWords(const QDate& day) const
{
    const Formats& formats = m_bridge.formats();
    const QDate today = formats.dayOf(m_bridge.now());
    const Instant noon{formats.startOfDay(day).ms + 43'200'000};
    if (day == today) {
        return tr("Today");
    }
    if (day == today.addDays(-1)) {
        return tr("Yesterday");
    }
    return day.year() == today.year() ? formats.dayMonth(noon) : formats.date(noon);
}

void PersonTimeline::showEnd()
{
    const bool all = m_eventsDone && m_messagesDone && m_events.empty() && m_messages.empty();
    if (!all) {
        m_end->hide();
        return;
    }
    m_end->setText(m_rowCount > 0       ? QString()
                   : m_filter.isEmpty() ? tr("Nothing is known to have happened yet. Orders, visits and messages "
                                             "appear here as they come in.")
                                        : tr("Nothing of that kind has happened with this person."));
    m_end->setVisible(m_rowCount == 0);
}

}  // namespace shopbell::ui
