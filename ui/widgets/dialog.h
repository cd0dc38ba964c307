// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace shopbell::ui {

class Text;

/// A question or a small form in front of the window: title, a sentence, a body, buttons at the far end (the main one
/// last). Escape rejects. Return presses the main button.
class Dialog : public QDialog {
    Q_OBJECT
public:
    explicit Dialog(const QString& title, QWidget* parent = nullptr);

    void setSentence(const QString& sentence);
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Adds a button; Primary and Danger accept the dialog, others reject it, unless `closes` is false.
    Button* addButton(const QString& text, Button::Kind kind, bool closes = true);

    /// Asks once, plainly. True when `action` was pressed.
    static bool confirm(QWidget* parent, const QString& title, const QString& sentence, const QString& action,
                        Button::Kind kind = Button::Kind::Primary);
    /// Says something that went wrong and what to do; `detail` can be unfolded and copied.
    static void tell(QWidget* parent, const QString& title, const QString& sentence, const QString& detail = {});

private:
    Text* m_title;
    Text* m_sentence;
    QVBoxLayout* m_body;
    QHBoxLayout* m_buttons;
};

}  // namespace shopbell::ui
