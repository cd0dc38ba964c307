// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/path_steps.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QStackedWidget;

namespace shopbell::ui {

class Stepper;

/// A draft on its way: audience, message, time, check. Saves itself half a second after an edit and when it is left.
class CampaignPath : public QWidget {
    Q_OBJECT
public:
    explicit CampaignPath(PageContext& context, QWidget* parent = nullptr);

    /// A new draft, to `segment` when that is given; it is written down with the first edit.
    void start(SegmentId segment);
    void open(const Campaign& draft);
    void reload();
    /// Writes what is not saved yet; `done` may be empty.
    void save(std::function<void()> done = {});
    [[nodiscard]] const Campaign& draft() const { return m_draft; }
    [[nodiscard]] QString savedWords() const;

signals:
    void headerChanged();
    /// It was sent or scheduled: show its report.
    void left(qint64 campaign);

private:
    void showDraft();
    void turnTo(int step);
    void edited();
    void showFooter();
    void next();
    void askToSend();
    void send();
    void schedule();

    PageContext& m_context;
    Campaign m_draft;
    Stepper* m_stepper;
    QStackedWidget* m_stack;
    AudienceStep* m_audience;
    MessageStep* m_message;
    TimeStep* m_time;
    CheckStep* m_check;
    Text* m_hint;
    Button* m_back;
    Button* m_next;
    QTimer m_soon;
    bool m_dirty = false;
    bool m_filling = false;
    bool m_saving = false;
    quint64 m_serial = 0;  ///< which draft is open; an answer for another one is not ours
    std::vector<std::function<void()>> m_afterSave;
};

}  // namespace shopbell::ui
