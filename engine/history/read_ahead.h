// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "history/event_block.h"

#include <array>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace shopbell {

/// Events on their way from the thread that reads them to the one that uses them, at most four batches ahead.
class ReadAhead {
public:
    /// Reads on a thread of its own: `read(sink)` gives each event to sink(event), which says false when nobody wants
    /// more. `take(events)` gets them on this thread, in order. Returns what `read` returned.
    template <class Read, class Take>
    [[nodiscard]] static Result<void> run(Read&& read, Take&& take)
    {
        ReadAhead ahead;
        Result<void> outcome;
        std::thread thread([&] {
            std::vector<LoggedEvent>* batch = ahead.next();
            outcome = read([&](const LoggedEvent& event) {
                if (batch == nullptr) {
                    return false;
                }
                batch->push_back(event);
                if (batch->size() == batchSize) {
                    ahead.hand();
                    batch = ahead.next();
                }
                return batch != nullptr;
            });
            ahead.end();
        });
        {
            const Ending ending{ahead, thread};
            while (const auto* batch = ahead.wait()) {
                take(std::span<const LoggedEvent>(*batch));
                ahead.giveBack();
            }
        }
        return outcome;
    }

private:
    static constexpr std::size_t batchSize = 8'192;

    /// However the taking ends, the reader ends too.
    struct Ending {
        ReadAhead& ahead;
        std::thread& thread;
        ~Ending()
        {
            {
                const std::lock_guard lock(ahead.m_mutex);
                ahead.m_isUnwanted = true;
            }
            ahead.m_changed.notify_all();
            thread.join();
        }
    };

    // The reader's side. Null: nobody wants more.
    std::vector<LoggedEvent>* next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isUnwanted || m_read - m_taken < m_batches.size(); });
        if (m_isUnwanted) {
            return nullptr;
        }
        auto& batch = m_batches[m_read % m_batches.size()];
        batch.clear();
        return &batch;
    }
    void hand()
    {
        {
            const std::lock_guard lock(m_mutex);
            ++m_read;
        }
        m_changed.notify_all();
    }
    /// The batch begun last goes too, full or not.
    void end()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_read += m_isUnwanted ? 0 : 1;
            m_isAtEnd = true;
        }
        m_changed.notify_all();
    }

    // The taker's side. Null: that was all.
    const std::vector<LoggedEvent>* wait()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isAtEnd || m_taken < m_read; });
        return m_taken < m_read ? &m_batches[m_taken % m_batches.size()] : nullptr;
    }
    void giveBack()
    {
        {
            const std::lock_guard lock(m_mutex);
            ++m_taken;
        }
        m_changed.notify_all();
    }

    std::array<std::vector<LoggedEvent>, 4> m_batches;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_read = 0;   ///< batches
    std::size_t m_taken = 0;  ///< of those
    bool m_isAtEnd = false;
    bool m_isUnwanted = false;
};

}  // namespace shopbell
