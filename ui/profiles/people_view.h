// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profiles/people_model.h"
#include "ui/shell/page_context.h"
#include "ui/shell/place.h"
#include "ui/widgets/choice.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace shopbell::ui {

class Button;
class ChosenPeople;
class EmptyState;
class IconButton;
class PeopleTable;
class Picker;
class SearchField;

/// The table of people with its search, filter and columns, and what can be done with those chosen.
class PeopleView : public QWidget {
    Q_OBJECT
public:
    explicit PeopleView(PageContext& context, QWidget* parent = nullptr);

    /// Action "segment" or "list" with an id shows its members; else everybody.
    void go(const Place& place);
    void reload();
    [[nodiscard]] QString countWords() const;
    [[nodiscard]] PeopleModel& model() const { return *m_model; }

signals:
    void countChanged();
    void importAsked();

private:
    QWidget* makeBar();
    void makeTable();
    void search(const PeopleModel::Search& search);
    void loadFilters();
    void takeFilter(const QString& id);
    void sortBy(int column);
    void showEmptiness();
    void openColumns();
    void touchColumns();
    void fitColumns();
    void rememberColumns();

    PageContext& m_context;
    PeopleModel* m_model;
    PeopleTable* m_table;
    SearchField* m_search;
    Picker* m_filter;
    IconButton* m_columns;
    EmptyState* m_nobody;
    EmptyState* m_notFound;
    QStackedWidget* m_stack;
    ChosenPeople* m_chosen;
    QTimer m_remember;
    bool m_remembered = false;  ///< the columns are as the owner left them
    bool m_fitting = false;
    int m_fittedTo = 0;
    Asker m_segmentAsker;
    Asker m_prepareAsker;
    Asker m_listAsker;
    Choices m_segments;
    Choices m_lists;
};

}  // namespace shopbell::ui
