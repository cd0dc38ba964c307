// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/profile.h"

#include "base/text.h"

namespace shopbell {

namespace {

std::string_view findText(const Properties& properties, std::string_view name)
{
    const auto found = properties.find(name);
    const auto* text = found == properties.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text ? trimmed(*text) : std::string_view();
}

}  // namespace

std::string displayName(const Profile& profile)
{
    std::string name(findText(profile.properties, "first_name"));
    const auto last = findText(profile.properties, "last_name");
    if (!name.empty() && !last.empty()) {
        name.push_back(' ');
    }
    name += last;
    if (!name.empty()) {
        return name;
    }
    if (!profile.email.empty()) {
        return profile.email;
    }
    if (!profile.phone.empty()) {
        return profile.phone;
    }
    return "Profile " + std::to_string(profile.id.value);
}

}  // namespace shopbell
