// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "segments/conditions/judges.h"
#include "segments/event_filter.h"
#include "segments/tally.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace shopbell::segments {

inline constexpr std::size_t maxExplained = 20;

__extension__ using WideSum = __int128;

/// Count, sum and so on of a metric's events in a window.
class MetricJudge final : public Judge {
public:
    [[nodiscard]] static Result<std::unique_ptr<MetricJudge>> make(const MetricCondition& condition,
                                                                   const std::shared_ptr<Materials>& materials);

    [[nodiscard]] Judgement judge(ProfileNumber profile, std::int64_t at) const override;
    [[nodiscard]] Truth truth(ProfileNumber profile, std::int64_t at) const override;
    void explain(ProfileNumber profile, std::int64_t at, Explanation& explanation) const override;

    [[nodiscard]] Result<void> plan(std::int64_t at, TallyPool& tallies) override;
    void giveBack() override
    {
        m_tallies[0].reset();
        m_tallies[1].reset();
    }
    void work(int half) override;
    void fill(const Chunk& chunk, std::int64_t at, const std::uint64_t* care, std::uint64_t* yes,
              std::uint64_t* unset) const override;
    void markMovers(std::int64_t now, std::int64_t until, ProfileBitmap& movers) const override;
    [[nodiscard]] double cost() const override;
    [[nodiscard]] bool takesFresh() const override;
    [[nodiscard]] bool mayBeUnset() const override
    {
        return !m_condition.includeUnset && m_condition.measure != Measure::Count &&
               m_condition.measure != Measure::Sum && m_condition.measure != Measure::Distinct;
    }

private:
    MetricJudge(const MetricCondition& condition, const std::shared_ptr<Materials>& materials);

    /// What one event holds of the measured property.
    struct CodeNumbers {
        std::int64_t first = 0;
        std::int64_t count = 0;
        std::int64_t least = 0;
        std::int64_t most = 0;
        std::int64_t last = 0;
        WideSum sum = 0;
    };
    struct Measured {
        std::int64_t events = 0;
        std::int64_t numbers = 0;
        std::int64_t distinct = 0;
        std::int64_t least = 0;
        std::int64_t most = 0;
        WideSum sum = 0;
        EventPlace firstPlace;
        EventPlace lastPlace;
    };
    struct Outcome {
        Truth truth = Truth::No;
        std::int64_t micros = 0;
        bool hasNumber = false;
    };
    void readCodes();
    [[nodiscard]] std::uint32_t codeOf(const EventPlace& place) const;
    [[nodiscard]] CodeNumbers numbersOf(const EventPlace& place) const;
    [[nodiscard]] Measured measure(ProfileNumber profile, const Window& window, std::int64_t now,
                                   std::vector<EventPlace>* seen) const;
    [[nodiscard]] Outcome outcomeOf(const Measured& measured) const;
    [[nodiscard]] VerdictFact measureFact(const Measured& measured, const Outcome& outcome) const;
    /// Adds one event to what is measured.
    void take(const EventPlace& place, Measured& measured, std::vector<std::int64_t>& distinct) const;
    /// As measure(), in any order of the events, for measures that do not mind; `ranks` are those of the window.
    [[nodiscard]] Measured measureIn(ProfileNumber profile, const Window& window, const EventFilter::Ranks& ranks,
                                     std::int64_t now) const;
    [[nodiscard]] std::int64_t nextChange(ProfileNumber profile, const Window& window, std::int64_t now) const;
    [[nodiscard]] std::int64_t nextChangeIn(ProfileNumber profile, const Window& window,
                                            const EventFilter::Ranks& ranks, std::int64_t now) const;

    /// The ways in which all profiles are answered.
    enum class Way : std::uint8_t {
        Nobody,      ///< no events: everybody's answer is that of none
        LastRank,    ///< "at all since": each profile's last event decides
        Offsets,     ///< "how many ever": the lengths of the profiles' runs decide
        Any,         ///< "at all in the window": a bit per profile
        Counting,    ///< add up by profile, reading the window in the order of time
        Walking,     ///< add up by profile, reading each profile's run: for windows that hold most events
        Candidates,  ///< who has any in the window is judged one by one
    };
    [[nodiscard]] Way chooseWay() const;
    [[nodiscard]] bool mayOverflow() const;
    template <class PerEvent>
    void eachInWindow(int half, PerEvent&& perEvent) const;
    void countInto(Tally& tally, int half) const;
    template <class ValueOf>
    void addInto(Tally& tally, int half, ValueOf&& valueOf) const;
    [[nodiscard]] Truth countedTruth(ProfileNumber profile) const;
    /// The numbers from `first` to `last` hold; with `outside` all others do.
    struct Range {
        std::int64_t first = 0;
        std::int64_t last = 0;
        bool outside = false;
        [[nodiscard]] bool holds(std::int64_t number) const { return (number >= first && number <= last) != outside; }
    };
    /// The condition's test on whole numbers of `unit` millionths.
    [[nodiscard]] Range rangeOf(std::int64_t unit) const;
    void fillLastRank(const Chunk& chunk, std::uint64_t* yes) const;
    void fillCounts(const Chunk& chunk, const std::uint64_t* care, std::uint64_t* yes) const;
    void fillSums(const Chunk& chunk, const std::uint64_t* care, std::uint64_t* yes) const;
    void fillOffsets(const Chunk& chunk, const std::uint64_t* care, std::uint64_t* yes) const;
    void fillWalking(const Chunk& chunk, const std::uint64_t* care, std::uint64_t* yes, std::uint64_t* unset) const;
    [[nodiscard]] std::uint64_t touchedWord(std::size_t word) const
    {
        const std::uint64_t first = word < m_tallies[0]->touched.size() ? m_tallies[0]->touched[word] : 0;
        return m_tallies[1] && word < m_tallies[1]->touched.size() ? first | m_tallies[1]->touched[word] : first;
    }
    const MetricCondition m_condition;
    const std::shared_ptr<Materials> m_materials;
    const TimeframeClock m_clock;
    const bool m_relativeWhere;
    EventFilter m_events;
    std::shared_ptr<const PropertyColumn> m_property;  ///< what is measured; null: the event's value
    std::vector<CodeNumbers> m_numbers;                ///< by its code
    std::vector<std::vector<std::uint32_t>> m_distinct;

    /// Of the last judge(): live segments judge one after the other, and their window moves little.
    struct Judged {
        Window window{0, 0};
        EventFilter::Ranks ranks;
    };
    mutable Judged m_judged;

    // Of the last plan().
    Way m_way = Way::Nobody;
    std::int64_t m_at = 0;
    Window m_window;
    std::uint32_t m_beginRank = 0;
    std::uint32_t m_endRank = 0;
    std::int64_t m_scale = 1;         ///< millionths of one unit of the sums
    Range m_range;                    ///< of counts, or of sums in units
    bool m_countsEverywhere = false;  ///< counting so many events that nobody notes whose they are
    bool m_averageFits = false;       ///< bounds of an average are whole numbers of units, and products of 64 bits
    std::int64_t m_lowUnits = 0;      ///< the bounds then
    std::int64_t m_highUnits = 0;
    Truth m_ofNone = Truth::No;  ///< of somebody without any event in the window
    TallyPool::Lease m_tallies[2];
};

}  // namespace shopbell::segments
