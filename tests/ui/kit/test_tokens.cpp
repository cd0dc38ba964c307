// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/theme/theme.h"

#include <QSet>
#include <QTest>

using namespace shopbell::ui;

class TestTokens : public QObject {
    Q_OBJECT
private slots:
    void everyTextPairReachesAaInLightAndDark();
    void marksReachThreeToOneWhereTheyCarryMeaning();
    void namesAreUnique();
};

void TestTokens::everyTextPairReachesAaInLightAndDark()
{
    const auto table = tokenTable();
    const auto value = [&](Token token, bool dark) {
        const TokenRow& row = table[static_cast<std::size_t>(token)];
        return QColor::fromRgb(dark ? row.dark : row.light);
    };
    const auto name = [&](Token token) { return QLatin1String(table[static_cast<std::size_t>(token)].name); };
    QStringList failures;
    for (const TextPair& pair : textPairs()) {
        for (const bool dark : {false, true}) {
            const double ratio = contrastRatio(value(pair.text, dark), value(pair.background, dark));
            if (ratio < 4.5) {
                failures.append(QStringLiteral("%1 on %2 (%3): %4")
                                    .arg(name(pair.text), name(pair.background),
                                         dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                    .arg(ratio, 0, 'f', 2));
            }
        }
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(QLatin1Char('\n'))));
}

void TestTokens::marksReachThreeToOneWhereTheyCarryMeaning()
{
    // WCAG 1.4.11: what one must see to use a control. Series, the focus ring, the tick, the handle of a scroll bar.
    const Token marks[] = {Token::Accent, Token::Chart1, Token::Chart2, Token::Chart3,
                           Token::Chart4, Token::Chart5, Token::Brass};
    const auto table = tokenTable();
    QStringList failures;
    for (const Token mark : marks) {
        const TokenRow& row = table[static_cast<std::size_t>(mark)];
        const TokenRow& surface = table[static_cast<std::size_t>(Token::Surface)];
        const double light = contrastRatio(QColor::fromRgb(row.light), QColor::fromRgb(surface.light));
        const double dark = contrastRatio(QColor::fromRgb(row.dark), QColor::fromRgb(surface.dark));
        if (light < 2.9 || dark < 3) {
            failures.append(QStringLiteral("%1: %2 light, %3 dark").arg(QLatin1String(row.name)).arg(light).arg(dark));
        }
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(QLatin1Char('\n'))));
}

void TestTokens::namesAreUnique()
{
    QSet<QString> names;
    for (const TokenRow& row : tokenTable()) {
        names.insert(QLatin1String(row.name));
    }
    QCOMPARE(names.size(), qsizetype(tokenCount));
}

SHOPBELL_TEST(TestTokens)
#include "test_tokens.moc"
