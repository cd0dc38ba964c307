// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/program.h"

#include "segments/fresh_events.h"
#include "segments/worker_pair.h"

#include <algorithm>
#include <array>
#include <atomic>

namespace shopbell::segments {

namespace {

/// Words of one chunk: 32,768 profiles, whose bits fit the first-level cache many times over.
constexpr std::size_t chunkWords = 512;
/// Below so many profiles, waking another thread takes longer than the work.
constexpr ProfileNumber worthTwoThreads = 20'000;

using Words = std::array<std::uint64_t, chunkWords>;

void workAll(const std::vector<Judge*>& judges, int half)
{
    for (Judge* judge : judges) {
        judge->work(half);
    }
}

}  // namespace

void Judge::markMovers(std::int64_t, std::int64_t, ProfileBitmap& movers) const
{
    std::fill(movers.words().begin(), movers.words().end(), ~std::uint64_t{0});
}

Truth Judge::truth(ProfileNumber profile, std::int64_t at) const
{
    return judge(profile, at).truth;
}

void Judge::fill(const Chunk& chunk, std::int64_t at, const std::uint64_t* care, std::uint64_t* yes,
                 std::uint64_t* unset) const
{
    for (std::size_t word = 0; word < chunk.count; ++word) {
        for (std::uint64_t left = care[word]; left != 0; left &= left - 1) {
            const int bit = std::countr_zero(left);
            const auto found = static_cast<std::uint64_t>(
                truth(static_cast<ProfileNumber>((chunk.first + word) * 64 + static_cast<std::size_t>(bit)), at));
            yes[word] |= (found & 1) << bit;
            unset[word] |= (found >> 1) << bit;
        }
    }
}

Result<void> Program::ready(std::int64_t at)
{
    // What was loaded for an instant serves all later ones.
    if (m_isReady && at >= m_readyAt) {
        return {};
    }
    auto done = readyNode(m_root, at);
    if (done) {
        m_isReady = true;
        m_readyAt = at;
    }
    return done;
}

Result<void> Program::readyNode(ProgramNode& node, std::int64_t at)
{
    if (node.judge) {
        return node.judge->ready(at);
    }
    for (ProgramNode& part : node.parts) {
        if (auto done = readyNode(part, at); !done) {
            return done;
        }
    }
    return {};
}

void Program::markMovers(std::int64_t now, std::int64_t until, ProfileBitmap& movers) const
{
    const auto mark = [&](const auto& self, const ProgramNode& node) -> void {
        if (node.judge) {
            node.judge->markMovers(now, until, movers);
        }
        for (const ProgramNode& part : node.parts) {
            self(self, part);
        }
    };
    mark(mark, m_root);
    const People& people = m_materials->people();
    if (people.lastCreated > now) {
        for (ProfileNumber profile = 0; profile < people.end && profile < movers.end(); ++profile) {
            if (people.createdAt[profile] > now && people.createdAt[profile] <= until) {
                movers.add(profile);
            }
        }
    }
}

bool Program::takesFresh() const
{
    const auto takes = [](const auto& self, const ProgramNode& node) -> bool {
        return node.judge ? node.judge->takesFresh()
                          : std::all_of(node.parts.begin(), node.parts.end(),
                                        [&](const ProgramNode& part) { return self(self, part); });
    };
    return takes(takes, m_root);
}

bool Program::existed(ProfileNumber profile, std::int64_t at) const
{
    const People& people = m_materials->people();
    return profile > 0 && profile < people.end && ((people.living[profile >> 6] >> (profile & 63)) & 1) != 0 &&
           people.createdAt[profile] <= at;
}

Judgement Program::judge(ProfileNumber profile, std::int64_t at) const
{
    if (!existed(profile, at)) {
        const People& people = m_materials->people();
        const bool willBe = profile > 0 && profile < people.end && people.createdAt[profile] > at &&
                            ((people.living[profile >> 6] >> (profile & 63)) & 1) != 0;
        return {Truth::No, willBe ? people.createdAt[profile] : never};
    }
    const FreshEvents* fresh = m_materials->sources().fresh;
    const std::uint64_t version = fresh != nullptr ? fresh->version() : 0;
    if (!m_hasJudged || m_judged != profile || m_judgedAt != at || m_judgedVersion != version) {
        m_judgement = judgeNode(m_root, profile, at);
        m_judged = profile;
        m_judgedAt = at;
        m_judgedVersion = version;
        m_hasJudged = true;
    }
    return m_judgement;
}

Judgement Program::judgeNode(const ProgramNode& node, ProfileNumber profile, std::int64_t at) const
{
    switch (node.kind) {
    case ProgramNode::Kind::Condition: return node.judge->judge(profile, at);
    case ProgramNode::Kind::Not: {
        Judgement inner = judgeNode(node.parts.front(), profile, at);
        inner.truth = negate(inner.truth);
        return inner;
    }
    case ProgramNode::Kind::All:
    case ProgramNode::Kind::Any: break;
    }
    // A part that decides alone also says until when at least; of several, the one that holds longest.
    const Truth deciding = node.kind == ProgramNode::Kind::All ? Truth::No : Truth::Yes;
    Judgement all{negate(deciding), never};
    std::int64_t decidedUntil = 0;
    bool decided = false;
    for (const ProgramNode& part : node.parts) {
        const Judgement inner = judgeNode(part, profile, at);
        if (inner.truth == deciding) {
            decidedUntil = decided ? std::max(decidedUntil, inner.until) : inner.until;
            decided = true;
            if (decidedUntil == never) {
                break;
            }
        } else if (inner.truth == Truth::Unset) {
            all.truth = Truth::Unset;
        }
        all.until = std::min(all.until, inner.until);
    }
    return decided ? Judgement{deciding, decidedUntil} : all;
}

void Program::existing(const Chunk& chunk, std::int64_t at, std::uint64_t* words) const
{
    const People& people = m_materials->people();
    std::copy_n(people.living.begin() + static_cast<std::ptrdiff_t>(chunk.first), chunk.count, words);
    if (people.lastCreated <= at) {
        return;
    }
    for (std::size_t word = 0; word < chunk.count; ++word) {
        for (std::uint64_t left = words[word]; left != 0; left &= left - 1) {
            const int bit = std::countr_zero(left);
            if (people.createdAt[(chunk.first + word) * 64 + static_cast<std::size_t>(bit)] > at) {
                words[word] &= ~(std::uint64_t{1} << bit);
            }
        }
    }
}

Result<void> Program::prepare(std::int64_t at)
{
    std::vector<Judge*> judges;
    if (auto planned = planNode(m_root, at, judges); !planned) {
        return planned;
    }
    const auto work = [&](int half) { workAll(judges, half); };
    if (WorkerPair* workers = worthWaking()) {
        workers->run(work);
    } else {
        work(0);
        work(1);
    }
    return {};
}

WorkerPair* Program::worthWaking() const
{
    return profileEnd() >= worthTwoThreads ? m_materials->sources().workers : nullptr;
}

Result<void> Program::planNode(ProgramNode& node, std::int64_t at, std::vector<Judge*>& judges)
{
    const Sources& sources = m_materials->sources();
    if (sources.cancel.isCancelled()) {
        return fail(ErrorKind::Cancelled, "The question was given up.");
    }
    if (node.judge) {
        judges.push_back(node.judge.get());
        auto planned = node.judge->plan(at, sources.workers != nullptr ? sources.workers->tallies() : *m_ownTallies);
        node.cost = node.judge->cost();
        return planned;
    }
    node.cost = 0;
    for (ProgramNode& part : node.parts) {
        if (auto planned = planNode(part, at, judges); !planned) {
            return planned;
        }
        node.cost += part.cost;
    }
    return {};
}

void Program::fill(const ProgramNode& node, const Chunk& chunk, std::int64_t at, const std::uint64_t* care,
                   std::uint64_t* yes, std::uint64_t* unset) const
{
    if (node.kind == ProgramNode::Kind::Condition) {
        node.judge->fill(chunk, at, care, yes, unset);
        return;
    }
    if (node.kind == ProgramNode::Kind::Not) {
        fill(node.parts.front(), chunk, at, care, yes, unset);
        for (std::size_t i = 0; i < chunk.count; ++i) {
            yes[i] = ~(yes[i] | unset[i]);
        }
        return;
    }
    // `any` is `all` with Yes and No changing places. `open` are those whom no part has decided yet.
    const bool all = node.kind == ProgramNode::Kind::All;
    std::vector<const ProgramNode*> parts;
    for (const ProgramNode& part : node.parts) {
        parts.push_back(&part);
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const ProgramNode* a, const ProgramNode* b) { return a->cost < b->cost; });
    Words open;
    Words partYes;
    Words partUnset;
    std::copy_n(care, chunk.count, open.begin());
    std::fill_n(unset, chunk.count, 0);
    for (const ProgramNode* part : parts) {
        std::fill_n(partYes.begin(), chunk.count, 0);
        std::fill_n(partUnset.begin(), chunk.count, 0);
        fill(*part, chunk, at, open.data(), partYes.data(), partUnset.data());
        std::uint64_t left = 0;
        for (std::size_t i = 0; i < chunk.count; ++i) {
            unset[i] |= partUnset[i];
            open[i] &= all ? partYes[i] | partUnset[i] : ~partYes[i];
            left |= open[i];
        }
        if (left == 0) {
            break;
        }
    }
    for (std::size_t i = 0; i < chunk.count; ++i) {
        unset[i] &= open[i];
        yes[i] = all ? open[i] & ~unset[i] : care[i] & ~open[i];
    }
}

