// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/condition_words.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace shopbell::ui {

namespace {

using S = QLatin1String;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Conditions)
};

/// A way to measure a metric, as the pickers name it.
struct MeasureRow {
    const char* id;
    const char* measure;
    const char* op;
};
constexpr std::array measures{
    MeasureRow{"at-least", "count", ">="},      MeasureRow{"at-most", "count", "<="},
    MeasureRow{"exactly", "count", "="},        MeasureRow{"sum-more", "sum", ">"},
    MeasureRow{"sum-less", "sum", "<"},         MeasureRow{"average-more", "average", ">"},
    MeasureRow{"average-less", "average", "<"},
};

QString text(const QJsonObject& object, const char* name)
{
    return object.value(S(name)).toString();
}

bool onlyHas(const QJsonObject& object, std::initializer_list<const char*> members)
{
    const QStringList keys = object.keys();
    return std::ranges::all_of(keys, [&](const QString& key) {
        return std::ranges::any_of(members, [&](const char* member) { return key == S(member); });
    });
}

bool has(const Choices& choices, const QString& id)
{
    return std::ranges::any_of(choices, [&](const Choice& each) { return each.id == id; });
}

bool knowsTimeframe(const QJsonObject& condition)
{
    if (!condition.contains(S("timeframe"))) {
        return true;
    }
    const QJsonObject timeframe = condition.value(S("timeframe")).toObject();
    return has(timeframeChoices(), text(timeframe, "kind")) &&
           onlyHas(timeframe, {"kind", "n", "m", "unit", "at", "from", "to"});
}

bool isTextList(const QJsonValue& value)
{
    const QJsonArray list = value.toArray();
    return value.isArray() && std::ranges::all_of(list, [](const QJsonValue& each) { return each.isString(); });
}

}  // namespace

Choices conditionKinds()
{
    const QString did = Words::tr("What they did");
    const QString are = Words::tr("Who they are");
    const QString allowed = Words::tr("What they agreed to");
    const QString belong = Words::tr("Where they belong");
    return {
        {.id = S("metric"), .text = Words::tr("Did something"), .group = did, .icon = IconName::Bolt},
        {.id = S("metric-not"), .text = Words::tr("Did not do something"), .group = did, .icon = IconName::Block},
        {.id = S("metric-sum"), .text = Words::tr("Spent more than"), .group = did, .icon = IconName::Cart},
        {.id = S("property"), .text = Words::tr("Something known of them"), .group = are, .icon = IconName::User},
        {.id = S("location"), .text = Words::tr("Lives in a place"), .group = are, .icon = IconName::Pin},
        {.id = S("consent"), .text = Words::tr("May be written to"), .group = allowed, .icon = IconName::Shield},
        {.id = S("list"), .text = Words::tr("Is in a list"), .group = belong, .icon = IconName::List},
        {.id = S("segment"), .text = Words::tr("Is in a segment"), .group = belong, .icon = IconName::Segments},
    };
}

QJsonObject newCondition(const QString& kind, const Materials& materials)
{
    const auto first = [](const Choices& choices) {
        return choices.isEmpty() ? qint64(0) : choices.front().id.toLongLong();
    };
    if (kind.startsWith(S("metric"))) {
        QString metric = QStringLiteral("Placed Order");
        if (!has(materials.metrics, metric) && !materials.metrics.isEmpty()) {
            metric = materials.metrics.front().id;
        }
        QJsonObject condition{{S("type"), S("metric")},
                              {S("metric"), metric},
                              {S("measure"), S("count")},
                              {S("op"), S(">=")},
                              {S("value"), 1}};
        if (kind == S("metric-not")) {
            condition[S("op")] = S("=");
            condition[S("value")] = 0;
            condition[S("timeframe")] = QJsonObject{{S("kind"), S("in-the-last")}, {S("n"), 60}, {S("unit"), S("day")}};
        } else if (kind == S("metric-sum")) {
            condition = withMeasure(condition, S("sum-more"));
        }
        return condition;
    }
    if (kind == S("location")) {
        return {{S("type"), S("location")}, {S("area"), S("country")}, {S("values"), QJsonArray{S("Germany")}}};
    }
    if (kind == S("consent")) {
        return {{S("type"), S("consent")}, {S("channel"), S("email")}, {S("canReceive"), true}};
    }
    if (kind == S("list")) {
        return {{S("type"), S("list")}, {S("list"), first(materials.lists)}};
    }
    if (kind == S("segment")) {
        return {{S("type"), S("segment")}, {S("segment"), first(materials.segments)}};
    }
    return {{S("type"), S("property")}, {S("property"), S("city")}, {S("op"), S("is-set")}};
}

