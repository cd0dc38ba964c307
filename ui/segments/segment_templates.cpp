// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/segment_templates.h"

#include <QCoreApplication>

#include <array>

namespace shopbell::ui {

namespace {

constexpr std::array templates{
    SegmentTemplate{QT_TRANSLATE_NOOP("SegmentTemplates", "Good customers gone quiet"),
                    QT_TRANSLATE_NOOP("SegmentTemplates", "Ordered three times or more, nothing for 90 days."),
                    R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":3},)"
                    R"({"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0,)"
                    R"("timeframe":{"kind":"in-the-last","n":90,"unit":"day"}}]})"},
    SegmentTemplate{QT_TRANSLATE_NOOP("SegmentTemplates", "Best customers"),
                    QT_TRANSLATE_NOOP("SegmentTemplates", "Spent more than 300 in the last year."),
                    R"({"all":[{"type":"metric","metric":"Placed Order","measure":"sum","property":"value","op":">",)"
                    R"("value":300,"timeframe":{"kind":"in-the-last","n":1,"unit":"year"}}]})"},
    SegmentTemplate{QT_TRANSLATE_NOOP("SegmentTemplates", "Bought once"),
                    QT_TRANSLATE_NOOP("SegmentTemplates", "One order, at least 30 days ago: win the second."),
                    R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":1},)"
                    R"({"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0,)"
                    R"("timeframe":{"kind":"in-the-last","n":30,"unit":"day"}}]})"},
    SegmentTemplate{QT_TRANSLATE_NOOP("SegmentTemplates", "New customers"),
                    QT_TRANSLATE_NOOP("SegmentTemplates", "Their first order came in the last 30 days."),
                    R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":1,)"
                    R"("timeframe":{"kind":"in-the-last","n":30,"unit":"day"}},)"
                    R"({"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0,)"
                    R"("timeframe":{"kind":"in-the-last-between","n":30,"m":7300,"unit":"day"}}]})"},
    SegmentTemplate{QT_TRANSLATE_NOOP("SegmentTemplates", "Never bought"),
                    QT_TRANSLATE_NOOP("SegmentTemplates", "May be sent email and never ordered."),
                    R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0},)"
                    R"({"type":"consent","channel":"email","canReceive":true}]})"},
    SegmentTemplate{QT_TRANSLATE_NOOP("SegmentTemplates", "Engaged in the last 60 days"),
                    QT_TRANSLATE_NOOP("SegmentTemplates", "Opened, clicked or ordered: safe to write to."),
                    R"({"all":[{"any":[{"type":"metric","metric":"Opened Email","measure":"count","op":">=","value":1,)"
                    R"("timeframe":{"kind":"in-the-last","n":60,"unit":"day"}},)"
                    R"({"type":"metric","metric":"Clicked Email","measure":"count","op":">=","value":1,)"
                    R"("timeframe":{"kind":"in-the-last","n":60,"unit":"day"}},)"
                    R"({"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":1,)"
                    R"("timeframe":{"kind":"in-the-last","n":60,"unit":"day"}}]},)"
                    R"({"type":"consent","channel":"email","canReceive":true}]})"},
    SegmentTemplate{QT_TRANSLATE_NOOP("SegmentTemplates", "Cart not finished"),
                    QT_TRANSLATE_NOOP("SegmentTemplates", "Began a checkout in the last 3 days and did not order."),
                    R"({"all":[{"type":"metric","metric":"Started Checkout","measure":"count","op":">=","value":1,)"
                    R"("timeframe":{"kind":"in-the-last","n":3,"unit":"day"}},)"
                    R"({"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0,)"
                    R"("timeframe":{"kind":"in-the-last","n":3,"unit":"day"}}]})"},
};

}  // namespace

std::span<const SegmentTemplate> segmentTemplates()
{
    return templates;
}

QString templateWords(const char* words)
{
    return QCoreApplication::translate("SegmentTemplates", words);
}

}  // namespace shopbell::ui
