// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/profile_store.h"

#include <memory>
#include <string>
#include <string_view>

namespace shopbell {

/// Reads one person as profile_export.h writes them in NDJSON:
/// {"email":…,"phone":…,"external_id":…,"anonymous_id":…,"created_at":…,"properties":{…},
///  "consents":[{"channel":"email","state":"subscribed","at":…,"method":…,"place":…,"text":…}]}
/// Other members (id, changed_at, lists) are not read.
class ProfileJsonParser {
public:
    ProfileJsonParser();
    ~ProfileJsonParser();
    /// `text` is followed by readable bytes enough for simdjson. A sentence about what is wrong; empty: nothing.
    [[nodiscard]] Sentence readPerson(std::string_view text, std::string_view place, Instant now,
                                      ProfileUpdate& update);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace shopbell
