// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"

#include <QWidget>

class QHBoxLayout;

namespace shopbell::ui {

class Text;

/// What stands where nothing is yet: an icon, what this place is for, and what to do about it.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(IconName icon, const QString& title, const QString& sentence, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSentence(const QString& sentence);
    /// The first is Primary unless told otherwise. Owned by this widget; connect to its clicked().
    Button* addAction(const QString& text, Button::Kind kind = Button::Kind::Primary);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitWords();

    Text* m_title;
    Text* m_sentence;
    QHBoxLayout* m_actions;
};

/// An icon in a soft round square, as on steps and in empty states.
class IconTile : public QWidget {
    Q_OBJECT
public:
    IconTile(IconName icon, Token ink, Token fill, int side = 30, QWidget* parent = nullptr);
    void setIcon(IconName icon);
    QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    IconName m_icon;
    Token m_ink;
    Token m_fill;
    int m_side;
};

}  // namespace shopbell::ui