bool canEdit(const QJsonObject& condition)
{
    const QString type = text(condition, "type");
    if (type == S("metric")) {
        return onlyHas(condition, {"type", "metric", "measure", "property", "op", "value", "timeframe"}) &&
               (isHasNot(condition) || !measureId(condition).isEmpty()) && knowsTimeframe(condition);
    }
    if (type == S("property")) {
        const QString op = text(condition, "op");
        const QJsonValue value = condition.value(S("value"));
        return onlyHas(condition, {"type", "property", "op", "value"}) && has(propertyTests(), op) &&
               (!testHasList(op) || isTextList(value)) && (!testHasNumber(op) || value.isDouble()) &&
               (!testHasValue(op) || testHasList(op) || testHasNumber(op) || value.isString());
    }
    if (type == S("location")) {
        const QString area = text(condition, "area");
        return onlyHas(condition, {"type", "area", "values", "is"}) && has(areaChoices(), area) &&
               (area == S("european-union") || isTextList(condition.value(S("values"))));
    }
    if (type == S("consent")) {
        return onlyHas(condition, {"type", "channel", "state", "is", "canReceive", "suppressed"}) &&
               !consentId(condition).isEmpty();
    }
    if (type == S("list") || type == S("segment")) {
        return onlyHas(condition, {"type", "list", "segment", "member"}) && condition.value(type).isDouble();
    }
    return false;
}

QString conditionSentence(const QJsonObject& condition)
{
    const QString type = text(condition, "type");
    if (condition.contains(S("not"))) {
        return Words::tr("not: %1").arg(conditionSentence(condition.value(S("not")).toObject()));
    }
    if (condition.contains(S("all")) || condition.contains(S("any"))) {
        const bool any = condition.contains(S("any"));
        QStringList parts;
        for (const QJsonValue& part : condition.value(any ? S("any") : S("all")).toArray()) {
            parts += conditionSentence(part.toObject());
        }
        return parts.join(any ? Words::tr(" or ") : Words::tr(" and "));
    }
    if (type == S("metric")) {
        return Words::tr("“%1”, with conditions of its own").arg(text(condition, "metric"));
    }
    if (type == S("sequence")) {
        QStringList steps;
        for (const QJsonValue& value : condition.value(S("steps")).toArray()) {
            const QJsonObject step = value.toObject();
            steps += (step.value(S("exists")).toBool(true) ? Words::tr("“%1”") : Words::tr("not “%1”"))
                         .arg(text(step, "metric"));
        }
        return steps.join(Words::tr(", then "));
    }
    if (type == S("property")) {
        return Words::tr("a test of “%1”").arg(text(condition, "property"));
    }
    if (type == S("location")) {
        return Words::tr("lives near a place");
    }
    if (type == S("prediction")) {
        return Words::tr("what is predicted: “%1”").arg(text(condition, "field"));
    }
    if (type == S("message")) {
        return Words::tr("what became of a message");
    }
    if (type == S("sample")) {
        return Words::tr("a random share of %1 %").arg(condition.value(S("percent")).toDouble());
    }
    if (type == S("consent")) {
        return Words::tr("consent, with conditions of its own");
    }
    if (type == S("list") || type == S("segment")) {
        return Words::tr("when they joined a list or a segment");
    }
    return Words::tr("a condition of the kind “%1”").arg(type);
}

