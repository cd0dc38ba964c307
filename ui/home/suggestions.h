// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "api/segments.h"
#include "api/stores.h"
#include "ui/bridge/engine_bridge.h"
#include "ui/shell/place.h"

#include <QWidget>

#include <memory>
#include <vector>

class QVBoxLayout;

namespace shopbell::ui {

/// "Worth doing today": at most three things, each counted on the shop's own people, with its reason and one button.
/// What keeps the shop from working (a store that cannot be read, nothing to send with) comes first.
class Suggestions : public QWidget {
    Q_OBJECT
public:
    explicit Suggestions(QWidget* parent = nullptr);
    ~Suggestions() override;

    /// Counts anew; shows the answers as they come.
    void reload(EngineBridge& bridge);
    /// Asks no further; what stands stays.
    void stop();

signals:
    void placeAsked(const shopbell::ui::Place& place);

private:
    struct Suggestion {
        int rank = 0;  ///< lowest first
        QString title;
        QString reason;
        QString action;
        Place place;
        bool wanted = false;
    };
    struct Idea;

    void show(int index, Suggestion suggestion);
    void arrange();
    void judgeNextIdea(EngineBridge& bridge);
    [[nodiscard]] static std::vector<Idea> listIdeas();
    void judgeSetup(EngineBridge& bridge);

    std::vector<Suggestion> m_suggestions;
    std::vector<std::unique_ptr<Asker>> m_askers;
    QVBoxLayout* m_column;
    QStringList m_shown;  ///< titles and reasons, as on the screen
    bool m_built = false;
    std::vector<Idea> m_ideas;  ///< still to be counted, the next one last
    int m_open = 0;             ///< how many things were judged
};

}  // namespace shopbell::ui
