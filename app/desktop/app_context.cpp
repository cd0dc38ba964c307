// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/app_context.h"

#include "app/secrets/make_secret_store.h"
#include "runtime/local_workspaces.h"
#include "ui/bridge/text.h"
#include "ui/shell/tray_icon.h"

#include <QDir>
#include <QStandardPaths>

namespace shopbell::desktop {

namespace {

QString settingsFile(const Options& options)
{
    const QString folder =
        options.settings.isEmpty() ? QString::fromStdU16String(settingsFolder().u16string()) : options.settings;
    QDir().mkpath(folder);
    return QDir(folder).filePath(QStringLiteral("window.ini"));
}

}  // namespace

AppContext::AppContext(const Options& options) : m_preferences(settingsFile(options))
{
    RuntimeOptions runtime;
    runtime.makeSecretStore = [](const std::filesystem::path& workspace) { return makeSecretStore(workspace); };
    runtime.background = true;
    if (!options.settings.isEmpty()) {
        runtime.recentFile = std::filesystem::path(options.settings.toStdU16String()) / "recent.json";
    }
    m_workspaces = makeLocalWorkspaces(std::move(runtime));
    m_languages.use(options.language.isEmpty() ? m_preferences.language() : options.language);
}

ui::WindowNeeds AppContext::needs()
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (folder.isEmpty() || !QDir(folder).exists()) {
        folder = QDir::homePath();
    }
    return {*m_workspaces, m_preferences, m_languages, m_clock, folder, &ui::TrayIcon::isAvailable};
}

}  // namespace shopbell::desktop
