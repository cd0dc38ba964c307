// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connection.h"
#include "model/ids.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

enum class ProfileSort { Name, Email, Created, Figure };

/// Numbers to sort people by that the search itself does not know. While `kind` and `moment` stay, they are the same.
struct ProfileFigures {
    int kind = 0;
    std::weak_ptr<const void> moment;
    std::function<std::int64_t(ProfileId)> of;  ///< called during search() only; none: all have 0
};

struct ProfileSearchQuestion {
    std::string words;  ///< each has to stand somewhere in name, email or phone; empty: everybody
    ProfileSort sort = ProfileSort::Name;
    bool descending = false;
    std::size_t offset = 0;
    std::size_t limit = 50;
    ProfileFigures figures;  ///< for ProfileSort::Figure
    /// Only these, ascending; no value means all. Must live for the call.
    const std::vector<ProfileId>* within = nullptr;
};

struct ProfileSearchPage {
    std::size_t total = 0;
    std::vector<ProfileId> ids;  ///< at most `limit`, in order
};

/// Search as you type over all people: names, emails and phone numbers stand in memory as one folded text (about 75
/// bytes a person), which is searched through for each question; at a million people that takes some tens of
/// milliseconds, and reading them the first time two seconds. Case and accents do not matter: "jurgen" finds Jürgen;
/// "0664 12" finds +4366412…. Changes since the last question are read before each answer. The newest people without
/// words are told before that memory is there.
///
/// Safe from several threads; questions wait for one another.
class ProfileSearch {
public:
    ProfileSearch();
    ~ProfileSearch();
    ProfileSearch(const ProfileSearch&) = delete;
    ProfileSearch& operator=(const ProfileSearch&) = delete;

    /// `connection`: any that reads the workspace.
    [[nodiscard]] Result<ProfileSearchPage> search(db::Connection& connection, const ProfileSearchQuestion& question);
    /// Reads what is not in memory yet: to be called early, on a thread that may wait.
    [[nodiscard]] Result<void> warmUp(db::Connection& connection);

private:
    struct State;
    [[nodiscard]] static Result<ProfileSearchPage> listByAge(db::Connection& connection,
                                                             const ProfileSearchQuestion& question);
    std::unique_ptr<State> m_state;
};

/// Lower case, without the accents of Latin letters (ß as ss); everything else as it is.
[[nodiscard]] std::string foldForSearch(std::string_view text);

}  // namespace shopbell
