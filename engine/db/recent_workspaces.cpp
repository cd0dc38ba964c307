// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/recent_workspaces.h"

#include "base/file.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace shopbell::db {

namespace {

using nlohmann::json;

constexpr std::size_t maxListBytes = 256 * 1024;

/// One spelling of each path, so that the same workspace opened by two ways stands once.
std::filesystem::path spelled(const std::filesystem::path& file)
{
    std::error_code problem;
    auto absolute = std::filesystem::weakly_canonical(std::filesystem::absolute(file, problem), problem);
    return problem ? file : absolute;
}

std::string textOf(const json& entry, const char* key)
{
    const auto found = entry.find(key);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<void> write(const std::filesystem::path& listFile, const std::vector<RecentWorkspace>& entries)
{
    json all = json::array();
    for (const auto& entry : entries) {
        all.push_back({{"file", fromPath(entry.file)},
                       {"shop_name", toValidUtf8(entry.shopName)},
                       {"opened_at", entry.openedAt.toIso()}});
    }
    std::error_code problem;
    if (listFile.has_parent_path()) {
        std::filesystem::create_directories(listFile.parent_path(), problem);
    }
    return writeFileSafely(listFile, all.dump(2, ' ', false, json::error_handler_t::replace) + '\n');
}

void takeOut(std::vector<RecentWorkspace>& entries, const std::filesystem::path& file)
{
    std::erase_if(entries, [&](const RecentWorkspace& entry) { return entry.file == file; });
}

}  // namespace

std::vector<RecentWorkspace> RecentWorkspaces::list() const
{
    const auto text = readFile(m_listFile, maxListBytes);
    if (!text) {
        return {};
    }
    const json all = json::parse(*text, nullptr, false);
    if (!all.is_array()) {
        return {};
    }
    std::vector<RecentWorkspace> entries;
    for (const auto& entry : all) {
        const auto file = entry.is_object() ? textOf(entry, "file") : std::string();
        if (file.empty() || entries.size() == maxEntries) {
            continue;
        }
        RecentWorkspace recent{toPath(file), textOf(entry, "shop_name"),
                               parseIso(textOf(entry, "opened_at")).value_or(Instant{}), false};
        std::error_code problem;
        recent.missing = !std::filesystem::is_regular_file(recent.file, problem);
        entries.push_back(std::move(recent));
    }
    return entries;
}

Result<void> RecentWorkspaces::add(const std::filesystem::path& file, std::string_view shopName, Instant openedAt) const
{
    auto entries = list();
    const auto path = spelled(file);
    takeOut(entries, path);
    entries.insert(entries.begin(), {path, std::string(shopName), openedAt, false});
    entries.resize(std::min(entries.size(), maxEntries));
    return write(m_listFile, entries);
}

Result<void> RecentWorkspaces::remove(const std::filesystem::path& file) const
{
    auto entries = list();
    takeOut(entries, file);
    takeOut(entries, spelled(file));
    return write(m_listFile, entries);
}

}  // namespace shopbell::db
