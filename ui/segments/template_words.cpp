// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/template_words.h"

#include "ui/bridge/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace shopbell::ui {

namespace {

struct KnownTemplate {
    const char* key;
    const char* name;
    const char* purpose;
};
constexpr KnownTemplate known[] = {
    {"vips", QT_TRANSLATE_NOOP("SegmentTemplates", "VIPs"),
     QT_TRANSLATE_NOOP("SegmentTemplates",
                       "Spent a lot and came back often this year: thank them, show them new things first.")},
    {"big-spenders", QT_TRANSLATE_NOOP("SegmentTemplates", "Big spenders"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Spent more than 1,000 in all.")},
    {"big-baskets", QT_TRANSLATE_NOOP("SegmentTemplates", "Big baskets"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Their average order is large: offer bundles and gifts.")},
    {"regulars", QT_TRANSLATE_NOOP("SegmentTemplates", "Regulars"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Ordered in each of the last two quarters.")},
    {"rising", QT_TRANSLATE_NOOP("SegmentTemplates", "On the way up"),
     QT_TRANSLATE_NOOP("SegmentTemplates",
                       "Two orders or more in the last 90 days, at most one before: encourage them.")},
    {"new-customers", QT_TRANSLATE_NOOP("SegmentTemplates", "New customers"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Placed their first order in the last 30 days: welcome them.")},
    {"one-timers", QT_TRANSLATE_NOOP("SegmentTemplates", "One-timers"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Ordered once, at least 30 days ago: the second order is the one to win.")},
    {"never-bought", QT_TRANSLATE_NOOP("SegmentTemplates", "Never bought"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Can get email and never ordered.")},
    {"new-subscribers", QT_TRANSLATE_NOOP("SegmentTemplates", "New subscribers"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Said yes to email in the last 30 days.")},
    {"at-risk", QT_TRANSLATE_NOOP("SegmentTemplates", "At risk"),
     QT_TRANSLATE_NOOP("SegmentTemplates",
                       "Good customers who have not ordered for three months: write before they forget you.")},
    {"lapsed", QT_TRANSLATE_NOOP("SegmentTemplates", "Lapsed"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Ordered before, not in the last 180 days.")},
    {"lost-best", QT_TRANSLATE_NOOP("SegmentTemplates", "Lost best customers"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Spent much, and nothing for a year: worth a personal word.")},
    {"refunded", QT_TRANSLATE_NOOP("SegmentTemplates", "Had a refund"),
     QT_TRANSLATE_NOOP("SegmentTemplates",
                       "Got money back in the last 30 days: ask how it went before selling again.")},
    {"engaged-30", QT_TRANSLATE_NOOP("SegmentTemplates", "Engaged 30 days"),
     QT_TRANSLATE_NOOP("SegmentTemplates",
                       "Opened or clicked an email, or ordered, in the last 30 days: safe to write to.")},
    {"engaged-60", QT_TRANSLATE_NOOP("SegmentTemplates", "Engaged 60 days"),
     QT_TRANSLATE_NOOP("SegmentTemplates",
                       "Opened or clicked an email, or ordered, in the last 60 days: safe to write to.")},
    {"engaged-90", QT_TRANSLATE_NOOP("SegmentTemplates", "Engaged 90 days"),
     QT_TRANSLATE_NOOP("SegmentTemplates",
                       "Opened or clicked an email, or ordered, in the last 90 days: safe to write to.")},
    {"unengaged-180", QT_TRANSLATE_NOOP("SegmentTemplates", "Asleep"),
     QT_TRANSLATE_NOOP("SegmentTemplates",
                       "Got at least five emails in 180 days and opened none: write less, or stop.")},
    {"clickers", QT_TRANSLATE_NOOP("SegmentTemplates", "Clickers who did not buy"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Clicked in the last 14 days and did not order since.")},
    {"reachable", QT_TRANSLATE_NOOP("SegmentTemplates", "Can get email"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Said yes, has an address, is not suppressed.")},
    {"bounced", QT_TRANSLATE_NOOP("SegmentTemplates", "Addresses that bounce"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "A message came back in the last 90 days.")},
    {"cart", QT_TRANSLATE_NOOP("SegmentTemplates", "Cart not finished"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Began a checkout in the last 3 days and has not ordered since.")},
    {"added-to-cart", QT_TRANSLATE_NOOP("SegmentTemplates", "Left something in the cart"),
     QT_TRANSLATE_NOOP("SegmentTemplates",
                       "Put something into the cart in the last 3 days and has not ordered since.")},
    {"browsers", QT_TRANSLATE_NOOP("SegmentTemplates", "Looking around"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Viewed three products or more in the last 7 days and did not order.")},
    {"discounts", QT_TRANSLATE_NOOP("SegmentTemplates", "Discount hunters"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Ordered with a coupon twice or more.")},
    {"birthday", QT_TRANSLATE_NOOP("SegmentTemplates", "Birthday this month"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Wish them well.")},
    {"birthday-week", QT_TRANSLATE_NOOP("SegmentTemplates", "Birthday in the next 7 days"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "In time for a greeting.")},
    {"near-shop", QT_TRANSLATE_NOOP("SegmentTemplates", "Near my shop"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Live within 30 km of a point: put your shop's own there.")},
    {"european-union", QT_TRANSLATE_NOOP("SegmentTemplates", "In the European Union"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "For rules and shipping that hold there.")},
    {"anniversary", QT_TRANSLATE_NOOP("SegmentTemplates", "A year with you"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "First heard of them a year ago this week.")},
    {"random-tenth", QT_TRANSLATE_NOOP("SegmentTemplates", "A random tenth"),
     QT_TRANSLATE_NOOP("SegmentTemplates", "Always the same people: for a trial, or a group that gets nothing.")},
};

constexpr const char* groups[] = {
    QT_TRANSLATE_NOOP("SegmentTemplates", "Best customers"), QT_TRANSLATE_NOOP("SegmentTemplates", "New people"),
    QT_TRANSLATE_NOOP("SegmentTemplates", "Slipping away"),  QT_TRANSLATE_NOOP("SegmentTemplates", "Email"),
    QT_TRANSLATE_NOOP("SegmentTemplates", "In the shop"),    QT_TRANSLATE_NOOP("SegmentTemplates", "About them"),
};

QString ours(const char* words)
{
    return QCoreApplication::translate("SegmentTemplates", words);
}

}  // namespace

TemplateWords templateWords(const SegmentTemplateInfo& info)
{
    TemplateWords words{toQString(info.group), toQString(info.name), toQString(info.purpose)};
    const auto at = std::ranges::find_if(known, [&](const KnownTemplate& each) { return info.key == each.key; });
    if (at != std::end(known)) {
        words.name = ours(at->name);
        words.purpose = ours(at->purpose);
    }
    const auto group = std::ranges::find_if(groups, [&](const char* each) { return info.group == each; });
    if (group != std::end(groups)) {
        words.group = ours(*group);
    }
    return words;
}

}  // namespace shopbell::ui
