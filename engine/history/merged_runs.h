// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/run_io.h"

#include <algorithm>
#include <span>
#include <vector>

namespace shopbell {

/// Several runs of one metric as one stream, ascending by (instant, row).
class MergedRuns {
public:
    MergedRuns(db::Connection& connection, std::span<const EventRun> runs)
    {
        for (const EventRun& run : runs) {
            m_readers.emplace_back(connection, run);
        }
    }
    /// function(LoggedEvent) → Result<void>, for every event.
    template <class Function>
    [[nodiscard]] Result<void> forEach(Function&& function)
    {
        std::vector<EventRunReader*> open;
        for (EventRunReader& reader : m_readers) {
            auto more = reader.next();
            if (!more) {
                return fail(more.error());
            }
            if (*more) {
                open.push_back(&reader);
            }
        }
        // Few runs, and mostly one after the other: the least is looked for again only when another one's turn may
        // come.
        while (!open.empty()) {
            const auto least = std::ranges::min_element(open, [](const EventRunReader* a, const EventRunReader* b) {
                return isEarlier(a->event(), b->event());
            });
            EventRunReader& reader = **least;
            const LoggedEvent* second = nullptr;
            for (EventRunReader* other : open) {
                if (other != *least && (second == nullptr || isEarlier(other->event(), *second))) {
                    second = &other->event();
                }
            }
            for (;;) {
                if (auto done = function(reader.event()); !done) {
                    return done;
                }
                auto more = reader.next();
                if (!more) {
                    return fail(more.error());
                }
                if (!*more) {
                    open.erase(least);
                    break;
                }
                if (second != nullptr && isEarlier(*second, reader.event())) {
                    break;
                }
            }
        }
        return {};
    }

private:
    std::vector<EventRunReader> m_readers;
};

}  // namespace shopbell
