// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/bridge/text.h"
#include "ui/shell/new_workspace_dialog.h"
#include "ui/shell/restore_dialog.h"
#include "ui/widgets/field.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace shopbell;
using namespace shopbell::ui;

/// What is asked before a workspace is made, and before a backup takes its place.
class TestWorkspaceDialogs : public QObject {
    Q_OBJECT

private:
    static QLineEdit* line(const QWidget& dialog, const QString& label)
    {
        for (TextField* each : dialog.findChildren<TextField*>()) {
            if (each->label() == label) {
                return each->edit();
            }
        }
        return nullptr;
    }
    static void write(const QWidget& dialog, const QString& label, const QString& words)
    {
        QLineEdit* edit = line(dialog, label);
        QVERIFY2(edit != nullptr, qPrintable(label));
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, words);
    }
    static void press(const QWidget& dialog, const QString& words)
    {
        for (QAbstractButton* each : dialog.findChildren<QAbstractButton*>()) {
            if (each->isVisible() && each->text() == words) {
                QTest::mouseClick(each, Qt::LeftButton);
                return;
            }
        }
        QFAIL(qPrintable(words));
    }
    static bool says(const QWidget& dialog, const QString& words)
    {
        for (const QLabel* each : dialog.findChildren<QLabel*>()) {
            if (each->isVisible() && each->text().contains(words)) {
                return true;
            }
        }
        return false;
    }
    static QString touch(const QString& file)
    {
        QFile made(file);
        (void)made.open(QIODevice::WriteOnly);
        return file;
    }

private slots:
    void theFileFollowsTheNameUntilOneIsChosen()
    {
        QTemporaryDir folder;
        NewWorkspaceDialog dialog(folder.path(), nullptr);
        dialog.show();
        write(dialog, QStringLiteral("Your shop's name"), QStringLiteral("Ana: Candles/Soap"));
        QCOMPARE(QDir::fromNativeSeparators(line(dialog, QStringLiteral("File"))->text()),
                 folder.filePath(QStringLiteral("Ana CandlesSoap.shopbell")));
        write(dialog, QStringLiteral("File"), folder.filePath(QStringLiteral("mine.shopbell")));
        write(dialog, QStringLiteral("Your shop's name"), QStringLiteral("Ana"));
        QCOMPARE(line(dialog, QStringLiteral("File"))->text(), folder.filePath(QStringLiteral("mine.shopbell")));
        press(dialog, QStringLiteral("Make the workspace"));
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.answer().shopName, std::string("Ana"));
        QCOMPARE(toQString(dialog.answer().file), folder.filePath(QStringLiteral("mine.shopbell")));
        // The country of this computer, or none: never the name of a locale without one ("C").
        QVERIFY(dialog.answer().country.empty() || dialog.answer().country.size() == 2);
    }

    void whatCannotBeMadeIsSaidBesideIt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("told");
        QTest::newRow("no name") << QString() << QStringLiteral("a.shopbell") << QStringLiteral("Give the shop a name");
        QTest::newRow("ending") << QStringLiteral("Ana") << QStringLiteral("a.txt")
                                << QStringLiteral("ends in .shopbell");
        QTest::newRow("only an ending") << QStringLiteral("Ana") << QStringLiteral(".shopbell")
                                        << QStringLiteral("ends in .shopbell");
        QTest::newRow("taken") << QStringLiteral("Ana") << QStringLiteral("taken.shopbell")
                               << QStringLiteral("There is a file of that name already");
        QTest::newRow("no folder") << QStringLiteral("Ana") << QStringLiteral("nowhere/a.shopbell")
                                   << QStringLiteral("There is no such folder");
    }
    void whatCannotBeMadeIsSaidBesideIt()
    {
        QFETCH(QString, name);
        QFETCH(QString, file);
        QFETCH(QString, told);
        QTemporaryDir folder;
        touch(folder.filePath(QStringLiteral("taken.shopbell")));
        NewWorkspaceDialog dialog(folder.path(), nullptr);
        dialog.show();
        write(dialog, QStringLiteral("Your shop's name"), name);
        write(dialog, QStringLiteral("File"), folder.filePath(file));
        press(dialog, QStringLiteral("Make the workspace"));
        QVERIFY(dialog.isVisible());
        QVERIFY2(says(dialog, told), qPrintable(told));
    }

    void aBackupIsRestoredBesideTheOpenWorkspaceUnlessToldOtherwise()
    {
        QTemporaryDir folder;
        const QString open = touch(folder.filePath(QStringLiteral("shop.shopbell")));
        const QString backup = touch(folder.filePath(QStringLiteral("shop-1.backup")));
        RestoreDialog dialog(backup, open, folder.path(), nullptr, nullptr);
        dialog.show();
        QVERIFY(says(dialog, QStringLiteral("sending locked")));
        QVERIFY(!dialog.replaces());
        QCOMPARE(dialog.backup(), backup);
        QCOMPARE(dialog.target(), folder.filePath(QStringLiteral("shop (restored).shopbell")));
        for (QRadioButton* each : dialog.findChildren<QRadioButton*>()) {
            if (each->text().startsWith(QLatin1String("In place"))) {
                QTest::mouseClick(each, Qt::LeftButton, {}, QPoint(10, each->height() / 2));
            }
        }
        QVERIFY(dialog.replaces());
        QCOMPARE(dialog.target(), open);
        press(dialog, QStringLiteral("Restore"));
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void aRestoreNeedsABackupAndAFreeName()
    {
        QTemporaryDir folder;
        RestoreDialog dialog({}, {}, folder.path(), nullptr, nullptr);
        dialog.show();
        press(dialog, QStringLiteral("Restore"));
        QVERIFY(says(dialog, QStringLiteral("Choose which backup")));
        for (const QRadioButton* each : dialog.findChildren<QRadioButton*>()) {
            QVERIFY(!each->isVisible() || !each->text().startsWith(QLatin1String("In place")));
        }
        const QString backup = touch(folder.filePath(QStringLiteral("a.backup")));
        const QString taken = touch(folder.filePath(QStringLiteral("taken.shopbell")));
        RestoreDialog other(backup, {}, folder.path(), nullptr, nullptr);
        other.show();
        write(other, QStringLiteral("File of the new workspace"), taken);
        press(other, QStringLiteral("Restore"));
        QVERIFY(says(other, QStringLiteral("There is a file of that name already")));
        write(other, QStringLiteral("File of the new workspace"), folder.filePath(QStringLiteral("new.shopbell")));
        press(other, QStringLiteral("Restore"));
        QCOMPARE(other.result(), int(QDialog::Accepted));
    }
};

SHOPBELL_TEST(TestWorkspaceDialogs)
#include "test_workspace_dialogs.moc"
