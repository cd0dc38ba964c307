// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace shopbell {

/// A saved question about profiles: one JSON tree, as engine/segments/README.md and resources/segment.schema.json
/// describe it. Text here, so that windows, files and commands can carry it; engine/segments parses and checks it.
struct SegmentDefinition {
    std::string json;
};

}  // namespace shopbell