Choices measureChoices()
{
    return {
        {.id = S("at-least"), .text = Words::tr("at least")},
        {.id = S("at-most"), .text = Words::tr("at most")},
        {.id = S("exactly"), .text = Words::tr("exactly")},
        {.id = S("sum-more"), .text = Words::tr("total value is more than")},
        {.id = S("sum-less"), .text = Words::tr("total value is less than")},
        {.id = S("average-more"), .text = Words::tr("average value is more than")},
        {.id = S("average-less"), .text = Words::tr("average value is less than")},
    };
}

Choices timeframeChoices()
{
    return {
        {.id = S("all"), .text = Words::tr("at any time")},
        {.id = S("in-the-last"), .text = Words::tr("in the last")},
        {.id = S("in-the-last-between"), .text = Words::tr("longer ago, between")},
        {.id = S("before"), .text = Words::tr("before")},
        {.id = S("after"), .text = Words::tr("after")},
        {.id = S("between"), .text = Words::tr("between two days")},
    };
}

Choices unitChoices(int n)
{
    const bool one = n == 1;
    return {
        {.id = S("minute"), .text = one ? Words::tr("minute") : Words::tr("minutes")},
        {.id = S("hour"), .text = one ? Words::tr("hour") : Words::tr("hours")},
        {.id = S("day"), .text = one ? Words::tr("day") : Words::tr("days")},
        {.id = S("week"), .text = one ? Words::tr("week") : Words::tr("weeks")},
        {.id = S("month"), .text = one ? Words::tr("month") : Words::tr("months")},
        {.id = S("year"), .text = one ? Words::tr("year") : Words::tr("years")},
    };
}

Choices propertyChoices()
{
    return {
        {.id = S("country"), .text = Words::tr("Country")},
        {.id = S("region"), .text = Words::tr("Region")},
        {.id = S("city"), .text = Words::tr("City")},
        {.id = S("zip"), .text = Words::tr("Postcode")},
        {.id = S("first_name"), .text = Words::tr("First name")},
        {.id = S("last_name"), .text = Words::tr("Last name")},
        {.id = S("email"), .text = Words::tr("Email address")},
        {.id = S("organization"), .text = Words::tr("Company")},
        {.id = S("locale"), .text = Words::tr("Language")},
    };
}

Choices propertyTests()
{
    return {
        {.id = S("equals"), .text = Words::tr("is")},
        {.id = S("not-equals"), .text = Words::tr("is not")},
        {.id = S("in"), .text = Words::tr("is one of")},
        {.id = S("not-in"), .text = Words::tr("is none of")},
        {.id = S("contains"), .text = Words::tr("contains")},
        {.id = S("not-contains"), .text = Words::tr("does not contain")},
        {.id = S("starts-with"), .text = Words::tr("begins with")},
        {.id = S("ends-with"), .text = Words::tr("ends with")},
        {.id = S(">="), .text = Words::tr("is at least (number)")},
        {.id = S("<="), .text = Words::tr("is at most (number)")},
        {.id = S("is-true"), .text = Words::tr("is yes")},
        {.id = S("is-false"), .text = Words::tr("is no")},
        {.id = S("is-set"), .text = Words::tr("is known")},
        {.id = S("is-not-set"), .text = Words::tr("is not known")},
    };
}

bool testHasValue(const QString& op)
{
    return !op.startsWith(S("is-"));
}

bool testHasList(const QString& op)
{
    return op == S("in") || op == S("not-in");
}

bool testHasNumber(const QString& op)
{
    return op == S(">=") || op == S("<=");
}

Choices channelChoices()
{
    return {{.id = S("email"), .text = Words::tr("email")},
            {.id = S("sms"), .text = Words::tr("text messages")},
            {.id = S("push"), .text = Words::tr("push messages")}};
}

