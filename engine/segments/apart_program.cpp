// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/apart_program.h"

#include "segments/program.h"

#include <algorithm>

namespace shopbell::segments {

namespace {

/// People judged between two looks at the cancel token.
constexpr ProfileNumber patience = 1'024;

}  // namespace

ApartProgram::ApartProgram(Materials& whole, MergedFamilies& families, std::int64_t at)
    : m_whole(whole),
      m_families(families),
      m_parting(families.part(at)),
      m_source{m_parting.ids, whole},
      m_facts(*whole.sources().people, m_parting)
{
}

Result<std::unique_ptr<ApartProgram>> ApartProgram::make(Materials& whole, MergedFamilies& families,
                                                         const Node& definition, std::int64_t at)
{
    auto apart = std::unique_ptr<ApartProgram>(new ApartProgram(whole, families, at));
    if (apart->isEmpty()) {
        return apart;
    }
    Sources sources = whole.sources();
    sources.history = std::make_shared<ApartHistory>(sources.history, families, apart->m_parting);
    sources.people = &apart->m_facts;
    sources.workers = nullptr;
    sources.fresh = nullptr;
    sources.apart = &apart->m_source;
    auto program = Program::make(sources, definition);
    if (!program) {
        return fail(program.error());
    }
    apart->m_program = std::move(*program);
    return apart;
}

ProfileNumber ApartProgram::numberOf(ProfileId profile) const
{
    const auto place = isEmpty() ? std::nullopt : m_families.placeOf(profile);
    return place ? m_parting.numberOf[*place] : 0;
}

Result<void> ApartProgram::putRight(ProfileBitmap& found, const std::function<bool(ProfileNumber)>& holds) const
{
    for (const ProfileNumber heir : m_parting.heirs) {
        if (heir < found.end()) {
            found.remove(heir);
        }
    }
    // Whoever was merged away may have a higher number than anybody who lives.
    found.growTo(*std::max_element(m_parting.ids.begin(), m_parting.ids.end()) + 1);
    for (ProfileNumber number = 1; number < m_parting.ids.size(); ++number) {
        if (number % patience == 0 && m_whole.sources().cancel.isCancelled()) {
            return fail(ErrorKind::Cancelled, "The question was given up.");
        }
        if (holds(number)) {
            found.add(m_parting.ids[number]);
        }
    }
    return {};
}

}  // namespace shopbell::segments
