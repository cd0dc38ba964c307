// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profile_search.h"

#include "base/text.h"
#include "profiles/profile_reading.h"
#include "profiles/search_index.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace shopbell {
namespace {

constexpr std::string_view changedSql =
    "SELECT id, created_at, changed_at, email, phone, properties FROM profile WHERE changed_at >= ?1";
constexpr std::string_view mergedSql = "SELECT old_id FROM profile_alias WHERE merged_at >= ?1";
constexpr std::string_view erasedSql = "SELECT id, profile_id FROM erasure WHERE id > ?1 ORDER BY id";

constexpr std::string_view newestSql = "SELECT id FROM profile ORDER BY created_at DESC, id DESC LIMIT ?1 OFFSET ?2";
constexpr std::string_view oldestSql = "SELECT id FROM profile ORDER BY created_at, id LIMIT ?1 OFFSET ?2";

/// So often a page of the same answer is picked out of it unsorted, when it is so near to an end; after that the answer
/// is sorted once as a whole.
constexpr int pagesBeforeSorting = 3;
constexpr std::size_t nearAnEnd = 4096;
/// So many are sorted by themselves: the index keeps the order of whoever scrolls through everybody.
constexpr std::size_t fewEnough = 20'000;

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
    std::atomic<bool> isLoaded = false;
    Instant seen;  ///< newest changed_at that was read
    std::int64_t seenErasure = 0;

    /// The last answer to a question about everybody: whoever scrolls asks for it page by page.
    struct Answer {
        std::string words;
        SearchIndex::Order order;
        std::vector<std::uint32_t> slots;
        int pages = 0;
        bool isSorted = false;
    };
    Answer last;
    bool hasLast = false;

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
            hasNews |= index.put(row.id, row.createdAt, row.email, row.phone, row.properties);
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
                    hasNews = true;
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
        if (hasNews) {
            hasLast = false;
            last = {};
        }
        return {};
    }
    [[nodiscard]] std::vector<std::uint32_t> find(const ProfileSearchQuestion& question) const
    {
        auto slots = index.find(wordsOf(question.words));
        if (question.within != nullptr) {
            const auto& wanted = *question.within;
            std::erase_if(slots, [&](std::uint32_t slot) {
                return !std::binary_search(wanted.begin(), wanted.end(), index.id(slot));
            });
        }
        return slots;
    }
    /// Sorts `answer` at least between two places.
    void sort(Answer& answer, std::size_t begin, std::size_t end)
    {
        auto& slots = answer.slots;
        if (answer.isSorted) {
            return;
        }
        if (slots.size() <= fewEnough) {
            index.sortApart(slots, answer.order);
            answer.isSorted = true;
            return;
        }
        index.orderBy(answer.order);
        const auto isBefore = [this](std::uint32_t a, std::uint32_t b) { return index.isBefore(a, b); };
        const auto isAfter = [this](std::uint32_t a, std::uint32_t b) { return index.isBefore(b, a); };
        const std::size_t fromEnd = slots.size() - begin;
        if (++answer.pages > pagesBeforeSorting || std::min(end, fromEnd) > nearAnEnd) {
            index.sort(slots);
            answer.isSorted = true;
        } else if (end <= fromEnd) {
            std::partial_sort(slots.begin(), slots.begin() + static_cast<std::ptrdiff_t>(end), slots.end(), isBefore);
        } else {
            std::partial_sort(slots.rbegin(), slots.rbegin() + static_cast<std::ptrdiff_t>(fromEnd), slots.rend(),
                              isAfter);
        }
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
    const bool everybody = question.within == nullptr;
    if (!m_state->isLoaded && everybody && question.sort == ProfileSort::Created && trimmed(question.words).empty()) {
        return listByAge(connection, question);
    }
    const std::lock_guard guard(m_state->lock);
    if (auto ready = m_state->refresh(connection); !ready) {
        return fail(ready.error());
    }
    const SearchIndex::Order order{question.sort, question.figures};
    State::Answer narrowed;
    State::Answer& answer = everybody ? m_state->last : narrowed;
    if (!everybody || !m_state->hasLast || answer.words != question.words || !(answer.order == order)) {
        answer = {question.words, order, m_state->find(question), 0, false};
        m_state->hasLast = m_state->hasLast || everybody;
    }
    auto& slots = answer.slots;
    ProfileSearchPage page;
    page.total = slots.size();
    const std::size_t offset = std::min(question.offset, slots.size());
    const std::size_t count = std::min(slots.size() - offset, question.limit);
    if (count == 0) {
        answer.order.figures.of = nullptr;  // it may hold columns
        return page;
    }
    // Slots stand ascending; a descending page is read from the other end.
    const std::size_t first = question.descending ? slots.size() - offset - count : offset;
    const std::size_t last = first + count;
    answer.order = order;  // its figures are of this call
    m_state->sort(answer, first, last);
    answer.order.figures.of = nullptr;
    for (std::size_t i = 0; i < count; ++i) {
        page.ids.push_back(m_state->index.id(slots[question.descending ? last - 1 - i : first + i]));
    }
    return page;
}

Result<ProfileSearchPage> ProfileSearch::listByAge(db::Connection& connection, const ProfileSearchQuestion& question)
{
    ProfileSearchPage page;
    auto total = countProfiles(connection);
    if (!total) {
        return fail(total.error());
    }
    page.total = static_cast<std::size_t>(*total);
    auto listed = connection.each(
        question.descending ? newestSql : oldestSql,
        [&](db::Statement& row) { page.ids.push_back(row.id<ProfileId>(0)); },
        static_cast<std::int64_t>(question.limit), static_cast<std::int64_t>(question.offset));
    if (!listed) {
        return fail(listed.error());
    }
    return page;
}

}  // namespace shopbell
