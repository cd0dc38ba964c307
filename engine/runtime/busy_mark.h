// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runtime/contexts.h"

#include <string>
#include <utility>

namespace shopbell {

/// Keeps a long command from running twice at once for the same thing ("campaign 3"). Given back when it goes.
class BusyMark {
public:
    /// Conflict, with the given sentence, when somebody has it.
    [[nodiscard]] static Result<BusyMark> take(JobContext& job, std::string what, const Sentence& sentence)
    {
        auto taken = job.onEngine([&](WriteContext& writing) -> Result<void> {
            if (!writing.busy.take(what)) {
                return fail(ErrorKind::Conflict, sentence);
            }
            return {};
        });
        if (!taken) {
            return fail(taken.error());
        }
        return BusyMark(job, std::move(what));
    }
    BusyMark(BusyMark&& other) noexcept : m_job(std::exchange(other.m_job, nullptr)), m_what(std::move(other.m_what)) {}
    BusyMark& operator=(BusyMark&&) = delete;
    ~BusyMark()
    {
        if (m_job != nullptr) {
            (void)m_job->onEngine([&](WriteContext& writing) -> Result<void> {
                writing.busy.giveBack(m_what);
                return {};
            });
        }
    }

private:
    BusyMark(JobContext& job, std::string what) : m_job(&job), m_what(std::move(what)) {}
    JobContext* m_job;
    std::string m_what;
};

}  // namespace shopbell
