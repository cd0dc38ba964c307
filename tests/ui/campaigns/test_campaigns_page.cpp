// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/campaigns/campaign_engine.h"
#include "ui/campaigns/campaigns_page.h"
#include "ui/fake_page_context.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice_list.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/table.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

using namespace shopbell;
using namespace shopbell::ui;

namespace {

struct Window : test::CampaignEngine {
    explicit Window(const Place& place = {.page = PageId::Campaigns}, bool filled = true)
        : CampaignEngine(filled), context(engine, clock)
    {
        context.show(makeCampaignsPage(context), place);
    }
    ~Window() { engine.join(); }

    Button* button(const QString& beginning)
    {
        for (Button* each : context.window().findChildren<Button*>()) {
            if (each->isVisible() && each->text().startsWith(beginning)) {
                return each;
            }
        }
        return nullptr;
    }
    void press(const QString& beginning)
    {
        Button* found = button(beginning);
        QVERIFY2(found != nullptr, qPrintable(beginning));
        QVERIFY2(found->isEnabled(), qPrintable(beginning));
        QTest::mouseClick(found, Qt::LeftButton);
        context.settle();
    }
    /// Presses the main button of the question that comes up, and keeps its words.
    void pressAndAgree(const QString& beginning)
    {
        QTimer::singleShot(0, &context.window(), [this] {
            auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr) {
                return;
            }
            for (const QLabel* each : dialog->findChildren<QLabel*>()) {
                question += each->text() + QLatin1Char('\n');
            }
            dialog->accept();
        });
        press(beginning);
    }
    TextField* field(const QString& label)
    {
        for (TextField* each : context.window().findChildren<TextField*>()) {
            if (each->label() == label) {
                return each;
            }
        }
        return nullptr;
    }
    bool says(const QString& words)
    {
        for (const QWidget* each : context.window().findChildren<QWidget*>()) {
            const auto* label = qobject_cast<const QLabel*>(each);
            if (each->isVisible() && (label ? label->text() : each->accessibleName()).contains(words)) {
                return true;
            }
        }
        return false;
    }
    Table* table()
    {
        for (Table* each : context.window().findChildren<Table*>()) {
            if (each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }
    void wait(int milliseconds)
    {
        QTest::qWait(milliseconds);
        context.settle();
    }

    test::FakePageContext context;
    QString question;
};

Place at(qint64 id)
{
    return {.page = PageId::Campaigns, .id = id};
}

Place fresh(qint64 segment = 0)
{
    return {.page = PageId::Campaigns, .id = segment, .action = QStringLiteral("new")};
}

}  // namespace

class TestCampaignsPage : public QObject {
    Q_OBJECT
private slots:
    void theBoardShowsAllAndOpensOne()
    {
        Window window;
        Table* table = window.table();
        QCOMPARE(table->model()->rowCount(), 4);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(2, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(window.context.places.size(), 1U);
        QCOMPARE(window.context.places.front(), at(3));
    }

    void aRemovedDraftComesBack()
    {
        Window window;
        Table* table = window.table();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Delete);
        window.context.settle();
        QVERIFY(!window.all.contains(1));
        window.press(QStringLiteral("Undo"));
        QCOMPARE(window.all.rbegin()->second.campaign.name, std::string("Autumn scents are here"));
        QCOMPARE(window.all.size(), 4U);
    }

    void whatWasSentCannotBeRemoved()
    {
        Window window;
        Table* table = window.table();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(2, 0));
        QTest::keyClick(table, Qt::Key_Delete);
        window.context.settle();
        QCOMPARE(window.engine.asked<RemoveCampaign>(), 0);
    }

    void aNewCampaignIsWrittenCheckedAndSent()
    {
        Window window(fresh(4));
        QVERIFY(window.says(QStringLiteral("never agreed to get messages")));
        QVERIFY(window.says(QStringLiteral("371 of 407 people will get it")));
        QCOMPARE(window.engine.asked<SaveCampaign>(), 0);
        window.press(QStringLiteral("Next"));
        QTest::keyClicks(window.field(QStringLiteral("Subject"))->edit(), QStringLiteral("Beeswax is back"));
        auto* address = window.field(QStringLiteral("From, email address"))->edit();
        address->clear();
        QTest::keyClicks(address, QStringLiteral("hello@fernhill.example"));
        for (auto* each : window.context.window().findChildren<QPlainTextEdit*>()) {
            if (each->isVisible() && !each->isReadOnly()) {
                QTest::keyClicks(each, QStringLiteral("Hello"));
            }
        }
        window.wait(800);
        QVERIFY(window.engine.asked<SaveCampaign>() >= 1);
        const Campaign saved = window.all.rbegin()->second.campaign;
        QCOMPARE(saved.content.subject, std::string("Beeswax is back"));
        QVERIFY(saved.content.html.find("<p>Hello</p>") != std::string::npos);
        QVERIFY(saved.content.text.starts_with("Hello"));
        QCOMPARE(saved.audience.segments, std::vector{SegmentId{4}});
        window.press(QStringLiteral("Next"));
        window.press(QStringLiteral("Next"));
        QVERIFY(window.says(QStringLiteral("Nothing stands in the way")));
        window.pressAndAgree(QStringLiteral("Send to 371 people"));
        QVERIFY2(window.question.contains(QStringLiteral("371 people get")), qPrintable(window.question));
        QVERIFY(window.question.contains(QStringLiteral("36 in the audience do not")));
        QCOMPARE(window.sent.size(), 1U);
        QCOMPARE(window.sent.front().campaign, saved.id);
        QCOMPARE(window.context.places.back(), at(saved.id.value));
    }

