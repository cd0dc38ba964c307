// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/local_workspaces.h"

#include "base/file.h"
#include "db/backup.h"
#include "db/recent_workspaces.h"
#include "db/workspace.h"
#include "runtime/local_engine.h"

#include <cstdlib>

namespace shopbell {

namespace {

constexpr std::string_view ending = ".shopbell";

class LocalWorkspaces final : public Workspaces {
public:
    explicit LocalWorkspaces(RuntimeOptions options)
        : m_options(std::move(options)),
          m_recent(m_options.recentFile.empty() ? settingsFolder() / "recent.json" : m_options.recentFile)
    {
    }

    Result<void> create(const shopbell::CreateWorkspace& what) override
    {
        if (!what.file.ends_with(ending) || what.file.size() == ending.size()) {
            return fail(
                ErrorKind::InvalidInput,
                say("workspace-name-wrong", "A workspace's file is called NAME.shopbell; \"%1\" is not.", {what.file}));
        }
        const auto path = toPath(what.file);
        const auto clock = makeClock();
        const auto name = what.shopName.empty() ? fromPath(path.stem()) : what.shopName;
        const auto zone = what.timeZone.empty() ? TimeZone::local().name() : what.timeZone;
        auto made = db::Workspace::create(path, {name, zone, what.currency, what.country}, *clock);
        if (!made) {
            return fail(made.error());
        }
        return {};
    }

    Result<std::unique_ptr<Engine>> open(const std::string& file) override
    {
        const auto path = std::filesystem::absolute(toPath(file));
        EngineOptions options;
        options.background = m_options.background;
        options.liveSegments = m_options.background;
        options.extraCaFile = m_options.extraCaFile;
        auto engine = LocalEngine::open(path, m_options.makeSecretStore(path), makeClock(), options);
        if (!engine) {
            return fail(engine.error());
        }
        // The list of recent workspaces is a comfort: that it cannot be written must not keep anybody from working.
        (void)m_recent.add(path, (*engine)->shopName(), makeClock()->now());
        return std::unique_ptr<Engine>(std::move(*engine));
    }

    Result<void> restore(const std::string& backup, const std::string& file, bool replace) override
    {
        if (file.empty()) {
            return fail(ErrorKind::InvalidInput,
                        say("restore-target-missing", "Say which workspace to make from the backup."));
        }
        return db::restoreFrom(toPath(backup), std::filesystem::absolute(toPath(file)), replace);
    }

    std::vector<RecentWorkspace> recent() override
    {
        std::vector<RecentWorkspace> all;
        for (const auto& entry : m_recent.list()) {
            all.push_back({fromPath(entry.file), entry.shopName, entry.openedAt, entry.missing});
        }
        return all;
    }

    void forgetRecent(const std::string& file) override { (void)m_recent.remove(toPath(file)); }

private:
    std::unique_ptr<Clock> makeClock() const
    {
        return m_options.makeClock ? m_options.makeClock() : std::make_unique<SystemClock>();
    }

    RuntimeOptions m_options;
    db::RecentWorkspaces m_recent;
};

}  // namespace

std::unique_ptr<Workspaces> makeLocalWorkspaces(RuntimeOptions options)
{
    return std::make_unique<LocalWorkspaces>(std::move(options));
}

std::filesystem::path settingsFolder()
{
    const auto fromEnvironment = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0' ? std::filesystem::path(value) : std::filesystem::path();
    };
#ifdef _WIN32
    if (auto folder = fromEnvironment("APPDATA"); !folder.empty()) {
        return folder / "Shopbell";
    }
#else
    if (auto folder = fromEnvironment("XDG_CONFIG_HOME"); !folder.empty()) {
        return folder / "shopbell";
    }
#ifdef __APPLE__
    if (auto home = fromEnvironment("HOME"); !home.empty()) {
        return home / "Library" / "Application Support" / "Shopbell";
    }
#else
    if (auto home = fromEnvironment("HOME"); !home.empty()) {
        return home / ".config" / "shopbell";
    }
#endif
#endif
    return std::filesystem::temp_directory_path() / "shopbell";
}

}  // namespace shopbell
