// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/merged_families.h"

#include "model/metric.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace shopbell::segments {

namespace {

/// Events are read in pieces, so that many of them need little room.
constexpr std::size_t pieceSize = 8'192;

/// Sets that grow together.
class Roots {
public:
    explicit Roots(std::size_t size) : m_next(size) { std::iota(m_next.begin(), m_next.end(), 0); }
    std::uint32_t of(std::uint32_t one)
    {
        while (m_next[one] != one) {
            m_next[one] = m_next[m_next[one]];
            one = m_next[one];
        }
        return one;
    }
    /// The second's root stays.
    void unite(std::uint32_t from, std::uint32_t into) { m_next[of(from)] = of(into); }

private:
    std::vector<std::uint32_t> m_next;
};

}  // namespace

Result<std::unique_ptr<MergedFamilies>> MergedFamilies::make(Materials& whole, std::int64_t at)
{
    auto families = std::unique_ptr<MergedFamilies>(new MergedFamilies(whole, at));
    auto merges = whole.metric(metrics::mergedProfile);
    if (!merges) {
        return fail(merges.error());
    }
    if (*merges) {
        families->findHeirs(**merges);
        if (auto read = families->readMerges(**merges); !read) {
            return fail(read.error());
        }
    }
    return families;
}

void MergedFamilies::findHeirs(const MetricColumns& merges)
{
    for (std::uint32_t rank = merges.at.countUpTo({m_since}); rank < merges.size(); ++rank) {
        m_heirs.push_back(merges.profile[rank]);
    }
    for (std::uint32_t i = merges.tail.countUpTo({m_since}); i < merges.tail.size(); ++i) {
        m_heirs.push_back(merges.tail.profile[i]);
    }
    std::sort(m_heirs.begin(), m_heirs.end());
    m_heirs.erase(std::unique(m_heirs.begin(), m_heirs.end()), m_heirs.end());
}

std::uint32_t MergedFamilies::addId(ProfileId id, std::uint32_t family)
{
    const auto [place, isNew] = m_places.try_emplace(id.value, static_cast<std::uint32_t>(m_ids.size()));
    if (isNew) {
        m_ids.push_back(static_cast<ProfileNumber>(id.value));
        m_familyOf.push_back(family);
    }
    return place->second;
}

Result<void> MergedFamilies::readMerges(const MetricColumns& merges)
{
    struct Place {
        std::uint32_t family = 0;
        std::int64_t row = 0;
    };
    std::vector<Place> places;
    for (std::uint32_t family = 0; family < m_heirs.size(); ++family) {
        addId({m_heirs[family]}, family);
        std::vector<EventPlace> own;
        merges.forEachOf(m_heirs[family], [&](const EventPlace& place) { own.push_back(place); });
        for (const std::int64_t row : m_whole.rowsOf(metrics::mergedProfile, merges, own)) {
            places.push_back({family, row});
        }
    }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.row < b.row; });
    std::vector<EventRow> rows;
    for (std::size_t begin = 0; begin < places.size(); begin += pieceSize) {
        if (m_whole.sources().cancel.isCancelled()) {
            return fail(ErrorKind::Cancelled, "The question was given up.");
        }
        rows.clear();
        for (std::size_t i = begin; i < std::min(places.size(), begin + pieceSize); ++i) {
            rows.push_back({places[i].row});
        }
        auto events = m_whole.history().loadEvents(rows);
        if (!events) {
            return fail(events.error());
        }
        std::size_t next = begin;
        for (const Event& event : *events) {
            while (places[next].row != event.row.value) {
                ++next;
            }
            const std::uint32_t family = places[next].family;
            Merge merge{event.at.ms, event.row.value, 0, 0, findMergeRecord(event.properties)};
            ProfileId from;
            ProfileId into;
            if (merge.record) {
                from = merge.record->from.profile;
                into = merge.record->into.profile;
            } else {
                auto owner = m_whole.history().toldOf(std::span(&event.row, 1));
                if (!owner) {
                    return fail(owner.error());
                }
                from = findMergedProfile(event.properties);
                into = owner->front();
            }
            if (from.isValid() && into.isValid() && from.value <= maxProfileNumber && into.value <= maxProfileNumber) {
                merge.from = addId(from, family);
                merge.into = addId(into, family);
                m_merges.push_back(std::move(merge));
            }
        }
    }
    return {};
}

