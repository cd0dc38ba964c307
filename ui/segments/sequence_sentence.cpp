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

constexpr int mostSteps = 10;

void buildStep(SentenceMaker& sentence, const Spot& condition, int index, int steps)
{
    const Spot step = condition.element("steps", index);
    const bool exists = step.value("exists").toBool(true);
    const QString metric = step.text("metric");
    sentence.newLine();
    if (index > 0) {
        sentence.word(Words::tr("then", "of a sequence: did A, then B"));
    }
    sentence.pick(Words::tr("Did or did not"),
                  {{.id = S("did"), .text = Words::tr("did", "of a sequence: did A, then B")},
                   {.id = S("did-not"), .text = Words::tr("did not", "of a sequence: did A, then not B")}},
                  exists ? QStringLiteral("did") : QStringLiteral("did-not"), [step](const QString& id) {
                      step.set("exists", id == S("did") ? QJsonValue(QJsonValue::Undefined) : QJsonValue(false),
                               EditKind::Rebuilt);
                  });
    sentence.pickNamed(
        Words::tr("What happened"), [&sentence] { return sentence.materials().metrics(); }, metric,
        [step](const QString& id) { step.set("metric", id, EditKind::Rebuilt); });
    buildWhere(sentence, step, metric, 1);
    if (steps > 2) {
        sentence.cross(Words::tr("Remove this step"), [condition, index] { condition.removeElement("steps", index); });
    }
}

void buildWithin(SentenceMaker& sentence, const Spot& condition)
{
    const Spot within = condition.member("within");
    const bool limited = condition.has("within");
    sentence.pick(Words::tr("From first to last"),
                  {{.id = S("any"), .text = Words::tr("however long it took")},
                   {.id = S("within"), .text = Words::tr("all within")}},
                  limited ? QStringLiteral("within") : QStringLiteral("any"), [within](const QString& id) {
                      within.put(id == S("within") ? QJsonObject{{S("n"), 3}, {S("unit"), S("day")}} : QJsonObject(),
                                 EditKind::Rebuilt);
                  });
    if (!limited) {
        return;
    }
    const double n = within.value("n").toDouble();
    sentence.number(
        Words::tr("Within how long"), n,
        [within](double number) {
            if (number == static_cast<int>(number)) {
                within.set("n", number, EditKind::Typed);
            }
        },
        1, 10'000);
    sentence.pick(Words::tr("Unit of it"), exactUnitChoices(n), within.text("unit"),
                  [within](const QString& unit) { within.set("unit", unit, EditKind::Rebuilt); });
}

}  // namespace

void buildSequence(SentenceMaker& sentence, const Spot& condition)
{
    const int steps = static_cast<int>(condition.value("steps").toArray().size());
    for (int index = 0; index < steps; ++index) {
        buildStep(sentence, condition, index, steps);
    }
    sentence.newLine();
    if (steps < mostSteps) {
        sentence.link(Words::tr("+ then…", "of a sequence: adds a step"), [&sentence, condition] {
            const Choices& metrics = sentence.materials().metrics();
            condition.addElement(
                "steps", {{S("metric"), metrics.isEmpty() ? QStringLiteral("Placed Order") : metrics.front().id}});
        });
    }
    buildWithin(sentence, condition);
    buildTimeframe(sentence, condition);
}

}  // namespace shopbell::ui