    void whatBlocksKeepsItFromBeingSent()
    {
        Window window(at(1));
        window.findings = {{true, "There is no way to unsubscribe.", 0}, {false, "The subject is long.", 12}};
        for (int step = 0; step < 3; ++step) {
            window.press(QStringLiteral("Next"));
        }
        QVERIFY(window.says(QStringLiteral("There is no way to unsubscribe.")));
        QVERIFY(window.says(QStringLiteral("It concerns 12 people.")));
        QVERIFY(!window.button(QStringLiteral("Send to"))->isEnabled());
        window.findings.clear();
        window.press(QStringLiteral("Check again"));
        QVERIFY(window.button(QStringLiteral("Send to"))->isEnabled());
    }

    void aTimeSchedulesInsteadOfSending()
    {
        Window window(at(1));
        window.press(QStringLiteral("Next"));
        window.press(QStringLiteral("Next"));
        for (auto* each : window.context.window().findChildren<QRadioButton*>()) {
            if (each->text().startsWith(QStringLiteral("At a day"))) {
                each->click();
            }
        }
        window.press(QStringLiteral("Next"));
        window.pressAndAgree(QStringLiteral("Schedule"));
        QCOMPARE(window.scheduled.size(), 1U);
        // Tomorrow at nine in Vienna, where it is one o'clock in the night of 1 January 2026.
        QCOMPARE(QString::fromStdString(window.scheduled.front().at.toIso()),
                 QStringLiteral("2026-01-02T08:00:00.000Z"));
        QVERIFY(window.sent.empty());
        window.wait(700);
        QVERIFY(window.says(QStringLiteral("Goes out")));
    }

    void ownHtmlStaysHtml()
    {
        Window window(at(1));
        window.context.draw(QStringLiteral("campaigns-audience"));
        window.press(QStringLiteral("Next"));
        QTest::keyClicks(window.field(QStringLiteral("Preview text"))->edit(), QStringLiteral("new"));
        window.wait(800);
        QCOMPARE(window.all[1].campaign.content.html, std::string("<p>Hello {{ first_name }}</p>"));
        QCOMPARE(window.all[1].campaign.content.preheader, std::string("new"));
    }

    void thePreviewShowsRealPeople()
    {
        Window window(at(1));
        window.press(QStringLiteral("Next"));
        window.wait(300);
        QVERIFY(window.says(QStringLiteral("As Ana Pereira would get it")));
        for (auto* each : window.context.window().findChildren<IconButton*>()) {
            if (each->accessibleName() == QStringLiteral("The next person")) {
                QTest::mouseClick(each, Qt::LeftButton);
            }
        }
        window.wait(300);
        QVERIFY(window.says(QStringLiteral("As Tom Becker would get it")));
        QCOMPARE(window.previews.back().profile, ProfileId{18});
        window.pressAndAgree(QStringLiteral("Send a test"));
        QCOMPARE(window.tests.size(), 1U);
        QCOMPARE(window.tests.front().to, std::string("hello@fernhill.example"));
        QCOMPARE(window.tests.front().profile, ProfileId{18});
    }

    void everyNumberOfTheReportOpensItsPeople()
    {
        Window window(at(3));
        QVERIFY(window.says(QStringLiteral("mail server took it")));
        for (Card* each : window.context.window().findChildren<Card*>()) {
            if (each->isVisible() && each->accessibleName().startsWith(QStringLiteral("Skipped"))) {
                QTest::mouseClick(each, Qt::LeftButton);
            }
        }
        window.context.settle();
        QCOMPARE(window.ledgers.back().states, std::vector{MessageState::Skipped});
        Table* table = window.table();
        QCOMPARE(table->model()->rowCount(), 100);
        QCOMPARE(table->model()->index(0, 3).data().toString(), QStringLiteral("never agreed to get messages"));
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
        window.context.settle();
        QCOMPARE(table->model()->rowCount(), 200);
    }

    void sendingCanBePausedAndCancelled()
    {
        Window window(at(2));
        window.press(QStringLiteral("Pause"));
        window.engine.publish({Topic::Campaigns, 2, {}});
        window.wait(700);
        QVERIFY(window.says(QStringLiteral("Nothing leaves until you go on")));
        window.press(QStringLiteral("Go on sending"));
        QCOMPARE(window.sent.size(), 1U);
    }

    void pictures()
    {
        Window board;
        board.context.draw(QStringLiteral("campaigns-board"));
        Window empty({.page = PageId::Campaigns}, false);
        empty.context.draw(QStringLiteral("campaigns-empty"));
        Window report(at(3));
        report.context.draw(QStringLiteral("campaigns-report"));
        Window sending(at(2));
        sending.context.draw(QStringLiteral("campaigns-sending"));
        Window coming(at(4));
        coming.wait(300);
        coming.context.draw(QStringLiteral("campaigns-scheduled"));
        Window path(at(1));
        path.findings = {
            {true, "There is no way to unsubscribe: put {{ unsubscribe_url }} into the message.", 0},
            {false, "`first_name` has no value and no fallback: write {{ first_name | default: \"…\" }}.", 36}};
        path.context.draw(QStringLiteral("campaigns-audience"));
        path.press(QStringLiteral("Next"));
        path.wait(300);
        path.context.draw(QStringLiteral("campaigns-message"));
        path.press(QStringLiteral("Next"));
        path.context.draw(QStringLiteral("campaigns-time"));
        path.press(QStringLiteral("Next"));
        path.context.draw(QStringLiteral("campaigns-check"));
    }
};

SHOPBELL_TEST(TestCampaignsPage)
#include "test_campaigns_page.moc"
