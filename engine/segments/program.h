// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/apart_program.h"
#include "segments/evaluator.h"
#include "segments/judge.h"
#include "segments/materials.h"
#include "segments/tally.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace shopbell::segments {

/// A definition with a judge in place of each condition.
struct ProgramNode {
    enum class Kind : std::uint8_t { All, Any, Not, Condition };
    Kind kind = Kind::All;
    std::vector<ProgramNode> parts;
    std::unique_ptr<Judge> judge;  ///< Condition
    Node source;                   ///< Condition: what it was made from
    bool mayBeUnset = false;
    double cost = 0;
};

/// Judges and fills a whole tree. One thread, but for what it hands to the workers.
class Program {
public:
    [[nodiscard]] static Result<std::shared_ptr<Program>> make(const Sources& sources, const Node& definition);

    [[nodiscard]] Result<void> ready(std::int64_t at);
    /// For living profiles that existed then; everybody else is a No.
    [[nodiscard]] Judgement judge(ProfileNumber profile, std::int64_t at) const;
    [[nodiscard]] Judgement judgeNode(const ProgramNode& node, ProfileNumber profile, std::int64_t at) const;
    [[nodiscard]] bool existed(ProfileNumber profile, std::int64_t at) const;

    /// Everything before fill(); after ready().
    [[nodiscard]] Result<void> prepare(std::int64_t at);
    /// After ready().
    [[nodiscard]] Result<ProfileBitmap> members(std::int64_t at);
    [[nodiscard]] Result<ProfileBitmap> everybody(std::int64_t at);
    /// members() by living profiles alone, as if merges after `at` had been before it.
    [[nodiscard]] Result<ProfileBitmap> membersNow(std::int64_t at);
    /// Those whom merges after `at` made one with others, as they were; null: nobody is concerned. Everything above but
    /// judge() and existed() is put right by it. Ready for `at`; stands until the next call.
    [[nodiscard]] Result<ApartProgram*> apartAt(std::int64_t at);
    /// One node for everybody who existed, whatever the rest of the tree says; after prepare().
    [[nodiscard]] Result<void> fillNode(const ProgramNode& node, std::int64_t at, ProfileBitmap& yes,
                                        ProfileBitmap& unset);

    /// Members as of `at`, kept until asked for another instant: a segment that others name is evaluated once.
    [[nodiscard]] Result<void> prepareMembers(std::int64_t at);
    [[nodiscard]] const ProfileBitmap& preparedMembers() const { return m_members; }
    void forgetMembers()
    {
        m_members = ProfileBitmap();
        m_hasMembers = false;
    }

    /// Everybody whose answer may change after `now`, up to and with `until`; bits of nobodies too.
    void markMovers(std::int64_t now, std::int64_t until, ProfileBitmap& movers) const;
    /// Every condition counts fresh events in.
    [[nodiscard]] bool takesFresh() const;
    [[nodiscard]] const ProgramNode& root() const { return m_root; }
    [[nodiscard]] Materials& materials() const { return *m_materials; }
    [[nodiscard]] ProfileNumber profileEnd() const { return m_materials->people().end; }

private:
    friend struct ProgramMaker;
    Program() = default;
    [[nodiscard]] Result<void> readyNode(ProgramNode& node, std::int64_t at);
    [[nodiscard]] Result<void> planNode(ProgramNode& node, std::int64_t at, std::vector<Judge*>& judges);
    void giveBack(ProgramNode& node);
    void fill(const ProgramNode& node, const Chunk& chunk, std::int64_t at, const std::uint64_t* care,
              std::uint64_t* yes, std::uint64_t* unset) const;
    void existing(const Chunk& chunk, std::int64_t at, std::uint64_t* words) const;
    /// The second thread, unless waking it takes longer than the work; null then.
    [[nodiscard]] WorkerPair* worthWaking() const;
    struct Chunks;

    [[nodiscard]] ProfileBitmap existingNow(std::int64_t at) const;
    [[nodiscard]] Result<void> fillNodeNow(const ProgramNode& node, std::int64_t at, ProfileBitmap& yes,
                                           ProfileBitmap& unset) const;
    [[nodiscard]] const ProgramNode* findTwin(const ProgramNode& node, const ProgramNode& mine,
                                              const ProgramNode& theirs) const;

    std::shared_ptr<TallyPool> m_ownTallies;  ///< before what borrows from it
    std::shared_ptr<Materials> m_materials;
    Node m_definition;
    ProgramNode m_root;
    std::unique_ptr<MergedFamilies> m_families;
    std::unique_ptr<ApartProgram> m_apart;
    ProfileBitmap m_members;
    std::int64_t m_membersAt = 0;
    bool m_hasMembers = false;
    std::int64_t m_readyAt = 0;
    bool m_isReady = false;
    mutable ProfileNumber m_judged = 0;  ///< the last answer of judge(): diamonds of segments ask again and again
    mutable std::int64_t m_judgedAt = 0;
    mutable Judgement m_judgement;
    mutable std::uint64_t m_judgedVersion = 0;
    mutable bool m_hasJudged = false;
};

}  // namespace shopbell::segments
