// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/place.h"
#include "ui/theme/icon.h"

#include <QString>

#include <cstdint>
#include <span>

namespace shopbell {
struct WorkspaceInfo;
}

namespace shopbell::ui {

class Page;
class PageContext;

/// One line of the table of pages. The factory is all the frame knows of a page's folder.
struct PageEntry {
    PageId id;
    const char* key;   ///< stable, lower case: names of pictures, remembered places
    const char* name;  ///< English, for translation in the context "Pages"
    IconName icon;
    bool inRail;  ///< others are reached from a page or the palette
    Page* (*make)(PageContext&);
    /// The count at the rail's far end; null for none.
    std::int64_t (*count)(const WorkspaceInfo&);
};

/// In the order of the rail. To add a page: a folder with a factory, its header and line in page_registry.cpp, its
/// target in ui/shell/CMakeLists.txt, and a PageId.
[[nodiscard]] std::span<const PageEntry> pageTable();
[[nodiscard]] const PageEntry* findPage(PageId id);
[[nodiscard]] QString pageName(const PageEntry& entry);

}  // namespace shopbell::ui
