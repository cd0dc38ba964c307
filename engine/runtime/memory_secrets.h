// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/secret_store.h"

#include <map>

namespace shopbell {

/// Secrets that need not outlive this object: the key of the demo shop's service, which is made anew each time.
class MemorySecrets final : public SecretStore {
public:
    Result<std::string> load(std::string_view name) override
    {
        const auto found = m_secrets.find(name);
        if (found == m_secrets.end()) {
            return fail(ErrorKind::NotFound, "There is no such key.");
        }
        return found->second;
    }
    Result<void> save(std::string_view name, std::string_view secret) override
    {
        m_secrets.insert_or_assign(std::string(name), std::string(secret));
        return {};
    }
    Result<void> remove(std::string_view name) override
    {
        m_secrets.erase(std::string(name));
        return {};
    }
    std::string place() const override { return "memory"; }

private:
    std::map<std::string, std::string, std::less<>> m_secrets;
};

}  // namespace shopbell
