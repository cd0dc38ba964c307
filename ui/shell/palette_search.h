// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/campaigns.h"
#include "api/profiles.h"
#include "api/segments.h"
#include "ui/bridge/engine_bridge.h"
#include "ui/shell/frame.h"
#include "ui/widgets/choice.h"

#include <QObject>

#include <functional>
#include <map>

namespace shopbell::ui {

class CommandPalette;

/// What Ctrl+K finds: pages, what the page in front offers, commands, segments and campaigns by name, and people as one
/// types. Every choice carries what it does.
class PaletteSearch : public QObject {
    Q_OBJECT
public:
    PaletteSearch(Frame& frame, QWidget* over);

    void open(const QString& firstLetters);
    void close();
    [[nodiscard]] CommandPalette* palette() const { return m_palette; }

private:
    void collect();
    void loadNamed();
    void searchPeople(const QString& words);
    void add(const Choice& choice, std::function<void()> run);
    void addCommands();

    Frame& m_frame;
    CommandPalette* m_palette;
    Choices m_choices;
    std::map<QString, std::function<void()>> m_actions;
    Asker m_segments;
    Asker m_campaigns;
    Asker m_people;
};

}  // namespace shopbell::ui
