// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/condition_choices.h"

#include <QCoreApplication>
#include <QLocale>

namespace shopbell::ui {

namespace {

using S = QLatin1String;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Conditions)
};

}  // namespace

Choices countTests()
{
    return {
        {.id = S(">="), .text = Words::tr("at least")},     {.id = S("<="), .text = Words::tr("at most")},
        {.id = S("="), .text = Words::tr("exactly")},       {.id = S(">"), .text = Words::tr("more than")},
        {.id = S("<"), .text = Words::tr("fewer than")},    {.id = S("!="), .text = Words::tr("not exactly")},
        {.id = S("between"), .text = Words::tr("between")},
    };
}

Choices numberTests()
{
    return {
        {.id = S(">"), .text = Words::tr("is more than")},     {.id = S(">="), .text = Words::tr("is at least")},
        {.id = S("<"), .text = Words::tr("is less than")},     {.id = S("<="), .text = Words::tr("is at most")},
        {.id = S("="), .text = Words::tr("is exactly")},       {.id = S("!="), .text = Words::tr("is not")},
        {.id = S("between"), .text = Words::tr("is between")},
    };
}

Choices firstLastTests()
{
    Choices tests = numberTests();
    for (Choice& each : tests) {
        each.group = Words::tr("A number");
    }
    tests.append({.id = S("text:="), .text = Words::tr("is"), .group = Words::tr("A text")});
    tests.append({.id = S("text:!="), .text = Words::tr("is something other than"), .group = Words::tr("A text")});
    return tests;
}

Choices measureChoices()
{
    const QString how = Words::tr("How often");
    const QString sum = Words::tr("How much");
    const QString which = Words::tr("Which one");
    return {
        {.id = S("count"), .text = Words::tr("how often"), .group = how},
        {.id = S("sum"), .text = Words::tr("total"), .group = sum},
        {.id = S("average"), .text = Words::tr("average"), .group = sum},
        {.id = S("min"), .text = Words::tr("smallest"), .group = sum},
        {.id = S("max"), .text = Words::tr("largest"), .group = sum},
        {.id = S("distinct"), .text = Words::tr("number of different"), .group = which},
        {.id = S("first"), .text = Words::tr("first"), .group = which},
        {.id = S("last"), .text = Words::tr("last"), .group = which},
    };
}

Choices exactUnitChoices(double n)
{
    const bool one = n == 1;
    return {
        {.id = S("minute"), .text = one ? Words::tr("minute") : Words::tr("minutes")},
        {.id = S("hour"), .text = one ? Words::tr("hour") : Words::tr("hours")},
        {.id = S("day"), .text = one ? Words::tr("day") : Words::tr("days")},
        {.id = S("week"), .text = one ? Words::tr("week") : Words::tr("weeks")},
    };
}

Choices unitChoices(double n)
{
    const bool one = n == 1;
    return exactUnitChoices(n) + Choices{
                                     {.id = S("month"), .text = one ? Words::tr("month") : Words::tr("months")},
                                     {.id = S("year"), .text = one ? Words::tr("year") : Words::tr("years")},
                                 };
}

Choices channelChoices()
{
    return {{.id = S("email"), .text = Words::tr("email")},
            {.id = S("sms"), .text = Words::tr("text messages")},
            {.id = S("push"), .text = Words::tr("push messages")}};
}

Choices suppressionReasons()
{
    return {
        {.id = QString(), .text = Words::tr("for any reason")},
        {.id = S("hard-bounce"), .text = Words::tr("because the address does not exist")},
        {.id = S("complaint"), .text = Words::tr("because of a complaint")},
        {.id = S("unsubscribed"), .text = Words::tr("because they unsubscribed")},
        {.id = S("invalid"), .text = Words::tr("because the address is not valid")},
        {.id = S("manual"), .text = Words::tr("by hand")},
        {.id = S("erased"), .text = Words::tr("because they were erased")},
    };
}

Choices areaChoices()
{
    return {{.id = S("country"), .text = Words::tr("in the country")},
            {.id = S("region"), .text = Words::tr("in the region")},
            {.id = S("city"), .text = Words::tr("in the city")},
            {.id = S("postcode"), .text = Words::tr("in the postcode")},
            {.id = S("european-union"), .text = Words::tr("in the European Union")},
            {.id = S("near"), .text = Words::tr("within")}};
}

Choices predictionFields()
{
    const QString value = Words::tr("Value");
    const QString orders = Words::tr("Orders");
    const QString writing = Words::tr("Writing to them");
    return {
        {.id = S("historic_value"), .text = Words::tr("spent until now"), .group = value},
        {.id = S("predicted_value"), .text = Words::tr("expected spending in the next year"), .group = value},
        {.id = S("total_value"), .text = Words::tr("expected lifetime value"), .group = value},
        {.id = S("average_order_value"), .text = Words::tr("average order value"), .group = value},
        {.id = S("historic_orders"), .text = Words::tr("orders until now"), .group = orders},
        {.id = S("predicted_orders"), .text = Words::tr("expected orders in the next year"), .group = orders},
        {.id = S("churn_probability"), .text = Words::tr("chance of never ordering again"), .group = orders},
        {.id = S("days_between_orders"), .text = Words::tr("average days between orders"), .group = orders},
        {.id = S("next_order_date"), .text = Words::tr("expected date of the next order"), .group = orders},
        {.id = S("best_send_hour"), .text = Words::tr("best hour for sending"), .group = writing},
        {.id = S("best_channel"), .text = Words::tr("best channel"), .group = writing},
        {.id = S("predicted_gender"), .text = Words::tr("likely gender"), .group = writing},
    };
}

Choices monthChoices()
{
    Choices months{{.id = S("0"), .text = Words::tr("this month")}};
    for (int month = 1; month <= 12; ++month) {
        months.append({.id = QString::number(month), .text = QLocale().standaloneMonthName(month)});
    }
    return months;
}

Choices messageChoices()
{
    return {{.id = S("sent"), .text = Words::tr("been sent")},
            {.id = S("received"), .text = Words::tr("received")},
            {.id = S("opened"), .text = Words::tr("opened")},
            {.id = S("clicked"), .text = Words::tr("clicked in")},
            {.id = S("skipped"), .text = Words::tr("been left out of")}};
}

bool canIncludeUnset(const QJsonObject& condition)
{
    const QString type = condition.value(S("type")).toString();
    if (type == S("property") || type == S("prediction")) {
        const QString op = condition.value(S("op")).toString();
        return op != S("is-set") && op != S("is-not-set");
    }
    if (type == S("metric")) {
        const QString measure = condition.value(S("measure")).toString(QStringLiteral("count"));
        return measure != S("count") && measure != S("sum") && measure != S("distinct");
    }
    return type == S("location");
}

}  // namespace shopbell::ui
