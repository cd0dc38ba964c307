// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/merge_record.h"
#include "segments/materials.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace shopbell::segments {

/// Who was who at an instant, of the people who were merged later. They are numbered anew from 1, since some of them
/// have no number among the living; right for every instant from `from` on and before `to`.
struct Parting {
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::vector<ProfileNumber> ids;            ///< by number: whose profile it was then; [0] is nobody
    std::vector<const ProfileAtMerge*> facts;  ///< by number: what was known when the next merge came
    std::vector<std::int64_t> endRow;          ///< by number: the log row that told of that merge
    std::vector<ProfileNumber> heirs;          ///< living profiles that stand for more than they did then
    std::vector<ProfileNumber> numberOf;       ///< by place of an id among the families' (MergedFamilies::placeOf)
};

/// The people who became one with others after some instant, each with everybody who ever became one with them, and
/// what they did. Read from the Merged Profile events; merges that left no record of the two as they were are taken to
/// have been there always. One thread.
class MergedFamilies {
public:
    /// Of the merges after `at`; serves all later instants. `whole` outlives it.
    [[nodiscard]] static Result<std::unique_ptr<MergedFamilies>> make(Materials& whole, std::int64_t at);

    /// As of `at` or any later instant.
    [[nodiscard]] Parting part(std::int64_t at) const;
    [[nodiscard]] std::int64_t since() const { return m_since; }
    /// Of any id that a member of the families had; nothing: of nobody in them.
    [[nodiscard]] std::optional<std::uint32_t> placeOf(ProfileId id) const;

    /// An event of a family.
    struct Happening {
        EventPlace place;  ///< in the columns of everybody
        std::int64_t row = 0;
        std::uint32_t who = 0;  ///< place of the id it was told under
    };
    /// All events of a metric, ascending by (instant, row).
    [[nodiscard]] Result<const std::vector<Happening>*> happenings(std::string_view metric);

private:
    struct Merge {
        std::int64_t at = 0;
        std::int64_t row = 0;
        std::uint32_t from = 0;
        std::uint32_t into = 0;
        std::optional<MergeRecord> record;
    };
    explicit MergedFamilies(Materials& whole, std::int64_t since) : m_whole(whole), m_since(since) {}
    void findHeirs(const MetricColumns& merges);
    [[nodiscard]] Result<void> readMerges(const MetricColumns& merges);
    std::uint32_t addId(ProfileId id, std::uint32_t family);

    Materials& m_whole;
    std::int64_t m_since = 0;
    std::vector<ProfileNumber> m_heirs;     ///< by family, ascending
    std::vector<Merge> m_merges;            ///< by row
    std::vector<ProfileNumber> m_ids;       ///< by place
    std::vector<std::uint32_t> m_familyOf;  ///< by place
    std::unordered_map<std::int64_t, std::uint32_t> m_places;
    std::map<std::string, std::vector<Happening>, std::less<>> m_happenings;
};

}  // namespace shopbell::segments