/// Takes chunk after chunk until there is none left; for as many threads as like.
struct Program::Chunks {
    const std::size_t words;
    const CancelToken& cancel;
    std::atomic<std::size_t> next = 0;

    template <class PerChunk>
    void each(PerChunk&& perChunk)
    {
        for (;;) {
            const std::size_t first = next.fetch_add(chunkWords);
            if (first >= words || cancel.isCancelled()) {
                return;
            }
            perChunk(Chunk{first, std::min(chunkWords, words - first)});
        }
    }
    [[nodiscard]] Result<void> end() const
    {
        return cancel.isCancelled() ? Result<void>(fail(ErrorKind::Cancelled, "The question was given up."))
                                    : Result<void>();
    }
};

Result<ProfileBitmap> Program::membersNow(std::int64_t at)
{
    std::vector<Judge*> judges;
    if (auto planned = planNode(m_root, at, judges); !planned) {
        return fail(planned.error());
    }
    ProfileBitmap found(profileEnd());
    Chunks chunks{m_materials->people().living.size(), m_materials->sources().cancel};
    const auto work = [&](int half) { workAll(judges, half); };
    const auto fillChunks = [&] {
        chunks.each([&](const Chunk& chunk) {
            Words care;
            Words yes{};
            Words unset{};
            existing(chunk, at, care.data());
            fill(m_root, chunk, at, care.data(), yes.data(), unset.data());
            for (std::size_t i = 0; i < chunk.count; ++i) {
                found.words()[chunk.first + i] = yes[i] & care[i];
            }
        });
    };
    if (WorkerPair* workers = worthWaking()) {
        workers->run(work, fillChunks);
    } else {
        work(0);
        work(1);
        fillChunks();
    }
    // A live segment keeps its program: what was counted in, up to 24 bytes a profile and condition, is for others now.
    giveBack(m_root);
    if (auto ended = chunks.end(); !ended) {
        return fail(ended.error());
    }
    return found;
}

