// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/definition.h"
#include "segments/evaluator.h"
#include "segments/judge.h"
#include "segments/materials.h"

#include <memory>

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

/// "3 days ago", for explanations: the time between two instants in words.
[[nodiscard]] std::string agoWords(std::int64_t at, std::int64_t now);

}  // namespace shopbell::segments
