// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/segment_source.h"

#include "base/file.h"

namespace shopbell::cli {

namespace {

constexpr std::size_t maxDefinitionBytes = 1024 * 1024;

}  // namespace

Result<SegmentInfo> findSegment(Session& session, const std::string& name)
{
    auto segments = session.ask(ListSegments{});
    if (!segments) {
        return fail(segments.error());
    }
    return pickNamed(
        *segments, name, "segment", [](const SegmentInfo& s) { return s.name; },
        [](const SegmentInfo& s) { return s.id.value; });
}

Result<SegmentDefinition> readDefinitionFile(const std::string& file)
{
    auto text = readFile(toPath(file), maxDefinitionBytes);
    if (!text) {
        return fail(text.error());
    }
    return SegmentDefinition{std::move(*text)};
}

Result<SegmentDefinition> readDefinition(Session& session, const SegmentSource& source)
{
    if (!source.definition.empty()) {
        return SegmentDefinition{source.definition};
    }
    if (!source.definitionFile.empty()) {
        return readDefinitionFile(source.definitionFile);
    }
    if (source.name.empty()) {
        return fail(ErrorKind::InvalidInput, "Name a segment, or give a definition with --file DEF.json.");
    }
    auto segment = findSegment(session, source.name);
    if (!segment) {
        return fail(segment.error());
    }
    return segment->definition;
}

Result<std::optional<Instant>> readInstant(const std::string& text)
{
    if (text.empty()) {
        return std::optional<Instant>();
    }
    auto at = parseInstant(text);
    if (!at) {
        return fail(at.error());
    }
    return std::optional<Instant>(*at);
}

void addSegmentSource(CLI::App* command, SegmentSource& source, bool withAsOf)
{
    command->add_option("segment", source.name, "name or #id of a saved segment");
    command->add_option("--file", source.definitionFile, "a definition in JSON");
    command->add_option("--definition", source.definition, "the JSON itself");
    if (withAsOf) {
        command->add_option("--as-of", source.asOf, "as it was then: ISO 8601, or Unix seconds or milliseconds");
    }
}

}  // namespace shopbell::cli
