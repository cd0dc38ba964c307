// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments/templates.h"

namespace shopbell::segments {

namespace {

constexpr SegmentTemplate templates[] = {
    {"vips", "Best customers", "VIPs",
     "Spent a lot and came back often this year: thank them, show them new things first.",
     R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":4)"
     R"(,"timeframe":{"kind":"in-the-last","n":365,"unit":"day"}},{"type":"metric")"
     R"(,"metric":"Placed Order","measure":"sum","property":"value","op":">=","value":500)"
     R"(,"timeframe":{"kind":"in-the-last","n":365,"unit":"day"}}]})"},
    {"big-spenders", "Best customers", "Big spenders", "Spent more than 1,000 in all.",
     R"({"type":"metric","metric":"Placed Order","measure":"sum","property":"value","op":">")"
     R"(,"value":1000})"},
    {"big-baskets", "Best customers", "Big baskets", "Their average order is large: offer bundles and gifts.",
     R"({"all":[{"type":"metric","metric":"Placed Order","measure":"average","property":"value")"
     R"(,"op":">","value":100},{"type":"metric","metric":"Placed Order","measure":"count","op":">=")"
     R"(,"value":2}]})"},
    {"regulars", "Best customers", "Regulars", "Ordered in each of the last two quarters.",
     R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last","n":90,"unit":"day"}},{"type":"metric")"
     R"(,"metric":"Placed Order","measure":"count","op":">=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last-between","n":90,"m":180,"unit":"day"}}]})"},
    {"rising", "Best customers", "On the way up",
     "Two orders or more in the last 90 days, at most one before: encourage them.",
     R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":2)"
     R"(,"timeframe":{"kind":"in-the-last","n":90,"unit":"day"}},{"type":"metric")"
     R"(,"metric":"Placed Order","measure":"count","op":"<=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last-between","n":90,"m":730,"unit":"day"}}]})"},
    {"new-customers", "New people", "New customers", "Placed their first order in the last 30 days: welcome them.",
     R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last","n":30,"unit":"day"}},{"type":"metric")"
     R"(,"metric":"Placed Order","measure":"count","op":"=","value":0)"
     R"(,"timeframe":{"kind":"in-the-last-between","n":30,"m":7300,"unit":"day"}}]})"},
    {"one-timers", "New people", "One-timers",
     "Ordered once, at least 30 days ago: the second order is the one to win.",
     R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":1})"
     R"(,{"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0)"
     R"(,"timeframe":{"kind":"in-the-last","n":30,"unit":"day"}}]})"},
    {"never-bought", "New people", "Never bought", "Can get email and never ordered.",
     R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0})"
     R"(,{"type":"consent","channel":"email","canReceive":true}]})"},
    {"new-subscribers", "New people", "New subscribers", "Said yes to email in the last 30 days.",
     R"({"type":"consent","channel":"email","state":"subscribed","timeframe":{"kind":"in-the-last")"
     R"(,"n":30,"unit":"day"}})"},
    {"at-risk", "Slipping away", "At risk",
     "Good customers who have not ordered for three months: write before they forget you.",
     R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":3})"
     R"(,{"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0)"
     R"(,"timeframe":{"kind":"in-the-last","n":90,"unit":"day"}},{"type":"metric")"
     R"(,"metric":"Placed Order","measure":"count","op":">=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last","n":180,"unit":"day"}}]})"},
    {"lapsed", "Slipping away", "Lapsed", "Ordered before, not in the last 180 days.",
     R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":1})"
     R"(,{"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0)"
     R"(,"timeframe":{"kind":"in-the-last","n":180,"unit":"day"}}]})"},
    {"lost-best", "Slipping away", "Lost best customers", "Spent much, and nothing for a year: worth a personal word.",
     R"({"all":[{"type":"metric","metric":"Placed Order","measure":"sum","property":"value","op":">=")"
     R"(,"value":500},{"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0)"
     R"(,"timeframe":{"kind":"in-the-last","n":365,"unit":"day"}}]})"},
    {"refunded", "Slipping away", "Had a refund",
     "Got money back in the last 30 days: ask how it went before selling again.",
     R"({"type":"metric","metric":"Refunded Order","measure":"count","op":">=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last","n":30,"unit":"day"}})"},
    {"engaged-30", "Email", "Engaged 30 days",
     "Opened or clicked an email, or ordered, in the last 30 days: safe to write to.",
     R"({"all":[{"any":[{"type":"metric","metric":"Opened Email","measure":"count","op":">=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last","n":30,"unit":"day"}},{"type":"metric")"
     R"(,"metric":"Clicked Email","measure":"count","op":">=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last","n":30,"unit":"day"}},{"type":"metric")"
     R"(,"metric":"Placed Order","measure":"count","op":">=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last","n":30,"unit":"day"}}]},{"type":"consent","channel":"email")"
     R"(,"canReceive":true}]})"},
    {"engaged-60", "Email", "Engaged 60 days",
     "Opened or clicked an email, or ordered, in the last 60 days: safe to write to.",
     R"({"all":[{"any":[{"type":"metric","metric":"Opened Email","measure":"count","op":">=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last","n":60,"unit":"day"}},{"type":"metric")"
     R"(,"metric":"Clicked Email","measure":"count","op":">=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last","n":60,"unit":"day"}},{"type":"metric")"
     R"(,"metric":"Placed Order","measure":"count","op":">=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last","n":60,"unit":"day"}}]},{"type":"consent","channel":"email")"
     R"(,"canReceive":true}]})"},
    {"engaged-90", "Email", "Engaged 90 days",
     "Opened or clicked an email, or ordered, in the last 90 days: safe to write to.",
     R"({"all":[{"any":[{"type":"metric","metric":"Opened Email","measure":"count","op":">=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last","n":90,"unit":"day"}},{"type":"metric")"
     R"(,"metric":"Clicked Email","measure":"count","op":">=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last","n":90,"unit":"day"}},{"type":"metric")"
     R"(,"metric":"Placed Order","measure":"count","op":">=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last","n":90,"unit":"day"}}]},{"type":"consent","channel":"email")"
     R"(,"canReceive":true}]})"},
    {"unengaged-180", "Email", "Asleep", "Got at least five emails in 180 days and opened none: write less, or stop.",
     R"({"all":[{"type":"metric","metric":"Received Email","measure":"count","op":">=","value":5)"
     R"(,"timeframe":{"kind":"in-the-last","n":180,"unit":"day"}},{"type":"metric")"
     R"(,"metric":"Opened Email","measure":"count","op":"=","value":0,"timeframe":{"kind":"in-the-last")"
     R"(,"n":180,"unit":"day"}},{"type":"metric","metric":"Clicked Email","measure":"count","op":"=")"
     R"(,"value":0,"timeframe":{"kind":"in-the-last","n":180,"unit":"day"}}]})"},
    {"clickers", "Email", "Clickers who did not buy", "Clicked in the last 14 days and did not order since.",
     R"({"type":"sequence","steps":[{"metric":"Clicked Email"},{"metric":"Placed Order")"
     R"(,"exists":false}],"timeframe":{"kind":"in-the-last","n":14,"unit":"day"}})"},
    {"reachable", "Email", "Can get email", "Said yes, has an address, is not suppressed.",
     R"({"type":"consent","channel":"email","canReceive":true})"},
    {"bounced", "Email", "Addresses that bounce", "A message came back in the last 90 days.",
     R"({"type":"metric","metric":"Bounced Email","measure":"count","op":">=","value":1)"
     R"(,"timeframe":{"kind":"in-the-last","n":90,"unit":"day"}})"},
    {"cart", "In the shop", "Cart not finished", "Began a checkout in the last 3 days and has not ordered since.",
     R"({"type":"sequence","steps":[{"metric":"Started Checkout"},{"metric":"Placed Order")"
     R"(,"exists":false}],"timeframe":{"kind":"in-the-last","n":3,"unit":"day"}})"},
    {"added-to-cart", "In the shop", "Left something in the cart",
     "Put something into the cart in the last 3 days and has not ordered since.",
     R"({"type":"sequence","steps":[{"metric":"Added to Cart"},{"metric":"Placed Order")"
     R"(,"exists":false}],"timeframe":{"kind":"in-the-last","n":3,"unit":"day"}})"},
    {"browsers", "In the shop", "Looking around", "Viewed three products or more in the last 7 days and did not order.",
     R"({"all":[{"type":"metric","metric":"Viewed Product","measure":"count","op":">=","value":3)"
     R"(,"timeframe":{"kind":"in-the-last","n":7,"unit":"day"}},{"type":"metric")"
     R"(,"metric":"Placed Order","measure":"count","op":"=","value":0,"timeframe":{"kind":"in-the-last")"
     R"(,"n":7,"unit":"day"}}]})"},
    {"discounts", "In the shop", "Discount hunters", "Ordered with a coupon twice or more.",
     R"({"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":2)"
     R"(,"where":[{"property":"coupons","op":"is-set"}]})"},
    {"birthday", "About them", "Birthday this month", "Wish them well.",
     R"({"type":"property","property":"birthday","op":"anniversary","when":"month"})"},
    {"birthday-week", "About them", "Birthday in the next 7 days", "In time for a greeting.",
     R"({"type":"property","property":"birthday","op":"anniversary","when":"in-the-next","n":7})"},
    {"near-shop", "About them", "Near my shop", "Live within 30 km of a point: put your shop's own there.",
     R"({"type":"location","area":"near","distance":30,"latitude":48.2082,"longitude":16.3738})"},
    {"european-union", "About them", "In the European Union", "For rules and shipping that hold there.",
     R"({"type":"location","area":"european-union"})"},
    {"anniversary", "About them", "A year with you", "First heard of them a year ago this week.",
     R"({"type":"property","property":"created_at","op":"anniversary","when":"in-the-next","n":7})"},
    {"random-tenth", "About them", "A random tenth",
     "Always the same people: for a trial, or a group that gets nothing.",
     R"({"type":"sample","percent":10,"salt":"tenth"})"},
};

}  // namespace

std::span<const SegmentTemplate> segmentTemplates()
{
    return templates;
}

}  // namespace shopbell::segments
