// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connection.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace shopbell::segments {

/// What the ledger says of each message, as columns in the order of its rows. About 17 bytes a message.
struct LedgerColumn {
    struct Origin {
        std::int64_t kind = 0;
        std::int64_t id = 0;
        friend auto operator<=>(const Origin&, const Origin&) = default;
    };
    std::vector<std::int64_t> row;      ///< ascending
    std::vector<std::int32_t> profile;  ///< as stored
    std::vector<std::uint32_t> origin;  ///< index into origins
    std::vector<std::int64_t> at;       ///< ms: when it was accepted, or skipped
    std::vector<std::uint8_t> isSkip;   ///< else it was sent, where `at` is not 0
    std::vector<Origin> origins;
    /// Neighbours of one origin: a campaign's messages are mostly written together.
    struct Run {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        std::uint32_t origin = 0;
    };
    std::vector<Run> runs;
    std::map<Origin, std::uint32_t> codes;
};

/// The ledger's column, read once and kept in step: new rows are read, and those whose fate was open are read again.
/// Rows that an erasure took away stay: they are of people who are no more. Any thread.
class LedgerReader {
public:
    [[nodiscard]] Result<std::shared_ptr<const LedgerColumn>> load(db::Connection& connection);

private:
    [[nodiscard]] Result<void> read(db::Connection& connection, LedgerColumn& column);

    std::mutex m_mutex;
    std::shared_ptr<LedgerColumn> m_column;
    std::vector<std::size_t> m_open;  ///< places of messages that may still be sent or skipped
};

}  // namespace shopbell::segments
