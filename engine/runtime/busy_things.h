// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <set>
#include <string>

namespace shopbell {

/// What long commands are at work on ("campaign 3"). Any thread.
class BusyThings {
public:
    /// False: somebody is at work on it already.
    [[nodiscard]] bool take(const std::string& what)
    {
        const std::lock_guard lock(m_mutex);
        return m_things.insert(what).second;
    }
    void giveBack(const std::string& what)
    {
        const std::lock_guard lock(m_mutex);
        m_things.erase(what);
    }
    [[nodiscard]] bool holds(const std::string& what) const
    {
        const std::lock_guard lock(m_mutex);
        return m_things.contains(what);
    }

private:
    mutable std::mutex m_mutex;
    std::set<std::string> m_things;
};

}  // namespace shopbell
