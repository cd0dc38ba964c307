// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/choice.h"

#include <QPointer>
#include <QWidget>

namespace shopbell::ui {

class ChoiceList;

/// Ctrl+K: a search over pages, people, segments, flows and commands, floating over the window's upper third.
/// What it always knows is set with setChoices(); for what lives in the engine answer searchChanged() with setFound().
class CommandPalette : public QWidget {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* over);

    void setChoices(const Choices& choices);
    /// Adds what a search found, after the choices that match; replaces what was found before.
    void setFound(const Choices& found);
    void openPalette(const QString& firstLetters = {});
    void closePalette();
    [[nodiscard]] bool isOpen() const { return isVisible(); }
    [[nodiscard]] ChoiceList* list() const { return m_list; }

signals:
    void chosen(const QString& id);
    void searchChanged(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();
    void refill();

    QWidget* m_over;
    QWidget* m_panel;
    ChoiceList* m_list;
    Choices m_choices;
    Choices m_found;
    QPointer<QWidget> m_cameFrom;
};

}  // namespace shopbell::ui
