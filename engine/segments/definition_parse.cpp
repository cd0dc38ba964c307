// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/condition_json.h"
#include "segments/definition.h"
#include "segments/json_place.h"

namespace shopbell::segments {

namespace {

struct NodeReader {
    std::size_t nodes = 0;

    Node read(JsonPlace place, std::size_t depth)
    {
        if (place.failed()) {
            return {};
        }
        if (depth > maxDefinitionDepth) {
            place.complain("groups may stand at most " + std::to_string(maxDefinitionDepth) + " deep.");
            return {};
        }
        if (++nodes > maxDefinitionNodes) {
            place.complain("a definition may have at most " + std::to_string(maxDefinitionNodes) + " parts.");
            return {};
        }
        if (!place.isObject()) {
            place.complain("expected an object: a group {\"all\": […]}, {\"any\": […]}, {\"not\": {…}}, or a condition "
                           "with a \"type\".");
            return {};
        }
        for (const std::string_view group : {"all", "any"}) {
            if (place.has(group)) {
                std::vector<Node> parts;
                for (JsonPlace& part : place.member(group)->elements()) {
                    parts.push_back(read(part, depth + 1));
                }
                place.finish();
                return group == "all" ? Node{AllOf{std::move(parts)}} : Node{AnyOf{std::move(parts)}};
            }
        }
        if (place.has("not")) {
            NotThis negation;
            negation.part.push_back(read(*place.member("not"), depth + 1));
            place.finish();
            return Node{std::move(negation)};
        }
        return Node{readCondition(place)};
    }
};

}  // namespace

Result<Node> parseDefinition(std::string_view json)
{
    // Conditions hold a few levels of their own (steps, where, timeframe).
    auto document = parseJsonValue(json, maxDefinitionBytes, 2 * maxDefinitionDepth + 16);
    if (!document) {
        return fail(document.error());
    }
    JsonPlace::Problem problem;
    Node root = NodeReader{}.read(JsonPlace(*document, {}, problem), 1);
    if (problem.error) {
        return fail(*problem.error);
    }
    return root;
}

const std::vector<Node>* findParts(const Node& node)
{
    if (const auto* all = std::get_if<AllOf>(&node.what)) {
        return &all->parts;
    }
    if (const auto* any = std::get_if<AnyOf>(&node.what)) {
        return &any->parts;
    }
    const auto* negation = std::get_if<NotThis>(&node.what);
    return negation ? &negation->part : nullptr;
}

std::vector<Node>* findParts(Node& node)
{
    return const_cast<std::vector<Node>*>(findParts(static_cast<const Node&>(node)));
}

}  // namespace shopbell::segments
