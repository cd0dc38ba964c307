// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/metric.h"
#include "support/registry.h"
#include "ui/profiles/person_likes.h"

#include <QTest>

using namespace shopbell;
using namespace shopbell::ui;

class TestPersonLikes : public QObject {
    Q_OBJECT
private slots:
    void piecesCountAndTheNewestWinsAmongEquals();
    void linesWithoutANameCountForNothing();
};

namespace {

TimelineEntry line(const std::string& properties)
{
    TimelineEntry entry;
    entry.metric = std::string(metrics::orderedProduct);
    entry.properties = properties;
    return entry;
}

}  // namespace

void TestPersonLikes::piecesCountAndTheNewestWinsAmongEquals()
{
    const std::vector<TimelineEntry> bought{
        line(R"({"name":"Lavender Tin","quantity":1})"), line(R"({"name":"Sea Salt","quantity":2})"),
        line(R"({"name":"Beeswax Pillar","quantity":3})"), line(R"({"name":"Wick Trimmer"})"),
        line(R"({"name":"Lavender Tin","quantity":1})")};
    QCOMPARE(likesOf(bought), QStringList({QStringLiteral("Beeswax Pillar"), QStringLiteral("Lavender Tin"),
                                           QStringLiteral("Sea Salt")}));
}

void TestPersonLikes::linesWithoutANameCountForNothing()
{
    QVERIFY(likesOf({}).isEmpty());
    QVERIFY(likesOf({line("{}"), line("no json"), line(R"({"name":"","quantity":4})")}).isEmpty());
}

SHOPBELL_TEST(TestPersonLikes)
#include "test_person_likes.moc"
