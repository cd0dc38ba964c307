// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/woocommerce/woo_pass.h"

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace shopbell::woo {

namespace {

using namespace std::chrono_literals;

/// Writes that were under way when the newest modification was asked for, and servers whose clocks differ a little.
constexpr Duration kOverlap = 10min;
/// Places that a page shares with the one before it: so many deletions between two pages cost nothing.
constexpr std::int64_t kSharedPlaces = 5;
constexpr int kMaxIdlePages = 200;
/// How many records more than its own total a list may hold before we believe that it ignores our place.
constexpr std::int64_t kTotalTolerance = 20;

template <class T>
T memberOr(const nlohmann::json& object, const char* key, T otherwise)
{
    const auto found = object.find(key);
    if (found == object.end()) {
        return otherwise;
    }
    if constexpr (std::is_same_v<T, bool>) {
        return found->is_boolean() ? found->template get<bool>() : otherwise;
    } else {
        return found->is_number_integer() ? found->template get<T>() : otherwise;
    }
}

void resetPlace(Pass& pass)
{
    pass.place = 0;
    pass.last = 0;
    pass.step = pageSize;
    pass.jump = pageSize;
    pass.mayLeap = true;
    pass.idlePages = 0;
    pass.lastPage = 0;
}

/// True when that was the last list.
bool beginNextList(Pass& pass, const StreamSpec& spec)
{
    resetPlace(pass);
    ++pass.list;
    if (pass.list < spec.statuses.size()) {
        return false;
    }
    if (pass.kind == PassKind::Whole) {
        pass.wholeDone = true;
    }
    pass.kind = PassKind::Idle;
    pass.list = 0;
    pass.since = pass.next;
    pass.newest = std::max(pass.newest, pass.nextNewest);
    return true;
}

bool isDescending(const std::vector<std::int64_t>& ids)
{
    return std::is_sorted(ids.begin(), ids.end(), std::greater<>());
}

std::uint64_t hashOf(const std::vector<std::int64_t>& ids)
{
    std::uint64_t hash = ids.size() + 1;
    for (const auto id : ids) {
        hash = stableHash(std::string_view(reinterpret_cast<const char*>(&id), sizeof id), hash);
    }
    return hash;
}

std::vector<std::int64_t> readableIds(const std::vector<std::int64_t>& ids, std::size_t count)
{
    std::vector<std::int64_t> readable;
    std::copy_if(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(count), std::back_inserter(readable),
                 [](std::int64_t id) { return id > 0; });
    return readable;
}

Sentence samePage()
{
    return say("store-same-page", "The store gives the same page again and again: something between us and WooCommerce "
                                  "(often a cache) drops the page from our question.");
}

}  // namespace

Pass parsePass(std::string_view cursor)
{
    const auto json = nlohmann::json::parse(cursor, nullptr, false);
    if (!json.is_object() || memberOr<std::int64_t>(json, "v", 0) != 1) {
        return {};
    }
    Pass pass;
    const auto kind = memberOr<std::int64_t>(json, "kind", 0);
    pass.kind = kind == 1 ? PassKind::Whole : kind == 2 ? PassKind::Changes : PassKind::Idle;
    pass.list = static_cast<std::size_t>(std::max<std::int64_t>(0, memberOr<std::int64_t>(json, "list", 0)));
    pass.place = std::max<std::int64_t>(0, memberOr<std::int64_t>(json, "place", 0));
    pass.last = memberOr<std::int64_t>(json, "last", 0);
    pass.step = std::clamp<std::int64_t>(memberOr(json, "step", pageSize), 1, std::int64_t{1} << 40);
    pass.mayLeap = memberOr(json, "leap", true);
    pass.jump = std::clamp<std::int64_t>(memberOr(json, "jump", pageSize), pageSize, std::int64_t{1} << 40);
    pass.idlePages = memberOr(json, "idle_pages", 0);
    pass.lastPage = memberOr<std::uint64_t>(json, "last_page", 0);
    pass.since = {memberOr<std::int64_t>(json, "since", 0)};
    pass.next = {memberOr<std::int64_t>(json, "next", 0)};
    pass.newest = memberOr<std::int64_t>(json, "newest", 0);
    pass.nextNewest = memberOr<std::int64_t>(json, "next_newest", 0);
    pass.wholeAt = {memberOr<std::int64_t>(json, "whole_at", 0)};
    pass.wholeDone = memberOr(json, "whole_done", false);
    pass.canSortByChange = memberOr(json, "sorts", true);
    pass.quietAt = {memberOr<std::int64_t>(json, "quiet_at", 0)};
    pass.quietTotal = memberOr<std::int64_t>(json, "quiet_total", -1);
    return pass;
}

std::string writePass(const Pass& pass)
{
    nlohmann::json json{{"v", 1},
                        {"kind", pass.kind == PassKind::Whole     ? 1
                                 : pass.kind == PassKind::Changes ? 2
                                                                  : 0},
                        {"newest", pass.newest},
                        {"whole_at", pass.wholeAt.ms},
                        {"whole_done", pass.wholeDone},
                        {"sorts", pass.canSortByChange},
                        {"since", pass.since.ms},
                        {"next", pass.next.ms},
                        {"quiet_at", pass.quietAt.ms},
                        {"quiet_total", pass.quietTotal}};
    if (pass.kind != PassKind::Idle) {
        json["list"] = pass.list;
        json["place"] = pass.place;
        json["last"] = pass.last;
        json["step"] = pass.step;
        json["leap"] = pass.mayLeap;
        json["jump"] = pass.jump;
        json["idle_pages"] = pass.idlePages;
        json["next_newest"] = pass.nextNewest;
        json["last_page"] = pass.lastPage;
    }
    return json.dump();
}

void beginPass(Pass& pass, const StreamSpec& spec, Instant now)
{
    const bool due =
        spec.wholeEvery > Duration::zero() && (now - pass.wholeAt >= spec.wholeEvery || now < pass.wholeAt);
    const bool blind = spec.knowsModified ? pass.since.ms == 0 : pass.newest == 0;
    pass.kind = !pass.wholeDone || due || blind ? PassKind::Whole : PassKind::Changes;
    if (pass.kind == PassKind::Whole) {
        pass.wholeAt = now;
    }
    pass.list = 0;
    pass.nextNewest = 0;
    resetPlace(pass);
}

bool noteNewestChange(Pass& pass, const NewestChange& newest, Instant now)
{
    // A store that does not tell its time may be behind ours: then a day is read again rather than a minute missed.
    const Instant storeNow = newest.storeNow.value_or(now - 24h);
    // A record that claims to be from the future must not drag the next filter past what is still to come.
    Instant begun = std::min(newest.modified.value_or(storeNow), storeNow);
    if (!newest.modified && pass.canSortByChange) {
        // An empty list, by a store that could have said: everything that comes is new.
        begun = {};
    }
    pass.next = begun.ms == 0 ? begun : begun - kOverlap;
    const bool settled = newest.modified && newest.storeNow && *newest.modified < *newest.storeNow - kOverlap;
    if (pass.kind == PassKind::Changes && settled && pass.quietAt == *newest.modified &&
        pass.quietTotal == newest.total && newest.total >= 0) {
        pass.kind = PassKind::Idle;
        return true;
    }
    pass.quietAt = settled ? *newest.modified : Instant{};
    pass.quietTotal = settled ? newest.total : -1;
    return false;
}

QueryParameters pageParameters(const Pass& pass, const StreamSpec& spec)
{
    QueryParameters parameters{{"per_page", std::to_string(pageSize)},
                               {"offset", std::to_string(askedPlace(pass))},
                               {"orderby", "id"},
                               {"order", "desc"},
                               {"_fields", std::string(spec.fields)}};
    if (!spec.statuses[pass.list].empty()) {
        parameters.emplace_back("status", spec.statuses[pass.list]);
    }
    if (!spec.role.empty()) {
        parameters.emplace_back("role", spec.role);
    }
    if (pass.kind == PassKind::Changes && spec.knowsModified) {
        parameters.emplace_back("modified_after", modifiedAfter(pass.since));
        parameters.emplace_back("dates_are_gmt", "true");
    }
    return parameters;
}

std::size_t firstUnseen(const Pass& pass, const std::vector<std::int64_t>& ids)
{
    if (pass.last == 0 || !isDescending(readableIds(ids, ids.size()))) {
        return 0;
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ids[i] > 0 && ids[i] < pass.last) {
            return i;
        }
    }
    return ids.size();
}

