// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/condition_effects.h"

#include "segments/program.h"

#include <functional>

namespace shopbell::segments {

namespace {

/// A node with the answer of everybody.
struct Answered {
    const ProgramNode* node = nullptr;
    ProfileBitmap yes;
    ProfileBitmap unset;
    std::vector<Answered> parts;
};

Result<Answered> answer(Program& program, const ProgramNode& node, std::int64_t at)
{
    Answered answered;
    answered.node = &node;
    if (auto done = program.fillNode(node, at, answered.yes, answered.unset); !done) {
        return fail(done.error());
    }
    for (const ProgramNode& part : node.parts) {
        auto inner = answer(program, part, at);
        if (!inner) {
            return inner;
        }
        answered.parts.push_back(std::move(*inner));
    }
    return answered;
}

struct Bits {
    ProfileBitmap yes;
    ProfileBitmap unset;
};

/// The answer of a tree with something else in place of one of its nodes: without it, or with its unset ones let in.
struct Variation {
    const ProgramNode* changed = nullptr;
    bool leftOut = false;  ///< else: unset counts as Yes
};

/// False when the node itself is left out.
bool combine(const Answered& answered, const ProfileBitmap& everybody, const Variation& variation, Bits& into)
{
    const ProgramNode& node = *answered.node;
    if (&node == variation.changed) {
        if (variation.leftOut) {
            return false;
        }
        into = {answered.yes, ProfileBitmap(everybody.end())};
        for (std::size_t i = 0; i < into.yes.words().size(); ++i) {
            into.yes.words()[i] |= answered.unset.words()[i];
        }
        return true;
    }
    if (node.kind == ProgramNode::Kind::Condition) {
        into = {answered.yes, answered.unset};
        return true;
    }
    const bool all = node.kind != ProgramNode::Kind::Any;
    into = {ProfileBitmap(everybody.end()), ProfileBitmap(everybody.end())};
    const std::size_t words = everybody.words().size();
    std::vector<std::uint64_t> open(everybody.words().begin(), everybody.words().end());
    bool anyPart = false;
    for (const Answered& part : answered.parts) {
        Bits inner;
        if (!combine(part, everybody, variation, inner)) {
            continue;
        }
        anyPart = true;
        if (node.kind == ProgramNode::Kind::Not) {
            for (std::size_t i = 0; i < words; ++i) {
                into.yes.words()[i] = everybody.words()[i] & ~(inner.yes.words()[i] | inner.unset.words()[i]);
                into.unset.words()[i] = inner.unset.words()[i];
            }
            return true;
        }
        for (std::size_t i = 0; i < words; ++i) {
            into.unset.words()[i] |= inner.unset.words()[i];
            open[i] &= all ? inner.yes.words()[i] | inner.unset.words()[i] : ~inner.yes.words()[i];
        }
    }
    if (!anyPart && !answered.parts.empty()) {
        return false;  // nothing is left of the group
    }
    for (std::size_t i = 0; i < words; ++i) {
        into.unset.words()[i] &= open[i];
        into.yes.words()[i] = all ? open[i] & ~into.unset.words()[i] : everybody.words()[i] & ~open[i];
    }
    return true;
}

std::int64_t countWith(const Answered& root, const ProfileBitmap& everybody, const Variation& variation)
{
    Bits bits;
    return combine(root, everybody, variation, bits) ? bits.yes.count() : everybody.count();
}

}  // namespace

Result<EffectsAnswer> measureEffects(const Sources& sources, const Node& definition, Instant asOf)
{
    auto program = Program::make(sources, definition);
    if (!program) {
        return fail(program.error());
    }
    if (auto ready = (*program)->ready(asOf.ms); !ready) {
        return fail(ready.error());
    }
    if (auto prepared = (*program)->prepare(asOf.ms); !prepared) {
        return fail(prepared.error());
    }
    auto root = answer(**program, (*program)->root(), asOf.ms);
    if (!root) {
        return fail(root.error());
    }
    auto existing = (*program)->everybody(asOf.ms);
    if (!existing) {
        return fail(existing.error());
    }
    const ProfileBitmap everybody = std::move(*existing);
    EffectsAnswer result;
    result.members = root->yes.count();
    result.everybody = everybody.count();

    const std::function<void(const Answered&, const Answered*, std::size_t)> visit =
        [&](const Answered& answered, const Answered* group, std::size_t place) {
            ConditionEffect effect;
            effect.alone = answered.yes.count();
            effect.unset = answered.unset.count();
            effect.running = effect.alone;
            if (group != nullptr && group->node->kind != ProgramNode::Kind::Not) {
                const bool all = group->node->kind == ProgramNode::Kind::All;
                ProfileBitmap running = all ? everybody : ProfileBitmap(everybody.end());
                std::int64_t before = running.count();
                for (std::size_t i = 0; i <= place; ++i) {
                    before = running.count();
                    for (std::size_t word = 0; word < running.words().size(); ++word) {
                        const std::uint64_t yes = group->parts[i].yes.words()[word];
                        running.words()[word] = all ? running.words()[word] & yes : running.words()[word] | yes;
                    }
                }
                effect.running = running.count();
                effect.removes = all ? before - effect.running : effect.running - before;
            } else {
                effect.removes = result.everybody - effect.alone;
            }
            const std::int64_t without = countWith(*root, everybody, {answered.node, true});
            effect.onlyThis = without > result.members ? without - result.members : result.members - without;
            if (answered.node->kind == ProgramNode::Kind::Condition && effect.unset > 0) {
                effect.unsetDecides = countWith(*root, everybody, {answered.node, false}) - result.members;
            }
            result.nodes.push_back(effect);
            for (std::size_t i = 0; i < answered.parts.size(); ++i) {
                visit(answered.parts[i], &answered, i);
            }
        };
    visit(*root, nullptr, 0);
    return result;
}

Result<Overlap> measureOverlap(const Sources& sources, const Node& first, const Node& second, Instant asOf)
{
    ProfileBitmap members[2];
    for (int i = 0; i < 2; ++i) {
        auto evaluator = Evaluator::make(sources, i == 0 ? first : second);
        if (!evaluator) {
            return fail(evaluator.error());
        }
        auto found = evaluator->members(asOf);
        if (!found) {
            return fail(found.error());
        }
        members[i] = std::move(*found);
    }
    Overlap overlap;
    const auto a = members[0].words();
    const auto b = members[1].words();
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        const std::uint64_t inA = i < a.size() ? a[i] : 0;
        const std::uint64_t inB = i < b.size() ? b[i] : 0;
        overlap.onlyFirst += countBits(inA & ~inB);
        overlap.both += countBits(inA & inB);
        overlap.onlySecond += countBits(inB & ~inA);
    }
    return overlap;
}

}  // namespace shopbell::segments
