// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;
class QPropertyAnimation;

namespace shopbell::ui {

class Text;

/// A panel that slides in from the far edge over a dimmed page: the settings of one thing without leaving the page.
/// Escape, the cross and a click on the dimmed page close it. Keeps the focus inside while open.
class Sheet : public QWidget {
    Q_OBJECT
    Q_PROPERTY(double opening READ opening WRITE setOpening)
public:
    /// `over` is the widget it covers, usually the window's body. Starts closed.
    explicit Sheet(const QString& title, QWidget* over);

    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    void setPanelWidth(int width);  ///< 420 unless told
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Buttons at the lower edge, which stays while the body scrolls.
    void addFooterButton(QWidget* button);

    void openSheet();
    void closeSheet();
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] double opening() const { return m_opening; }
    void setOpening(double opening);

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();

    QWidget* m_over;
    QWidget* m_panel;
    Text* m_title;
    Text* m_subtitle;
    QVBoxLayout* m_body;
    QWidget* m_footer;
    QHBoxLayout* m_footerRow;
    QPropertyAnimation* m_animation;
    QPointer<QWidget> m_cameFrom;
    int m_panelWidth = 420;
    double m_opening = 0;
    bool m_open = false;
};

}  // namespace shopbell::ui
