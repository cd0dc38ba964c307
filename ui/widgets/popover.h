// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace shopbell::ui {

/// A small floating card beside the thing that opened it: closes on Escape, on a click outside, and when its opener
/// goes. Rounded, with the one soft shadow where the desktop can draw one.
class Popover : public QWidget {
    Q_OBJECT
public:
    explicit Popover(QWidget* opener);

    /// The widget to put content on; give it a layout.
    [[nodiscard]] QWidget* content() const { return m_content; }
    /// Opens below the opener's leading edge, above or shifted when there is no room on the screen.
    void openBelow(const QRect& openerRect = {});
    [[nodiscard]] QWidget* opener() const { return m_opener; }

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* m_opener;
    QWidget* m_content;
    int m_margin;
};

}  // namespace shopbell::ui
