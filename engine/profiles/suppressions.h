// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connection.h"
#include "model/consent.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace shopbell {

// Reading who must not be written to; changes go through ProfileStore.

/// The form in which addresses of a channel are compared: EmailAddress::key(), E.164, else as it stands (trimmed).
[[nodiscard]] std::string comparableAddress(Channel channel, std::string_view address, std::string_view region = {});

/// How an erased person's address is remembered: "sha256:…", salted with the workspace's token, so that equal addresses
/// can be told but not read.
[[nodiscard]] Result<std::string> hashAddress(db::Connection& connection, Channel channel, std::string_view comparable);

/// Looks for the address itself and for its hash.
[[nodiscard]] Result<std::optional<Suppression>> findSuppression(db::Connection& connection, Channel channel,
                                                                 std::string_view address);
/// Everybody who is suppressed on a channel, looked up without a query. Immutable; any thread.
class SuppressedAddresses {
public:
    [[nodiscard]] static Result<SuppressedAddresses> load(db::Connection& connection, Channel channel);

    /// As findSuppression(), for an address in comparable form; null: not suppressed.
    [[nodiscard]] const Suppression* find(const std::string& comparable) const;
    /// Addresses as stored that one of the two has and the other has not, or otherwise.
    [[nodiscard]] std::vector<std::string> differences(const SuppressedAddresses& other) const;

private:
    Channel m_channel = Channel::Email;
    std::string m_salt;
    bool m_hasHashes = false;
    std::unordered_map<std::string, Suppression> m_byAddress;
};

/// All, newest first; `limit` 0 means no limit.
[[nodiscard]] Result<std::vector<Suppression>> listSuppressions(db::Connection& connection,
                                                                std::optional<Channel> channel = {}, int limit = 0);

}  // namespace shopbell
