// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/definition.h"
#include "segments/json_place.h"

namespace shopbell::segments {

// Reading of conditions and their parts; complaints go to the place.
[[nodiscard]] Node::What readCondition(JsonPlace& place);
[[nodiscard]] Timeframe readTimeframe(JsonPlace place);
[[nodiscard]] PropertyTest readPropertyTest(JsonPlace& place, std::string_view nameMember);
[[nodiscard]] std::vector<PropertyTest> readWhere(JsonPlace& condition);
[[nodiscard]] NumberTest readNumberTest(JsonPlace& place, std::string_view opMember, std::string_view valueMember);

}  // namespace shopbell::segments
