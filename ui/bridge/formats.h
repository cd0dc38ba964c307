// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/decimal.h"
#include "base/instant.h"

#include <QDate>
#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <cstdint>
#include <string_view>

namespace shopbell::ui {

/// Numbers, money and dates as this locale writes them, money in the shop's currency, days in the shop's time zone.
/// A value; take the bridge's when needed rather than keeping a copy, for the shop's settings may change.
class Formats {
public:
    Formats();
    Formats(const QLocale& locale, const QString& currency, const QTimeZone& zone);

    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] const QString& currency() const { return m_currency; }
    [[nodiscard]] const QTimeZone& zone() const { return m_zone; }

    [[nodiscard]] QString number(std::int64_t number) const;                       ///< 48,210
    [[nodiscard]] QString decimal(Decimal value) const;                            ///< as many decimals as it has
    [[nodiscard]] QString money(Decimal amount) const;                             ///< €64.00
    [[nodiscard]] QString money(Decimal amount, std::string_view currency) const;  ///< currency empty: the shop's
    [[nodiscard]] QString wholeMoney(Decimal amount) const;                        ///< €18,420: for sums
    [[nodiscard]] QString percent(double share, int decimals = 0) const;  ///< 0.12 → 12%; some, but too few: <1%
    [[nodiscard]] QString bytes(std::int64_t bytes) const;
    [[nodiscard]] QString duration(std::int64_t milliseconds) const;  ///< "3 minutes", the largest unit that fits

    [[nodiscard]] QString date(Instant at) const;       ///< 21 November 2026
    [[nodiscard]] QString shortDate(Instant at) const;  ///< 21 Nov 2026
    [[nodiscard]] QString dayMonth(Instant at) const;   ///< 21 Nov
    [[nodiscard]] QString time(Instant at) const;       ///< 10:41
    [[nodiscard]] QString dateTime(Instant at) const;   ///< 21 Nov 2026, 10:41
    /// How long ago: "now", "40 s", "2 min", "3 h", "yesterday", then the date. Future instants read as dates.
    [[nodiscard]] QString ago(Instant at, Instant now) const;

    [[nodiscard]] QDate dayOf(Instant at) const;  ///< in the shop's zone
    [[nodiscard]] Instant startOfDay(const QDate& day) const;

private:
    QLocale m_locale;
    QString m_currency;
    QTimeZone m_zone;
};

}  // namespace shopbell::ui
