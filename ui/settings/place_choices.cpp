// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/place_choices.h"

#include "ui/bridge/country_names.h"

#include <QCollator>
#include <QLocale>
#include <QMap>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace shopbell::ui {

namespace {

QList<QLocale> everyLocale()
{
    return QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
}

}  // namespace

Choices countryChoices()
{
    QSet<QString> codes;
    for (const QLocale& locale : everyLocale()) {
        if (const QString code = QLocale::territoryToCode(locale.territory()); code.size() == 2) {
            codes.insert(code);
        }
    }
    Choices choices;
    for (const QString& code : std::as_const(codes)) {
        choices.append({.id = code, .text = countryName(code), .note = code});
    }
    std::ranges::sort(choices, [collator = QCollator()](const Choice& left, const Choice& right) {
        return collator.compare(left.text, right.text) < 0;
    });
    return choices;
}

Choices currencyChoices()
{
    QMap<QString, QString> names;
    for (const QLocale& locale : everyLocale()) {
        const QString code = locale.currencySymbol(QLocale::CurrencyIsoCode);
        if (code.size() == 3) {
            const bool inEnglish = locale.language() == QLocale::English;
            if (inEnglish || !names.contains(code)) {
                names[code] = locale.currencySymbol(QLocale::CurrencySymbol);
            }
        }
    }
    Choices choices;
    for (auto at = names.constBegin(); at != names.constEnd(); ++at) {
        choices.append({.id = at.key(), .text = at.key(), .note = at.value() == at.key() ? QString() : at.value()});
    }
    return choices;
}

Choices timeZoneChoices()
{
    Choices choices;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
        if (id.contains('/') && !id.startsWith("Etc/") && !id.startsWith("SystemV/")) {
            const QString name = QString::fromLatin1(id);
            choices.append({.id = name, .text = QString(name).replace(QLatin1Char('_'), QLatin1Char(' '))});
        }
    }
    return choices;
}

}  // namespace shopbell::ui
