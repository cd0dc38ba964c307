// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "dispatch/wire_medium.h"
#include "dispatch/wire_record.h"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace shopbell {

/// Remembers which leased messages have gone on the wire, so that a crash leaves those alone in doubt. Why no order of
/// crashes can make two of one message stands in this folder's README.
///
///     lease()   before the ledger says `sending`; on the disk when it returns
///     begin()   before the bytes go out whose arrival may make the message accepted; on the disk when it returns
///     answer()  what the provider said; survives the end of the process at once, a power cut with the next begin()
///     forget()  after the ledger has the result on the disk
///
/// Any thread. Those who wait for the disk together share one flush. The file has a fixed size; when it is full, what
/// is not forgotten is written into a new one, twice as large only when that would be more than half of it.
class WireJournal {
public:
    /// Starts an empty journal, in place of any that was there. `generation` is new for each, and stands in the
    /// workspace before anything is leased: a journal and a workspace that do not belong together know nothing of each
    /// other.
    [[nodiscard]] static Result<std::shared_ptr<WireJournal>>
    start(std::unique_ptr<WireMedium> medium, std::string generation, std::uint32_t slotCount = usualSlots);
    /// Takes the file away when all of it was forgotten.
    ~WireJournal();
    WireJournal(const WireJournal&) = delete;
    WireJournal& operator=(const WireJournal&) = delete;

    struct Try {
        std::int64_t message = 0;
        int attempt = 0;
    };
    [[nodiscard]] Result<void> lease(const std::vector<Try>& tries);
    /// A failure means that nothing may be sent; the journal stays failed then. Conflict for what was not leased.
    [[nodiscard]] Result<void> begin(std::int64_t message);
    void answer(std::int64_t message, const DeliveryResult& result);
    void forget(const std::vector<Try>& tries);

    static constexpr std::uint32_t usualSlots = 16'384;  ///< half a megabyte

private:
    using Lock = std::unique_lock<std::mutex>;
    struct Live {
        WireRecord leased;
        bool isBegun = false;
        bool isAnswered = false;
        WireRecord answered;
    };

    WireJournal(std::unique_ptr<WireMedium> medium, std::string generation, std::uint32_t slotCount);
    [[nodiscard]] Result<void> append(Lock& lock, const std::vector<WireRecord>& records);
    [[nodiscard]] Result<void> makeRoom(Lock& lock, std::size_t records);
    [[nodiscard]] Result<void> waitForDisk(Lock& lock);
    [[nodiscard]] Result<void> rewrite();
    [[nodiscard]] Result<void> broken(Error error);

    const std::unique_ptr<WireMedium> m_medium;
    const std::string m_generation;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::unordered_map<std::int64_t, Live> m_live;
    std::uint32_t m_slots;
    std::uint32_t m_next = 1;     ///< the first empty slot
    std::uint32_t m_durable = 0;  ///< this slot and all before it are on the disk
    std::uint64_t m_written = 0;  ///< records ever written, which unlike slotCount are never numbered anew
    std::uint64_t m_synced = 0;   ///< of them on the disk
    bool m_syncing = false;       ///< one thread waits for the disk, outside the lock
    std::unique_ptr<Error> m_failure;
};

}  // namespace shopbell
