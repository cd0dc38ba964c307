// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/definition.h"
#include "segments/evaluator.h"
#include "segments/judge.h"
#include "segments/materials.h"

#include <memory>
#include <string>
#include <utility>

namespace shopbell::segments {

class Program;

using MadeJudge = Result<std::unique_ptr<Judge>>;

// One maker per kind of condition; program.cpp calls them.
[[nodiscard]] MadeJudge makeJudge(const MetricCondition& condition, const std::shared_ptr<Materials>& materials);
[[nodiscard]] MadeJudge makeJudge(const SequenceCondition& condition, const std::shared_ptr<Materials>& materials);
[[nodiscard]] MadeJudge makeJudge(const PropertyCondition& condition, const std::shared_ptr<Materials>& materials);
[[nodiscard]] MadeJudge makeJudge(const ListCondition& condition, const std::shared_ptr<Materials>& materials);
[[nodiscard]] MadeJudge makeJudge(const ConsentCondition& condition, const std::shared_ptr<Materials>& materials);
[[nodiscard]] MadeJudge makeJudge(const LocationCondition& condition, const std::shared_ptr<Materials>& materials);
[[nodiscard]] MadeJudge makeJudge(const PredictionCondition& condition, const std::shared_ptr<Materials>& materials);
[[nodiscard]] MadeJudge makeJudge(const MessageCondition& condition, const std::shared_ptr<Materials>& materials);
[[nodiscard]] MadeJudge makeJudge(const SampleCondition& condition, const std::shared_ptr<Materials>& materials);
/// A segment is a program of its own, shared by all conditions that name it.
[[nodiscard]] MadeJudge makeJudge(const SegmentCondition& condition, const std::shared_ptr<Materials>& materials,
                                  std::shared_ptr<Program> program, const std::string& name, std::int64_t segment);

/// A fact about something by name: a property, a list, a channel.
[[nodiscard]] inline VerdictFact makeFact(VerdictFact::Kind kind, std::string subject, std::string text = {})
{
    VerdictFact fact;
    fact.kind = kind;
    fact.subject = std::move(subject);
    fact.text = std::move(text);
    return fact;
}

/// "3 days ago", for explanations: the time between two instants in words.
[[nodiscard]] std::string agoWords(std::int64_t at, std::int64_t now);

}  // namespace shopbell::segments
