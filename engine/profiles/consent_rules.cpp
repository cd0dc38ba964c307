// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/consent_rules.h"

namespace shopbell {

int strictness(ConsentState state)
{
    switch (state) {
    case ConsentState::NeverAsked: return 0;
    case ConsentState::Subscribed: return 1;
    case ConsentState::Pending: return 2;
    case ConsentState::Unsubscribed: return 3;
    }
    return 0;
}

bool supersedes(const Consent& said, const Consent& known)
{
    if (said.state == ConsentState::NeverAsked) {
        return false;
    }
    if (known.state == ConsentState::NeverAsked) {
        return true;
    }
    return said.at != known.at ? said.at > known.at : strictness(said.state) > strictness(known.state);
}

bool saysOther(const Consent& said, const Consent& known)
{
    return said.state != known.state || said.method != known.method || said.place != known.place ||
           said.text != known.text;
}

}  // namespace shopbell
