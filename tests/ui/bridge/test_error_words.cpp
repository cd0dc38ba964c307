// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/bridge/error_words.h"

#include <QSet>
#include <QTest>

using namespace shopbell;
using namespace shopbell::ui;

class TestErrorWords : public QObject {
    Q_OBJECT

private:
    static constexpr ErrorKind kinds[] = {ErrorKind::InvalidInput, ErrorKind::NotFound, ErrorKind::AlreadyExists,
                                          ErrorKind::Refused,      ErrorKind::Conflict, ErrorKind::RateLimited,
                                          ErrorKind::Network,      ErrorKind::Timeout,  ErrorKind::Remote,
                                          ErrorKind::Corrupt,      ErrorKind::Io,       ErrorKind::Cancelled};
    static constexpr ErrorContext contexts[] = {ErrorContext::General, ErrorContext::Store,    ErrorContext::Provider,
                                                ErrorContext::Import,  ErrorContext::Export,   ErrorContext::Profile,
                                                ErrorContext::Segment, ErrorContext::Campaign, ErrorContext::Workspace,
                                                ErrorContext::Backup};

private slots:
    void everyErrorIsASentenceEverywhere()
    {
        for (const ErrorContext context : contexts) {
            for (const ErrorKind kind : kinds) {
                const ErrorWords words = errorWords({kind, "", ""}, context);
                QVERIFY2(words.sentence.endsWith(QLatin1Char('.')) || words.sentence.endsWith(QLatin1Char('?')),
                         qPrintable(words.sentence));
                QVERIFY(!words.detail.isEmpty());
            }
        }
    }

    void kindsAreToldApart()
    {
        QSet<QString> sentences;
        for (const ErrorKind kind : kinds) {
            sentences.insert(errorWords({kind, "x", ""}).sentence);
        }
        QCOMPARE(sentences.size(), qsizetype(std::size(kinds)));
    }

    void enginesOwnWordsAreTheDetail()
    {
        const ErrorWords words = errorWords({ErrorKind::Refused, "The store said no.", "401"}, ErrorContext::Store);
        QVERIFY(words.sentence.contains(QLatin1String("key")));
        QVERIFY(words.detail.contains(QLatin1String("The store said no.")));
        QVERIFY(words.detail.contains(QLatin1String("401")));
    }

    /// Whoever cannot be trusted, or lies in front of the store, is not mended by another key.
    void aRefusalThatIsNotAboutTheKeyDoesNotBlameIt()
    {
        const Error certificate =
            makeError(ErrorKind::Refused, say("certificate-not-trusted", "The certificate of %1 is not trusted: %2.",
                                              {"shop.example", say("certificate-expired", "it has expired")}));
        for (const ErrorContext context : {ErrorContext::Store, ErrorContext::Provider}) {
            const ErrorWords words = errorWords(certificate, context);
            QVERIFY2(words.sentence.startsWith(QLatin1String("The certificate of shop.example")),
                     qPrintable(words.sentence));
        }
        const Error firewall =
            makeError(ErrorKind::Refused,
                      say("store-firewall",
                          "A firewall or security plugin of the store refuses us (403). Let /wp-json/wc/ pass there."));
        QVERIFY(!errorWords(firewall, ErrorContext::Store).sentence.contains(QLatin1String("key")));
        const Error secret = makeError(ErrorKind::Refused, say("store-secret-wrong", "The consumer secret is wrong."));
        QVERIFY(errorWords(secret, ErrorContext::Store).sentence.contains(QLatin1String("key")));
    }
};

SHOPBELL_TEST(TestErrorWords)
#include "test_error_words.moc"
