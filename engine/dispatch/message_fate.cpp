// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/message_fate.h"

#include <algorithm>
#include <string>

namespace shopbell {

namespace {

constexpr int maxAttempts = 8;
constexpr Duration firstRetry = std::chrono::minutes(1);
constexpr Duration longestRetry = std::chrono::hours(6);

/// 1, 2, 4 … minutes, or what the server asked for when that is longer.
Duration retryAfter(int attempts, std::int64_t asked)
{
    auto delay = firstRetry;
    for (int tried = 1; tried < attempts && delay < longestRetry; ++tried) {
        delay *= 2;
    }
    return std::max(std::min(delay, longestRetry), Duration(std::chrono::seconds(std::max<std::int64_t>(asked, 0))));
}

}  // namespace

Result<void> takeAnswer(ProfileStore& profiles, ChangeSink& changes, const LedgerMessage& message,
                        const MessageStory& story, const DeliveryResult& answer, Instant now,
                        std::vector<Ledger::Move>& moves)
{
    switch (answer.fate) {
    case DeliveryFate::Accepted:
        moves.push_back({message.id, MessageState::Accepted, {}, answer.providerMessageId, {}, {}});
        return recordReceived(changes, message, story, now);
    case DeliveryFate::Unknown:
        moves.push_back({message.id, MessageState::Unknown, answer.reply, {}, {}, {}});
        return {};
    case DeliveryFate::Deferred:
        if (answer.notTried || answer.providerBroken) {
            // Not this message's fault: it waits for the provider, and its tries are not counted against it.
            moves.push_back({message.id, MessageState::Queued, answer.reply, {}, {}, {}, true});
        } else if (message.attempts >= maxAttempts) {
            moves.push_back({message.id,
                             MessageState::Failed,
                             "given up after " + std::to_string(maxAttempts) + " tries: " + answer.reply,
                             {},
                             {},
                             {}});
        } else {
            moves.push_back({message.id,
                             MessageState::Queued,
                             answer.reply,
                             {},
                             now + retryAfter(message.attempts, answer.retryAfterSeconds),
                             {}});
        }
        return {};
    case DeliveryFate::Rejected: break;
    }
    moves.push_back({message.id, MessageState::Failed, answer.reply, {}, {}, {}});
    if (!answer.badAddress) {
        return {};
    }
    auto suppressed =
        profiles.suppress({message.channel, message.address, SuppressionReason::HardBounce, now, answer.reply});
    if (!suppressed) {
        return fail(suppressed.error());
    }
    return recordBounced(changes, message, story, answer.reply, now);
}

}  // namespace shopbell
