// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/layout.h"

#include <QEvent>
#include <QHBoxLayout>

namespace shopbell::ui {

namespace {

constexpr int restMilliseconds = 500;

}  // namespace

Page::Page(PageContext& context) : m_context(context), m_actionBar(new QWidget(this))
{
    m_actionRow = makeRow(m_actionBar, space::m);
    m_actionBar->hide();
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_stale && m_active) {
            askReload();
        }
    });
}

Page::~Page()
{
    // The frame has it in its top bar.
    delete m_actionBar;
}

void Page::go(const Place&) {}

void Page::turnTo(const Place& place)
{
    go(place);
    m_rest.stop();
    askReload();
}

void Page::runPaletteEntry(const QString&) {}

void Page::setHeader(const QString& title, const QString& subtitle)
{
    if (title == m_title && subtitle == m_subtitle) {
        return;
    }
    m_title = title;
    m_subtitle = subtitle;
    setAccessibleName(title);
    emit headerChanged();
}

void Page::addAction(QWidget* widget)
{
    m_actionRow->addWidget(widget);
    widget->installEventFilter(this);
    showActionBar();
}

bool Page::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) {
        showActionBar();
    }
    return QWidget::eventFilter(watched, event);
}

void Page::showActionBar()
{
    // An empty row would still take its gap in the top bar.
    bool any = false;
    for (int index = 0; index < m_actionRow->count(); ++index) {
        const QWidget* widget = m_actionRow->itemAt(index)->widget();
        any = any ||
              (widget != nullptr && !(widget->isHidden() && widget->testAttribute(Qt::WA_WState_ExplicitShowHide)));
    }
    if (m_actionBar) {
        m_actionBar->setVisible(m_active && any);
    }
}

void Page::reloadOn(std::initializer_list<Topic> topics)
{
    bridge().onChange(this, topics, [this](qint64) { askReload(); });
}

void Page::askReload()
{
    if (!m_active || m_rest.isActive()) {
        m_stale = true;
        return;
    }
    m_stale = false;
    m_rest.start();
    reload();
}

void Page::setActive(bool active)
{
    if (active == m_active) {
        return;
    }
    m_active = active;
    showActionBar();
    if (!active) {
        deactivated();
        return;
    }
    activated();
    if (m_stale) {
        askReload();
    }
}

}  // namespace shopbell::ui
