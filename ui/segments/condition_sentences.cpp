// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/condition_sentences.h"

#include "ui/segments/sentence_maker.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace shopbell::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Conditions)
};

struct Builder {
    const char* type;
    void (*build)(SentenceMaker&, const Spot&);
};
constexpr Builder builders[] = {
    {"metric", buildMetric},     {"sequence", buildSequence},     {"property", buildProperty},
    {"list", buildMembership},   {"segment", buildMembership},    {"consent", buildConsent},
    {"location", buildLocation}, {"prediction", buildPrediction}, {"message", buildMessage},
    {"sample", buildSample},
};

const Builder* findBuilder(const QJsonObject& condition)
{
    const QString type = condition.value(QLatin1String("type")).toString();
    for (const Builder& each : builders) {
        if (type == QLatin1String(each.type)) {
            return &each;
        }
    }
    return nullptr;
}

}  // namespace

bool hasSentence(const QJsonObject& condition)
{
    return findBuilder(condition) != nullptr;
}

void buildCondition(SentenceMaker& sentence, const Spot& condition)
{
    const QJsonObject object = condition.object();
    if (const Builder* builder = findBuilder(object)) {
        builder->build(sentence, condition);
        return;
    }
    const QString type = object.value(QLatin1String("type")).toString();
    sentence.word(type.isEmpty() ? Words::tr("something this Shopbell does not know, kept as it is")
                                 : Words::tr("a condition of the kind “%1”, kept as it is").arg(type));
}

}  // namespace shopbell::ui
