// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/unfinished_imports.h"

#include "base/file.h"
#include "base/text.h"
#include "db/workspace.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>

namespace shopbell {

namespace {

constexpr std::string_view listSql = "SELECT key, value FROM setting WHERE key GLOB 'import.*'";
constexpr std::string_view removeSql = "DELETE FROM setting WHERE key = ?1";

/// Size and time of the last change: what tells the same file from another of its name.
std::string stampOf(const std::filesystem::path& file)
{
    std::error_code problem;
    const auto size = std::filesystem::file_size(file, problem);
    if (problem) {
        return {};
    }
    const auto time = std::filesystem::last_write_time(file, problem);
    return problem ? std::string() : std::to_string(size) + "@" + std::to_string(time.time_since_epoch().count());
}

std::string keyOf(const ImportFile& import)
{
    return "import." + toHex(std::to_string(stableHash(import.file, static_cast<std::uint64_t>(import.what))));
}

}  // namespace

Result<std::string> noteImportBegun(db::Connection& connection, const ImportFile& import)
{
    auto mapping = nlohmann::json::array();
    for (const auto& [column, field] : import.mapping) {
        mapping.push_back({column, field});
    }
    const nlohmann::json document{{"what", static_cast<int>(import.what)},
                                  {"file", fromPath(std::filesystem::absolute(toPath(import.file)))},
                                  {"mapping", mapping},
                                  {"list", import.list.value},
                                  {"consent", static_cast<int>(import.emailConsent)},
                                  {"consent_text", import.consentText},
                                  {"stamp", stampOf(toPath(import.file))}};
    auto key = keyOf(import);
    auto saved =
        db::saveSetting(connection, key, document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    if (!saved) {
        return fail(saved.error());
    }
    return key;
}

Result<void> noteImportEnded(db::Connection& connection, const std::string& key)
{
    return connection.run(removeSql, key);
}

std::vector<ImportFile> listUnfinishedImports(db::Connection& connection)
{
    std::vector<ImportFile> imports;
    std::vector<std::string> gone;
    const auto read = connection.each(listSql, [&](db::Statement& row) {
        const auto document = nlohmann::json::parse(row.text(1), nullptr, false);
        if (!document.is_object()) {
            gone.push_back(row.string(0));
            return;
        }
        ImportFile import;
        import.file = document.value("file", "");
        if (import.file.empty() || stampOf(toPath(import.file)) != document.value("stamp", "?")) {
            gone.push_back(row.string(0));
            return;
        }
        import.what = static_cast<ImportSubject>(document.value("what", 0));
        import.list = ListId{document.value("list", std::int64_t{0})};
        import.emailConsent = static_cast<ConsentState>(document.value("consent", 0));
        import.consentText = document.value("consent_text", "");
        for (const auto& pair : document.value("mapping", nlohmann::json::array())) {
            if (pair.is_array() && pair.size() == 2) {
                import.mapping.emplace_back(pair[0].get<std::string>(), pair[1].get<std::string>());
            }
        }
        imports.push_back(std::move(import));
    });
    if (!read) {
        return {};
    }
    for (const auto& key : gone) {
        (void)noteImportEnded(connection, key);
    }
    return imports;
}

}  // namespace shopbell
