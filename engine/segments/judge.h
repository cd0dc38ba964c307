// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "history/columns.h"
#include "model/verdict_fact.h"
#include "segments/profile_bitmap.h"
#include "segments/timeframe.h"
#include "segments/truth.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace shopbell::segments {

struct Judgement;
class TallyPool;

/// A run of profiles: those whose bits stand in the words first … first + count - 1 of a bitmap.
struct Chunk {
    std::size_t first = 0;
    std::size_t count = 0;
    [[nodiscard]] ProfileNumber begin() const { return static_cast<ProfileNumber>(first * 64); }
};

/// An event that decided, for explanations.
struct DecidingEvent {
    std::int64_t at = 0;
    std::int64_t row = 0;
    std::string words;
};

struct Explanation {
    std::string because;
    std::vector<VerdictFact> facts;  ///< the same, for other languages
    std::vector<DecidingEvent> events;
};

/// One condition, ready to judge. Two ways lead to the same answer: one profile at a time, and all of them by columns.
/// For the second, plan(), then work(0) and work(1), at once or one after the other, then fill() for any chunks.
class Judge {
public:
    virtual ~Judge() = default;

    /// To be called before judging as of `at`: loads what only questions about the past need.
    [[nodiscard]] virtual Result<void> ready(std::int64_t at)
    {
        static_cast<void>(at);
        return {};
    }
    [[nodiscard]] virtual Judgement judge(ProfileNumber profile, std::int64_t at) const = 0;
    /// judge() without until when.
    [[nodiscard]] virtual Truth truth(ProfileNumber profile, std::int64_t at) const;
    virtual void explain(ProfileNumber profile, std::int64_t at, Explanation& explanation) const = 0;

    /// Decides how all will be answered; after ready(). `tallies` lends room for counting.
    [[nodiscard]] virtual Result<void> plan(std::int64_t at, TallyPool& tallies)
    {
        static_cast<void>(at);
        static_cast<void>(tallies);
        return {};
    }
    /// After the last fill(): gives back what plan() borrowed. Judging one by one goes on; fill() wants a new plan().
    virtual void giveBack() {}
    /// Half of what has to be done before anybody's answer is known.
    virtual void work(int half) { static_cast<void>(half); }
    /// Sets the bits of `yes` and `unset` (all zero when called; one word per word of the chunk) for the profiles that
    /// are in `care`; what it says of others does not matter. Two threads at once, on different chunks.
    virtual void fill(const Chunk& chunk, std::int64_t at, const std::uint64_t* care, std::uint64_t* yes,
                      std::uint64_t* unset) const;
    /// judge() counts Sources::fresh in.
    [[nodiscard]] virtual bool takesFresh() const { return true; }
    /// Marks everybody whose answer may change after `now`, up to and with `until`, if nothing happens; more than those
    /// is no harm. Marking all is what a condition does that does not know.
    virtual void markMovers(std::int64_t now, std::int64_t until, ProfileBitmap& movers) const;
    [[nodiscard]] virtual bool mayBeUnset() const { return false; }
    /// About how long fill() takes, relative to others, after plan(); the cheap ones come first.
    [[nodiscard]] virtual double cost() const { return 10; }
};

}  // namespace shopbell::segments
