// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/workspace.h"

#include "base/file.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <memory>

namespace shopbell::test {

/// Stands still.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant at) : m_now(at) {}
    [[nodiscard]] Instant now() const override { return m_now; }
    void set(Instant at) { m_now = at; }

private:
    Instant m_now;
};

/// A folder that goes with the test, and a workspace in it.
class WorkspaceFolder {
public:
    WorkspaceFolder() : m_clock(Instant{1'795'253'400'000}) {}

    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return toPath(m_folder.filePath(QString::fromUtf8(name)).toStdString());
    }
    [[nodiscard]] const FixedClock& clock() const { return m_clock; }
    [[nodiscard]] FixedClock& clock() { return m_clock; }
    db::Workspace make(const char* name) const
    {
        return db::Workspace::create(path(name), {"Bell & Sons", "Europe/Vienna", "EUR", "AT"}, m_clock).value();
    }

private:
    QTemporaryDir m_folder;
    FixedClock m_clock;
};

inline void writeBytes(const std::filesystem::path& file, std::string_view bytes)
{
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

inline std::string readBytes(const std::filesystem::path& file)
{
    return readFile(file, 256 * 1024 * 1024).value();
}

inline bool isSendingLocked(const std::filesystem::path& file)
{
    auto connection = db::Connection::open(file, db::OpenMode::ReadOnly).value();
    return db::Workspace::loadSettings(connection).value().sendingLocked;
}

}  // namespace shopbell::test