std::int64_t askedPlace(const Pass& pass)
{
    return pass.last == 0 ? pass.place : std::max<std::int64_t>(0, pass.place - kSharedPlaces);
}

Result<bool> advance(Pass& pass, const StreamSpec& spec, const PageSeen& page)
{
    const std::int64_t asked = askedPlace(pass);
    const auto ids = readableIds(page.ids, page.used);
    const bool whole = page.used == page.ids.size();
    if (page.ids.empty()) {
        // Past the end. Unless nothing was ever there, the end came nearer while we read; look at what moved before it.
        if (pass.last == 0 || asked == 0) {
            return beginNextList(pass, spec);
        }
        pass.place = std::max<std::int64_t>(0, asked + kSharedPlaces - pass.jump);
        pass.step = std::max(pageSize, pass.jump / 2);
        pass.mayLeap = false;
        return ++pass.idlePages <= kMaxIdlePages
                   ? Result<bool>(false)
                   : fail(ErrorKind::Remote,
                          say("store-list-unsteady", "The store's list ends at another place each time we look."));
    }
    if (whole && page.total &&
        static_cast<std::int64_t>(page.ids.size()) > std::max<std::int64_t>(0, *page.total - asked) + kTotalTolerance) {
        return fail(ErrorKind::Remote, samePage());
    }
    const bool sorted = !ids.empty() && isDescending(ids);
    const auto pageHash = hashOf(page.ids);
    if (!sorted && pageHash == pass.lastPage) {
        return fail(ErrorKind::Remote, samePage());
    }
    pass.lastPage = pageHash;
    if (sorted && pass.last != 0 && ids.front() < pass.last && asked > 0) {
        // Deleted records pulled others past us, or a leap went too far.
        pass.place = std::max<std::int64_t>(0, asked + kSharedPlaces - pass.jump);
        pass.step = std::max(pageSize, pass.jump / 2);
        pass.mayLeap = false;
        return ++pass.idlePages <= kMaxIdlePages
                   ? Result<bool>(false)
                   : fail(ErrorKind::Remote,
                          say("store-list-too-quick",
                              "The store's list changes faster than it can be read. Try again later."));
    }
    std::int64_t forward = whole ? pageSize : static_cast<std::int64_t>(page.used);
    if (!ids.empty()) {
        const auto [low, high] = std::minmax_element(ids.begin(), ids.end());
        pass.nextNewest = std::max(pass.nextNewest, *high);
        if (!sorted || pass.last == 0 || *low < pass.last) {
            // Without an order there is no telling what was passed over; such a list is read place by place.
            pass.last = sorted ? *low : pass.last;
            pass.step = pageSize;
            pass.mayLeap = true;
            pass.idlePages = 0;
        } else {
            forward = pass.step;
            pass.step = pass.mayLeap ? std::min<std::int64_t>(pass.step * 2, std::int64_t{1} << 40)
                                     : std::max(pageSize, pass.step / 2);
            if (++pass.idlePages > kMaxIdlePages) {
                return fail(ErrorKind::Remote, samePage());
            }
        }
        if (pass.kind == PassKind::Changes && !spec.knowsModified && pass.newest != 0 && *low <= pass.newest) {
            return beginNextList(pass, spec);
        }
    }
    pass.place = asked + forward;
    pass.jump = std::max(pageSize, forward);
    const bool atEnd = !whole       ? false
                       : page.total ? asked + pageSize >= *page.total
                                    : static_cast<std::int64_t>(page.ids.size()) < pageSize;
    return atEnd ? Result<bool>(beginNextList(pass, spec)) : Result<bool>(false);
}

std::string modifiedAfter(Instant since)
{
    const auto hour = (since.ms / 3'600'000) % 24;
    if (hour >= 21 || hour <= 4) {
        since = since - 1h;
    }
    // One second less, since "after" leaves the second itself out; without the zone, since WordPress would convert it.
    return (since - 1s).toIso().substr(0, 19);
}

}  // namespace shopbell::woo
