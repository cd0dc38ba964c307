// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/place.h"
#include "ui/theme/icon.h"

#include <QAbstractButton>

class QMenu;

namespace shopbell::ui {

/// One line of the rail: icon, word, a count at the far end; the icon alone when collapsed.
class RailButton : public QAbstractButton {
    Q_OBJECT
public:
    RailButton(IconName icon, const QString& text, QWidget* parent);

    void setIconName(IconName icon);
    void setCount(const QString& count);
    void setCollapsed(bool collapsed);
    PageId page = PageId::Home;  ///< what it opens

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    IconName m_icon;
    QString m_count;
    bool m_collapsed = false;
};

/// The bell, the product's and the shop's name; opens the workspace's menu.
class BrandButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit BrandButton(QWidget* parent);

    void setShop(const QString& name);
    void setMenu(QMenu* menu);
    void setCollapsed(bool collapsed);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void openMenu();

    QString m_shop;
    QMenu* m_menu = nullptr;
    bool m_collapsed = false;
};

}  // namespace shopbell::ui
