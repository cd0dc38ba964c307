// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/place.h"

#include <QList>
#include <QWidget>

class QMenu;

namespace shopbell::ui {

class BrandButton;
class RailButton;

/// The leading edge of the window: the shop's name with its menu, the pages, a collapse. Arrow keys walk the pages; Tab
/// enters and leaves them as one.
class Rail : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    void setShop(const QString& name);
    void setMenu(QMenu* menu);                         ///< what a click on the shop's name opens; not owned
    void setCount(PageId page, const QString& count);  ///< empty: none
    void setCurrent(PageId page);                      ///< a page that is not in the rail leaves nothing chosen
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }

signals:
    void chosen(shopbell::ui::PageId page);
    void collapseToggled(bool collapsed);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void step(int from, int by);

    BrandButton* m_brand;
    QList<RailButton*> m_buttons;
    RailButton* m_collapse;
    bool m_collapsed = false;
};

}  // namespace shopbell::ui
