// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/choice.h"

#include <QAbstractButton>
#include <QPointer>

namespace shopbell::ui {

class ChoiceList;
class Popover;

/// A button that opens a list with search: the window's combo box, for three choices or for thousands.
/// Return, Space, Down open it; typing while it has the focus opens it with that letter searched.
class Picker : public QAbstractButton {
    Q_OBJECT
public:
    enum class Look {
        Field,   ///< 34 high, as wide as its place: in forms
        Button,  ///< 32 high, as wide as its words: in bars
        Pill,    ///< 26 high, accent: in sentences ("Placed Order")
        Value,   ///< 26 high with an edge: in sentences ("60 days")
    };

    explicit Picker(QWidget* parent = nullptr, Look look = Look::Field);

    void setLook(Look look);
    void setChoices(const Choices& choices);
    [[nodiscard]] const Choices& choices() const { return m_choices; }
    /// Does not emit chosen(). An id that is not among the choices shows the placeholder.
    void setCurrent(const QString& id);
    [[nodiscard]] QString current() const { return m_current; }
    [[nodiscard]] QString currentText() const;
    void setPlaceholder(const QString& text);
    void setSearchHint(const QString& text);
    /// For choices that live in the engine: each edit of the search emits searchChanged(); answer with setChoices().
    void setExternalSearch(bool external);
    void setInvalid(bool invalid);
    /// Whether the list has a search field; by itself it has one from nine choices on.
    void setSearchable(bool searchable);

    void openList();
    [[nodiscard]] ChoiceList* list() const;  ///< null while closed

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const QString& id);
    void searchChanged(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    virtual QString shownText() const;
    [[nodiscard]] virtual bool isEmpty() const;
    virtual void prepareList(ChoiceList* list);
    virtual void take(const QString& id);
    void describe();

    Look m_look;
    Choices m_choices;
    QString m_current;
    QString m_placeholder;
    QString m_searchHint;
    bool m_external = false;
    bool m_invalid = false;
    int m_searchable = -1;
    QPointer<Popover> m_popover;
    QPointer<ChoiceList> m_list;
};

/// The same for several choices: "Germany, Austria or Italy". The list has checks and stays open.
class MultiPicker : public Picker {
    Q_OBJECT
public:
    explicit MultiPicker(QWidget* parent = nullptr, Look look = Look::Field);

    void setChecked(const QStringList& ids);
    [[nodiscard]] QStringList checked() const { return m_checked; }
    /// How the chosen are joined: "or" by default; the last word of "Germany or Austria".
    void setJoiner(const QString& word);

signals:
    void checkedChanged(const QStringList& ids);

protected:
    QString shownText() const override;
    [[nodiscard]] bool isEmpty() const override;
    void prepareList(ChoiceList* list) override;
    void take(const QString& id) override;

private:
    QStringList m_checked;
    QString m_joiner;
};

}  // namespace shopbell::ui
