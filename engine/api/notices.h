// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "base/sentence.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace shopbell {

/// What a notice is about: "ask again about this".
enum class Topic {
    Progress,   ///< a long command goes on; `progress` is set
    Workspace,  ///< settings, sending lock, who acts
    Profiles,   ///< people, consent, lists
    History,    ///< events came in
    Segments,   ///< a definition or a membership changed; subject: the segment
    Stores,     ///< connections and their state; subject: the connection
    Campaigns,  ///< subject: the campaign
    Sending,    ///< ledger and providers
};

/// How far a long command is, or a long reading.
struct Progress {
    enum class Kind {
        Sync,
        Import,
        Export,
        Send,
        Backup,
        Reading,  ///< no command: what a question needs is read for the first time; cancel the question instead
        Other
    };
    std::uint64_t ticket = 0;
    Kind kind = Kind::Other;
    Sentence words;  ///< what it does now: "Reading orders"
    std::int64_t done = 0;
    std::int64_t total = 0;  ///< 0: not known
    bool finished = false;
    std::int64_t subject = 0;  ///< what it is about: of a sync, the connection; 0: nothing that has a number
};

struct Notice {
    Topic topic = Topic::Workspace;
    std::int64_t subject = 0;  ///< id of what changed; 0: several or all
    Progress progress;         ///< Topic::Progress only
};

/// Ends a subscription when it goes.
class [[nodiscard]] Subscription {
public:
    Subscription() = default;
    explicit Subscription(std::shared_ptr<void> hold) : m_hold(std::move(hold)) {}

private:
    std::shared_ptr<void> m_hold;
};

}  // namespace shopbell
