// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/formats.h"

#include "base/money.h"
#include "ui/bridge/text.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace shopbell::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

struct CurrencySign {
    const char* code;
    const char* sign;
};
constexpr std::array currencySigns = {
    CurrencySign{"EUR", "€"},   CurrencySign{"USD", "$"},   CurrencySign{"GBP", "£"},   CurrencySign{"JPY", "¥"},
    CurrencySign{"CNY", "CN¥"}, CurrencySign{"INR", "₹"},   CurrencySign{"KRW", "₩"},   CurrencySign{"AUD", "A$"},
    CurrencySign{"CAD", "CA$"}, CurrencySign{"NZD", "NZ$"}, CurrencySign{"MXN", "MX$"}, CurrencySign{"BRL", "R$"},
    CurrencySign{"ILS", "₪"},   CurrencySign{"VND", "₫"},   CurrencySign{"PLN", "zł"},  CurrencySign{"CZK", "Kč"},
    CurrencySign{"UAH", "₴"},   CurrencySign{"TRY", "₺"},
};

/// A sign that ends in a letter stands apart from the number.
QString signOf(const QString& code)
{
    const auto at =
        std::ranges::find_if(currencySigns, [&](const CurrencySign& each) { return code == QLatin1String(each.code); });
    QString sign = at == currencySigns.end() ? code : QString::fromUtf8(at->sign);
    if (!sign.isEmpty() && sign.back().isLetter()) {
        sign += QChar(QChar::Nbsp);
    }
    return sign;
}

QString moneyText(const QLocale& locale, Decimal amount, const QString& currency, int decimals)
{
    const double value = amount.toDouble();
    if (currency.isEmpty()) {
        return locale.toString(value, 'f', decimals);
    }
    QString text = locale.toCurrencyString(value, signOf(currency), decimals);
    // Where the sign comes last, its own gap would be left over.
    while (!text.isEmpty() && text.back().isSpace()) {
        text.chop(1);
    }
    text.replace(QStringLiteral("\u00a0\u00a0"), QStringLiteral("\u00a0"));
    return text;
}

int decimalsOf(const QString& currency)
{
    const auto parsed = Currency::parse(toUtf8(currency));
    return parsed ? parsed->decimals() : 2;
}

bool putsGapBeforePercent(QLocale::Language language)
{
    static constexpr std::array gapped = {QLocale::German,  QLocale::French,          QLocale::Spanish,
                                          QLocale::Swedish, QLocale::NorwegianBokmal, QLocale::NorwegianNynorsk,
                                          QLocale::Danish,  QLocale::Finnish,         QLocale::Czech,
                                          QLocale::Slovak,  QLocale::Russian};
    return std::ranges::find(gapped, language) != gapped.end();
}

}  // namespace

Formats::Formats() : Formats(QLocale(), {}, QTimeZone()) {}

Formats::Formats(const QLocale& locale, const QString& currency, const QTimeZone& zone)
    : m_locale(locale), m_currency(currency), m_zone(zone.isValid() ? zone : QTimeZone::systemTimeZone())
{
}

QString Formats::number(std::int64_t number) const
{
    return m_locale.toString(static_cast<qlonglong>(number));
}

QString Formats::decimal(Decimal value) const
{
    const QString plain = toQString(value.toString());
    const qsizetype point = plain.indexOf(QLatin1Char('.'));
    return m_locale.toString(value.toDouble(), 'f', point < 0 ? 0 : static_cast<int>(plain.size() - point - 1));
}

QString Formats::money(Decimal amount) const
{
    return moneyText(m_locale, amount, m_currency, decimalsOf(m_currency));
}

QString Formats::money(Decimal amount, std::string_view currency) const
{
    const QString code = currency.empty() ? m_currency : toQString(currency);
    return moneyText(m_locale, amount, code, decimalsOf(code));
}

QString Formats::wholeMoney(Decimal amount) const
{
    return moneyText(m_locale, amount, m_currency, 0);
}

QString Formats::percent(double share, int decimals) const
{
    // Some are not none, and nearly all are not all.
    const double least = std::pow(10.0, -decimals);
    if (share > 0 && share * 100 < least / 2) {
        return QLatin1Char('<') + percent(least / 100, decimals);
    }
    if (share < 1 && 100 - share * 100 < least / 2) {
        return QLatin1Char('>') + percent(1 - least / 100, decimals);
    }
    QString text = m_locale.toString(share * 100, 'f', decimals);
    if (putsGapBeforePercent(m_locale.language())) {
        text += QChar(QChar::Nbsp);
    }
    return text + m_locale.percent();
}

QString Formats::bytes(std::int64_t bytes) const
{
    return m_locale.formattedDataSize(bytes, bytes < 1'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString Formats::duration(std::int64_t milliseconds) const
{
    const auto rounded = [&](std::int64_t unit) { return static_cast<int>((milliseconds + unit / 2) / unit); };
    if (milliseconds < 60'000) {
        return Words::tr("%n seconds", nullptr, std::max(1, rounded(1'000)));
    }
    if (milliseconds < 3'600'000) {
        return Words::tr("%n minutes", nullptr, rounded(60'000));
    }
    if (milliseconds < 86'400'000) {
        return Words::tr("%n hours", nullptr, rounded(3'600'000));
    }
    return Words::tr("%n days", nullptr, rounded(86'400'000));
}

QString Formats::date(Instant at) const
{
    return m_locale.toString(dayOf(at), Words::tr("d MMMM yyyy", "a full date, in Qt's letters"));
}

QString Formats::shortDate(Instant at) const
{
    return m_locale.toString(dayOf(at), Words::tr("d MMM yyyy", "a short date, in Qt's letters"));
}

QString Formats::dayMonth(Instant at) const
{
    return m_locale.toString(dayOf(at), Words::tr("d MMM", "day and month, in Qt's letters"));
}

QString Formats::time(Instant at) const
{
    return m_locale.toString(QDateTime::fromMSecsSinceEpoch(at.ms, m_zone).time(), QLocale::ShortFormat);
}

QString Formats::dateTime(Instant at) const
{
    return Words::tr("%1, %2", "date, time").arg(shortDate(at), time(at));
}

QString Formats::ago(Instant at, Instant now) const
{
    const std::int64_t passed = (now - at).count();
    const QDate day = dayOf(at);
    const QDate today = dayOf(now);
    if (passed >= 0 && passed < 10'000) {
        return Words::tr("now");
    }
    if (passed >= 0 && passed < 60'000) {
        return Words::tr("%1 s", "seconds ago, short").arg(passed / 1'000);
    }
    if (passed >= 0 && passed < 3'600'000) {
        return Words::tr("%1 min", "minutes ago, short").arg(passed / 60'000);
    }
    if (passed >= 0 && day == today) {
        return Words::tr("%1 h", "hours ago, short").arg(passed / 3'600'000);
    }
    if (passed >= 0 && day.addDays(1) == today) {
        return Words::tr("yesterday");
    }
    return day.year() == today.year() ? dayMonth(at) : shortDate(at);
}

QDate Formats::dayOf(Instant at) const
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, m_zone).date();
}

Instant Formats::startOfDay(const QDate& day) const
{
    return {day.startOfDay(m_zone).toMSecsSinceEpoch()};
}

}  // namespace shopbell::ui
