// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/segment_definition.h"

#include <span>
#include <string_view>

namespace shopbell::segments {

/// A segment ready to start from.
struct SegmentTemplate {
    std::string_view key;    ///< stable; for translations and links
    std::string_view group;  ///< "Best customers", "Slipping away", …
    std::string_view name;
    std::string_view purpose;  ///< one sentence: who they are and what to do for them
    std::string_view json;
};

/// In the order to show them. Numbers in them are places to start from; the owner changes them.
[[nodiscard]] std::span<const SegmentTemplate> segmentTemplates();

}  // namespace shopbell::segments
