// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runtime/handler_table.h"

namespace shopbell {

// One file per topic of api/; each adds a line per command and question.
void addWorkspaceHandlers(HandlerTable& table);
void addProfileHandlers(HandlerTable& table);
void addProfileTableHandlers(HandlerTable& table);
void addListHandlers(HandlerTable& table);
void addImportHandlers(HandlerTable& table);
void addStoreHandlers(HandlerTable& table);
void addProviderHandlers(HandlerTable& table);
void addSegmentHandlers(HandlerTable& table);
void addSegmentEditingHandlers(HandlerTable& table);
void addCampaignHandlers(HandlerTable& table);
void addReportHandlers(HandlerTable& table);
void addDemoHandlers(HandlerTable& table);

}  // namespace shopbell
