// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/send_policy.h"
#include "support/registry.h"

#include <QTest>

#include <array>
#include <functional>
#include <utility>

using namespace shopbell;

namespace {

constexpr std::array consents{ConsentState::NeverAsked, ConsentState::Subscribed, ConsentState::Pending,
                              ConsentState::Unsubscribed};

struct Case {
    PolicyInput input;
    PolicyRules rules;
};

const Instant now{1'000'000'000'000};

/// The rules as a list to be read from the top: the first that applies decides.
const std::vector<std::pair<SkipReason, std::function<bool(const Case&)>>>& oracle()
{
    static const std::vector<std::pair<SkipReason, std::function<bool(const Case&)>>> rules{
        {SkipReason::Erased, [](const Case& c) { return c.input.erased; }},
        {SkipReason::NoAddress, [](const Case& c) { return c.input.address.empty(); }},
        {SkipReason::InvalidAddress, [](const Case& c) { return !c.input.addressIsValid; }},
        {SkipReason::Suppressed, [](const Case& c) { return c.input.suppression.has_value(); }},
        {SkipReason::Unsubscribed,
         [](const Case& c) { return !c.input.transactional && c.input.consent == ConsentState::Unsubscribed; }},
        {SkipReason::NoConsent,
         [](const Case& c) {
             return !c.input.transactional &&
                    (c.input.consent == ConsentState::NeverAsked || c.input.consent == ConsentState::Pending);
         }},
        {SkipReason::DuplicateAddress, [](const Case& c) { return c.input.addressTakenInOrigin; }},
        {SkipReason::SmartSending,
         [](const Case& c) {
             return !c.input.transactional && c.rules.smartSending.count() > 0 && c.input.lastAccepted.has_value() &&
                    c.input.lastAccepted->ms > now.ms - c.rules.smartSending.count();
         }},
    };
    return rules;
}

std::vector<Case> allCases()
{
    const std::array<std::optional<SuppressionReason>, 3> suppressions{std::nullopt, SuppressionReason::Complaint,
                                                                       SuppressionReason::Erased};
    const std::array<std::optional<Instant>, 4> lasts{std::nullopt, Instant{now.ms - 1000}, Instant{now.ms - 3'600'000},
                                                      Instant{now.ms + 60'000}};
    std::vector<Case> cases;
    for (unsigned bits = 0; bits < 128; ++bits) {
        for (const auto consent : consents) {
            for (const auto& suppression : suppressions) {
                for (const auto& last : lasts) {
                    Case one;
                    one.input.address = (bits & 1U) != 0 ? "a@b.example" : "";
                    one.input.addressIsValid = (bits & 2U) != 0;
                    one.input.erased = (bits & 4U) != 0;
                    one.input.addressTakenInOrigin = (bits & 8U) != 0;
                    one.input.transactional = (bits & 16U) != 0;
                    one.input.sendingLocked = (bits & 32U) != 0;
                    one.rules.smartSending = (bits & 64U) != 0 ? Duration(std::chrono::hours(1)) : Duration(0);
                    one.input.consent = consent;
                    one.input.suppression = suppression;
                    one.input.lastAccepted = last;
                    cases.push_back(one);
                }
            }
        }
    }
    return cases;
}

}  // namespace

class TestSendPolicy : public QObject {
    Q_OBJECT
private slots:
    void everyCombinationIsDecidedAsTheRulesSay()
    {
        int sent = 0;
        const auto cases = allCases();
        QCOMPARE(cases.size(), std::size_t(128 * 4 * 3 * 4));
        for (const auto& one : cases) {
            const auto decision = decideSending(one.input, one.rules, now);
            std::optional<SkipReason> wanted;
            for (const auto& [reason, applies] : oracle()) {
                if (!wanted && applies(one)) {
                    wanted = reason;
                }
            }
            if (wanted) {
                QCOMPARE(decision.what, PolicyDecision::What::Skip);
                QCOMPARE(*decision.reason, *wanted);
            } else {
                QCOMPARE(decision.what,
                         one.input.sendingLocked ? PolicyDecision::What::Wait : PolicyDecision::What::Send);
                QVERIFY(!decision.reason);
                sent += one.input.sendingLocked ? 0 : 1;
            }
        }
        QVERIFY(sent > 0);
    }

    void nobodyIsWrittenToWithoutConsentUnlessTheyAskedByWhatTheyDid()
    {
        for (const auto& one : allCases()) {
            if (decideSending(one.input, one.rules, now).what == PolicyDecision::What::Send) {
                QVERIFY(one.input.consent == ConsentState::Subscribed || one.input.transactional);
                QVERIFY(!one.input.suppression && !one.input.erased && !one.input.sendingLocked);
            }
        }
    }
};

SHOPBELL_TEST(TestSendPolicy)
#include "test_send_policy.moc"
