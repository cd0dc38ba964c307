// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/accessible_role.h"
#include "ui/theme/icon.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusReply>
#include <QDBusVariant>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPalette>
#include <QScreen>
#include <QSettings>
#include <QToolTip>

#include <cmath>

namespace shopbell::ui {

namespace {

constexpr const char* propertyName = "shopbell.theme";

constexpr const char* portalService = "org.freedesktop.portal.Desktop";
constexpr const char* portalPath = "/org/freedesktop/portal/desktop";
constexpr const char* portalInterface = "org.freedesktop.portal.Settings";
constexpr const char* appearanceGroup = "org.freedesktop.appearance";
constexpr const char* desktopGroup = "org.gnome.desktop.interface";

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

}  // namespace

double contrastRatio(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Theme& Theme::install(QApplication& application, Appearance appearance)
{
    auto* made = new Theme(application);
    application.setProperty(propertyName, QVariant::fromValue<QObject*>(made));
    made->m_appearance = appearance;
    made->m_systemDark = application.palette().color(QPalette::Window).lightness() < 128;
    made->followSystem();
    installAccessibleRoles();
    application.setStyle(new Style);
    made->apply();
    return *made;
}

Theme::Theme(QApplication& application) : QObject(&application), m_icons(std::make_unique<IconCache>())
{
    makeFonts();
}

Theme::~Theme() = default;

void Theme::setAppearance(Appearance appearance)
{
    if (appearance != m_appearance) {
        m_appearance = appearance;
        apply();
    }
}

QColor Theme::color(Token token, double opacity) const
{
    QColor mixed = color(token);
    mixed.setAlphaF(static_cast<float>(opacity));
    return mixed;
}

void Theme::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
}

void Theme::makeFonts()
{
    const QFont system = QApplication::font();
    const bool hasInter = QFontDatabase::hasFamily(QStringLiteral("Inter"));
    const auto* screen = QGuiApplication::primaryScreen();
    // Pixel sizes are whole numbers in QFont; points are not. One pixel at 100 % is 72 / dpi points.
    const double pointsPerPixel = 72.0 / (screen ? screen->logicalDotsPerInchY() : 96.0);
    for (std::size_t i = 0; i < m_fonts.size(); ++i) {
        const TextRow& row = textRow(static_cast<TextStyle>(i));
        QFont made = row.style == TextStyle::Code ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : system;
        if (row.style != TextStyle::Code && hasInter) {
            made.setFamilies({QStringLiteral("Inter"), system.family()});
        }
        made.setPointSizeF(row.pixels * pointsPerPixel);
        made.setWeight(static_cast<QFont::Weight>(row.weight));
        if (row.tracking != 0) {
            made.setLetterSpacing(QFont::PercentageSpacing, 100.0 + row.tracking);
        }
        // Hinting would move the letters of a geometric face to whole pixels and spoil their rhythm.
        made.setHintingPreference(QFont::PreferNoHinting);
        m_fonts[i] = made;
    }
}

void Theme::apply()
{
    m_dark = m_appearance == Appearance::Dark || (m_appearance == Appearance::System && m_systemDark);
    for (const TokenRow& row : tokenTable()) {
        m_colors[static_cast<std::size_t>(row.token)] =
            QColor::fromRgb(QRgb(0xFF000000U | (m_dark ? row.dark : row.light)));
    }
    m_icons->clear();

    QPalette p;
    const auto set = [&](QPalette::ColorRole role, Token token) { p.setColor(role, color(token)); };
    set(QPalette::Window, Token::Paper);
    set(QPalette::WindowText, Token::Ink);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::Sunk);
    set(QPalette::Text, Token::Ink);
    set(QPalette::PlaceholderText, Token::InkSoft);
    set(QPalette::Button, Token::Surface);
    set(QPalette::ButtonText, Token::Ink);
    set(QPalette::BrightText, Token::Bad);
    set(QPalette::Highlight, Token::Accent);
    set(QPalette::HighlightedText, Token::OnAccent);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::ToolTipBase, Token::Tip);
    set(QPalette::ToolTipText, Token::OnTip);
    set(QPalette::Light, Token::Surface);
    set(QPalette::Midlight, Token::Hover);
    set(QPalette::Mid, Token::LineStrong);
    set(QPalette::Dark, Token::LineStrong);
    p.setColor(QPalette::Shadow, color(Token::Shadow));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, role, color(Token::InkFaint));
    }
    p.setColor(QPalette::Disabled, QPalette::Highlight, color(Token::LineStrong));
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, color(Token::Ink));
    QApplication::setPalette(p);
    QApplication::setFont(font(TextStyle::Body));
    QToolTip::setPalette(p);
    QToolTip::setFont(font(TextStyle::Label));
    emit changed();
}

void Theme::followSystem()
{
#if defined(Q_OS_WIN)
    const QSettings registry(
        QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
        QSettings::NativeFormat);
    m_systemDark = registry.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
#elif defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    // Without a session bus this costs nothing and changes nothing. The answer comes later, through the event loop.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) {
        return;
    }
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(portalService, portalPath, portalInterface, QStringLiteral("SettingChanged"), this,
                SLOT(portalSettingChanged(QString, QString, QDBusVariant)));
    const auto read = [&](const char* group, const char* key) {
        auto call = QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, QStringLiteral("Read"));
        call << QString::fromLatin1(group) << QString::fromLatin1(key);
        auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 3000), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, group, key](QDBusPendingCallWatcher* done) {
            const QDBusPendingReply<QDBusVariant> reply = *done;
            done->deleteLater();
            if (reply.isValid()) {
                portalSettingChanged(QString::fromLatin1(group), QString::fromLatin1(key), reply.value());
            }
        });
    };
    read(appearanceGroup, "color-scheme");
    read(desktopGroup, "enable-animations");
#endif
}

void Theme::portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    QVariant inner = value.variant();
    while (inner.canConvert<QDBusVariant>()) {
        inner = inner.value<QDBusVariant>().variant();
    }
    if (group == QLatin1String(appearanceGroup) && key == QLatin1String("color-scheme")) {
        const bool dark = inner.toUInt() == 1;  // 0 no preference, 1 dark, 2 light
        if (dark != m_systemDark) {
            m_systemDark = dark;
            if (m_appearance == Appearance::System) {
                apply();
            }
        }
    } else if (group == QLatin1String(desktopGroup) && key == QLatin1String("enable-animations")) {
        m_reducedMotion = !inner.toBool();
    }
}

Theme& theme()
{
    auto* found = qApp->property(propertyName).value<QObject*>();
    Q_ASSERT_X(found, "theme()", "Theme::install() comes before the first widget");
    return *static_cast<Theme*>(found);
}

QColor color(Token token)
{
    return theme().color(token);
}

QColor color(Token token, double opacity)
{
    return theme().color(token, opacity);
}

const QFont& textFont(TextStyle style)
{
    return theme().font(style);
}

}  // namespace shopbell::ui
