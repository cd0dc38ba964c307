// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/shell/preferences.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace shopbell::ui;

class TestPreferences : public QObject {
    Q_OBJECT

private slots:
    void choicesSurviveAStart()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("window.ini"));
        {
            Preferences preferences(file);
            QVERIFY(!preferences.keepRunning());
            QCOMPARE(preferences.appearance(), Appearance::System);
            preferences.setAppearance(Appearance::Dark);
            preferences.setLanguage(QStringLiteral("de"));
            preferences.setKeepRunning(false);
            preferences.setPageState(QStringLiteral("profiles/columns"), 7);
        }
        Preferences again(file);
        QCOMPARE(again.appearance(), Appearance::Dark);
        QCOMPARE(again.language(), QStringLiteral("de"));
        QCOMPARE(again.keepRunning(), std::optional(false));
        QCOMPARE(again.pageState(QStringLiteral("profiles/columns")).toInt(), 7);
    }

    void onlyRealChangesAreTold()
    {
        const QTemporaryDir folder;
        Preferences preferences(folder.filePath(QStringLiteral("window.ini")));
        QSignalSpy changed(&preferences, &Preferences::appearanceChanged);
        preferences.setAppearance(Appearance::System);
        QCOMPARE(changed.count(), 0);
        preferences.setAppearance(Appearance::Light);
        QCOMPARE(changed.count(), 1);
    }
};

SHOPBELL_TEST(TestPreferences)
#include "test_preferences.moc"
