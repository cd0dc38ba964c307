// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/stores.h"
#include "ui/bridge/engine_bridge.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace shopbell::ui {

class Button;
class IconButton;
class ProportionBar;
class Tag;
class Text;

/// The quiet line at the window's lower edge: each store's last sync, what the engine does now with a cancel, what
/// waits to be sent, and who acts.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);

    /// Null while no workspace is open; `words` are then shown alone.
    void attach(EngineBridge* bridge);
    void setWords(const QString& words);

signals:
    void storesAsked();
    void outboxAsked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void loadStores();
    void showStores();
    void showJobs();
    void showInfo();

    QPointer<EngineBridge> m_bridge;
    Asker m_storesAsker;
    std::vector<StoreStatus> m_stores;
    Text* m_words;
    class StatusMark* m_dot;
    Button* m_store;
    Text* m_job;
    ProportionBar* m_bar;
    Text* m_amount;
    IconButton* m_cancel;
    Button* m_outbox;
    Text* m_acting;
    QTimer m_clock;  ///< "40 s ago" grows old by itself
    std::uint64_t m_shownTicket = 0;
};

}  // namespace shopbell::ui
