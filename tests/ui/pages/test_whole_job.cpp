// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/pages/hands.h"
#include "ui/pages/open_shop.h"

#include <QDir>
#include <QTest>

using namespace shopbell;
using test::Hands;

namespace {

const QString from = QStringLiteral("hello@fernhill.example");
const QString subject = QStringLiteral("Beeswax is back");
const QString letter = QStringLiteral("Hello, the beeswax pillars are here again.");

}  // namespace

/// What a new user does, on the real engine, from the first screen on: look around the demo shop, make a segment, send
/// a campaign to the local outbox, read its message.
class TestWholeJob : public QObject {
    Q_OBJECT

private:
    /// A shop whose window is drawn where it got stuck.
    struct Shop : test::OpenShop {
        Shop() : OpenShop(AtTheDoor{}) {}
        ~Shop()
        {
            if (QTest::currentTestFailed()) {
                QDir().mkpath(QStringLiteral(SHOPBELL_SHOTS));
                window().grab().save(
                    QStringLiteral(SHOPBELL_SHOTS "/stuck-%1.png").arg(QLatin1String(QTest::currentTestFunction())));
            }
        }
    };

private slots:
    void withTheMouseAlone()
    {
        Shop shop;
        QVERIFY(Hands::click(QStringLiteral("Open the demo shop")));
        QVERIFY(Hands::waitToRead(QStringLiteral("The demo shop is ready")));

        QVERIFY(Hands::click(QStringLiteral("Segments")));
        QVERIFY(Hands::click(QStringLiteral("New segment")));
        shop.settle();
        QVERIFY(Hands::click(QStringLiteral("Never bought")));
        shop.settle();
        QVERIFY(Hands::click(QStringLiteral("Use in a campaign")));

        QVERIFY(Hands::waitToRead(QStringLiteral("Everybody in it may be written to")));
        QVERIFY(Hands::click(QStringLiteral("Next")));
        QVERIFY(Hands::dictate(QStringLiteral("From, email address"), from));
        QVERIFY(Hands::dictate(QStringLiteral("Subject"), subject));
        QVERIFY(Hands::dictate(QStringLiteral("Message"), letter));
        QVERIFY(Hands::click(QStringLiteral("Next")));
        QVERIFY(Hands::click(QStringLiteral("Next")));
        QVERIFY(Hands::clickAndAgree(QStringLiteral("Send to"), QStringLiteral("Send to")));
        QVERIFY(Hands::waitToRead(QStringLiteral("Accepted: show the people")));

        QVERIFY(Hands::click(QStringLiteral("See the message")));
        QVERIFY(Hands::waitToRead(subject));
        QVERIFY(Hands::waitToRead(letter));
    }

    void withTheKeyboardAlone()
    {
        Shop shop;
        QVERIFY(Hands::tabToAndPress(QStringLiteral("Open the demo shop")));
        QVERIFY(Hands::waitToRead(QStringLiteral("The demo shop is ready")));

        Hands::press(Qt::Key_3, Qt::ControlModifier);
        QVERIFY(Hands::tabToAndPress(QStringLiteral("New segment")));
        shop.settle();
        QVERIFY(Hands::tabToAndPress(QStringLiteral("Never bought"), Qt::Key_Return));
        shop.settle();
        QVERIFY(Hands::tabToAndPress(QStringLiteral("Use in a campaign")));

        QVERIFY(Hands::waitToRead(QStringLiteral("Everybody in it may be written to")));
        QVERIFY(Hands::tabToAndPress(QStringLiteral("Next")));
        QVERIFY(Hands::tabTo(QStringLiteral("From, email address")));
        Hands::type(from);
        QVERIFY(Hands::tabTo(QStringLiteral("Subject")));
        Hands::type(subject);
        QVERIFY(Hands::tabTo(QStringLiteral("Message")));
        Hands::type(letter);
        QVERIFY(Hands::tabToAndPress(QStringLiteral("Next")));
        QVERIFY(Hands::tabToAndPress(QStringLiteral("Next")));
        QVERIFY(Hands::pressAndAgree(QStringLiteral("Send to"), QStringLiteral("Send to")));
        QVERIFY(Hands::waitToRead(QStringLiteral("Accepted: show the people")));

        QVERIFY(Hands::tabToAndPress(QStringLiteral("See the message")));
        QVERIFY(Hands::waitToRead(subject));
        QVERIFY(Hands::waitToRead(letter));
    }
};

SHOPBELL_TEST(TestWholeJob)
#include "test_whole_job.moc"
