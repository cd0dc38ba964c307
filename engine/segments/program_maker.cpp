// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/conditions/judges.h"
#include "segments/mentioned_metrics.h"
#include "segments/program.h"
#include "segments/segment_store.h"

#include <algorithm>

namespace shopbell::segments {

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
        materials->preload(mentionedMetrics(definition, {}));
        auto root = makeNode(definition);
        if (!root) {
            return fail(root.error());
        }
        program->m_root = std::move(*root);
        program->m_definition = definition;
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

}  // namespace shopbell::segments
