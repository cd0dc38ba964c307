// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/segment_editing.h"
#include "db/transaction.h"
#include "runtime/handlers.h"
#include "runtime/segment_reading.h"
#include "segments/condition_effects.h"
#include "segments/inventory.h"
#include "segments/klaviyo.h"
#include "segments/segment_store.h"
#include "segments/size_curve.h"
#include "segments/templates.h"

#include <algorithm>
#include <chrono>

namespace shopbell {

namespace {

constexpr std::int64_t mostValues = 1'000;
constexpr int mostPoints = 400;

Result<segments::Node> parseResolved(ReadContext& reading, const SegmentDefinition& what)
{
    auto parsed = segments::parseDefinition(what);
    if (!parsed) {
        return fail(parsed.error());
    }
    return segments::resolveReferences(reading.db, std::move(*parsed));
}

/// In the order of a walk, each node before its parts.
void listWords(const segments::Node& node, std::vector<std::string>& words)
{
    const auto* parts = segments::findParts(node);
    if (parts == nullptr) {
        words.push_back(segments::toWords(node));
        return;
    }
    words.emplace_back(std::holds_alternative<segments::AllOf>(node.what)   ? "all of these"
                       : std::holds_alternative<segments::AnyOf>(node.what) ? "any of these"
                                                                            : "not this");
    for (const auto& part : *parts) {
        listWords(part, words);
    }
}

Result<SegmentEffects> effectsOf(ReadContext& reading, const MeasureSegmentEffects& question)
{
    auto definition = parseResolved(reading, question.what);
    if (!definition) {
        return fail(definition.error());
    }
    const auto begun = std::chrono::steady_clock::now();
    auto measured =
        segments::measureEffects(sourcesOf(reading), *definition, question.asOf.value_or(reading.clock.now()));
    const auto took = std::chrono::steady_clock::now() - begun;
    if (!measured) {
        return fail(measured.error());
    }
    auto named = segments::nameReferences(reading.db, std::move(*definition));
    if (!named) {
        return fail(named.error());
    }
    std::vector<std::string> words;
    listWords(*named, words);
    SegmentEffects effects;
    effects.members = measured->members;
    effects.everybody = measured->everybody;
    for (std::size_t i = 0; i < measured->nodes.size() && i < words.size(); ++i) {
        const auto& node = measured->nodes[i];
        effects.nodes.push_back({node.alone, node.running, node.removes, node.onlyThis, node.unset, node.unsetDecides,
                                 std::move(words[i])});
    }
    effects.milliseconds = std::chrono::duration<double, std::milli>(took).count();
    return effects;
}

Result<std::vector<SegmentSize>> sizesOf(ReadContext& reading, const MeasureSegmentSizes& question)
{
    if (question.points < 2 || question.points > mostPoints) {
        return fail(ErrorKind::InvalidInput, "A curve of sizes has 2 to 400 points.");
    }
    auto definition = parseResolved(reading, question.what);
    if (!definition) {
        return fail(definition.error());
    }
    auto curve = segments::measureSize(sourcesOf(reading), *definition, question.from, question.to, question.points);
    if (!curve) {
        return fail(curve.error());
    }
    std::vector<SegmentSize> sizes;
    sizes.reserve(curve->size());
    for (const auto& point : *curve) {
        sizes.push_back({point.at, point.members, point.everybody});
    }
    return sizes;
}

Result<SegmentOverlap> compare(ReadContext& reading, const CompareSegments& question)
{
    auto first = parseResolved(reading, question.first);
    if (!first) {
        return fail(first.error());
    }
    auto second = parseResolved(reading, question.second);
    if (!second) {
        return fail(second.error());
    }
    auto overlap =
        segments::measureOverlap(sourcesOf(reading), *first, *second, question.asOf.value_or(reading.clock.now()));
    if (!overlap) {
        return fail(overlap.error());
    }
    return SegmentOverlap{overlap->onlyFirst, overlap->both, overlap->onlySecond};
}

Result<std::vector<MetricChoice>> listMetricChoices(ReadContext& reading, const ListMetricChoices&)
{
    auto known = segments::listKnownMetrics(sourcesOf(reading));
    if (!known) {
        return fail(known.error());
    }
    std::vector<MetricChoice> choices;
    for (auto& metric : *known) {
        choices.push_back(
            {std::move(metric.name), metric.events, metric.events > 0 ? std::optional(metric.last) : std::nullopt});
    }
    return choices;
}

Result<std::vector<PropertyChoice>> listPropertyChoices(ReadContext& reading, const ListPropertyChoices& question)
{
    const auto sources = sourcesOf(reading);
    auto known = question.metric.empty() ? segments::listProfileProperties(sources)
                                         : segments::listEventProperties(sources, question.metric);
    if (!known) {
        return fail(known.error());
    }
    std::vector<PropertyChoice> choices;
    for (auto& property : *known) {
        choices.push_back({std::move(property.name), property.count});
    }
    return choices;
}

ValueSort sortOf(segments::ValueKind kind)
{
    switch (kind) {
    case segments::ValueKind::Text: return ValueSort::Text;
    case segments::ValueKind::Number: return ValueSort::Number;
    case segments::ValueKind::Boolean: return ValueSort::Boolean;
    case segments::ValueKind::Date: return ValueSort::Date;
    case segments::ValueKind::List: return ValueSort::List;
    }
    return ValueSort::Text;
}

Result<ValueChoices> listValueChoices(ReadContext& reading, const ListValueChoices& question)
{
    if (question.property.empty()) {
        return fail(ErrorKind::InvalidInput, "Name the property whose values you want to see.");
    }
    const auto sources = sourcesOf(reading);
    const auto limit = static_cast<std::size_t>(std::clamp<std::int64_t>(question.limit, 0, mostValues));
    auto known = question.metric.empty()
                     ? segments::listProfileValues(sources, question.property, question.search, limit)
                     : segments::listEventValues(sources, question.metric, question.property, question.search, limit);
    if (!known) {
        return fail(known.error());
    }
    ValueChoices choices{sortOf(known->kind), known->distinct, {}};
    for (auto& value : known->values) {
        choices.values.push_back({std::move(value.text), value.count});
    }
    return choices;
}

Result<std::vector<SegmentTemplateInfo>> listTemplates(ReadContext&, const ListSegmentTemplates&)
{
    std::vector<SegmentTemplateInfo> infos;
    for (const auto& one : segments::segmentTemplates()) {
        infos.push_back({std::string(one.key),
                         std::string(one.group),
                         std::string(one.name),
                         std::string(one.purpose),
                         {std::string(one.json)}});
    }
    return infos;
}

/// One table of names serves metrics, lists and segments: Klaviyo's ids do not repeat among them.
segments::KlaviyoNames namesOf(const std::vector<std::pair<std::string, std::string>>& pairs)
{
    segments::KlaviyoNames names;
    for (const auto& [id, name] : pairs) {
        names.metrics.emplace(id, name);
        names.lists.emplace(id, name);
        names.segments.emplace(id, name);
    }
    return names;
}

std::vector<FormDifference> tell(std::vector<segments::KlaviyoDifference> differences)
{
    std::vector<FormDifference> told;
    for (auto& difference : differences) {
        told.push_back({std::move(difference.place), std::move(difference.what)});
    }
    return told;
}

Result<KlaviyoReading> readKlaviyo(ReadContext& reading, const ReadKlaviyoSegment& question)
{
    auto imported = segments::importKlaviyo(question.json, namesOf(question.names));
    if (!imported) {
        return fail(imported.error());
    }
    KlaviyoReading answer;
    // What it names need not be here yet: then it stays a name, and saving says what is missing.
    auto resolved = segments::resolveReferences(reading.db, imported->definition);
    answer.definition = segments::toJson(resolved ? *resolved : imported->definition);
    answer.differences = tell(std::move(imported->differences));
    if (!resolved) {
        answer.differences.push_back({{}, resolved.error().what});
    }
    return answer;
}

Result<KlaviyoWriting> writeKlaviyo(ReadContext& reading, const WriteKlaviyoSegment& question)
{
    auto parsed = segments::parseDefinition(question.what);
    if (!parsed) {
        return fail(parsed.error());
    }
    auto named = segments::nameReferences(reading.db, std::move(*parsed));
    if (!named) {
        return fail(named.error());
    }
    auto exported = segments::exportKlaviyo(*named, namesOf(question.names));
    return KlaviyoWriting{std::move(exported.json), tell(std::move(exported.differences))};
}

Result<Done> restoreOne(WriteContext& writing, const RestoreSegment& command)
{
    auto restored = db::inTransaction(
        writing.db, [&] { return segments::SegmentStore(writing.db, writing.clock).restore(command.segment); });
    if (!restored) {
        return fail(restored.error());
    }
    writing.notices.publish(Topic::Segments, command.segment.value);
    return Done{};
}

}  // namespace

void addSegmentEditingHandlers(HandlerTable& table)
{
    table.question(effectsOf);
    table.question(sizesOf);
    table.question(compare);
    table.question(listMetricChoices);
    table.question(listPropertyChoices);
    table.question(listValueChoices);
    table.question(listTemplates);
    table.question(readKlaviyo);
    table.question(writeKlaviyo);
    table.command(restoreOne);
}

}  // namespace shopbell
