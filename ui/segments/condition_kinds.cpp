// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/condition_choices.h"
#include "ui/segments/materials.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace shopbell::ui {

namespace {

using S = QLatin1String;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Conditions)
};

QJsonObject inTheLast(int n, const char* unit)
{
    return {{S("kind"), S("in-the-last")}, {S("n"), n}, {S("unit"), S(unit)}};
}

/// The first of these that the shop has; else its most frequent one.
QString metricLike(const Materials& materials, std::initializer_list<const char*> wanted)
{
    const Choices& metrics = materials.metrics();
    for (const char* name : wanted) {
        if (std::ranges::any_of(metrics, [&](const Choice& each) { return each.id == S(name); })) {
            return S(name);
        }
    }
    return metrics.isEmpty() ? QString::fromLatin1(*wanted.begin()) : metrics.front().id;
}

QJsonObject newMetric(const QString& kind, const Materials& materials)
{
    QJsonObject condition{{S("type"), S("metric")},
                          {S("metric"), metricLike(materials, {"Placed Order"})},
                          {S("measure"), S("count")},
                          {S("op"), S(">=")},
                          {S("value"), 1}};
    if (kind == S("metric-not")) {
        condition[S("op")] = S("=");
        condition[S("value")] = 0;
        condition[S("timeframe")] = inTheLast(60, "day");
    } else if (kind == S("metric-sum")) {
        condition[S("measure")] = S("sum");
        condition[S("property")] = S("value");
        condition[S("op")] = S(">");
        condition[S("value")] = 100;
    }
    return condition;
}

/// The country of the person's own habits, as a start.
QString homeCountry()
{
    const QString code = QLocale().name().section(QLatin1Char('_'), 1);
    return code.size() == 2 ? code : QStringLiteral("DE");
}

qint64 firstOf(const Choices& choices)
{
    return choices.isEmpty() ? 0 : choices.front().id.toLongLong();
}

}  // namespace

Choices conditionKinds(const Materials& materials)
{
    const QString did = Words::tr("What they did");
    const QString are = Words::tr("Who they are");
    const QString allowed = Words::tr("What they agreed to");
    const QString belong = Words::tr("Where they belong");
    const QString got = Words::tr("What they got from you");
    const QString guess = Words::tr("What is to be expected");
    return {
        {.id = S("metric"), .text = Words::tr("Did something"), .group = did, .icon = IconName::Bolt},
        {.id = S("metric-not"), .text = Words::tr("Did not do something"), .group = did, .icon = IconName::Block},
        {.id = S("metric-sum"), .text = Words::tr("Spent more than"), .group = did, .icon = IconName::Cart},
        {.id = S("sequence"),
         .text = Words::tr("Did one thing, then another"),
         .group = did,
         .icon = IconName::History},
        {.id = S("property"), .text = Words::tr("Something known of them"), .group = are, .icon = IconName::User},
        {.id = S("birthday"), .text = Words::tr("Birthday or another day"), .group = are, .icon = IconName::Calendar},
        {.id = S("location"), .text = Words::tr("Lives in a place"), .group = are, .icon = IconName::Globe},
        {.id = S("near"), .text = Words::tr("Lives near a place"), .group = are, .icon = IconName::Pin},
        {.id = S("consent"), .text = Words::tr("May be written to"), .group = allowed, .icon = IconName::Shield},
        {.id = S("consent-state"), .text = Words::tr("Said yes or no"), .group = allowed, .icon = IconName::Check},
        {.id = S("suppressed"), .text = Words::tr("Is suppressed"), .group = allowed, .icon = IconName::Lock},
        {.id = S("list"),
         .text = Words::tr("Is in a list"),
         .group = belong,
         .icon = IconName::List,
         .enabled = !materials.lists().isEmpty()},
        {.id = S("segment"),
         .text = Words::tr("Is in a segment"),
         .group = belong,
         .icon = IconName::Segments,
         .enabled = !materials.segments().isEmpty()},
        {.id = S("message"), .text = Words::tr("Got or opened a message"), .group = got, .icon = IconName::MailOpen},
        {.id = S("message-not"), .text = Words::tr("Got no message lately"), .group = got, .icon = IconName::Mail},
        {.id = S("prediction"), .text = Words::tr("A prediction"), .group = guess, .icon = IconName::Sparkles},
        {.id = S("sample"), .text = Words::tr("A random share"), .group = guess, .icon = IconName::AbTest},
    };
}

QJsonObject newCondition(const QString& kind, const Materials& materials)
{
    if (kind.startsWith(S("metric"))) {
        return newMetric(kind, materials);
    }
    if (kind == S("sequence")) {
        const QJsonObject first{{S("metric"), metricLike(materials, {"Started Checkout", "Added to Cart"})}};
        const QJsonObject then{{S("metric"), metricLike(materials, {"Placed Order"})}, {S("exists"), false}};
        return {{S("type"), S("sequence")},
                {S("steps"), QJsonArray{first, then}},
                {S("within"), QJsonObject{{S("n"), 3}, {S("unit"), S("day")}}},
                {S("timeframe"), inTheLast(30, "day")}};
    }
    if (kind == S("birthday")) {
        return {{S("type"), S("property")},
                {S("property"), S("birthday")},
                {S("op"), S("anniversary")},
                {S("when"), S("month")}};
    }
    if (kind == S("location")) {
        return {{S("type"), S("location")}, {S("area"), S("country")}, {S("values"), QJsonArray{homeCountry()}}};
    }
    if (kind == S("near")) {
        return {{S("type"), S("location")}, {S("area"), S("near")}, {S("distance"), 50}, {S("postcode"), S("8020")}};
    }
    if (kind == S("consent")) {
        return {{S("type"), S("consent")}, {S("channel"), S("email")}, {S("canReceive"), true}};
    }
    if (kind == S("consent-state")) {
        return {{S("type"), S("consent")}, {S("channel"), S("email")}, {S("state"), S("subscribed")}};
    }
    if (kind == S("suppressed")) {
        return {{S("type"), S("consent")}, {S("channel"), S("email")}, {S("suppressed"), true}};
    }
    if (kind == S("list")) {
        return {{S("type"), S("list")}, {S("list"), firstOf(materials.lists())}};
    }
    if (kind == S("segment")) {
        return {{S("type"), S("segment")}, {S("segment"), firstOf(materials.segments())}};
    }
    if (kind == S("message")) {
        return {{S("type"), S("message")}, {S("what"), S("opened")}, {S("timeframe"), inTheLast(90, "day")}};
    }
    if (kind == S("message-not")) {
        return {{S("type"), S("message")},
                {S("what"), S("received")},
                {S("did"), false},
                {S("timeframe"), inTheLast(7, "day")}};
    }
    if (kind == S("prediction")) {
        return {
            {S("type"), S("prediction")}, {S("field"), S("churn_probability")}, {S("op"), S(">")}, {S("value"), 0.5}};
    }
    if (kind == S("sample")) {
        return {{S("type"), S("sample")}, {S("percent"), 10}};
    }
    return {{S("type"), S("property")}, {S("property"), S("city")}, {S("op"), S("is-set")}};
}

}  // namespace shopbell::ui
