// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/verdict_words.h"

#include "ui/bridge/text.h"
#include "ui/segments/condition_choices.h"
#include "ui/segments/materials.h"

#include <QCoreApplication>

#include <algorithm>

namespace shopbell::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(VerdictFacts)
};

/// The engine's words for states, reasons, measures and messages.
struct EngineWord {
    const char* word;
    const char* ours;
};
constexpr EngineWord engineWords[] = {
    {"never-asked", QT_TRANSLATE_NOOP("VerdictFacts", "never asked")},
    {"subscribed", QT_TRANSLATE_NOOP("VerdictFacts", "said yes")},
    {"pending", QT_TRANSLATE_NOOP("VerdictFacts", "not confirmed yet")},
    {"unsubscribed", QT_TRANSLATE_NOOP("VerdictFacts", "unsubscribed")},
    {"hard-bounce", QT_TRANSLATE_NOOP("VerdictFacts", "the address does not exist")},
    {"complaint", QT_TRANSLATE_NOOP("VerdictFacts", "a complaint")},
    {"invalid", QT_TRANSLATE_NOOP("VerdictFacts", "the address is not valid")},
    {"manual", QT_TRANSLATE_NOOP("VerdictFacts", "by hand")},
    {"erased", QT_TRANSLATE_NOOP("VerdictFacts", "erased")},
    {"total", QT_TRANSLATE_NOOP("VerdictFacts", "total")},
    {"sum", QT_TRANSLATE_NOOP("VerdictFacts", "total")},
    {"average", QT_TRANSLATE_NOOP("VerdictFacts", "average")},
    {"min", QT_TRANSLATE_NOOP("VerdictFacts", "smallest")},
    {"smallest", QT_TRANSLATE_NOOP("VerdictFacts", "smallest")},
    {"max", QT_TRANSLATE_NOOP("VerdictFacts", "largest")},
    {"largest", QT_TRANSLATE_NOOP("VerdictFacts", "largest")},
    {"distinct", QT_TRANSLATE_NOOP("VerdictFacts", "different ones")},
    {"first", QT_TRANSLATE_NOOP("VerdictFacts", "first")},
    {"last", QT_TRANSLATE_NOOP("VerdictFacts", "last")},
    {"sent", QT_TRANSLATE_NOOP("VerdictFacts", "sent")},
    {"received", QT_TRANSLATE_NOOP("VerdictFacts", "received")},
    {"opened", QT_TRANSLATE_NOOP("VerdictFacts", "opened")},
    {"clicked", QT_TRANSLATE_NOOP("VerdictFacts", "clicked")},
    {"skipped", QT_TRANSLATE_NOOP("VerdictFacts", "skipped")},
    {"email", QT_TRANSLATE_NOOP("VerdictFacts", "email")},
    {"sms", QT_TRANSLATE_NOOP("VerdictFacts", "text messages")},
    {"push", QT_TRANSLATE_NOOP("VerdictFacts", "push messages")},
};

QString ours(const std::string& word)
{
    const auto at = std::ranges::find_if(engineWords, [&](const EngineWord& each) { return word == each.word; });
    return at == std::end(engineWords) ? toQString(word) : QCoreApplication::translate("VerdictFacts", at->ours);
}

/// "the last on 2 May 2026", or nothing.
QString dated(const QString& words, const char* with, const VerdictFact& fact, const Formats& formats)
{
    return fact.at ? words + Words::tr(with).arg(formats.shortDate(*fact.at)) : words;
}

}  // namespace

QString factWords(const VerdictFact& fact, const Formats& formats)
{
    using Kind = VerdictFact::Kind;
    const QString subject = toQString(fact.subject);
    const QString text = toQString(fact.text);
    const auto number = static_cast<int>(fact.number);
    const QString amount = fact.amount ? formats.decimal(*fact.amount) : QString();
    static const char* const lastOn = QT_TRANSLATE_NOOP("VerdictFacts", ", the last on %1");
    static const char* const since = QT_TRANSLATE_NOOP("VerdictFacts", ", since %1");
    static const char* const on = QT_TRANSLATE_NOOP("VerdictFacts", ", on %1");
    switch (fact.kind) {
    case Kind::Count:
        return fact.number == 0
                   ? Words::tr("%1: never").arg(subject)
                   : dated(Words::tr("%1: %Ln times", nullptr, number).arg(subject), lastOn, fact, formats);
    case Kind::Measure: return Words::tr("%1: %2 %3").arg(subject, ours(fact.text), amount);
    case Kind::MeasureText: return Words::tr("%1: %2 is “%3”").arg(subject, toQString(fact.text2), text);
    case Kind::MeasureUnset: return Words::tr("%1: there is nothing to measure").arg(subject);
    case Kind::Value: return Words::tr("%1: %2").arg(propertyWords(subject), text);
    case Kind::NotKnown: return Words::tr("%1 is not known").arg(propertyWords(subject));
    case Kind::OnList: return dated(Words::tr("on the list “%1”").arg(subject), since, fact, formats);
    case Kind::NotOnList: return Words::tr("not on the list “%1”").arg(subject);
    case Kind::InSegment: return dated(Words::tr("in the segment “%1”").arg(subject), since, fact, formats);
    case Kind::NotInSegment: return Words::tr("not in the segment “%1”").arg(subject);
    case Kind::Consent: {
        const QString said = Words::tr("%1: %2").arg(ours(fact.subject), ours(fact.text));
        const QString when = dated(said, on, fact, formats);
        return fact.text2.empty() ? when : Words::tr("%1 (by way of %2)").arg(when, toQString(fact.text2));
    }
    case Kind::Suppressed:
        return dated(Words::tr("suppressed for %1: %2").arg(ours(fact.subject), ours(fact.text)), since, fact, formats);
    case Kind::NotSuppressed: return Words::tr("not suppressed for %1").arg(ours(fact.subject));
    case Kind::NoAddress: return Words::tr("no address for %1").arg(ours(fact.subject));
    case Kind::Distance: return Words::tr("%1 km away").arg(amount);
    case Kind::PlaceNotKnown: return Words::tr("where they live is not known");
    case Kind::Message:
        return dated(Words::tr("%Ln messages %1", nullptr, number).arg(ours(fact.text)), lastOn, fact, formats);
    case Kind::NoMessage: return Words::tr("no message %1").arg(ours(fact.text));
    case Kind::InOrder: return Words::tr("it happened in this order");
    case Kind::NotInOrder: return Words::tr("it did not happen in this order and time");
    case Kind::Chance: return Words::tr("drawn by chance, always the same way");
    case Kind::PartsHold:
        return Words::tr("%1 of %2 hold").arg(formats.number(fact.number), formats.number(fact.total));
    case Kind::NotThereYet: return Words::tr("not known to the shop at that time");
    }
    return {};
}

QString becauseWords(const Verdict& verdict, const Formats& formats)
{
    QStringList words;
    for (const VerdictFact& each : verdict.facts) {
        words += factWords(each, formats);
    }
    return words.isEmpty() ? toQString(verdict.because) : words.join(QStringLiteral(" · "));
}

}  // namespace shopbell::ui
