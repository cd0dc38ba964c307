// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/choice.h"

#include <QAbstractListModel>
#include <QListView>
#include <QSet>
#include <QWidget>

class QLineEdit;

namespace shopbell::ui {

class SearchField;
class Text;

/// The choices that match what is typed, with group headings; tens of thousands of them filter within a frame.
/// Matches the beginning of any word first, then anywhere; case and accents do not matter.
class ChoiceModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, NoteRole, CountRole, IconRole, HeadingRole, CheckedRole };

    explicit ChoiceModel(QObject* parent = nullptr);
    void setChoices(Choices choices);
    [[nodiscard]] const Choices& choices() const { return m_choices; }
    void setFilter(const QString& text);
    void setChecked(const QStringList& ids);
    [[nodiscard]] int rowOf(const QString& id) const;     ///< -1 when it is not shown
    [[nodiscard]] const Choice* choiceAt(int row) const;  ///< null for a heading

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void rebuild();

    Choices m_choices;
    QStringList m_folded;  ///< text and note in the form that is searched
    QString m_filter;
    QList<int> m_shown;  ///< index into m_choices, or -1 - index for the heading before it
    QSet<QString> m_checked;
};

/// A search field above a list: the inside of every picker. Keys typed anywhere go to the search; arrows, Page Up/Down,
/// Home/End with Ctrl move; Return chooses.
class ChoiceList : public QWidget {
    Q_OBJECT
public:
    explicit ChoiceList(QWidget* parent = nullptr);

    void setChoices(const Choices& choices);
    void setCurrent(const QString& id);
    /// With checks, choosing toggles and the list stays.
    void setMulti(bool multi);
    void setChecked(const QStringList& ids);
    void setSearchHint(const QString& hint);
    /// The words shown when nothing matches.
    void setEmptyText(const QString& text);
    /// External: the list does not filter by itself; the caller answers searchChanged() with setChoices().
    void setExternalSearch(bool external);
    void setSearchVisible(bool visible);
    [[nodiscard]] QLineEdit* search() const;
    [[nodiscard]] QListView* view() const { return m_view; }
    [[nodiscard]] ChoiceModel* model() const { return m_model; }
    QSize sizeHint() const override;

signals:
    void chosen(const QString& id);
    void searchChanged(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void move(int step);
    void selectFirst();
    void chooseRow(const QModelIndex& index);
    void showEmptiness();

    SearchField* m_search;
    QListView* m_view;
    ChoiceModel* m_model;
    Text* m_empty;
    QString m_emptyText;
    bool m_external = false;
    bool m_multi = false;
};

}  // namespace shopbell::ui
