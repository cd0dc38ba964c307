// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/apart_history.h"

#include "model/metric.h"

#include <algorithm>
#include <unordered_map>

namespace shopbell::segments {

namespace {

/// What tells of changes in a profile's own facts: after a merge these are about the facts of two. Suppressions are not
/// among them, they are of an address, whoever has it.
bool tellsOfFacts(std::string_view metric)
{
    constexpr std::string_view names[] = {metrics::changedProfile, metrics::changedConsent, metrics::joinedList,
                                          metrics::leftList, metrics::mergedProfile};
    return std::ranges::find(names, metric) != std::end(names);
}

/// Some events' part of a property column, with codes of its own.
class PartOfColumn final : public PropertyColumn {
public:
    PartOfColumn(std::shared_ptr<const PropertyColumn> whole, const std::vector<EventPlace>& places)
        : m_whole(std::move(whole)), m_wholeCodes{0}, m_counts{0}
    {
        std::unordered_map<std::uint32_t, std::uint32_t> known{{0, 0}};
        m_codes.reserve(places.size());
        for (const EventPlace& place : places) {
            const std::uint32_t theirs = place.inTail ? m_whole->tailCode(place.index) : m_whole->code(place.index);
            const auto [code, isNew] = known.try_emplace(theirs, static_cast<std::uint32_t>(m_wholeCodes.size()));
            if (isNew) {
                m_wholeCodes.push_back(theirs);
                m_counts.push_back(0);
            }
            ++m_counts[code->second];
            m_codes.push_back(code->second);
        }
        m_codes32 = m_codes;
        m_codeCount = static_cast<std::uint32_t>(m_wholeCodes.size());
    }
    [[nodiscard]] std::span<const PropertyAtom> atoms(std::uint32_t code) const override
    {
        return m_whole->atoms(m_wholeCodes[code]);
    }
    [[nodiscard]] bool isList(std::uint32_t code) const override { return m_whole->isList(m_wholeCodes[code]); }
    [[nodiscard]] std::span<const std::uint32_t> counts() const override { return m_counts; }

private:
    const std::shared_ptr<const PropertyColumn> m_whole;
    std::vector<std::uint32_t> m_wholeCodes;
    std::vector<std::uint32_t> m_counts;
    std::vector<std::uint32_t> m_codes;
};

}  // namespace

ProfileId ApartHistory::resolve(ProfileId profile) const
{
    const auto place = m_families.placeOf(profile);
    return {place ? m_parting.numberOf[*place] : 0};
}

Result<const ApartHistory::Given*> ApartHistory::give(MetricId metric) const
{
    if (const auto known = m_given.find(metric.value); known != m_given.end()) {
        return &known->second;
    }
    const std::string name = m_whole->metricName(metric);
    auto all = m_families.happenings(name);
    if (!all) {
        return fail(all.error());
    }
    const bool ends = tellsOfFacts(name);
    Given given;
    ColumnBuilder builder((*all)->size(), std::make_shared<Aliases>());
    for (const MergedFamilies::Happening& one : **all) {
        const ProfileNumber number = m_parting.numberOf[one.who];
        if (number != 0 && (!ends || one.row < m_parting.endRow[number])) {
            builder.add(one.row, one.place.at.ms, one.place.value, number);
            given.places.push_back(one.place);
        }
    }
    given.columns = builder.finish(m_whole->through().value);
    return &m_given.emplace(metric.value, std::move(given)).first->second;
}

Result<std::vector<MetricSummary>> ApartHistory::listMetrics() const
{
    return m_whole->listMetrics();
}

Result<std::shared_ptr<const MetricColumns>> ApartHistory::metric(MetricId metric) const
{
    auto given = give(metric);
    return given ? Result<std::shared_ptr<const MetricColumns>>((*given)->columns) : fail(given.error());
}

Result<std::shared_ptr<const PropertyColumn>> ApartHistory::propertyColumn(MetricId metric, std::string_view path,
                                                                           const ReadingWatch& watch) const
{
    auto given = give(metric);
    if (!given) {
        return fail(given.error());
    }
    auto column = m_whole->propertyColumn(metric, path, watch);
    if (!column) {
        return fail(column.error());
    }
    return std::shared_ptr<const PropertyColumn>(std::make_shared<PartOfColumn>(std::move(*column), (*given)->places));
}

Result<std::vector<EventRow>> ApartHistory::rowsOf(MetricId metric, std::span<const std::uint32_t> ranks) const
{
    auto given = give(metric);
    if (!given) {
        return fail(given.error());
    }
    std::vector<EventRow> rows;
    rows.reserve(ranks.size());
    for (const std::uint32_t rank : ranks) {
        rows.push_back({(*given)->columns->row(rank)});
    }
    return rows;
}

}  // namespace shopbell::segments
