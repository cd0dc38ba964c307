// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/explain.h"

#include "base/text.h"
#include "profiles/profile_reading.h"
#include "segments/conditions/judges.h"
#include "segments/program.h"

#include <algorithm>

namespace shopbell::segments {

namespace {

/// A judgement says until when it holds at least; the true end is found by judging again there. Somebody with very many
/// events gets no answer rather than a slow one.
constexpr int mostSteps = 2'000;

Result<std::optional<Instant>> findEnd(Program& program, const ProgramNode& node, ProfileNumber profile,
                                       std::int64_t at, const Judgement& judgement)
{
    std::int64_t until = judgement.until;
    for (int step = 0; step < mostSteps && until != never; ++step) {
        if (auto ready = program.ready(std::min(until, at)); !ready) {
            return fail(ready.error());
        }
        const Judgement later = program.judgeNode(node, profile, until);
        if (later.truth != judgement.truth) {
            return std::optional(Instant{until});
        }
        if (later.until <= until) {
            break;
        }
        until = later.until;
    }
    return std::optional<Instant>();
}

Result<Verdict> explainNode(Program& program, const Node& node, const ProgramNode& made, ProfileNumber profile,
                            std::int64_t at, std::size_t& walked)
{
    Verdict verdict;
    verdict.place = walked++;
    verdict.node = toJson(node);
    const Judgement judgement = program.judgeNode(made, profile, at);
    verdict.truth = judgement.truth;
    verdict.condition = toWords(node);
    auto end = findEnd(program, made, profile, at, judgement);
    if (!end) {
        return fail(end.error());
    }
    verdict.holdsUntil = *end;
    if (made.kind == ProgramNode::Kind::Condition) {
        Explanation explanation;
        made.judge->explain(profile, at, explanation);
        verdict.because = std::move(explanation.because);
        verdict.facts = std::move(explanation.facts);
        if (judgement.truth == Truth::Unset) {
            verdict.because += ", so neither this nor its contrary holds";
        }
        for (const DecidingEvent& event : explanation.events) {
            if (verdict.events.size() < maxDecidingEvents) {
                verdict.events.push_back({event.row});
            }
        }
        return verdict;
    }
    const auto* parts = findParts(node);
    std::size_t holding = 0;
    for (std::size_t i = 0; i < made.parts.size(); ++i) {
        auto part = explainNode(program, (*parts)[i], made.parts[i], profile, at, walked);
        if (!part) {
            return part;
        }
        holding += part->truth == Truth::Yes ? 1 : 0;
        verdict.parts.push_back(std::move(*part));
    }
    VerdictFact fact;
    fact.kind = VerdictFact::Kind::PartsHold;
    fact.number = static_cast<std::int64_t>(holding);
    fact.total = static_cast<std::int64_t>(verdict.parts.size());
    verdict.facts.push_back(std::move(fact));
    if (made.kind == ProgramNode::Kind::Not) {
        verdict.because = holding == 1 ? "what must not hold does" : "what must not hold does not";
    } else {
        verdict.because = std::to_string(holding) + " of " + std::to_string(verdict.parts.size()) + " hold";
    }
    return verdict;
}

}  // namespace

std::string agoWords(std::int64_t at, std::int64_t now)
{
    const std::int64_t distance = now >= at ? now - at : at - now;
    struct Step {
        std::int64_t length;
        const char* name;
    };
    static constexpr Step steps[] = {{31'557'600'000, "year"},
                                     {2'629'800'000, "month"},
                                     {86'400'000, "day"},
                                     {3'600'000, "hour"},
                                     {60'000, "minute"}};
    for (const Step& step : steps) {
        if (distance >= 2 * step.length || (distance >= step.length && step.length <= 86'400'000)) {
            const std::int64_t n = distance / step.length;
            return std::to_string(n) + ' ' + step.name + (n == 1 ? "" : "s") + (now >= at ? " ago" : " ahead");
        }
    }
    return "just now";
}

Result<Verdict> why(const Sources& sources, ProfileId profile, const Node& definition, Instant asOf)
{
    if (auto known = loadProfile(*sources.db, profile); !known) {
        return fail(known.error());
    }
    auto program = Program::make(sources, definition);
    if (!program) {
        return fail(program.error());
    }
    auto apart = (*program)->apartAt(asOf.ms);
    if (!apart) {
        return fail(apart.error());
    }
    Program* asked = program->get();
    auto number = static_cast<ProfileNumber>(sources.history->resolve(profile).value);
    if (const ProfileNumber then = *apart != nullptr ? (*apart)->numberOf(profile) : 0; then != 0) {
        asked = &(*apart)->program();
        number = then;
    }
    if (auto ready = asked->ready(asOf.ms); !ready) {
        return fail(ready.error());
    }
    if (!asked->existed(number, asOf.ms)) {
        Verdict verdict;
        verdict.condition = toWords(definition);
        verdict.because = "this person was not known yet at that time";
        verdict.node = toJson(definition);
        verdict.facts.push_back(makeFact(VerdictFact::Kind::NotThereYet, {}));
        return verdict;
    }
    std::size_t walked = 0;
    return explainNode(*asked, definition, asked->root(), number, asOf.ms, walked);
}

}  // namespace shopbell::segments
