// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace shopbell::metrics {

// The kinds of event that Shopbell itself writes. Any other name may come from imports and stores.

// From stores.
inline constexpr std::string_view placedOrder = "Placed Order";
inline constexpr std::string_view orderedProduct = "Ordered Product";
inline constexpr std::string_view fulfilledOrder = "Fulfilled Order";
inline constexpr std::string_view cancelledOrder = "Cancelled Order";
inline constexpr std::string_view refundedOrder = "Refunded Order";
inline constexpr std::string_view startedCheckout = "Started Checkout";
inline constexpr std::string_view viewedProduct = "Viewed Product";
inline constexpr std::string_view addedToCart = "Added to Cart";
inline constexpr std::string_view activeOnSite = "Active on Site";

// From messages; the channel is in the name because owners say it so.
inline constexpr std::string_view receivedEmail = "Received Email";
inline constexpr std::string_view openedEmail = "Opened Email";
inline constexpr std::string_view clickedEmail = "Clicked Email";
inline constexpr std::string_view bouncedEmail = "Bounced Email";
inline constexpr std::string_view markedSpam = "Marked Email as Spam";

// Changes of the profile itself. Properties hold `changes`: {name: {"from":…, "to":…}}, either side absent when unset.
inline constexpr std::string_view changedProfile = "Changed Profile";
// Properties: channel, from, to, method, place, text, said (ms: when, where a merge took over what was said before it).
inline constexpr std::string_view changedConsent = "Changed Consent";
// Properties: channel, address, reason, and `suppressed` true or false.
inline constexpr std::string_view changedSuppression = "Changed Suppression";
// Properties: list (id), list_name.
inline constexpr std::string_view joinedList = "Joined List";
inline constexpr std::string_view leftList = "Left List";
// Properties: segment (id), segment_name.
inline constexpr std::string_view enteredSegment = "Entered Segment";
inline constexpr std::string_view leftSegment = "Left Segment";
// Properties: merged (the other profile's id), into (this one's), reason, before (both as they were; merge_record.h).
inline constexpr std::string_view mergedProfile = "Merged Profile";

}  // namespace shopbell::metrics
