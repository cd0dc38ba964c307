// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace shopbell::ui {

/// The engine speaks UTF-8, the window QString. Everything else converts here and nowhere else.
[[nodiscard]] inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
[[nodiscard]] inline std::string toUtf8(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}
/// A shop's own name of a property as people write: "company_registration" becomes "Company registration".
[[nodiscard]] inline QString readableName(QString name)
{
    if (name.contains(QLatin1Char('_')) && name == name.toLower()) {
        name.replace(QLatin1Char('_'), QLatin1Char(' '));
        name[0] = name[0].toUpper();
    }
    return name;
}

}  // namespace shopbell::ui
