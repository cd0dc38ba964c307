// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/condition_choices.h"
#include "ui/segments/condition_sentences.h"
#include "ui/segments/sentence_maker.h"

#include <QCoreApplication>

namespace shopbell::ui {

namespace {

using S = QLatin1String;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Conditions)
};

constexpr int usualLength = 30;

/// A kind of timeframe, with "/calendar" where it counts whole days of the shop.
QString timeframeId(const QJsonObject& timeframe)
{
    const QString kind = timeframe.value(S("kind")).toString(QStringLiteral("all"));
    return timeframe.value(S("calendar")).toBool() ? kind + S("/calendar") : kind;
}

Choices timeframeChoices(const QString& current)
{
    const QString ago = Words::tr("Going back from now");
    const QString fixed = Words::tr("By the calendar");
    Choices choices{
        {.id = S("all"), .text = Words::tr("at any time")},
        {.id = S("in-the-last"), .text = Words::tr("in the last"), .group = ago},
        {.id = S("in-the-last/calendar"), .text = Words::tr("in the last whole"), .group = ago},
        {.id = S("in-the-last-between"), .text = Words::tr("longer ago, between"), .group = ago},
        {.id = S("in-the-last-between/calendar"), .text = Words::tr("longer ago in whole, between"), .group = ago},
        {.id = S("before"), .text = Words::tr("before"), .group = fixed},
        {.id = S("after"), .text = Words::tr("after"), .group = fixed},
        {.id = S("between"), .text = Words::tr("between two days"), .group = fixed},
    };
    if (current == S("since-flow-start")) {
        choices.append({.id = current, .text = Words::tr("since the flow began"), .group = ago});
    }
    return choices;
}

/// The same lengths and days as before under another kind, as far as it has them.
QJsonObject withKind(const QJsonObject& old, const QString& id, const QString& today)
{
    const QString kind = id.section(QLatin1Char('/'), 0, 0);
    const bool calendar = id.endsWith(S("/calendar"));
    if (kind == S("all")) {
        return {};
    }
    QJsonObject made{{S("kind"), kind}};
    if (kind == S("in-the-last") || kind == S("in-the-last-between")) {
        const int n = old.value(S("n")).toInt(usualLength);
        made[S("n")] = n;
        if (kind == S("in-the-last-between")) {
            made[S("m")] = std::max(old.value(S("m")).toInt(n * 2), n + 1);
        }
        const QString unit = old.value(S("unit")).toString(QStringLiteral("day"));
        const bool short_ = unit == S("minute") || unit == S("hour");
        made[S("unit")] = calendar && short_ ? QStringLiteral("day") : unit;
        if (calendar) {
            made[S("calendar")] = true;
        }
    } else if (kind == S("between")) {
        const QDate day = QDate::fromString(today, Qt::ISODate);
        made[S("from")] = old.value(S("from")).toString(day.addMonths(-1).toString(Qt::ISODate));
        made[S("to")] = old.value(S("to")).toString(today);
    } else if (kind == S("before") || kind == S("after")) {
        made[S("at")] = old.value(S("at")).toString(today);
    }
    return made;
}

}  // namespace

void buildTimeframe(SentenceMaker& sentence, const Spot& condition)
{
    const Spot timeframe = condition.member("timeframe");
    const QJsonObject now = timeframe.object();
    const QString id = timeframeId(now);
    const QString kind = id.section(QLatin1Char('/'), 0, 0);
    const bool calendar = id.endsWith(S("/calendar"));
    sentence.pick(Words::tr("When"), timeframeChoices(id), id,
                  [timeframe, today = sentence.today()](const QString& to) {
                      timeframe.put(withKind(timeframe.object(), to, today), EditKind::Rebuilt);
                  });
    const auto length = [&](const QString& name, const char* member, double least) {
        sentence.number(
            name, now.value(S(member)).toDouble(),
            [timeframe, member](double n) {
                if (n == static_cast<int>(n)) {
                    timeframe.set(member, n, EditKind::Typed);
                }
            },
            least, 1e8);
    };
    if (kind == S("in-the-last") || kind == S("in-the-last-between")) {
        length(Words::tr("How long"), "n", kind == S("in-the-last") && !calendar ? 1 : 0);
        if (kind == S("in-the-last-between")) {
            sentence.word(Words::tr("and"));
            length(Words::tr("How long at most"), "m", 1);
        }
        const double n = kind == S("in-the-last") ? now.value(S("n")).toDouble() : 2;
        Choices units = unitChoices(n);
        if (calendar) {
            units = units.mid(2);
        }
        sentence.pick(Words::tr("Unit"), units, now.value(S("unit")).toString(),
                      [timeframe](const QString& unit) { timeframe.set("unit", unit, EditKind::Rebuilt); });
        if (kind == S("in-the-last-between")) {
            sentence.word(Words::tr("ago", "between 30 and 60 days ago"));
        }
    } else if (kind == S("between")) {
        sentence.day(Words::tr("First day"), now.value(S("from")).toString(),
                     [timeframe](const QString& day) { timeframe.set("from", day, EditKind::Chosen); });
        sentence.word(Words::tr("and"));
        sentence.day(Words::tr("Last day"), now.value(S("to")).toString(),
                     [timeframe](const QString& day) { timeframe.set("to", day, EditKind::Chosen); });
    } else if (kind == S("before") || kind == S("after")) {
        sentence.day(Words::tr("Day"), now.value(S("at")).toString(),
                     [timeframe](const QString& day) { timeframe.set("at", day, EditKind::Chosen); });
    }
}

}  // namespace shopbell::ui
