// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/segments/spot.h"

namespace shopbell::ui {

class SentenceMaker;

/// Whether the window has a sentence for it: every type the engine knows. Members that a sentence does not show stay as
/// they came.
[[nodiscard]] bool hasSentence(const QJsonObject& condition);
/// Fills the sentence with the condition's words and controls; they write through `condition`.
void buildCondition(SentenceMaker& sentence, const Spot& condition);

// One for each type, in the file of its name.
void buildMetric(SentenceMaker& sentence, const Spot& condition);
void buildSequence(SentenceMaker& sentence, const Spot& condition);
void buildProperty(SentenceMaker& sentence, const Spot& condition);
void buildPrediction(SentenceMaker& sentence, const Spot& condition);
void buildMembership(SentenceMaker& sentence, const Spot& condition);  ///< list, segment
void buildConsent(SentenceMaker& sentence, const Spot& condition);
void buildLocation(SentenceMaker& sentence, const Spot& condition);
void buildMessage(SentenceMaker& sentence, const Spot& condition);
void buildSample(SentenceMaker& sentence, const Spot& condition);

/// "in the last 60 days": the member "timeframe" of a condition. What it is of is said before it.
void buildTimeframe(SentenceMaker& sentence, const Spot& condition);
/// "where Category is Shoes", one line each, and a link to add one; of the events of `metric`.
void buildWhere(SentenceMaker& sentence, const Spot& holder, const QString& metric, int indent);

/// A test on a property: its comparison and what it compares with. The property itself is told before it.
struct TestPlace {
    QString metric;                       ///< whose events; empty: of people
    const char* nameMember = "property";  ///< "field" in predictions
    QString onlyKind;                     ///< "number", …: only tests of this kind (and whether it is set)
};
void buildTest(SentenceMaker& sentence, const Spot& test, const TestPlace& place);
/// The id of a test in testChoices(): kind and op, "date:between".
[[nodiscard]] QString testId(const QJsonObject& test);
/// The same property under another test; what was compared with stays where it fits.
[[nodiscard]] QJsonObject withTest(const QJsonObject& test, const QString& id, const QString& today);
/// The test to start with for values of this sort ("string", "number", "boolean", "date", "list").
[[nodiscard]] QString firstTest(const QString& kind);
[[nodiscard]] QString kindOfTest(const QString& id);

}  // namespace shopbell::ui
