// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;
class QSystemTrayIcon;

namespace shopbell::ui {

/// The bell in the system's tray, while the window is closed and the engine goes on.
class TrayIcon : public QObject {
    Q_OBJECT
public:
    explicit TrayIcon(QObject* parent = nullptr);
    ~TrayIcon() override;

    [[nodiscard]] static bool isAvailable();
    void setShop(const QString& name);
    void show();
    void hide();
    void say(const QString& title, const QString& words);

signals:
    void openAsked();
    void quitAsked();

private:
    QSystemTrayIcon* m_icon;
    QMenu* m_menu;
};

}  // namespace shopbell::ui
