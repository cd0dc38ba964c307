// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connection.h"
#include "model/ids.h"
#include "model/secret_store.h"
#include "providers/message_provider.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// One provider as it stands in the workspace: without its secrets.
struct StoredProvider {
    ProviderId id;
    std::string kind;
    std::string label;
    Channel channel = Channel::Email;
    FieldValues settings;
    bool isDefault = false;
};

/// The owner's providers (table `provider`); secrets go to the SecretStore. Writes on the engine thread.
class ProviderStore {
public:
    explicit ProviderStore(db::Connection& connection) : m_db(connection) {}

    /// Adds (id none) or changes one. Fields are checked against their FieldSpec; a secret left empty stays as it was.
    [[nodiscard]] Result<ProviderId> save(ProviderId id, std::string_view kind, std::string_view label,
                                          const FieldValues& values, bool makeDefault, SecretStore& secrets);
    [[nodiscard]] Result<void> remove(ProviderId id, SecretStore& secrets);
    [[nodiscard]] Result<std::vector<StoredProvider>> listAll();
    [[nodiscard]] Result<StoredProvider> load(ProviderId id);
    /// The default one of a channel; nothing when it has none.
    [[nodiscard]] Result<std::optional<StoredProvider>> findDefault(Channel channel);
    /// Settings and secrets together.
    [[nodiscard]] Result<FieldValues> loadValues(const StoredProvider& provider, SecretStore& secrets);

private:
    db::Connection& m_db;
};

}  // namespace shopbell