void Program::giveBack(ProgramNode& node)
{
    if (node.judge) {
        node.judge->giveBack();
    }
    for (ProgramNode& part : node.parts) {
        giveBack(part);
    }
}

Result<void> Program::fillNodeNow(const ProgramNode& node, std::int64_t at, ProfileBitmap& yes,
                                  ProfileBitmap& unset) const
{
    yes = ProfileBitmap(profileEnd());
    unset = ProfileBitmap(profileEnd());
    Chunks chunks{m_materials->people().living.size(), m_materials->sources().cancel};
    const auto work = [&](int) {
        chunks.each([&](const Chunk& chunk) {
            Words care;
            Words yesWords{};
            Words unsetWords{};
            existing(chunk, at, care.data());
            fill(node, chunk, at, care.data(), yesWords.data(), unsetWords.data());
            for (std::size_t i = 0; i < chunk.count; ++i) {
                yes.words()[chunk.first + i] = yesWords[i] & care[i];
                unset.words()[chunk.first + i] = unsetWords[i] & care[i];
            }
        });
    };
    if (WorkerPair* workers = worthWaking()) {
        workers->run(work);
    } else {
        work(0);
    }
    return chunks.end();
}

ProfileBitmap Program::existingNow(std::int64_t at) const
{
    ProfileBitmap found(profileEnd());
    for (std::size_t first = 0; first < found.words().size(); first += chunkWords) {
        const Chunk chunk{first, std::min(chunkWords, found.words().size() - first)};
        existing(chunk, at, found.words().data() + first);
    }
    return found;
}

Result<void> Program::prepareMembers(std::int64_t at)
{
    if (m_hasMembers && m_membersAt == at) {
        return {};
    }
    // Whoever was somebody else then is answered apart from this, by the whole definition.
    auto found = membersNow(at);
    if (!found) {
        return fail(found.error());
    }
    m_members = std::move(*found);
    m_membersAt = at;
    m_hasMembers = true;
    return {};
}

}  // namespace shopbell::segments
