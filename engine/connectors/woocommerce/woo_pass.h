// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/result.h"
#include "connectors/woocommerce/woo_streams.h"
#include "net/url.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell::woo {

/// Records asked for at a time: the most that WooCommerce gives.
inline constexpr std::int64_t pageSize = 100;

enum class PassKind {
    Idle,     ///< between two passes
    Whole,    ///< everything, newest first
    Changes,  ///< modified after `since`; in lists without that filter, what is newer than `newest`
};

/// Where the reading of one stream stands; the cursor, as a value.
///
/// A pass goes through a list in descending order of ids. Ids never change, so the order does not either while orders
/// come in and are edited; what moves are the places in it. New records push the others to higher places: some are seen
/// twice. Deleted ones pull them to lower places: these would be missed by page numbers. So a page begins a few places
/// before the end of the last one, and when its first id is already below the last id seen, places have been pulled
/// past us and we step back until it is not. Every record that is there during the whole pass is therefore seen.
///
/// A record edited behind our back during a pass has then a later modification time than `next`, the newest
/// modification that the store had when the pass began, by the store's own clock. The next pass begins there, less an
/// overlap.
struct Pass {
    PassKind kind = PassKind::Idle;
    std::size_t list = 0;          ///< which of StreamSpec::statuses
    std::int64_t place = 0;        ///< where in the list the next page begins
    std::int64_t last = 0;         ///< lowest id seen in this list; 0: none
    std::int64_t step = pageSize;  ///< how far to go on when a page holds nothing new
    bool mayLeap = true;           ///< step doubles; once it went too far it halves
    std::int64_t jump = pageSize;  ///< how far we went to the page we stand before
    int idlePages = 0;             ///< pages in a row that held nothing new
    std::uint64_t lastPage = 0;    ///< of the last page's ids, for a list that comes in no order
    Instant since;                 ///< Changes: the filter; ms 0 in lists without it
    Instant next;                  ///< what `since` will be for the next pass; ms 0: not known, so it reads everything
    std::int64_t newest = 0;       ///< highest id seen until the present pass began
    std::int64_t nextNewest = 0;
    Instant wholeAt;         ///< our clock, when the last whole pass began; ms 0: there was none
    bool wholeDone = false;  ///< there was a whole pass, to its end
    bool canSortByChange = true;
    Instant quietAt;  ///< the store's newest modification, settled and read: while it stays so, nothing is new
    std::int64_t quietTotal = -1;
};

/// Nonsense is a Pass that begins at the beginning.
[[nodiscard]] Pass parsePass(std::string_view cursor);
[[nodiscard]] std::string writePass(const Pass& pass);

/// Begins the next pass: whole, if it is the first or its time has come again, else of changes.
void beginPass(Pass& pass, const StreamSpec& spec, Instant now);

/// What the store said when it was asked for the newest modification, and how many records it has.
struct NewestChange {
    std::optional<Instant>
        modified;  ///< of the record modified last; nothing where there is none, or it cannot be asked
    std::optional<Instant> storeNow;  ///< the server's clock
    std::int64_t total = -1;
};
/// Sets `next`. True: nothing can have changed since the last pass, which therefore is not begun at all.
[[nodiscard]] bool noteNewestChange(Pass& pass, const NewestChange& newest, Instant now);

/// The parameters of the page that the pass stands before.
[[nodiscard]] QueryParameters pageParameters(const Pass& pass, const StreamSpec& spec);

/// What a page held: the ids in the order they came (0 for one that could not be read).
struct PageSeen {
    std::vector<std::int64_t> ids;
    std::optional<std::int64_t> total;
    /// Only the first so many records were used (their sub-lists cost requests too); the page goes on after them.
    std::size_t used = 0;
};
/// The first record of the page that was not seen earlier in this pass; 0 for a page that is not in descending order.
[[nodiscard]] std::size_t firstUnseen(const Pass& pass, const std::vector<std::int64_t>& ids);
/// The place that a page was asked from: a little before where the last one ended.
[[nodiscard]] std::int64_t askedPlace(const Pass& pass);
/// Moves on. True: the pass is over (Idle again). Remote when the store goes on giving the same page.
[[nodiscard]] Result<bool> advance(Pass& pass, const StreamSpec& spec, const PageSeen& page);

/// The time as modified_after wants it. WordPress reads it as a wall clock reading of the store's zone although it is
/// compared with GMT (dates_are_gmt); a reading that daylight saving skips there is moved on by an hour, so in the
/// hours where that happens we ask for an hour more.
[[nodiscard]] std::string modifiedAfter(Instant since);

}  // namespace shopbell::woo