Choices consentChoices()
{
    return {
        {.id = S("can"), .text = Words::tr("may be sent")},
        {.id = S("can-not"), .text = Words::tr("may not be sent")},
        {.id = S("subscribed"), .text = Words::tr("said yes to")},
        {.id = S("unsubscribed"), .text = Words::tr("unsubscribed from")},
        {.id = S("pending"), .text = Words::tr("has not confirmed yet")},
        {.id = S("never-asked"), .text = Words::tr("was never asked about")},
        {.id = S("suppressed"), .text = Words::tr("is suppressed for")},
        {.id = S("not-suppressed"), .text = Words::tr("is not suppressed for")},
    };
}

Choices areaChoices()
{
    return {{.id = S("country"), .text = Words::tr("the country")},
            {.id = S("region"), .text = Words::tr("the region")},
            {.id = S("city"), .text = Words::tr("the city")},
            {.id = S("postcode"), .text = Words::tr("the postcode")},
            {.id = S("european-union"), .text = Words::tr("the European Union")}};
}

bool isHasNot(const QJsonObject& metric)
{
    const QString measure = text(metric, "measure");
    return (measure.isEmpty() || measure == S("count")) && text(metric, "op") == S("=") &&
           metric.value(S("value")).isDouble() && metric.value(S("value")).toDouble() == 0;
}

QString measureId(const QJsonObject& metric)
{
    const QString measure = metric.value(S("measure")).toString(QStringLiteral("count"));
    if (metric.contains(S("property")) && (measure == S("count") || text(metric, "property") != S("value"))) {
        return {};
    }
    if (measure == S("count") && !metric.contains(S("op")) && !metric.contains(S("value"))) {
        return QStringLiteral("at-least");
    }
    if (!metric.value(S("value")).isDouble()) {
        return {};
    }
    const QString op = text(metric, "op");
    for (const MeasureRow& row : measures) {
        if (measure == S(row.measure) && op == S(row.op)) {
            return S(row.id);
        }
    }
    return {};
}

QJsonObject withMeasure(QJsonObject metric, const QString& id)
{
    for (const MeasureRow& row : measures) {
        if (id != S(row.id)) {
            continue;
        }
        const bool wasCount = metric.value(S("measure")).toString(QStringLiteral("count")) == S("count");
        const bool isCount = S(row.measure) == S("count");
        metric[S("measure")] = S(row.measure);
        metric[S("op")] = S(row.op);
        if (isCount) {
            metric.remove(S("property"));
        } else {
            metric[S("property")] = S("value");
        }
        if (wasCount != isCount || !metric.contains(S("value"))) {
            metric[S("value")] = isCount ? 1 : 100;
        }
    }
    return metric;
}

QString consentId(const QJsonObject& consent)
{
    if (consent.contains(S("canReceive"))) {
        return consent.value(S("canReceive")).toBool() ? QStringLiteral("can") : QStringLiteral("can-not");
    }
    if (consent.contains(S("suppressed"))) {
        return consent.value(S("suppressed")).toBool() ? QStringLiteral("suppressed")
                                                       : QStringLiteral("not-suppressed");
    }
    const QString state = text(consent, "state");
    return consent.value(S("is")).toBool(true) && has(consentChoices(), state) ? state : QString();
}

QJsonObject withConsent(const QJsonObject& consent, const QString& id)
{
    QJsonObject made{{S("type"), S("consent")},
                     {S("channel"), consent.value(S("channel")).toString(QStringLiteral("email"))}};
    if (id == S("can") || id == S("can-not")) {
        made[S("canReceive")] = id == S("can");
    } else if (id == S("suppressed") || id == S("not-suppressed")) {
        made[S("suppressed")] = id == S("suppressed");
    } else {
        made[S("state")] = id;
    }
    return made;
}

Choices including(Choices choices, const QString& id)
{
    if (!id.isEmpty() && !has(choices, id)) {
        choices.prepend({.id = id, .text = id});
    }
    return choices;
}

}  // namespace shopbell::ui
