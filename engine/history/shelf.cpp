// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/shelf.h"

#include "history/derived_file.h"
#include "history/log_rows.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace shopbell {

namespace {

constexpr std::size_t smallestTailBound = 1024;
constexpr std::size_t largestTailBound = 16384;
/// What bases may take together before those unused for longest are dropped.
constexpr std::size_t mostBaseBytes = std::size_t{512} * 1024 * 1024;

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

template <class Entry>
std::int64_t lastUpTo(const std::vector<Entry>& entries, std::int64_t upTo, std::int64_t Entry::*row)
{
    const auto end = std::ranges::upper_bound(entries, upTo, {}, row);
    return end == entries.begin() ? 0 : (*std::prev(end)).*row;
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
        heads->back().recent->from = m_sealed;
    }
    m_now.heads = std::move(heads);
}

void Shelf::take(const Arrivals& arrivals)
{
    const std::scoped_lock lock(m_mutex);
    for (const auto& [metric, event] : arrivals.events) {
        ensureMetric(metric);
        ++m_unsealed;
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
    ++m_now.erasures;
    m_given.clear();
    m_properties.forget();
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

void Shelf::begin(std::int64_t sealedThrough, ProfileNumber profileEnd)
{
    const std::scoped_lock lock(m_mutex);
    m_sealed = sealedThrough;
    m_now.through = sealedThrough;
    m_now.profileEnd = profileEnd;
}

void Shelf::listUnsealed(std::int64_t through, std::vector<std::pair<std::int64_t, std::vector<LoggedEvent>>>& events,
                         std::vector<std::pair<std::int64_t, VoidedEvent>>& voided) const
{
    const std::size_t metrics = now().heads->size();
    for (std::size_t metric = 0; metric < metrics; ++metric) {
        // One after the other, so that what arrives has to wait for no more than one of them. What is unsealed up to a
        // row stays as it is meanwhile: where somebody is erased, this sealing is given up.
        const std::scoped_lock lock(m_mutex);
        const auto id = static_cast<std::int64_t>(metric);
        const Recent& recent = *(*m_now.heads)[metric].recent;
        auto its = between(recent.events, m_sealed, through, &LoggedEvent::row);
        if (!its.empty()) {
            events.emplace_back(id, std::move(its));
        }
        for (const VoidedEvent& one : between(recent.voided, m_sealed, through, &VoidedEvent::by)) {
            voided.emplace_back(id, one);
        }
    }
}

std::size_t Shelf::unsealedCount() const
{
    const std::scoped_lock lock(m_mutex);
    return m_unsealed;
}

void Shelf::sealed(std::int64_t through)
{
    const std::scoped_lock lock(m_mutex);
    m_sealed = std::max(m_sealed, through);
    m_unsealed = 0;
    for (const Head& head : *m_now.heads) {
        const auto& events = head.recent->events;
        m_unsealed +=
            static_cast<std::size_t>(events.end() - std::ranges::upper_bound(events, m_sealed, {}, &LoggedEvent::row));
    }
    m_given.clear();
    auto heads = std::make_shared<Heads>(*m_now.heads);
    for (Head& head : *heads) {
        // A base in memory still needs what came after it, unless that is so much that loading it anew is as quick.
        std::int64_t from = m_sealed;
        if (head.base != nullptr && head.base->through() < from) {
            const auto missing = between(head.recent->events, head.base->through(), from, &LoggedEvent::row).size();
            if (missing + head.recent->voided.size() <= largestTailBound) {
                from = head.base->through();
            } else {
                head.base = nullptr;
            }
        }
        auto recent = std::make_shared<Recent>();
        recent->from = from;
        recent->events = between(head.recent->events, from, m_now.through, &LoggedEvent::row);
        recent->voided = between(head.recent->voided, from, m_now.through, &VoidedEvent::by);
        head.recent = std::move(recent);
    }
    m_now.heads = std::move(heads);
}

void Shelf::forgetDerivedReaders()
{
    const std::scoped_lock lock(m_mutex);
    m_idleDerived.clear();
    ++m_derivedEra;
}

void Shelf::setNames(Names names)
{
    const std::scoped_lock lock(m_mutex);
    if (!names.empty()) {
        ensureMetric(std::ssize(names) - 1);
    }
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
    const std::scoped_lock loading(m_loading[static_cast<std::size_t>(metric) % m_loading.size()]);
    std::shared_ptr<const ColumnSet> base = findBase(moment, metric);
    if (base == nullptr) {
        base = head.recent->from == 0 ? nothing : loadBase(moment, metric);
    }
    if (base == nullptr) {
        auto built = buildFromLog(moment, metric);
        if (!built) {
            return fail(built.error());
        }
        return std::make_shared<const TailedColumns>(std::move(*built), std::vector<LoggedEvent>());
    }
    std::vector<LoggedEvent> fresh;
    std::vector<VoidedEvent> voided;
    Given given{0, 0, moment.erasures, moment.aliases, nullptr};
    {
        const std::scoped_lock lock(m_mutex);
        given.lastEvent = lastUpTo(head.recent->events, moment.through, &LoggedEvent::row);
        given.lastVoided = lastUpTo(head.recent->voided, moment.through, &VoidedEvent::by);
        m_given.resize(std::max(m_given.size(), m_now.heads->size()));
        const Given& before = m_given[static_cast<std::size_t>(metric)];
        if (before.columns != nullptr && before.columns->base() == base && before.lastEvent == given.lastEvent &&
            before.lastVoided == given.lastVoided && before.erasures == given.erasures &&
            before.aliases == given.aliases) {
            return before.columns;
        }
        fresh = between(head.recent->events, base->through(), moment.through, &LoggedEvent::row);
        voided = between(head.recent->voided, base->through(), moment.through, &VoidedEvent::by);
    }
    for (LoggedEvent& event : fresh) {
        event.profile = moment.aliases->resolve(event.profile);
    }
    const auto removed = findVoided(*base, voided, fresh);
    if (removed.empty() && fresh.size() <= tailBound(base->size()) && base->suits(*moment.aliases)) {
        install(moment, metric, base);
    } else {
        base = makeMerged(base.get(), removed, std::exchange(fresh, {}), moment.aliases, moment.through);
        install(moment, metric, base);
    }
    given.columns = std::make_shared<const TailedColumns>(std::move(base), std::move(fresh));
    const std::scoped_lock lock(m_mutex);
    m_given.resize(std::max(m_given.size(), m_now.heads->size()));
    if ((*m_now.heads)[static_cast<std::size_t>(metric)].base == given.columns->base()) {
        m_given[static_cast<std::size_t>(metric)] = given;
    }
    return given.columns;
}

bool Shelf::isAtHand(const Moment& moment, std::int64_t metric)
{
    return metric < 0 || metric >= static_cast<std::int64_t>(moment.heads->size()) ||
           (*moment.heads)[static_cast<std::size_t>(metric)].recent->from == 0 || findBase(moment, metric) != nullptr;
}

/// A base in memory that holds nothing past the moment and leaves no gap before what is recent there.
std::shared_ptr<const ColumnSet> Shelf::findBase(const Moment& moment, std::int64_t metric)
{
    const Head& then = (*moment.heads)[static_cast<std::size_t>(metric)];
    const std::scoped_lock lock(m_mutex);
    const auto& now = (*m_now.heads)[static_cast<std::size_t>(metric)].base;
    m_lastUse.resize(std::max(m_lastUse.size(), m_now.heads->size()));
    m_lastUse[static_cast<std::size_t>(metric)] = ++m_uses;
    // Erasing makes new heads and may take from a base; a view that is older keeps to its own.
    if (now != nullptr && now->through() <= moment.through && now->through() >= then.recent->from &&
        moment.erasures == m_now.erasures) {
        return now;
    }
    return then.base;
}

/// Makes a base the newest one, unless a newer one is there or rows between it and what is recent would be missing.
void Shelf::install(const Moment& moment, std::int64_t metric, const std::shared_ptr<const ColumnSet>& base)
{
    const std::scoped_lock lock(m_mutex);
    const Head& now = (*m_now.heads)[static_cast<std::size_t>(metric)];
    if (now.base == base || base->through() < now.recent->from || base->through() == 0 ||
        (now.base != nullptr && now.base->through() > base->through()) || moment.erasures != m_now.erasures) {
        return;
    }
    auto heads = std::make_shared<Heads>(*m_now.heads);
    (*heads)[static_cast<std::size_t>(metric)].base = base;
    m_lastUse.resize(std::max(m_lastUse.size(), heads->size()));
    for (;;) {
        std::size_t bytes = 0;
        std::size_t oldest = 0;
        for (std::size_t k = 0; k < heads->size(); ++k) {
            const auto& its = (*heads)[k].base;
            bytes += its == nullptr ? 0 : its->bytes();
            const bool older = (*heads)[oldest].base == nullptr || m_lastUse[k] < m_lastUse[oldest];
            oldest = its != nullptr && older ? k : oldest;
        }
        if (bytes <= mostBaseBytes || oldest == static_cast<std::size_t>(metric)) {
            break;
        }
        (*heads)[oldest].base = nullptr;
        if (oldest < m_given.size()) {
            m_given[oldest] = {};
        }
    }
    m_now.heads = std::move(heads);
}

std::optional<Shelf::DerivedReader> Shelf::lendDerived()
{
    std::int64_t era = 0;
    {
        const std::scoped_lock lock(m_mutex);
        era = m_derivedEra;
        if (!m_idleDerived.empty()) {
            DerivedReader lent{std::move(m_idleDerived.back()), era};
            m_idleDerived.pop_back();
            return lent;
        }
    }
    auto opened = DerivedFile::connectReader(m_workspace.derivedFile());
    return opened ? std::optional(DerivedReader{std::move(*opened), era}) : std::nullopt;
}

void Shelf::takeBack(DerivedReader reader)
{
    const std::scoped_lock lock(m_mutex);
    if (reader.era == m_derivedEra) {
        m_idleDerived.push_back(std::move(reader.connection));
    }
}

Result<std::shared_ptr<const PropertyColumn>> Shelf::propertyColumn(const TailedColumns& columns, std::int64_t metric,
                                                                    std::string_view path, const ReadingWatch& watch)
{
    if (auto known = m_properties.find(columns, metric, path)) {
        return known;
    }
    auto tools = reader();
    if (!tools) {
        return fail(tools.error());
    }
    auto derived = lendDerived();
    auto column = m_properties.column(columns, metric, path, **tools, tools->properties(),
                                      derived ? &derived->connection : nullptr, watch);
    if (derived) {
        takeBack(std::move(*derived));
    }
    return column;
}

/// From the derived file; nothing when that cannot serve this moment.
std::shared_ptr<const ColumnSet> Shelf::loadBase(const Moment& moment, std::int64_t metric)
{
    auto derived = lendDerived();
    if (!derived) {
        m_damaged = true;
        return nullptr;
    }
    auto loaded = DerivedFile::loadColumns(derived->connection, metric, moment.aliases);
    if (!loaded) {
        m_damaged = true;
        return nullptr;
    }
    takeBack(std::move(*derived));
    const std::scoped_lock lock(m_mutex);
    const auto from = (*moment.heads)[static_cast<std::size_t>(metric)].recent->from;
    const bool serves = (*loaded)->through() >= from && (*loaded)->through() <= moment.through;
    return serves && moment.erasures == m_now.erasures ? *loaded : nullptr;
}

/// The slow way, which needs nothing but the log.
Result<std::shared_ptr<const ColumnSet>> Shelf::buildFromLog(const Moment& moment, std::int64_t metric)
{
    auto tools = reader();
    if (!tools) {
        return fail(tools.error());
    }
    std::vector<LoggedEvent> events;
    std::unordered_set<std::int64_t> gone;
    auto read = logRows::forEachKey(**tools, 0, moment.through, [&](const LogRow& row) {
        if (row.metric != metric || row.profile < 0 || row.profile > maxProfileNumber) {
            return true;
        }
        if (row.replaces != 0) {
            gone.insert(row.replaces);
        }
        if (row.isEvent()) {
            events.push_back({row.row, row.at, row.value, static_cast<ProfileNumber>(row.profile)});
        }
        return true;
    });
    if (!read) {
        return fail(read.error());
    }
    std::erase_if(events, [&](const LoggedEvent& event) { return gone.contains(event.row); });
    return makeMerged(nullptr, {}, std::move(events), moment.aliases, moment.through);
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
