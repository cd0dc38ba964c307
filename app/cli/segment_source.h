// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/segments.h"
#include "app/cli/commands.h"

#include <optional>
#include <string>

namespace shopbell::cli {

/// Which definition a command is about, and as of when.
struct SegmentSource {
    std::string name;  ///< of a saved segment, or its #id
    std::string definitionFile;
    std::string definition;
    std::string asOf;
};

void addSegmentSource(CLI::App* command, SegmentSource& source, bool withAsOf = true);

[[nodiscard]] Result<SegmentInfo> findSegment(Session& session, const std::string& name);
[[nodiscard]] Result<SegmentDefinition> readDefinition(Session& session, const SegmentSource& source);
[[nodiscard]] Result<SegmentDefinition> readDefinitionFile(const std::string& file);
[[nodiscard]] Result<std::optional<Instant>> readInstant(const std::string& text);

/// Effects, sizes, compare, templates, klaviyo.
void addSegmentEditingCommands(CLI::App& segment, Action& chosen);

}  // namespace shopbell::cli
