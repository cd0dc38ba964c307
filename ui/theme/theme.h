// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QColor>
#include <QFont>
#include <QObject>

#include <array>
#include <memory>

class QApplication;
class QDBusVariant;

namespace shopbell::ui {

class IconCache;

enum class Appearance { System, Light, Dark };

/// The look of the whole window: colours, fonts, style, motion; switches live.
///
/// One per QApplication, made by Theme::install() before the first widget and owned by the application object; reached
/// through theme(). UI thread only. Pieces ask for colours when they paint, so switching is one repaint: the theme sets
/// the application palette (every widget gets QEvent::PaletteChange) and then emits changed().
class Theme : public QObject {
    Q_OBJECT
public:
    /// Sets style, palette and font of `application`. `appearance` System follows the desktop: the freedesktop portal
    /// where it answers, the registry on Windows, else the lightness of the palette the platform came with.
    static Theme& install(QApplication& application, Appearance appearance = Appearance::System);
    ~Theme() override;

    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);
    [[nodiscard]] bool isDark() const { return m_dark; }

    [[nodiscard]] QColor color(Token token) const { return m_colors[static_cast<std::size_t>(token)]; }
    [[nodiscard]] QColor color(Token token, double opacity) const;
    [[nodiscard]] const QFont& font(TextStyle style) const { return m_fonts[static_cast<std::size_t>(style)]; }

    /// `milliseconds`, or 0 when the system asks for less motion.
    [[nodiscard]] int duration(int milliseconds) const { return m_reducedMotion ? 0 : milliseconds; }
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);

    [[nodiscard]] IconCache& icons() const { return *m_icons; }

signals:
    void changed();

private:
    explicit Theme(QApplication& application);
    void apply();
    void makeFonts();
    void followSystem();

private slots:
    void portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    Appearance m_appearance = Appearance::System;
    bool m_systemDark = false;
    bool m_dark = false;
    bool m_reducedMotion = false;
    std::array<QColor, tokenCount> m_colors;
    std::array<QFont, static_cast<std::size_t>(TextStyle::Count_)> m_fonts;
    std::unique_ptr<IconCache> m_icons;
};

/// The theme of the running application. Theme::install() must have been called.
[[nodiscard]] Theme& theme();

/// Shorthands for painting code: theme().color(token), theme().font(style). (Not font(): every QWidget has one.)
[[nodiscard]] QColor color(Token token);
[[nodiscard]] QColor color(Token token, double opacity);
[[nodiscard]] const QFont& textFont(TextStyle style);

/// WCAG 2.1 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);

}  // namespace shopbell::ui
