// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profile_search.h"

#include "base/text.h"
#include "profiles/profile_reading.h"
#include "profiles/search_index.h"

#include <algorithm>
#include <mutex>

namespace shopbell {
namespace {

constexpr std::string_view changedSql =
    "SELECT id, created_at, changed_at, email, phone, properties FROM profile WHERE changed_at >= ?1";
constexpr std::string_view mergedSql = "SELECT old_id FROM profile_alias WHERE merged_at >= ?1";
constexpr std::string_view erasedSql = "SELECT id, profile_id FROM erasure WHERE id > ?1 ORDER BY id";

/// Telephone numbers stand as +43664…; what is typed may have blanks, a leading zero, a stroke.
std::string asTelephone(std::string_view word)
{
    std::string digits;
    for (const char c : word) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (std::string_view("+-/().").find(c) == std::string_view::npos) {
            return {};
        }
    }
    const auto first = digits.find_first_not_of('0');
    return first == std::string::npos ? std::string() : digits.substr(first);
}

/// Words of digits that follow one another are one number.
std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    bool wasNumber = false;
    const std::string folded = foldForSearch(text);
    for (const auto part : split(folded, ' ')) {
        const auto word = trimmed(part);
        if (word.empty()) {
            continue;
        }
        const std::string number = asTelephone(word);
        if (number.empty()) {
            words.emplace_back(word);
        } else if (wasNumber) {
            words.back() += number.size() == word.size() ? std::string(word) : number;
        } else {
            words.push_back(number);
        }
        wasNumber = !number.empty();
    }
    // The longest first: it leaves the fewest to look at.
    std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return words;
}

}  // namespace

struct ProfileSearch::State {
    std::mutex lock;
    SearchIndex index;
    bool isLoaded = false;
    Instant seen;  ///< newest changed_at that was read
    std::int64_t seenErasure = 0;

    Result<void> refresh(db::Connection& connection)
    {
        if (index.isWorn()) {
            index.clear();
            isLoaded = false;
            seen = {};
        }
        const Instant from = seen;
        bool hasNews = !isLoaded;
        const auto take = [&](const ProfileRow& row) {
            seen = std::max(seen, row.changedAt);
            hasNews |= index.put(row.id, row.createdAt, row.changedAt, row.email, row.phone, row.properties);
            return true;
        };
        auto read = !isLoaded ? forEachProfile(connection, take)
                              : connection.each(
                                    changedSql,
                                    [&](db::Statement& row) {
                                        take({row.id<ProfileId>(0), row.instant(1), row.instant(2), row.text(3),
                                              row.text(4), row.text(5)});
                                    },
                                    from);
        if (read && hasNews && isLoaded) {
            read = connection.each(
                mergedSql, [&](db::Statement& row) { index.remove(row.id<ProfileId>(0)); }, from);
        }
        if (read) {
            read = connection.each(
                erasedSql,
                [&](db::Statement& row) {
                    seenErasure = row.integer(0);
                    index.remove(row.id<ProfileId>(1));
                },
                seenErasure);
        }
        if (!read) {
            index.clear();
            isLoaded = false;
            seen = {};
            seenErasure = 0;
            return read;
        }
        isLoaded = true;
        return {};
    }
};

ProfileSearch::ProfileSearch() : m_state(std::make_unique<State>()) {}

ProfileSearch::~ProfileSearch() = default;

Result<void> ProfileSearch::warmUp(db::Connection& connection)
{
    const std::lock_guard guard(m_state->lock);
    return m_state->refresh(connection);
}

Result<ProfileSearchPage> ProfileSearch::search(db::Connection& connection, const ProfileSearchQuestion& question)
{
    const std::lock_guard guard(m_state->lock);
    if (auto ready = m_state->refresh(connection); !ready) {
        return fail(ready.error());
    }
    const SearchIndex& index = m_state->index;
    std::vector<std::uint32_t> slots = index.find(wordsOf(question.words));
    if (question.within != nullptr) {
        const auto& wanted = *question.within;
        std::erase_if(slots, [&](std::uint32_t slot) {
            return !std::binary_search(wanted.begin(), wanted.end(), index.id(slot));
        });
    }
    ProfileSearchPage page;
    page.total = slots.size();
    const std::size_t first = std::min(question.offset, slots.size());
    const std::size_t last = std::min(slots.size() - first, question.limit) + first;
    const auto isBefore = [&](std::uint32_t a, std::uint32_t b) {
        return question.descending ? index.isBefore(b, a, question.sort) : index.isBefore(a, b, question.sort);
    };
    const auto at = [&](std::size_t i) { return slots.begin() + static_cast<std::ptrdiff_t>(i); };
    if (first < last) {
        // The page alone is sorted: what comes before and after it is only divided off.
        if (last < slots.size()) {
            std::nth_element(slots.begin(), at(last), slots.end(), isBefore);
        }
        if (first > 0) {
            std::nth_element(slots.begin(), at(first), at(last), isBefore);
        }
        std::sort(at(first), at(last), isBefore);
        for (std::size_t i = first; i < last; ++i) {
            page.ids.push_back(index.id(slots[i]));
        }
    }
    return page;
}

}  // namespace shopbell
