// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/property_column.h"

#include "history/view.h"

namespace shopbell {

Result<std::shared_ptr<const PropertyColumn>> ShelfView::propertyColumn(MetricId, std::string_view) const
{
    return fail(ErrorKind::NotFound, "Properties have no columns yet.");
}

Result<std::vector<std::string>> ShelfView::listPropertyPaths(MetricId) const
{
    return std::vector<std::string>();
}

}  // namespace shopbell
