// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retry_policy.h"

#include "base/random.h"
#include "support/registry.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace shopbell;

namespace {

FailedAttempt failed(int attempt, int status, std::string_view retryAfter = {})
{
    FailedAttempt one;
    one.attempt = attempt;
    one.status = status;
    one.retryAfter = retryAfter;
    one.now = Instant{1'700'000'000'000};
    return one;
}

}  // namespace

class TestRetryPolicy : public QObject {
    Q_OBJECT

private slots:
    void delayDoublesUntilTheLongest()
    {
        RetrySettings settings;
        settings.maxAttempts = 20;
        settings.longest = Duration{10'000};
        const std::int64_t expected[] = {1000, 2000, 4000, 8000, 10000, 10000};
        for (int attempt = 1; attempt <= 6; ++attempt) {
            const auto low = retryDelay(settings, failed(attempt, 503), 0.0);
            const auto high = retryDelay(settings, failed(attempt, 503), 0.999999);
            QCOMPARE(low->count(), expected[attempt - 1] / 2);
            QVERIFY(high->count() <= expected[attempt - 1] && high->count() >= expected[attempt - 1] - 2);
        }
    }

    void hugeAttemptNumbersDoNotOverflow()
    {
        RetrySettings settings;
        settings.maxAttempts = 2'000'000'000;
        QCOMPARE(retryDelay(settings, failed(1'999'999'999, 503), 0.0)->count(), std::int64_t{150'000});
    }

    void lastAttemptGivesUp()
    {
        RetrySettings settings;
        settings.maxAttempts = 3;
        QVERIFY(retryDelay(settings, failed(2, 503), 0.5).has_value());
        QVERIFY(!retryDelay(settings, failed(3, 503), 0.5).has_value());
    }

    void onlyWhatMayPassIsTriedAgain()
    {
        for (const int status : {408, 425, 429, 500, 502, 503, 504, 509, 520, 522, 524, 529, 530}) {
            QVERIFY2(retryDelay({}, failed(1, status), 0.5).has_value(), std::to_string(status).c_str());
        }
        for (const int status : {200, 301, 400, 401, 403, 404, 405, 409, 410, 413, 422, 501, 505, 519, 525}) {
            QVERIFY2(!retryDelay({}, failed(1, status), 0.5).has_value(), std::to_string(status).c_str());
        }
        FailedAttempt one = failed(1, 0);
        for (const ErrorKind kind :
             {ErrorKind::Network, ErrorKind::Timeout, ErrorKind::Remote, ErrorKind::RateLimited}) {
            one.error = kind;
            QVERIFY(retryDelay({}, one, 0.5).has_value());
        }
        for (const ErrorKind kind :
             {ErrorKind::Refused, ErrorKind::InvalidInput, ErrorKind::Cancelled, ErrorKind::Io}) {
            one.error = kind;
            QVERIFY(!retryDelay({}, one, 0.5).has_value());
        }
    }

    void retryAfterIsObeyedAndSpread()
    {
        QCOMPARE(retryDelay({}, failed(1, 429, "30"), 0.0)->count(), std::int64_t{30'000});
        QCOMPARE(retryDelay({}, failed(1, 429, "30"), 0.5)->count(), std::int64_t{31'500});
        QCOMPARE(retryDelay({}, failed(1, 429, "3600"), 1.0)->count(), std::int64_t{3'605'000});
        // Shorter than our own patience: ours counts.
        QCOMPARE(retryDelay({}, failed(5, 429, "1"), 0.0)->count(), std::int64_t{8'000});
    }

    void serverThatAsksForDaysIsGivenUp()
    {
        QVERIFY(!retryDelay({}, failed(1, 429, "172800"), 0.0).has_value());
        QVERIFY(!retryDelay({}, failed(1, 429, "99999999999999999999999"), 0.0).has_value());
    }

    void nonsenseInRetryAfterIsIgnored()
    {
        for (const char* header : {"soon", "-5", "1.5", "Sun, 31 Feb 2023 10:00:00 GMT", "", "  "}) {
            QCOMPARE(retryDelay({}, failed(1, 503, header), 0.0)->count(), std::int64_t{500});
        }
    }

    void dateInRetryAfterIsReadAgainstNow()
    {
        const Instant now{784'111'777'000};  // 1994-11-06T08:49:37Z
        QCOMPARE(parseRetryAfter("Sun, 06 Nov 1994 08:50:37 GMT", now)->count(), std::int64_t{60'000});
        QCOMPARE(parseRetryAfter("Sun, 06 Nov 1994 08:00:00 GMT", now)->count(), std::int64_t{0});
    }

    void threeFormsOfADateAreTheSameInstant()
    {
        for (const char* text :
             {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"}) {
            QCOMPARE(parseHttpDate(text)->ms, std::int64_t{784'111'777'000});
        }
    }

    void datesAgreeWithQt()
    {
        Random random(3);
        const QLocale english = QLocale::c();
        for (int round = 0; round < 2000; ++round) {
            const auto seconds = static_cast<qint64>(random.below(7'000'000'000ULL));
            const QDateTime when = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
            const QString text = english.toString(when, "ddd, dd MMM yyyy HH:mm:ss 'GMT'");
            QCOMPARE(parseHttpDate(text.toStdString())->ms, seconds * 1000);
        }
    }

    void brokenDatesAreNothing()
    {
        for (const char* text :
             {"", "GMT", "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 32 Nov 1994 08:49:37 GMT",
              "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT", "Sun, 29 Feb 2023 08:49:37 GMT",
              "Sun, 06 Nov 1994 08:49:37 +0200", "Sun, 6666666666 Nov 1994 08:49:37 GMT"}) {
            QVERIFY2(!parseHttpDate(text).has_value(), text);
        }
    }
};

SHOPBELL_TEST(TestRetryPolicy)
#include "test_retry_policy.moc"
