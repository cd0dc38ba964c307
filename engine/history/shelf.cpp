// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/shelf.h"

#include <algorithm>
#include <utility>

namespace shopbell {

namespace {

constexpr std::size_t smallestTailBound = 1024;
constexpr std::size_t largestTailBound = 16384;

/// How many events a tail may have before it is merged into its base: settling them one by one must stay cheaper than
/// going through the base.
std::size_t tailBound(std::size_t baseSize)
{
    return std::clamp(baseSize / 512, smallestTailBound, largestTailBound);
}

template <class Entry>
std::vector<Entry> between(const std::vector<Entry>& entries, std::int64_t after, std::int64_t upTo,
                           std::int64_t Entry::*row)
{
    const auto begin = std::ranges::upper_bound(entries, after, {}, row);
    const auto end = std::ranges::upper_bound(entries, upTo, {}, row);
    return begin < end ? std::vector<Entry>(begin, end) : std::vector<Entry>();
}

}  // namespace

Shelf::Moment Shelf::now() const
{
    const std::scoped_lock lock(m_mutex);
    return m_now;
}

void Shelf::ensureMetric(std::int64_t metric)
{
    if (metric < static_cast<std::int64_t>(m_now.heads->size())) {
        return;
    }
    auto heads = std::make_shared<Heads>(*m_now.heads);
    while (static_cast<std::int64_t>(heads->size()) <= metric) {
        heads->push_back({nullptr, std::make_shared<Recent>()});
    }
    m_now.heads = std::move(heads);
}

void Shelf::take(const Arrivals& arrivals)
{
    const std::scoped_lock lock(m_mutex);
    for (const auto& [metric, event] : arrivals.events) {
        ensureMetric(metric);
        (*m_now.heads)[static_cast<std::size_t>(metric)].recent->events.push_back(event);
        m_now.profileEnd = std::max(m_now.profileEnd, event.profile + 1);
    }
    for (const auto& [metric, voided] : arrivals.voided) {
        ensureMetric(metric);
        (*m_now.heads)[static_cast<std::size_t>(metric)].recent->voided.push_back(voided);
    }
    m_now.through = std::max(m_now.through, arrivals.through);
    if (arrivals.erased.empty()) {
        return;
    }
    // Older views keep the old objects; the new ones are without the person.
    const auto isErased = [&](ProfileNumber profile, std::int64_t row) {
        return std::ranges::any_of(arrivals.erased,
                                   [&](const auto& gone) { return gone.first == profile && row < gone.second; });
    };
    auto heads = std::make_shared<Heads>(*m_now.heads);
    for (Head& head : *heads) {
        auto recent = std::make_shared<Recent>(*head.recent);
        std::erase_if(recent->events, [&](const LoggedEvent& event) { return isErased(event.profile, event.row); });
        std::erase_if(recent->voided, [&](const VoidedEvent& voided) { return isErased(voided.profile, voided.row); });
        head.recent = std::move(recent);
        if (head.base == nullptr) {
            continue;
        }
        std::vector<std::uint32_t> removed;
        for (const auto& [profile, row] : arrivals.erased) {
            // Merged profiles are erased together, so the living one's group holds nothing of anybody else.
            for (const std::uint32_t rank : head.base->ranksOf(profile)) {
                if (head.base->row(rank) < row) {
                    removed.push_back(rank);
                }
            }
        }
        if (!removed.empty()) {
            std::ranges::sort(removed);
            removed.erase(std::unique(removed.begin(), removed.end()), removed.end());
            head.base = makeMerged(head.base.get(), removed, {}, head.base->aliases(), head.base->through());
        }
    }
    m_now.heads = std::move(heads);
}

void Shelf::setNames(Names names)
{
    const std::scoped_lock lock(m_mutex);
    m_now.names = std::make_shared<Names>(std::move(names));
}

void Shelf::setAliases(Aliases aliases)
{
    const std::scoped_lock lock(m_mutex);
    if (aliases == *m_now.aliases) {
        return;
    }
    for (const auto& [from, into] : aliases.all()) {
        m_now.profileEnd = std::max({m_now.profileEnd, from + 1, into + 1});
    }
    m_now.aliases = std::make_shared<Aliases>(std::move(aliases));
}

std::vector<std::uint32_t> Shelf::findVoided(const ColumnSet& base, std::vector<VoidedEvent>& voided,
                                             std::vector<LoggedEvent>& fresh) const
{
    std::ranges::sort(voided, {}, &VoidedEvent::row);
    const auto isVoided = [&](std::int64_t row) {
        return std::ranges::binary_search(voided, row, {}, &VoidedEvent::row);
    };
    std::erase_if(fresh, [&](const LoggedEvent& event) { return isVoided(event.row); });
    std::vector<std::uint32_t> removed;
    for (const VoidedEvent& gone : voided) {
        if (gone.row > base.through()) {
            continue;
        }
        if (const auto rank = base.findRank(gone.row, gone.profile, gone.at)) {
            removed.push_back(*rank);
        }
    }
    std::ranges::sort(removed);
    return removed;
}

Result<std::shared_ptr<const TailedColumns>> Shelf::columns(const Moment& moment, std::int64_t metric)
{
    static const auto nothing = ColumnBuilder(0, std::make_shared<Aliases>()).finish(0);
    if (metric < 0 || metric >= static_cast<std::int64_t>(moment.heads->size())) {
        return std::make_shared<const TailedColumns>(nothing, std::vector<LoggedEvent>());
    }
    const Head& head = (*moment.heads)[static_cast<std::size_t>(metric)];
    auto base = head.base != nullptr ? head.base : nothing;
    std::vector<LoggedEvent> fresh;
    std::vector<VoidedEvent> voided;
    {
        const std::scoped_lock lock(m_mutex);
        fresh = between(head.recent->events, base->through(), moment.through, &LoggedEvent::row);
        voided = between(head.recent->voided, base->through(), moment.through, &VoidedEvent::by);
    }
    for (LoggedEvent& event : fresh) {
        event.profile = moment.aliases->resolve(event.profile);
    }
    const auto removed = findVoided(*base, voided, fresh);
    if (removed.empty() && fresh.size() <= tailBound(base->size()) && base->suits(*moment.aliases)) {
        return std::make_shared<const TailedColumns>(base, std::move(fresh));
    }
    auto merged = makeMerged(base.get(), removed, std::move(fresh), moment.aliases, moment.through);
    {
        const std::scoped_lock lock(m_mutex);
        const auto& current = (*m_now.heads)[static_cast<std::size_t>(metric)];
        if (current.base == head.base && current.recent == head.recent) {
            auto heads = std::make_shared<Heads>(*m_now.heads);
            Head& replaced = (*heads)[static_cast<std::size_t>(metric)];
            auto rest = std::make_shared<Recent>();
            rest->events = between(current.recent->events, moment.through, m_now.through, &LoggedEvent::row);
            rest->voided = between(current.recent->voided, moment.through, m_now.through, &VoidedEvent::by);
            replaced = {merged, std::move(rest)};
            m_now.heads = std::move(heads);
        }
    }
    return std::make_shared<const TailedColumns>(std::move(merged), std::vector<LoggedEvent>());
}

Shelf::Reader::~Reader()
{
    if (m_shelf != nullptr) {
        const std::scoped_lock lock(m_shelf->m_mutex);
        m_shelf->m_idleReaders.push_back(std::move(m_tools));
    }
}

Result<Shelf::Reader> Shelf::reader()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_idleReaders.empty()) {
            ReadingTools tools = std::move(m_idleReaders.back());
            m_idleReaders.pop_back();
            return Reader(*this, std::move(tools));
        }
    }
    auto connection = m_workspace.connect(db::OpenMode::ReadOnly);
    if (!connection) {
        return fail(connection.error());
    }
    return Reader(*this, {std::move(*connection), {}});
}

}  // namespace shopbell
