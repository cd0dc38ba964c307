// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/person_edit_undo.h"

namespace shopbell::ui {

SaveProfile undoOf(const Profile& before, const SaveProfile& edit)
{
    SaveProfile undo;
    undo.profile = edit.profile;
    // What came goes, so that it is nobody's again; what went or gave way comes back.
    undo.unsetEmail = !edit.email.empty();
    undo.unsetPhone = !edit.phone.empty();
    undo.email = edit.unsetEmail || undo.unsetEmail ? before.email : std::string();
    undo.phone = edit.unsetPhone || undo.unsetPhone ? before.phone : std::string();
    const auto restore = [&](const std::string& name) {
        const auto at = before.properties.find(name);
        if (at == before.properties.end()) {
            undo.unset.push_back(name);
        } else {
            undo.properties[name] = at->second;
        }
    };
    for (const auto& [name, value] : edit.properties) {
        restore(name);
    }
    for (const std::string& name : edit.unset) {
        restore(name);
    }
    return undo;
}

}  // namespace shopbell::ui
