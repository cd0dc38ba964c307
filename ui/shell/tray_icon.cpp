// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tray_icon.h"

#include "ui/theme/icon.h"

#include <QIcon>
#include <QMenu>
#include <QSystemTrayIcon>

namespace shopbell::ui {

TrayIcon::TrayIcon(QObject* parent) : QObject(parent), m_icon(new QSystemTrayIcon(this)), m_menu(new QMenu)
{
    m_icon->setIcon(QIcon::fromTheme(QStringLiteral("org.shopbell.shopbell"), icon(IconName::Bell, Token::Brass, 22)));
    connect(m_menu->addAction(tr("Open Shopbell")), &QAction::triggered, this, &TrayIcon::openAsked);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Quit")), &QAction::triggered, this, &TrayIcon::quitAsked);
    m_icon->setContextMenu(m_menu);
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
            emit openAsked();
        }
    });
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::openAsked);
}

TrayIcon::~TrayIcon()
{
    delete m_menu;
}

bool TrayIcon::isAvailable()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::setShop(const QString& name)
{
    m_icon->setToolTip(name.isEmpty() ? QStringLiteral("Shopbell") : tr("%1 · Shopbell", "shop").arg(name));
}

void TrayIcon::show()
{
    m_icon->show();
}

void TrayIcon::hide()
{
    m_icon->hide();
}

void TrayIcon::say(const QString& title, const QString& words)
{
    m_icon->showMessage(title, words);
}

}  // namespace shopbell::ui
