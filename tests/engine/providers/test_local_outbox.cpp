// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "providers/local_outbox/local_outbox.h"
#include "support/fake_clock.h"
#include "support/registry.h"
#include "support/temp_dir.h"

#include <QTest>

#include <iterator>

using namespace shopbell;

namespace {

std::unique_ptr<MessageProvider> makeOutbox(const test::TempDir& folder, const Clock& clock,
                                            const FieldValues& values = {})
{
    return *makeLocalOutbox(values, {clock, folder / "My shop.shopbell"});
}

}  // namespace

class TestLocalOutbox : public QObject {
    Q_OBJECT
private slots:
    void aMessageSentTwiceIsOneFile()
    {
        const test::TempDir folder;
        const test::FakeClock clock;
        const auto outbox = makeOutbox(folder, clock);
        QVERIFY(outbox->isIdempotent());
        QCOMPARE(outbox->lookUp(17), LookedUp::NotAccepted);
        const OutgoingMessage message{17, "a@b.example", "c@d.example", "Subject: x\r\n\r\ny\r\n"};
        for (int time = 0; time < 2; ++time) {
            const auto result = outbox->send(message, CancelToken());
            QCOMPARE(result.fate, DeliveryFate::Accepted);
            QCOMPARE(result.providerMessageId, std::string("0000000017.eml"));
        }
        const auto place = folder / "My shop-outbox";
        QCOMPARE(std::distance(std::filesystem::directory_iterator(place), std::filesystem::directory_iterator()), 1);
        QCOMPARE(*readFile(place / "0000000017.eml", 1000), message.content);
        QCOMPARE(outbox->lookUp(17), LookedUp::Accepted);
    }

    void anotherFolderMayBeChosen()
    {
        const test::TempDir folder;
        const test::FakeClock clock;
        const auto outbox = makeOutbox(folder, clock, {{"folder", fromPath(folder / "mail/out")}});
        QVERIFY(outbox->test(CancelToken()));
        QCOMPARE(outbox->send({1, "a@b.example", "c@d.example", "x"}, CancelToken()).fate, DeliveryFate::Accepted);
        QVERIFY(std::filesystem::exists(folder / "mail/out/0000000001.eml"));
        QVERIFY(!std::filesystem::exists(folder / "mail/out/.shopbell-test"));
    }

    void aFolderThatCannotBeMadeStopsSendingAndSaysSo()
    {
        const test::TempDir folder;
        const test::FakeClock clock;
        QVERIFY(writeFileSafely(folder / "taken", "a file"));
        const auto outbox = makeOutbox(folder, clock, {{"folder", fromPath(folder / "taken/out")}});
        QVERIFY(!outbox->test(CancelToken()));
        const auto result = outbox->send({1, "a@b.example", "c@d.example", "x"}, CancelToken());
        QCOMPARE(result.fate, DeliveryFate::Deferred);
        QVERIFY(result.providerBroken);
        QVERIFY(result.reply.find("cannot be made") != std::string::npos);
    }
};

SHOPBELL_TEST(TestLocalOutbox)
#include "test_local_outbox.moc"
