// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/program.h"

#include "segments/conditions/judges.h"
#include "segments/fresh_events.h"
#include "segments/segment_store.h"
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

/// Makes programs, one per segment however often it is named, and notices rings.
struct ProgramMaker {
    std::shared_ptr<Materials> materials;
    std::map<std::int64_t, std::shared_ptr<Program>> segments;
    std::vector<std::pair<std::int64_t, std::string>> open;

    Result<std::shared_ptr<Program>> makeProgram(const Node& definition)
    {
        auto program = std::shared_ptr<Program>(new Program);
        program->m_materials = materials;
        program->m_ownTallies = std::make_shared<TallyPool>();
        auto root = makeNode(definition);
        if (!root) {
            return fail(root.error());
        }
        program->m_root = std::move(*root);
        return program;
    }

    Result<ProgramNode> makeNode(const Node& node)
    {
        ProgramNode made;
        if (const auto* parts = findParts(node)) {
            made.kind = std::holds_alternative<AllOf>(node.what)   ? ProgramNode::Kind::All
                        : std::holds_alternative<AnyOf>(node.what) ? ProgramNode::Kind::Any
                                                                   : ProgramNode::Kind::Not;
            for (const Node& part : *parts) {
                auto inner = makeNode(part);
                if (!inner) {
                    return inner;
                }
                made.mayBeUnset = made.mayBeUnset || inner->mayBeUnset;
                made.cost += inner->cost;
                made.parts.push_back(std::move(*inner));
            }
            return made;
        }
        made.kind = ProgramNode::Kind::Condition;
        made.source = node;
        auto judge = makeCondition(node);
        if (!judge) {
            return fail(judge.error());
        }
        made.judge = std::move(*judge);
        made.mayBeUnset = made.judge->mayBeUnset();
        made.cost = made.judge->cost();
        return made;
    }

    MadeJudge makeCondition(const Node& node)
    {
        return std::visit(
            [&](const auto& condition) -> MadeJudge {
                using Condition = std::decay_t<decltype(condition)>;
                if constexpr (std::is_same_v<Condition, AllOf> || std::is_same_v<Condition, AnyOf> ||
                              std::is_same_v<Condition, NotThis>) {
                    return fail(ErrorKind::InvalidInput, "A group is no condition.");
                } else if constexpr (std::is_same_v<Condition, SegmentCondition>) {
                    return makeSegment(condition);
                } else {
                    return makeJudge(condition, materials);
                }
            },
            node.what);
    }

    MadeJudge makeSegment(const SegmentCondition& condition)
    {
        db::Connection& db = *materials->sources().db;
        std::int64_t id = condition.segment.id;
        if (id == 0) {
            auto found = findSegment(db, condition.segment.name);
            if (!found) {
                return fail(found.error());
            }
            if (!*found) {
                return fail(ErrorKind::NotFound, "There is no segment called \"" + condition.segment.name + "\".");
            }
            id = (*found)->value;
        }
        auto stored = loadSegment(db, {id});
        if (!stored) {
            return fail(stored.error());
        }
        if (std::any_of(open.begin(), open.end(), [&](const auto& entry) { return entry.first == id; })) {
            return fail(ErrorKind::InvalidInput, "The segment \"" + stored->name +
                                                     "\" leans on itself; take it out of "
                                                     "its own definition, or out of the segments it names.");
        }
        auto& program = segments[id];
        if (!program) {
            auto definition = parseDefinition(stored->definition);
            if (!definition) {
                return fail(definition.error());
            }
            open.emplace_back(id, stored->name);
            auto made = makeProgram(*definition);
            open.pop_back();
            if (!made) {
                return fail(made.error());
            }
            program = std::move(*made);
        }
        return makeJudge(condition, materials, program, stored->name, id);
    }
};

Result<std::shared_ptr<Program>> Program::make(const Sources& sources, const Node& definition)
{
    auto materials = Materials::make(sources);
    if (!materials) {
        return fail(materials.error());
    }
    ProgramMaker maker{std::move(*materials), {}, {}};
    return maker.makeProgram(definition);
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
    const auto work = [&](int half) {
        for (Judge* judge : judges) {
            judge->work(half);
        }
    };
    WorkerPair* workers = m_materials->sources().workers;
    if (workers != nullptr && profileEnd() >= worthTwoThreads) {
        workers->run(work);
    } else {
        work(0);
        work(1);
    }
    return {};
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

template <class PerChunk>
Result<void> Program::eachChunk(PerChunk&& perChunk) const
{
    const std::size_t words = m_materials->people().living.size();
    const CancelToken& cancel = m_materials->sources().cancel;
    std::atomic<std::size_t> next{0};
    const auto work = [&](int) {
        for (;;) {
            const std::size_t first = next.fetch_add(chunkWords);
            if (first >= words || cancel.isCancelled()) {
                return;
            }
            perChunk(Chunk{first, std::min(chunkWords, words - first)});
        }
    };
    WorkerPair* workers = m_materials->sources().workers;
    if (workers != nullptr && profileEnd() >= worthTwoThreads) {
        workers->run(work);
    } else {
        work(0);
    }
    if (cancel.isCancelled()) {
        return fail(ErrorKind::Cancelled, "The question was given up.");
    }
    return {};
}

Result<ProfileBitmap> Program::members(std::int64_t at)
{
    auto done = prepare(at);
    if (!done) {
        return fail(done.error());
    }
    ProfileBitmap found(profileEnd());
    done = eachChunk([&](const Chunk& chunk) {
        Words care;
        Words yes{};
        Words unset{};
        existing(chunk, at, care.data());
        fill(m_root, chunk, at, care.data(), yes.data(), unset.data());
        for (std::size_t i = 0; i < chunk.count; ++i) {
            found.words()[chunk.first + i] = yes[i] & care[i];
        }
    });
    // A live segment keeps its program: what was counted in, up to 24 bytes a profile and condition, is for others now.
    giveBack(m_root);
    if (!done) {
        return fail(done.error());
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

Result<void> Program::fillNode(const ProgramNode& node, std::int64_t at, ProfileBitmap& yes, ProfileBitmap& unset)
{
    yes = ProfileBitmap(profileEnd());
    unset = ProfileBitmap(profileEnd());
    return eachChunk([&](const Chunk& chunk) {
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
}

ProfileBitmap Program::everybody(std::int64_t at) const
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
    auto found = members(at);
    if (!found) {
        return fail(found.error());
    }
    m_members = std::move(*found);
    m_membersAt = at;
    m_hasMembers = true;
    return {};
}

}  // namespace shopbell::segments
