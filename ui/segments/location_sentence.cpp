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

/// What people's addresses hold for an area.
QString propertyOf(const QString& area)
{
    return area;
}

ChoiceSource placesOf(SentenceMaker& sentence, const QString& area)
{
    return [&sentence, area](const QString& search, std::function<void(const Choices&)> show) {
        sentence.materials().findValues(sentence.context(), {}, propertyOf(area), search, std::move(show));
    };
}

QJsonObject withArea(const QJsonObject& location, const QString& area)
{
    QJsonObject made = location;
    const QString old = made.value(S("area")).toString();
    made[S("area")] = area;
    if (area != S("near")) {
        for (const char* member : {"distance", "unit", "postcode", "country", "latitude", "longitude"}) {
            made.remove(S(member));
        }
    }
    if (area == S("near") || area == S("european-union")) {
        made.remove(S("values"));
    } else if (!made.contains(S("values")) || old != area) {
        made[S("values")] = QJsonArray{QString()};
    }
    if (area == S("near") && !made.contains(S("distance"))) {
        made[S("distance")] = 50;
        made[S("postcode")] = S("8020");
    }
    return made;
}

/// "within 50 km of the postcode 8020".
void buildNear(SentenceMaker& sentence, const Spot& condition)
{
    sentence.number(
        Words::tr("Distance"), condition.value("distance").toDouble(),
        [condition](double number) { condition.set("distance", number, EditKind::Typed); }, 0, 21'000);
    sentence.pick(Words::tr("Unit"),
                  {{.id = S("km"), .text = Words::tr("km")}, {.id = S("mile"), .text = Words::tr("miles")}},
                  condition.text("unit", QStringLiteral("km")), [condition](const QString& unit) {
                      condition.set("unit", unit == S("km") ? QJsonValue(QJsonValue::Undefined) : QJsonValue(unit),
                                    EditKind::Chosen);
                  });
    sentence.word(Words::tr("of", "within 50 km of a place"));
    const bool byPoint = condition.has("latitude");
    sentence.pick(
        Words::tr("Point or postcode"),
        {{.id = S("postcode"), .text = Words::tr("the postcode")}, {.id = S("point"), .text = Words::tr("the point")}},
        byPoint ? QStringLiteral("point") : QStringLiteral("postcode"), [condition](const QString& id) {
            QJsonObject next = condition.object();
            for (const char* member : {"postcode", "country", "latitude", "longitude"}) {
                next.remove(S(member));
            }
            if (id == S("point")) {
                next[S("latitude")] = 48.2082;
                next[S("longitude")] = 16.3738;
            } else {
                next[S("postcode")] = S("8020");
            }
            condition.put(next, EditKind::Rebuilt);
        });
    if (byPoint) {
        sentence.number(
            Words::tr("Latitude"), condition.value("latitude").toDouble(),
            [condition](double number) { condition.set("latitude", number, EditKind::Typed); }, -90, 90);
        sentence.number(
            Words::tr("Longitude"), condition.value("longitude").toDouble(),
            [condition](double number) { condition.set("longitude", number, EditKind::Typed); }, -180, 180);
        return;
    }
    sentence.ask(Words::tr("Postcode"), placesOf(sentence, QStringLiteral("postcode")), condition.text("postcode"),
                 [condition](const QString& code) { condition.set("postcode", code, EditKind::Chosen); },
                 {.subject = true});
    sentence.word(Words::tr("in", "a postcode in a country"));
    sentence.ask(
        Words::tr("Country of the postcode"),
        [source = placesOf(sentence, QStringLiteral("country"))](const QString& search,
                                                                 std::function<void(const Choices&)> show) {
            source(search, [show](const Choices& found) {
                show(Choices{{.id = S("*"), .text = Words::tr("any country")}} + found);
            });
        },
        condition.text("country"),
        [condition](const QString& id) {
            condition.set("country", id == S("*") ? QJsonValue(QJsonValue::Undefined) : QJsonValue(id),
                          EditKind::Rebuilt);
        },
        {.placeholder = Words::tr("any country"),
         .wording = [](const QString& code) { return valueWords({}, QStringLiteral("country"), code); }});
}

}  // namespace

void buildLocation(SentenceMaker& sentence, const Spot& condition)
{
    const QString area = condition.text("area");
    const bool near = area == S("near");
    const bool inside = condition.value("is").toBool(true);
    sentence.pick(Words::tr("Lives or does not live"),
                  {{.id = S("in"), .text = Words::tr("lives")}, {.id = S("not"), .text = Words::tr("does not live")}},
                  inside ? QStringLiteral("in") : QStringLiteral("not"), [condition](const QString& id) {
                      condition.set("is", id == S("in") ? QJsonValue(QJsonValue::Undefined) : QJsonValue(false),
                                    EditKind::Rebuilt);
                  });
    sentence.pick(Words::tr("Kind of place"), areaChoices(), area, [condition](const QString& id) {
        condition.put(withArea(condition.object(), id), EditKind::Rebuilt);
    });
    if (near) {
        buildNear(sentence, condition);
        return;
    }
    if (area == S("european-union")) {
        return;
    }
    QStringList values;
    const QJsonArray list = condition.value("values").toArray();
    for (const QJsonValue& each : list) {
        if (!each.toString().isEmpty()) {
            values += each.toString();
        }
    }
    sentence.askSeveral(
        Words::tr("Places"), placesOf(sentence, area), values,
        [condition](const QStringList& places) {
            const QJsonArray chosen = QJsonArray::fromStringList(places);
            condition.set("values", chosen.isEmpty() ? QJsonArray{QString()} : chosen, EditKind::Chosen);
        },
        {.wording = [property = propertyOf(area)](const QString& place) { return valueWords({}, property, place); }});
}

}  // namespace shopbell::ui
