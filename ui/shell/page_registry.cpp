// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_registry.h"

#include "api/workspace.h"
#include "ui/home/home_page.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace shopbell::ui {

namespace {

constexpr std::array pages = {
    PageEntry{PageId::Home, "home", QT_TRANSLATE_NOOP("Pages", "Home"), IconName::Home, true, &makeHomePage, nullptr},
};

}  // namespace

std::span<const PageEntry> pageTable()
{
    return pages;
}

const PageEntry* findPage(PageId id)
{
    const auto at = std::ranges::find(pages, id, &PageEntry::id);
    return at == pages.end() ? nullptr : &*at;
}

QString pageName(const PageEntry& entry)
{
    return QCoreApplication::translate("Pages", entry.name);
}

}  // namespace shopbell::ui