std::optional<std::uint32_t> MergedFamilies::placeOf(ProfileId id) const
{
    const auto found = m_places.find(id.value);
    return found == m_places.end() ? std::nullopt : std::optional(found->second);
}

Parting MergedFamilies::part(std::int64_t at) const
{
    Parting parting;
    parting.from = m_since;  // of merges before that, not all are known
    parting.to = std::numeric_limits<std::int64_t>::max();
    Roots roots(m_ids.size());
    std::vector<bool> isApart(m_heirs.size());
    for (const Merge& merge : m_merges) {
        if (!merge.record || merge.at <= at) {
            roots.unite(merge.from, merge.into);
            parting.from = merge.record ? std::max(parting.from, merge.at) : parting.from;
        } else {
            isApart[m_familyOf[merge.from]] = true;
            parting.to = std::min(parting.to, merge.at);
        }
    }
    // The first merge after the instant ends somebody's time as they were, and says how that was.
    parting.ids.push_back(0);
    parting.facts.push_back(nullptr);
    parting.endRow.push_back(0);
    parting.numberOf.assign(m_ids.size(), 0);
    for (const Merge& merge : m_merges) {
        if (!merge.record || merge.at <= at) {
            continue;
        }
        for (const auto& [place, side] :
             {std::pair(merge.from, &merge.record->from), std::pair(merge.into, &merge.record->into)}) {
            const std::uint32_t root = roots.of(place);
            if (parting.numberOf[root] == 0) {
                parting.numberOf[root] = static_cast<ProfileNumber>(parting.ids.size());
                parting.ids.push_back(m_ids[root]);
                parting.facts.push_back(side);
                parting.endRow.push_back(merge.row);
            }
        }
    }
    for (std::uint32_t place = 0; place < m_ids.size(); ++place) {
        parting.numberOf[place] = parting.numberOf[roots.of(place)];
    }
    for (std::uint32_t family = 0; family < m_heirs.size(); ++family) {
        const auto own = placeOf({m_heirs[family]});
        if (isApart[family] && own && parting.numberOf[*own] != 0) {
            parting.heirs.push_back(m_heirs[family]);
        }
    }
    return parting;
}

Result<const std::vector<MergedFamilies::Happening>*> MergedFamilies::happenings(std::string_view metric)
{
    if (const auto known = m_happenings.find(metric); known != m_happenings.end()) {
        return &known->second;
    }
    std::vector<Happening> found;
    auto columns = m_whole.metric(metric);
    if (!columns) {
        return fail(columns.error());
    }
    if (*columns) {
        std::vector<EventPlace> places;
        for (std::uint32_t family = 0; family < m_heirs.size(); ++family) {
            const std::uint32_t heir = *placeOf({m_heirs[family]});
            (*columns)->forEachOf(m_heirs[family], [&](const EventPlace& place) {
                places.push_back(place);
                found.push_back({place, 0, heir});
            });
        }
        const auto rows = m_whole.rowsOf(metric, **columns, places);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            found[i].row = rows[i];
        }
        // In the order of the log they are read quickest.
        std::sort(found.begin(), found.end(), [](const Happening& a, const Happening& b) { return a.row < b.row; });
        std::vector<EventRow> piece;
        for (std::size_t begin = 0; begin < found.size(); begin += pieceSize) {
            if (m_whole.sources().cancel.isCancelled()) {
                return fail(ErrorKind::Cancelled, "The question was given up.");
            }
            piece.clear();
            for (std::size_t i = begin; i < std::min(found.size(), begin + pieceSize); ++i) {
                piece.push_back({found[i].row});
            }
            auto owners = m_whole.history().toldOf(piece);
            if (!owners) {
                return fail(owners.error());
            }
            for (std::size_t i = 0; i < piece.size(); ++i) {
                found[begin + i].who = placeOf((*owners)[i]).value_or(found[begin + i].who);
            }
        }
        std::sort(found.begin(), found.end(), [](const Happening& a, const Happening& b) {
            return a.place.at != b.place.at ? a.place.at < b.place.at : a.row < b.row;
        });
    }
    return &m_happenings.emplace(metric, std::move(found)).first->second;
}

}  // namespace shopbell::segments
