// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/filter.h"

namespace shopbell::liquid {

const Value& FilterCall::argument(std::size_t index) const
{
    static const Value nothing;
    return index < arguments.size() ? arguments[index] : nothing;
}

const Filter* findFilter(std::string_view name)
{
    for (const auto& table :
         {textFilters(), escapeFilters(), numberFilters(), listFilters(), searchFilters(), mailFilters()}) {
        for (const auto& filter : table) {
            if (filter.name == name) {
                return &filter;
            }
        }
    }
    return nullptr;
}

}  // namespace shopbell::liquid
