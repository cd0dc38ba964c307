// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/demo_segments.h"

#include "db/transaction.h"
#include "segments/segment_store.h"

#include <array>
#include <string_view>

namespace shopbell {

namespace {

struct DemoSegment {
    std::string_view name;
    std::string_view definition;
};

constexpr std::array demoSegments{
    DemoSegment{"VIPs",
                R"({"type":"metric","metric":"Placed Order","measure":"sum","property":"value","op":">","value":300,)"
                R"("timeframe":{"kind":"in-the-last","n":365,"unit":"day"}})"},
    DemoSegment{"Good customers gone quiet",
                R"({"all":[{"type":"metric","metric":"Placed Order","measure":"count","op":">=","value":2},)"
                R"({"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0,)"
                R"("timeframe":{"kind":"in-the-last","n":60,"unit":"day"}}]})"},
    DemoSegment{"Bought once", R"({"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":1})"},
    DemoSegment{"Never bought", R"({"type":"metric","metric":"Placed Order","measure":"count","op":"=","value":0})"},
    DemoSegment{"Engaged 30 days",
                R"({"any":[{"type":"metric","metric":"Opened Email","measure":"count","op":">=","value":1,)"
                R"("timeframe":{"kind":"in-the-last","n":30,"unit":"day"}},)"
                R"({"type":"metric","metric":"Clicked Email","measure":"count","op":">=","value":1,)"
                R"("timeframe":{"kind":"in-the-last","n":30,"unit":"day"}}]})"},
    DemoSegment{"Austria and Germany", R"({"type":"property","property":"country","op":"in","value":["AT","DE"]})"},
};

}  // namespace

Result<std::int64_t> saveDemoSegments(WriteContext& writing)
{
    return db::inTransaction(writing.db, [&]() -> Result<std::int64_t> {
        segments::SegmentStore store(writing.db, writing.clock);
        std::int64_t saved = 0;
        for (const auto& segment : demoSegments) {
            auto known = segments::findSegment(writing.db, segment.name);
            if (!known) {
                return fail(known.error());
            }
            if (*known) {
                continue;
            }
            if (auto made = store.create(segment.name, {std::string(segment.definition)}); !made) {
                return fail(made.error());
            }
            ++saved;
        }
        return saved;
    });
}

}  // namespace shopbell
