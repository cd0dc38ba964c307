// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"

#include <QAbstractButton>
#include <QWidget>

namespace shopbell::ui {

/// A small rounded word that says a state: "Live", "never asked". Not clickable.
class Tag : public QWidget {
    Q_OBJECT
public:
    explicit Tag(const QString& text, Tone tone = Tone::Neutral, QWidget* parent = nullptr);

    void setText(const QString& text);
    void setTone(Tone tone);
    /// A round mark before the word, as on the status line.
    void setDot(bool dot);
    [[nodiscard]] QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Tone m_tone;
    bool m_dot = false;
};

/// A clickable word in a sentence: "€ 500", "60 days", "Placed Order". 26 px high.
class Pill : public QAbstractButton {
    Q_OBJECT
public:
    enum class Kind {
        Plain,   ///< an edge on surface: a value one may change
        Chosen,  ///< accent on soft accent: the thing the sentence is about
        Empty,   ///< dashed: still to be chosen
    };

    explicit Pill(const QString& text, Kind kind = Kind::Plain, QWidget* parent = nullptr);

    void setKind(Kind kind);
    void setIconName(IconName icon);
    /// Adds a cross at the end; clicking it, or Delete and Backspace, emits removed().
    void setRemovable(bool removable);
    void setShowsChevron(bool shows);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void removed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QRect crossRect() const;

    Kind m_kind;
    IconName m_icon = IconName::None;
    bool m_removable = false;
    bool m_chevron = false;
};

}  // namespace shopbell::ui
