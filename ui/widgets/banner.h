// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"

#include <QWidget>

namespace shopbell::ui {

class Button;
class IconButton;
class Text;

/// A note inside a page: brass for what is worth reading, bad for what went wrong, ok for what is ready.
class Banner : public QWidget {
    Q_OBJECT
public:
    explicit Banner(Tone tone, const QString& text = {}, QWidget* parent = nullptr);

    void setTone(Tone tone);
    /// Takes <b> for the words that matter.
    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_plain; }
    void setIconName(IconName icon);  ///< by itself: a sign that fits the tone; None for no icon
    Button* setAction(const QString& text);
    void setDismissible(bool dismissible);

signals:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
    QString m_plain;
    IconName m_icon;
    class IconMark* m_mark;
    Text* m_text;
    Button* m_action;
    IconButton* m_close;
};

}  // namespace shopbell::ui
