// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "model/phone_number.h"
#include "support/registry.h"

#include <QTest>

using namespace shopbell;

class TestPhoneNumber : public QObject {
    Q_OBJECT

private slots:
    void numbersAreBroughtToOneForm_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("country");
        QTest::addColumn<QString>("e164");
        QTest::addColumn<QString>("region");
        QTest::newRow("international") << "+43 664 1234567"
                                       << ""
                                       << "+436641234567"
                                       << "AT";
        QTest::newRow("international, other default") << "+43 664 1234567"
                                                      << "US"
                                                      << "+436641234567"
                                                      << "AT";
        QTest::newRow("national") << "0664 / 123 45 67"
                                  << "AT"
                                  << "+436641234567"
                                  << "AT";
        QTest::newRow("two zeros") << "0043 664 1234567"
                                   << "AT"
                                   << "+436641234567"
                                   << "AT";
        QTest::newRow("with (0)") << "+43 (0) 664 1234567"
                                  << "AT"
                                  << "+436641234567"
                                  << "AT";
        QTest::newRow("lower-case country") << "0664 1234567"
                                            << "at"
                                            << "+436641234567"
                                            << "AT";
        QTest::newRow("US with dots") << "202.555.0143"
                                      << "US"
                                      << "+12025550143"
                                      << "US";
        QTest::newRow("US with brackets") << "(202) 555-0143"
                                          << "US"
                                          << "+12025550143"
                                          << "US";
        QTest::newRow("Italian zero stays") << "02 1234 5678"
                                            << "IT"
                                            << "+390212345678"
                                            << "IT";
        QTest::newRow("RFC 3966") << "tel:+44-20-7946-0958"
                                  << ""
                                  << "+442079460958"
                                  << "GB";
        QTest::newRow("full-width digits") << QString::fromUtf8("＋４４ ２０ ７９４６ ０９５８") << ""
                                           << "+442079460958"
                                           << "GB";
        QTest::newRow("no country's") << "+800 1234 5678"
                                      << ""
                                      << "+80012345678"
                                      << "";
    }

    void numbersAreBroughtToOneForm()
    {
        QFETCH(QString, written);
        QFETCH(QString, country);
        QFETCH(QString, e164);
        QFETCH(QString, region);
        const auto parsed = PhoneNumber::parse(written.toStdString(), country.toStdString());
        QVERIFY2(parsed, parsed ? "" : parsed.error().what.c_str());
        QCOMPARE(QString::fromStdString(parsed->e164()), e164);
        QCOMPARE(QString::fromStdString(parsed->region()), region);
        QCOMPARE(PhoneNumber::parse(parsed->display())->e164(), parsed->e164());
    }

    void wrongNumbersAreRefusedWithASentence_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("country");
        QTest::newRow("empty") << ""
                               << "AT";
        QTest::newRow("blanks") << "   "
                                << "AT";
        QTest::newRow("words") << "call me"
                               << "AT";
        QTest::newRow("national without a country") << "0664 1234567"
                                                    << "";
        QTest::newRow("too short") << "+43 1"
                                   << "";
        QTest::newRow("too long") << "+43 664 12345678901234567"
                                  << "";
        QTest::newRow("no such country code") << "+999 123 456 789"
                                              << "";
        QTest::newRow("no such range") << "+1 123 456 7890"
                                       << "";
        QTest::newRow("an extension") << "+1 202 555 0143 ext. 12"
                                      << "";
        QTest::newRow("no such country") << "0664 1234567"
                                         << "XX";
        QTest::newRow("endless") << QString(5000, '1') << "AT";
    }

    void wrongNumbersAreRefusedWithASentence()
    {
        QFETCH(QString, written);
        QFETCH(QString, country);
        const auto parsed = PhoneNumber::parse(written.toStdString(), country.toStdString());
        QVERIFY2(!parsed, parsed ? parsed->e164().c_str() : "");
        QCOMPARE(parsed.error().kind, ErrorKind::InvalidInput);
        QVERIFY(parsed.error().what.ends_with('.'));
    }

    void whatTheCountryIsNeededForIsSaid()
    {
        QVERIFY(PhoneNumber::parse("0664 1234567").error().what.find("country") != std::string::npos);
    }

    void randomTextIsRefusedOrBecomesAPlusAndDigits()
    {
        auto random = Random(7);
        const std::string_view alphabet = "+0123456789() -/.x;=\xC3\xA4#*";
        for (int round = 0; round < 5000; ++round) {
            std::string text;
            for (auto size = random.below(25); size > 0; --size) {
                text.push_back(alphabet[random.below(alphabet.size())]);
            }
            if (const auto parsed = PhoneNumber::parse(text, round % 2 ? "US" : "")) {
                QVERIFY(parsed->e164().size() >= 4 && parsed->e164().size() <= 17);
                QVERIFY(parsed->e164().front() == '+');
                QVERIFY(parsed->e164().find_first_not_of("0123456789", 1) == std::string::npos);
            }
        }
    }
};

SHOPBELL_TEST(TestPhoneNumber)
#include "test_phone_number.moc"
