// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "api/profiles.h"
#include "ui/bridge/engine_bridge.h"
#include "ui/shell/event_words.h"
#include "ui/widgets/card.h"

#include <QDate>
#include <QHash>

#include <deque>

namespace shopbell::ui {

class Picker;
class Text;

/// Everything that happened with one person, newest first, by day: events, and the messages that were skipped, failed
/// or wait. More is asked for as one scrolls down: call more() near the end.
class PersonTimeline : public Card {
    Q_OBJECT
public:
    explicit PersonTimeline(EngineBridge& bridge, QWidget* parent = nullptr);

    void show(ProfileId profile);
    /// Asks again for what is shown; the rows stay until the answer differs.
    void reload();
    void more();
    [[nodiscard]] int rows() const { return m_rowCount; }

signals:
    void campaignAsked(qint64 campaign);
    void failed(const shopbell::Error& error);

private:
    struct Item {
        Instant at;
        EventWords words;
        qint64 campaign = 0;
    };

    void loadNames();
    void askEvents(std::int64_t limit);
    void askMessages(std::int64_t limit);
    void advance();
    void begin(std::int64_t limit);
    void clearRows();
    void append(const Item& item);
    void showEnd();
    [[nodiscard]] QString dayWords(const QDate& day) const;
    [[nodiscard]] bool onlyMessages() const;

    EngineBridge& m_bridge;
    ProfileId m_profile;
    QString m_filter;  ///< empty: everything; "messages"; else "metric:" and its name
    Picker* m_picker;
    QVBoxLayout* m_rows;
    Text* m_end;
    std::deque<Item> m_events;
    std::deque<Item> m_messages;
    std::string m_next;
    std::int64_t m_offset = 0;
    bool m_eventsDone = false;
    bool m_messagesDone = false;
    bool m_fresh = false;  ///< the next answer replaces the rows
    int m_wanted = 0;
    int m_rowCount = 0;
    QDate m_day;
    QByteArray m_signature;  ///< of the first answers, to tell whether anything changed
    QByteArray m_coming;
    QHash<qint64, QString> m_campaigns;
    Asker m_eventAsker;
    Asker m_messageAsker;
    Asker m_metricAsker;
    Asker m_campaignAsker;
};

}  // namespace shopbell::ui
