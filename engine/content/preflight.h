// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sentence.h"
#include "content/email_message.h"
#include "model/campaign.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace shopbell {

/// Something about a message that its author should know before it leaves.
struct ContentFinding {
    bool blocks = false;      ///< must not be sent so
    Sentence words;           ///< one or two sentences: what is wrong and what to do
    std::int64_t people = 0;  ///< whom it concerns; 0: everybody
};

/// Checks the messages of one campaign: what the template alone shows, then each person's message as it would go out.
///
///     Preflight preflight(content);
///     for each person of the audience: preflight.look(context);
///     preflight.finish()
///
/// One thread. A hundred people's messages take some milliseconds.
class Preflight {
public:
    explicit Preflight(const MessageContent& content);
    Preflight(Preflight&&) noexcept;
    Preflight& operator=(Preflight&&) noexcept;
    ~Preflight();

    /// Renders one person's message and notes what is wrong with it.
    void look(const RenderContext& context);
    [[nodiscard]] std::int64_t looked() const;
    /// What blocks first, then what concerns most people. Nobody looked at: the template's own findings alone.
    [[nodiscard]] std::vector<ContentFinding> finish() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace shopbell
