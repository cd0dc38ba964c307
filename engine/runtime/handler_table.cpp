// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/handler_table.h"

#include "runtime/handlers.h"

namespace shopbell {

HandlerTable makeHandlerTable()
{
    HandlerTable table;
    addWorkspaceHandlers(table);
    addProfileHandlers(table);
    addProfileTableHandlers(table);
    addListHandlers(table);
    addImportHandlers(table);
    addStoreHandlers(table);
    addProviderHandlers(table);
    addSegmentHandlers(table);
    addSegmentEditingHandlers(table);
    addCampaignHandlers(table);
    addReportHandlers(table);
    addDemoHandlers(table);
    return table;
}

}  // namespace shopbell
