// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVBoxLayout>
#include <QWidget>

class QHBoxLayout;

namespace shopbell::ui {

class Text;

/// A white card on paper: 12 px corners, a hairline edge, an optional title row and a body column.
class Card : public QWidget {
    Q_OBJECT
public:
    enum class Kind {
        Plain,   ///< surface with an edge
        Well,    ///< sunk, no edge: a number inside a card or inspector
        Dashed,  ///< no fill, a dashed edge: a group, a place to drop something
        Raised,  ///< surface with the soft shadow's edge: what floats
    };

    explicit Card(QWidget* parent = nullptr, Kind kind = Kind::Plain);
    explicit Card(const QString& title, QWidget* parent = nullptr);

    void setKind(Kind kind);
    void setTitle(const QString& title);
    /// Puts a widget at the far end of the title row (a pill, a picker, a legend).
    void addToHeader(QWidget* widget);
    /// Where the content goes; 10 px between rows.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Adds something below the body from edge to edge: a table, a list, a picture. The lower padding goes.
    void addFlush(QWidget* widget, int stretch = 1);
    /// Padding inside the edge, 18 by 16 unless told.
    void setPadding(int horizontal, int vertical);

    /// A clickable card takes the focus, shows hover and emits clicked() on a click, Return or Space. Name it.
    void setClickable(bool clickable);
    void setSelected(bool selected);
    [[nodiscard]] bool isSelected() const { return m_selected; }

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void placeHeader();
    void pad();

    Kind m_kind;
    QVBoxLayout* m_outer;
    QHBoxLayout* m_header = nullptr;
    Text* m_title = nullptr;
    QVBoxLayout* m_body;
    int m_horizontal = 0;
    int m_vertical = 0;
    bool m_flush = false;
    bool m_clickable = false;
    bool m_selected = false;
    bool m_hovered = false;
    bool m_pressed = false;
};

/// A heading outside of cards ("Worth doing today"), with room for something at its far end.
class SectionTitle : public QWidget {
    Q_OBJECT
public:
    explicit SectionTitle(const QString& title, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setNote(const QString& note);  ///< soft text after the title
    void addAction(QWidget* widget);

private:
    Text* m_title;
    Text* m_note;
    QHBoxLayout* m_row;
};

}  // namespace shopbell::ui
