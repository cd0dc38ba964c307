// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is asked of a Program as of an instant before merges: the answers by living profiles, put right.
#include "segments/program.h"

#include "model/metric.h"

#include <utility>

namespace shopbell::segments {

Result<ApartProgram*> Program::apartAt(std::int64_t at)
{
    auto later = m_materials->hasEventsAfter(metrics::mergedProfile, at);
    if (!later) {
        return fail(later.error());
    }
    if (!*later || m_materials->sources().apart != nullptr) {
        return nullptr;
    }
    if (!m_apart || !m_apart->serves(at)) {
        m_apart.reset();
        if (!m_families || at < m_families->since()) {
            auto families = MergedFamilies::make(*m_materials, at);
            if (!families) {
                return fail(families.error());
            }
            m_families = std::move(*families);
        }
        auto apart = ApartProgram::make(*m_materials, *m_families, m_definition, at);
        if (!apart) {
            return fail(apart.error());
        }
        m_apart = std::move(*apart);
    }
    if (m_apart->isEmpty()) {
        return nullptr;
    }
    if (auto ready = m_apart->program().ready(at); !ready) {
        return fail(ready.error());
    }
    return m_apart.get();
}

Result<ProfileBitmap> Program::members(std::int64_t at)
{
    auto found = membersNow(at);
    auto apart = found ? apartAt(at) : Result<ApartProgram*>(nullptr);
    if (!found || !apart) {
        return fail(found ? apart.error() : found.error());
    }
    if (*apart != nullptr) {
        const Program& theirs = (*apart)->program();
        auto right = (*apart)->putRight(
            *found, [&](ProfileNumber number) { return theirs.judge(number, at).truth == Truth::Yes; });
        if (!right) {
            return fail(right.error());
        }
    }
    return found;
}

const ProgramNode* Program::findTwin(const ProgramNode& node, const ProgramNode& mine, const ProgramNode& theirs) const
{
    if (&node == &mine) {
        return &theirs;
    }
    for (std::size_t i = 0; i < mine.parts.size(); ++i) {
        if (const auto* twin = findTwin(node, mine.parts[i], theirs.parts[i])) {
            return twin;
        }
    }
    return nullptr;
}

Result<void> Program::fillNode(const ProgramNode& node, std::int64_t at, ProfileBitmap& yes, ProfileBitmap& unset)
{
    auto filled = fillNodeNow(node, at, yes, unset);
    auto apart = filled ? apartAt(at) : Result<ApartProgram*>(nullptr);
    if (!filled || !apart) {
        return fail(filled ? apart.error() : filled.error());
    }
    if (*apart == nullptr) {
        return {};
    }
    const Program& theirs = (*apart)->program();
    const ProgramNode& twin = *findTwin(node, m_root, theirs.root());
    for (const auto& [bits, wanted] : {std::pair(&yes, Truth::Yes), std::pair(&unset, Truth::Unset)}) {
        auto right = (*apart)->putRight(*bits, [&](ProfileNumber number) {
            return theirs.existed(number, at) && theirs.judgeNode(twin, number, at).truth == wanted;
        });
        if (!right) {
            return right;
        }
    }
    return {};
}

Result<ProfileBitmap> Program::everybody(std::int64_t at)
{
    ProfileBitmap found = existingNow(at);
    auto apart = apartAt(at);
    if (!apart) {
        return fail(apart.error());
    }
    if (*apart != nullptr) {
        const Program& theirs = (*apart)->program();
        auto right = (*apart)->putRight(found, [&](ProfileNumber number) { return theirs.existed(number, at); });
        if (!right) {
            return fail(right.error());
        }
    }
    return found;
}

}  // namespace shopbell::segments
