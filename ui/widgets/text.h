// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QLabel>

namespace shopbell::ui {

/// A piece of text in one of the theme's styles and colours; follows the theme. Plain text unless setRich() is used.
class Text : public QLabel {
    Q_OBJECT
public:
    explicit Text(const QString& text, TextStyle style = TextStyle::Body, Token color = Token::Ink,
                  QWidget* parent = nullptr);
    explicit Text(QWidget* parent = nullptr);

    void setTextStyle(TextStyle style);
    void setColor(Token color);
    /// Wraps at word ends; the height then follows the width.
    Text* wrapped();
    /// One line, cut with an ellipsis when there is no room; the whole text becomes the tool tip.
    Text* elided();
    /// Takes the little markup of QLabel: <b>, <a href>. Links are accent; listen to linkActivated().
    void setRich(const QString& html);
    /// Names the control this text labels, for screen readers and Alt+letter.
    Text* labelling(QWidget* control);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();

    TextStyle m_style = TextStyle::Body;
    Token m_color = Token::Ink;
    bool m_elided = false;
    bool m_dressing = false;
};

}  // namespace shopbell::ui
