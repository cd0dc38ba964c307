// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

namespace shopbell::ui {

namespace {

const QString appearanceKey = QStringLiteral("look/appearance");
const QString languageKey = QStringLiteral("look/language");
const QString keepRunningKey = QStringLiteral("window/keepRunning");
const QString lastWorkspaceKey = QStringLiteral("window/lastWorkspace");
const QString railKey = QStringLiteral("window/railCollapsed");
const QString geometryKey = QStringLiteral("window/geometry");
const QString pagesPrefix = QStringLiteral("pages/");

}  // namespace

Preferences::Preferences(const QString& file, QObject* parent) : QObject(parent), m_settings(file, QSettings::IniFormat)
{
}

Appearance Preferences::appearance() const
{
    const QString name = m_settings.value(appearanceKey).toString();
    return name == QLatin1String("light")  ? Appearance::Light
           : name == QLatin1String("dark") ? Appearance::Dark
                                           : Appearance::System;
}

void Preferences::setAppearance(Appearance appearance)
{
    if (appearance == this->appearance()) {
        return;
    }
    m_settings.setValue(appearanceKey, appearance == Appearance::Light  ? QStringLiteral("light")
                                       : appearance == Appearance::Dark ? QStringLiteral("dark")
                                                                        : QStringLiteral("system"));
    emit appearanceChanged();
}

QString Preferences::language() const
{
    return m_settings.value(languageKey).toString();
}

void Preferences::setLanguage(const QString& language)
{
    if (language == this->language()) {
        return;
    }
    m_settings.setValue(languageKey, language);
    emit languageChanged();
}

std::optional<bool> Preferences::keepRunning() const
{
    const QVariant kept = m_settings.value(keepRunningKey);
    return kept.isValid() ? std::optional(kept.toBool()) : std::nullopt;
}

void Preferences::setKeepRunning(bool keep)
{
    m_settings.setValue(keepRunningKey, keep);
}

QString Preferences::lastWorkspace() const
{
    return m_settings.value(lastWorkspaceKey).toString();
}

void Preferences::setLastWorkspace(const QString& file)
{
    m_settings.setValue(lastWorkspaceKey, file);
}

bool Preferences::railCollapsed() const
{
    return m_settings.value(railKey, false).toBool();
}

void Preferences::setRailCollapsed(bool collapsed)
{
    m_settings.setValue(railKey, collapsed);
}

QByteArray Preferences::windowGeometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray& geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

QVariant Preferences::pageState(const QString& key) const
{
    return m_settings.value(pagesPrefix + key);
}

void Preferences::setPageState(const QString& key, const QVariant& value)
{
    m_settings.setValue(pagesPrefix + key, value);
}

}  // namespace shopbell::ui
