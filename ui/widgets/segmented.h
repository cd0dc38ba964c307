// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/choice.h"

#include <QTabBar>

namespace shopbell::ui {

/// One of a few, side by side. Arrow keys move. Two looks: a sunk strip with a raised choice, or words with a line
/// beneath (tabs of a page).
class SegmentedControl : public QTabBar {
    Q_OBJECT
public:
    enum class Look { Strip, Underline };
    /// So far inside the control Look::Underline begins.
    static constexpr int underlineInset = 9;

    explicit SegmentedControl(QWidget* parent = nullptr, Look look = Look::Strip);

    void setChoices(const Choices& choices);
    void addChoice(const QString& id, const QString& text, IconName icon = IconName::None, qint64 count = -1);
    void setCurrent(const QString& id);  ///< does not emit chosen()
    [[nodiscard]] QString current() const;
    void setCount(const QString& id, qint64 count);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Look m_look;
    Choices m_items;
    int m_hovered = -1;
};

}  // namespace shopbell::ui
