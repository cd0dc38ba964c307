// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/consent.h"
#include "model/property.h"
#include "profiles/profile_rows.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace shopbell {

/// The "changes" object of a Changed Profile event while it is gathered.
class ChangeList {
public:
    void add(std::string_view name, const std::optional<std::string>& fromJson,
             const std::optional<std::string>& toJson);
    [[nodiscard]] bool isEmpty() const { return m_members.empty(); }
    /// {"changes":{…},"reason":"…"}
    [[nodiscard]] std::string toJson(std::string_view reason) const;

private:
    std::string m_members;
};

/// Text as a JSON string, with its quotes.
[[nodiscard]] std::string jsonText(std::string_view text);

/// What a source says, with addresses checked already.
struct SaidValues {
    std::string_view email;  ///< empty: nothing, or it belongs to somebody else
    std::string_view phone;
    const Properties* properties = nullptr;
    std::span<const std::string> unset;
    Instant at;
    bool unsetEmail = false;
    bool unsetPhone = false;
};

/// Brings `row` up to what is said, by the rule that the newest word wins and an older one fills gaps; what changed is
/// added to `changes`. True when the row has to be written. New properties past maxProperties are left out, and told.
[[nodiscard]] Result<bool> applyValues(StoredProfile& row, const SaidValues& said, ChangeList& changes,
                                       std::string& leftOut);

/// Brings `into` up to what is known of both: where both have a value, that of the row with the later saidAt stays
/// (of `into`, when equal). createdAt becomes the earlier, saidAt the later.
[[nodiscard]] Result<void> uniteValues(StoredProfile& into, const StoredProfile& from, ChangeList& changes);

/// An English sentence about the first property past the bounds of model/property.h; empty: none.
[[nodiscard]] std::string findPropertyProblem(const Properties& properties);

/// Properties of a Changed Consent event. `saidAt`: when they said so, where that is not the event's instant.
[[nodiscard]] std::string consentChangeJson(const Consent& said, ConsentState before,
                                            std::optional<Instant> saidAt = std::nullopt);

}  // namespace shopbell
