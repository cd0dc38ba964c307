// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/apart_facts.h"
#include "segments/apart_history.h"
#include "segments/evaluator.h"
#include "segments/merged_families.h"
#include "segments/profile_bitmap.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace shopbell::segments {

class Program;

/// A definition over the people who were merged after an instant, as they were before: what an answer about everybody
/// is put right by. They are few, and judged one by one. One thread.
class ApartProgram {
public:
    /// `families` and `whole` outlive it.
    [[nodiscard]] static Result<std::unique_ptr<ApartProgram>> make(Materials& whole, MergedFamilies& families,
                                                                    const Node& definition, std::int64_t at);
    ApartProgram(const ApartProgram&) = delete;
    ApartProgram& operator=(const ApartProgram&) = delete;

    [[nodiscard]] bool serves(std::int64_t at) const { return at >= m_parting.from && at < m_parting.to; }
    [[nodiscard]] bool isEmpty() const { return m_parting.heirs.empty(); }
    /// Of whoever an id stood for then; nobody (0): an answer about everybody is right about them.
    [[nodiscard]] ProfileNumber numberOf(ProfileId profile) const;
    /// Its profile numbers are the parting's. Not when it is empty.
    [[nodiscard]] Program& program() const { return *m_program; }

    /// Takes those who stand for several out of `found` and puts those in, by their own ids, of whom `holds` says so.
    /// Cancelled when the token says so.
    [[nodiscard]] Result<void> putRight(ProfileBitmap& found, const std::function<bool(ProfileNumber)>& holds) const;

private:
    ApartProgram(Materials& whole, MergedFamilies& families, std::int64_t at);

    Materials& m_whole;
    MergedFamilies& m_families;
    const Parting m_parting;
    const ApartSource m_source;
    ApartFacts m_facts;
    std::shared_ptr<Program> m_program;
};

}  // namespace shopbell::segments
