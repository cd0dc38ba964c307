// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/shell/page_registry.h"
#include "ui/shell/rail_button.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

#include <QKeyEvent>
#include <QPainter>

namespace shopbell::ui {

namespace {

constexpr int wide = 208;
constexpr int narrow = 56;
constexpr int margin = 10;

}  // namespace

Rail::Rail(QWidget* parent) : QWidget(parent), m_brand(new BrandButton(this)), m_collapse(nullptr)
{
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Pages"));
    auto* column = makeColumn(this, 1, QMargins(margin, 10, margin, 10));
    column->addWidget(m_brand);
    column->addSpacing(12);
    for (const PageEntry& entry : pageTable()) {
        if (!entry.inRail) {
            continue;
        }
        auto* button = new RailButton(entry.icon, pageName(entry), this);
        button->page = entry.id;
        button->setCheckable(true);
        button->installEventFilter(this);
        connect(button, &QAbstractButton::clicked, this, [this, button] {
            setCurrent(button->page);
            emit chosen(button->page);
        });
        column->addWidget(button);
        m_buttons << button;
    }
    column->addStretch(1);
    m_collapse = new RailButton(IconName::Sidebar, tr("Collapse"), this);
    connect(m_collapse, &QAbstractButton::clicked, this, [this] {
        setCollapsed(!m_collapsed);
        emit collapseToggled(m_collapsed);
    });
    column->addWidget(m_collapse);
    setCollapsed(false);
    setCurrent(PageId::Home);
}

void Rail::setShop(const QString& name)
{
    m_brand->setShop(name);
}

void Rail::setMenu(QMenu* menu)
{
    m_brand->setMenu(menu);
}

void Rail::setCount(PageId page, const QString& count)
{
    for (RailButton* button : m_buttons) {
        if (button->page == page) {
            button->setCount(count);
        }
    }
}

void Rail::setCurrent(PageId page)
{
    bool found = false;
    for (RailButton* button : m_buttons) {
        button->setChecked(button->page == page);
        // One stop for Tab; the arrows walk the rest.
        button->setFocusPolicy(button->page == page ? Qt::StrongFocus : Qt::ClickFocus);
        found = found || button->page == page;
    }
    if (!found && !m_buttons.isEmpty()) {
        m_buttons.first()->setFocusPolicy(Qt::StrongFocus);
    }
}

void Rail::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setFixedWidth(collapsed ? narrow : wide);
    m_brand->setCollapsed(collapsed);
    for (RailButton* button : m_buttons) {
        button->setCollapsed(collapsed);
    }
    m_collapse->setText(collapsed ? tr("Expand") : tr("Collapse"));
    m_collapse->setCollapsed(collapsed);
}

void Rail::step(int from, int by)
{
    const auto count = static_cast<int>(m_buttons.size());
    m_buttons[(from + by + count) % count]->setFocus(Qt::TabFocusReason);
}

bool Rail::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return false;
    }
    const auto at = static_cast<int>(m_buttons.indexOf(static_cast<RailButton*>(watched)));
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down: step(at, 1); return true;
    case Qt::Key_Up: step(at, -1); return true;
    case Qt::Key_Home: step(0, 0); return true;
    case Qt::Key_End: step(0, -1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: m_buttons[at]->click(); return true;
    default: return false;
    }
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Sunk));
    const int edge = isRightToLeft() ? 0 : width() - 1;
    painter.fillRect(edge, 0, 1, height(), color(Token::Line));
}

}  // namespace shopbell::ui
