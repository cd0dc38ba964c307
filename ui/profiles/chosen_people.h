// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles.h"
#include "ui/bridge/engine_bridge.h"
#include "ui/shell/page_context.h"
#include "ui/widgets/card.h"

namespace shopbell::ui {

class Button;
class PeopleModel;
class PeopleTable;
class Picker;
class Text;

/// What can be done with the people chosen in the table: add them to a list, write them to a file, suppress them.
/// Hidden while nobody is chosen.
class ChosenPeople : public Card {
    Q_OBJECT
public:
    ChosenPeople(PageContext& context, PeopleModel& model, PeopleTable& table, QWidget* parent = nullptr);

    void reload();  ///< the lists
    [[nodiscard]] int count() const;

private:
    using People = std::vector<ProfileEntry>;
    struct Gathering {
        std::vector<std::pair<int, int>> ranges;  ///< of rows, still to be read
        People people;
        std::function<void(People)> then;
    };

    void showCount();
    /// Runs `then` with everybody chosen, also those whose rows are not here; says so when they are too many.
    void withChosen(std::function<void(People)> then);
    void gather(const std::shared_ptr<Gathering>& gathering);
    void addTo(const QString& list);
    void join(ListId list, const QString& name);
    void askNewList();
    void exportThem();
    void suppressThem();

    PageContext& m_context;
    PeopleModel& m_model;
    PeopleTable& m_table;
    Text* m_words;
    Picker* m_lists;
    Asker m_listAsker;
};

}  // namespace shopbell::ui
