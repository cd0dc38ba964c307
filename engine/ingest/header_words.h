// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/column_mapping.h"

#include <optional>
#include <string_view>

namespace shopbell {

/// The target (see MappedColumn) that a header means, as shops, newsletters and exports write it in English and German:
/// "E-Mail-Adresse" is email. Case, spaces and punctuation do not count. Empty: known, and not to be read; nothing: no
/// such word.
[[nodiscard]] std::optional<std::string_view> findHeaderTarget(ImportKind kind, std::string_view header);

}  // namespace shopbell
