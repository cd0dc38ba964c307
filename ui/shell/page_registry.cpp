// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_registry.h"

#include "api/workspace.h"
#include "ui/campaigns/campaigns_page.h"
#include "ui/home/home_page.h"
#include "ui/imports/imports_page.h"
#include "ui/profiles/profiles_page.h"
#include "ui/segments/segments_page.h"
#include "ui/settings/settings_page.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace shopbell::ui {

namespace {

constexpr std::array pages = {
    PageEntry{PageId::Home, "home", QT_TRANSLATE_NOOP("Pages", "Home"), IconName::Home, true, &makeHomePage, nullptr},
    PageEntry{PageId::Profiles, "profiles", QT_TRANSLATE_NOOP("Pages", "Profiles"), IconName::Profiles, true,
              &makeProfilesPage, [](const WorkspaceInfo& info) { return info.profiles; }},
    PageEntry{PageId::Segments, "segments", QT_TRANSLATE_NOOP("Pages", "Segments"), IconName::Segments, true,
              &makeSegmentsPage, [](const WorkspaceInfo& info) { return info.segments; }},
    PageEntry{PageId::Campaigns, "campaigns", QT_TRANSLATE_NOOP("Pages", "Campaigns"), IconName::Campaigns, true,
              &makeCampaignsPage, nullptr},
    PageEntry{PageId::Settings, "settings", QT_TRANSLATE_NOOP("Pages", "Settings"), IconName::Settings, true,
              &makeSettingsPage, nullptr},
    PageEntry{PageId::Imports, "imports", QT_TRANSLATE_NOOP("Pages", "Import"), IconName::Upload, false,
              &makeImportsPage, nullptr},
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
