// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancel.h"
#include "base/id.h"
#include "base/result.h"
#include "support/registry.h"

#include <QTest>

#include <set>
#include <string>
#include <type_traits>
#include <unordered_set>

using namespace shopbell;

namespace {

constexpr ErrorKind allKinds[] = {ErrorKind::InvalidInput, ErrorKind::NotFound, ErrorKind::AlreadyExists,
                                  ErrorKind::Refused,      ErrorKind::Conflict, ErrorKind::RateLimited,
                                  ErrorKind::Network,      ErrorKind::Timeout,  ErrorKind::Remote,
                                  ErrorKind::Corrupt,      ErrorKind::Io,       ErrorKind::Cancelled};

struct ApplesTag;
struct PearsTag;

}  // namespace

class TestResult : public QObject {
    Q_OBJECT

private slots:
    void everyKindHasANameOfItsOwn()
    {
        std::set<std::string_view> names;
        for (const ErrorKind kind : allKinds) {
            const std::string_view name = errorKindName(kind);
            QVERIFY(name != "unknown");
            for (const char c : name) {
                QVERIFY((c >= 'a' && c <= 'z') || c == '-');
            }
            names.insert(name);
        }
        QCOMPARE(names.size(), std::size(allKinds));
        QVERIFY(errorKindName(ErrorKind::InvalidInput) == "invalid-input");
        QVERIFY(errorKindName(ErrorKind::RateLimited) == "rate-limited");
    }

    void onlyWhatMayPassByItselfIsRetryable()
    {
        std::set<ErrorKind> retryable;
        for (const ErrorKind kind : allKinds) {
            if (isRetryable(kind)) {
                retryable.insert(kind);
            }
        }
        const std::set<ErrorKind> expected{ErrorKind::RateLimited, ErrorKind::Network, ErrorKind::Timeout,
                                           ErrorKind::Remote};
        QVERIFY(retryable == expected);
    }

    void descriptionHoldsTheDetailInBracketsWhenThereIsOne()
    {
        QCOMPARE(describe({ErrorKind::Io, "It broke.", ""}), std::string("It broke."));
        QCOMPARE(describe({ErrorKind::Io, "It broke.", "line 3"}), std::string("It broke. (line 3)"));
    }

    void failMakesAResultOfAnyType()
    {
        const Result<int> number = fail(ErrorKind::NotFound, "There is none.", "x");
        QVERIFY(!number);
        QVERIFY(number.error().kind == ErrorKind::NotFound);
        const Result<void> handedOn = fail(number.error());
        QVERIFY(!handedOn);
        QCOMPARE(handedOn.error().what, std::string("There is none."));
        QCOMPARE(handedOn.error().detail, std::string("x"));
    }

    void idsOfDifferentKindsDoNotMix()
    {
        using Apple = Id<ApplesTag>;
        using Pear = Id<PearsTag>;
        static_assert(!std::is_convertible_v<Apple, Pear> && !std::is_constructible_v<Apple, Pear>);
        QVERIFY(!Apple{}.isValid());
        QVERIFY(!Apple{-1}.isValid());
        QVERIFY(Apple{1}.isValid());
        QVERIFY((Apple{1} < Apple{2}));
        const std::unordered_set<Apple> apples{Apple{1}, Apple{2}, Apple{1}};
        QCOMPARE(apples.size(), std::size_t{2});
    }

    void copiesOfACancelTokenShareTheWish()
    {
        const CancelToken first;
        const CancelToken second = first;
        const CancelToken other;
        QVERIFY(!second.isCancelled());
        first.cancel();
        QVERIFY(second.isCancelled());
        QVERIFY(!other.isCancelled());
    }
};

SHOPBELL_TEST(TestResult)
#include "test_result.moc"
