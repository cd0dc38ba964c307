// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/campaigns.h"
#include "api/segments.h"
#include "support/registry.h"
#include "ui/pages/open_shop.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>

using namespace shopbell;
using namespace shopbell::ui;

/// A campaign from the first click to the ledger, in the window on a real engine, with the mouse.
class TestFirstCampaign : public QObject {
    Q_OBJECT

private:
    static Button* button(test::OpenShop& shop, const QString& beginning)
    {
        for (Button* each : shop.window().findChildren<Button*>()) {
            if (each->isVisible() && each->text().startsWith(beginning)) {
                return each;
            }
        }
        return nullptr;
    }
    static bool press(test::OpenShop& shop, const QString& beginning)
    {
        Button* found = button(shop, beginning);
        if (found == nullptr || !found->isEnabled()) {
            return false;
        }
        QTest::mouseClick(found, Qt::LeftButton);
        shop.settle();
        return true;
    }
    static void type(test::OpenShop& shop, const QString& label, const QString& words)
    {
        for (TextField* each : shop.window().findChildren<TextField*>()) {
            if (each->isVisible() && each->label() == label) {
                each->edit()->clear();
                QTest::keyClicks(each->edit(), words);
            }
        }
    }

private slots:
    void aMessageGoesToTheOutboxAndTheSumsAgree()
    {
        test::OpenShop shop(true);
        QVERIFY(shop.isReady());
        std::vector<SegmentInfo> segments;
        shop.window().bridge()->ask(&shop.window(), ListSegments{}, [&](Result<std::vector<SegmentInfo>> all) {
            if (all) {
                segments = std::move(*all);
            }
        });
        shop.settle();
        std::ranges::sort(segments, std::greater(), &SegmentInfo::members);
        QVERIFY(!segments.empty() && segments.front().members > 0);
        shop.show({.page = PageId::Campaigns, .id = segments.front().id.value, .action = QStringLiteral("new")});
        QVERIFY(press(shop, QStringLiteral("Next")));
        type(shop, QStringLiteral("From, email address"), QStringLiteral("hello@fernhill.example"));
        type(shop, QStringLiteral("Subject"), QStringLiteral("Beeswax is back"));
        for (auto* each : shop.window().findChildren<QPlainTextEdit*>()) {
            if (each->isVisible() && !each->isReadOnly()) {
                QTest::keyClicks(each, QStringLiteral("Hello, the beeswax pillars are here again."));
            }
        }
        shop.settle();
        QVERIFY(press(shop, QStringLiteral("Next")));
        QVERIFY(press(shop, QStringLiteral("Next")));
        QVERIFY(button(shop, QStringLiteral("Send to")) != nullptr);
        QTRY_VERIFY(button(shop, QStringLiteral("Send to"))->isEnabled());
        QTimer::singleShot(0, &shop.window(), [] {
            if (auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget())) {
                dialog->accept();
            }
        });
        QVERIFY(press(shop, QStringLiteral("Send to")));
        CampaignSummary sent;
        const auto look = [&] {
            shop.window().bridge()->ask(&shop.window(), ListCampaigns{}, [&](Result<std::vector<CampaignSummary>> all) {
                if (all && !all->empty()) {
                    sent = all->front();
                }
            });
            shop.settle();
            return sent.campaign.state;
        };
        QTRY_COMPARE_WITH_TIMEOUT(look(), CampaignState::Sent, 60'000);
        QCOMPARE(sent.campaign.content.subject, std::string("Beeswax is back"));
        QVERIFY(sent.accepted > 0);
        QCOMPARE(sent.planned, segments.front().members);
        QCOMPARE(sent.planned, sent.accepted + sent.failed + sent.skipped + sent.unknown + sent.waiting);
        QTRY_VERIFY(button(shop, QStringLiteral("See the message")) != nullptr);
    }
};

SHOPBELL_TEST(TestFirstCampaign)
#include "test_first_campaign.moc"
