// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>

#include <optional>

namespace shopbell::ui {

/// The owner's choices and the window's memory on this computer (not in the workspace): one INI file in the settings
/// folder that app names. UI thread only.
class Preferences : public QObject {
    Q_OBJECT
public:
    explicit Preferences(const QString& file, QObject* parent = nullptr);

    [[nodiscard]] Appearance appearance() const;
    void setAppearance(Appearance appearance);

    /// "de", "en"; empty follows the system. Takes effect in the open window by QEvent::LanguageChange where a page
    /// listens, and everywhere at the next start.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& language);

    /// Whether the engine goes on in the tray when the window is closed; none: not asked yet.
    [[nodiscard]] std::optional<bool> keepRunning() const;
    void setKeepRunning(bool keep);

    /// What to open at the next start; empty: the welcome.
    [[nodiscard]] QString lastWorkspace() const;
    void setLastWorkspace(const QString& file);

    [[nodiscard]] bool railCollapsed() const;
    void setRailCollapsed(bool collapsed);

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);

    /// Column widths, splitters, sort orders: anything a page remembers of itself, by "page/what".
    [[nodiscard]] QVariant pageState(const QString& key) const;
    void setPageState(const QString& key, const QVariant& value);

signals:
    void appearanceChanged();
    void languageChanged();

private:
    QSettings m_settings;
};

}  // namespace shopbell::ui
