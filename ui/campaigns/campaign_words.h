// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign.h"
#include "model/message.h"
#include "ui/bridge/formats.h"
#include "ui/theme/tokens.h"

#include <QString>

#include <string_view>

namespace shopbell::ui {

/// What the engine names, in the window's words.
[[nodiscard]] QString campaignStateWord(CampaignState state);  ///< "Draft", "Sending"
[[nodiscard]] Tone campaignTone(CampaignState state);
[[nodiscard]] QString messageStateWord(MessageState state);  ///< "Accepted", "Not sent"
[[nodiscard]] Tone messageTone(MessageState state);
/// Why somebody got nothing, as a phrase that follows a number: "no email address". A reason that is no SkipReason is
/// the server's own words and comes back as it is.
[[nodiscard]] QString skipWords(std::string_view reason);
/// A subject as a reader of lists wants it: a personal field as its fallback, or as "…".
[[nodiscard]] QString plainSubject(std::string_view subject);
/// "12 Nov 2026, 9:00", "in work", "never": when a campaign was or will be sent.
[[nodiscard]] QString whenWords(const Campaign& campaign, const Formats& formats);

/// An HTML part from plain writing: paragraphs at empty lines, links made clickable, the shop's name and the way to
/// unsubscribe at the end. Liquid stays as it is.
[[nodiscard]] QString htmlFromWriting(const QString& writing);
/// The text part that belongs to it.
[[nodiscard]] QString textFromWriting(const QString& writing);
/// The writing that `content` was made from; null when it was written as HTML.
[[nodiscard]] QString writingOf(const MessageContent& content);

}  // namespace shopbell::ui
