// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"

#include <QPushButton>

namespace shopbell::ui {

/// A push button of one of five kinds; 32 px high, 26 when small. A page has one Primary at most.
class Button : public QPushButton {
    Q_OBJECT
public:
    enum class Kind {
        Primary,    ///< the one main action
        Secondary,  ///< an edge on surface
        Quiet,      ///< no edge until hovered; toolbars
        Danger,     ///< what cannot be taken back
        Link,       ///< accent words in running text: "Why these?"
    };

    explicit Button(const QString& text, Kind kind = Kind::Secondary, QWidget* parent = nullptr);
    Button(const QString& text, IconName icon, Kind kind = Kind::Secondary, QWidget* parent = nullptr);

    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }
    void setIconName(IconName icon);
    void setSmall(bool small);
    /// Shows a chevron after the text; setMenu() does that by itself.
    void setShowsChevron(bool shows);
    /// Words at the leading edge in place of the middle: in lists of choices.
    void setTextLeading(bool leads);
    /// Shows that the press is being worked on: a turning arc in the icon's place, and no second press.
    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_busy; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

protected:
    Kind m_kind;
    IconName m_icon = IconName::None;
    bool m_small = false;
    bool m_chevron = false;
    bool m_busy = false;
    bool m_leading = false;
    int m_angle = 0;
    int m_timer = 0;
};

/// A square button with an icon alone. The name is what a screen reader says and the tool tip shows.
class IconButton : public Button {
    Q_OBJECT
public:
    IconButton(IconName icon, const QString& name, QWidget* parent = nullptr, Kind kind = Kind::Quiet);
    QSize sizeHint() const override;
};

}  // namespace shopbell::ui
