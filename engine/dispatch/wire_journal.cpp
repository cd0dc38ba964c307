// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/wire_journal.h"

#include <algorithm>
#include <utility>

namespace shopbell {

WireJournal::WireJournal(std::unique_ptr<WireMedium> medium, std::string generation, std::uint32_t slotCount)
    : m_medium(std::move(medium)), m_generation(std::move(generation)), m_slots(std::max<std::uint32_t>(slotCount, 8))
{
}

Result<std::shared_ptr<WireJournal>> WireJournal::start(std::unique_ptr<WireMedium> medium, std::string generation,
                                                        std::uint32_t slotCount)
{
    std::shared_ptr<WireJournal> journal(new WireJournal(std::move(medium), std::move(generation), slotCount));
    const Lock lock(journal->m_mutex);
    if (auto written = journal->rewrite(); !written) {
        return fail(written.error());
    }
    return journal;
}

WireJournal::~WireJournal()
{
    if (m_live.empty() && !m_failure) {
        m_medium->remove();
    }
}

Result<void> WireJournal::lease(const std::vector<Try>& tries)
{
    std::vector<WireRecord> records;
    records.reserve(tries.size());
    for (const auto& each : tries) {
        WireRecord record;
        record.message = each.message;
        record.attempt = each.attempt;
        records.push_back(record);
    }
    Lock lock(m_mutex);
    if (auto appended = append(lock, records); !appended) {
        return appended;
    }
    for (const auto& record : records) {
        m_live[record.message] = {record, false, false, {}};
    }
    return waitForDisk(lock);
}

Result<void> WireJournal::begin(std::int64_t message)
{
    Lock lock(m_mutex);
    const auto found = m_live.find(message);
    if (found == m_live.end() || found->second.isAnswered) {
        return fail(ErrorKind::Conflict,
                    say("message-sent-nobody", "A message was to be sent that nobody had leased; nothing was sent."),
                    std::to_string(message));
    }
    auto record = found->second.leased;
    record.kind = WireRecord::Kind::Begun;
    if (auto appended = append(lock, {record}); !appended) {
        return appended;
    }
    // The lock was let go in between only when there was no room, and nobody else begins the same message.
    m_live[message].isBegun = true;
    return waitForDisk(lock);
}

void WireJournal::answer(std::int64_t message, const DeliveryResult& result)
{
    Lock lock(m_mutex);
    const auto found = m_live.find(message);
    if (found == m_live.end() || found->second.isAnswered) {
        return;
    }
    auto record = found->second.leased;
    record.kind = WireRecord::Kind::Answered;
    record.fate = result.fate;
    record.badAddress = result.badAddress;
    record.notTried = result.notTried;
    record.providerBroken = result.providerBroken;
    record.serverCode = result.serverCode;
    record.retryAfterSeconds = result.retryAfterSeconds;
    // An answer that cannot be written leaves the message in doubt, should the ledger not get it either; no more can be
    // done about it here, and the next begin() fails and says why.
    if (append(lock, {record})) {
        auto& live = m_live[message];
        live.isAnswered = true;
        live.answered = record;
    }
}

void WireJournal::forget(const std::vector<Try>& tries)
{
    const Lock lock(m_mutex);
    for (const auto& each : tries) {
        const auto found = m_live.find(each.message);
        if (found != m_live.end() && found->second.leased.attempt == each.attempt) {
            m_live.erase(found);
        }
    }
}

Result<void> WireJournal::append(Lock& lock, const std::vector<WireRecord>& records)
{
    if (m_failure) {
        return fail(*m_failure);
    }
    if (auto room = makeRoom(lock, records.size()); !room) {
        return room;
    }
    std::string bytes;
    bytes.reserve(records.size() * wireSlotBytes);
    auto slot = m_next;
    for (auto record : records) {
        record.durable = m_durable;
        bytes += encodeWireRecord(record, slot++, m_generation);
    }
    if (auto written = m_medium->write(m_next * wireSlotBytes, bytes); !written) {
        return broken(written.error());
    }
    m_next = slot;
    m_written += records.size();
    return {};
}

Result<void> WireJournal::makeRoom(Lock& lock, std::size_t records)
{
    while (m_next + records > m_slots) {
        if (m_syncing) {
            m_changed.wait(lock);
            continue;
        }
        if (m_failure) {
            return fail(*m_failure);
        }
        // Each live message may come to need two slotCount more.
        const std::size_t needed = 1 + 3 * (m_live.size() + records);
        while (needed > m_slots / 2) {
            m_slots *= 2;
        }
        if (auto written = rewrite(); !written) {
            return broken(written.error());
        }
        m_changed.notify_all();
    }
    return {};
}

Result<void> WireJournal::rewrite()
{
    std::string whole = encodeWireHeader(m_generation);
    std::uint32_t slot = 1;
    for (const auto& [message, live] : m_live) {
        const auto add = [&](WireRecord record, WireRecord::Kind kind) {
            record.kind = kind;
            record.durable = 0;
            whole += encodeWireRecord(record, slot++, m_generation);
        };
        add(live.leased, WireRecord::Kind::Leased);
        if (live.isBegun) {
            add(live.leased, WireRecord::Kind::Begun);
        }
        if (live.isAnswered) {
            add(live.answered, WireRecord::Kind::Answered);
        }
    }
    whole.resize(m_slots * wireSlotBytes, '\0');
    if (auto replaced = m_medium->replace(whole); !replaced) {
        return replaced;
    }
    m_next = slot;
    m_durable = slot - 1;
    m_synced = m_written;
    return {};
}

Result<void> WireJournal::waitForDisk(Lock& lock)
{
    const auto ticket = m_written;
    while (m_synced < ticket) {
        if (m_failure) {
            return fail(*m_failure);
        }
        if (m_syncing) {
            m_changed.wait(lock);
            continue;
        }
        const auto upTo = m_written;
        const auto slot = m_next - 1;
        m_syncing = true;
        lock.unlock();
        auto synced = m_medium->sync();
        lock.lock();
        m_syncing = false;
        if (synced) {
            m_synced = upTo;
            m_durable = slot;
        } else {
            // Whether the pages are still there to be written once more, the system does not say: no second try.
            synced = broken(synced.error());
        }
        m_changed.notify_all();
        if (!synced) {
            return synced;
        }
    }
    return {};
}

Result<void> WireJournal::broken(Error error)
{
    m_failure = std::make_unique<Error>(std::move(error));
    return fail(*m_failure);
}

}  // namespace shopbell
