// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/evaluator.h"

#include "segments/apart_program.h"
#include "segments/program.h"

namespace shopbell::segments {

ReadingWatch readingWatch(const Sources& sources, std::string_view metric, std::string_view property)
{
    ReadingWatch watch{sources.cancel, {}};
    if (sources.tellReading) {
        watch.tell = [&sources, metric, property](std::int64_t done, std::int64_t total) {
            sources.tellReading(metric, property, done, total);
        };
    }
    return watch;
}

Result<Evaluator> Evaluator::make(const Sources& sources, const Node& definition)
{
    auto program = Program::make(sources, definition);
    if (!program) {
        return fail(program.error());
    }
    return Evaluator(std::move(*program));
}

Result<Evaluator> Evaluator::make(const Sources& sources, const SegmentDefinition& definition)
{
    auto parsed = parseDefinition(definition);
    if (!parsed) {
        return fail(parsed.error());
    }
    return make(sources, *parsed);
}

Evaluator::Evaluator(std::shared_ptr<Program> program) : m_program(std::move(program)) {}
Evaluator::Evaluator(Evaluator&&) noexcept = default;
Evaluator& Evaluator::operator=(Evaluator&&) noexcept = default;
Evaluator::~Evaluator() = default;

Result<ProfileBitmap> Evaluator::members(Instant asOf)
{
    if (auto ready = m_program->ready(asOf.ms); !ready) {
        return fail(ready.error());
    }
    return m_program->members(asOf.ms);
}

Result<std::int64_t> Evaluator::count(Instant asOf)
{
    auto found = members(asOf);
    return found ? Result<std::int64_t>(found->count()) : fail(found.error());
}

Result<ProfileBitmap> Evaluator::everybody(Instant asOf)
{
    return m_program->everybody(asOf.ms);
}

Result<Judgement> Evaluator::judge(ProfileId profile, Instant asOf)
{
    auto apart = m_program->apartAt(asOf.ms);
    if (!apart) {
        return fail(apart.error());
    }
    if (const ProfileNumber number = *apart != nullptr ? (*apart)->numberOf(profile) : 0; number != 0) {
        return (*apart)->program().judge(number, asOf.ms);
    }
    if (auto ready = m_program->ready(asOf.ms); !ready) {
        return fail(ready.error());
    }
    const ProfileId living = m_program->materials().history().resolve(profile);
    if (living.value <= 0 || living.value >= m_program->profileEnd()) {
        return Judgement{};
    }
    return m_program->judge(static_cast<ProfileNumber>(living.value), asOf.ms);
}

Result<bool> Evaluator::contains(ProfileId profile, Instant asOf)
{
    auto judgement = judge(profile, asOf);
    return judgement ? Result<bool>(judgement->truth == Truth::Yes) : fail(judgement.error());
}

}  // namespace shopbell::segments
