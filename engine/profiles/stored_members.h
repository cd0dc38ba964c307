// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace shopbell {

/// Reads single members of a profile's stored properties without reading the others' values. One thread.
class StoredMembers {
public:
    StoredMembers();
    ~StoredMembers();
    StoredMembers(const StoredMembers&) = delete;
    StoredMembers& operator=(const StoredMembers&) = delete;

    /// The JSON of one member; valid until the next call.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view object, std::string_view name);
    void eachName(std::string_view object, const std::function<void(std::string_view)>& function);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace shopbell
