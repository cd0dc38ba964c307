// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/shell/languages.h"

#include <QApplication>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace shopbell::ui;

class TestLanguages : public QObject {
    Q_OBJECT

private:
    struct Message {
        QString context;
        QString source;
        QStringList forms;
        bool plural = false;
        bool unfinished = false;
    };

    static QList<Message> readAll(const QString& file)
    {
        QList<Message> all;
        QFile opened(file);
        if (!opened.open(QIODevice::ReadOnly)) {
            return all;
        }
        QXmlStreamReader xml(&opened);
        QString context;
        Message message;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isEndElement() && xml.name() == QLatin1String("message")) {
                message.context = context;
                all << message;
            }
            if (!xml.isStartElement()) {
                continue;
            }
            if (xml.name() == QLatin1String("name")) {
                context = xml.readElementText();
            } else if (xml.name() == QLatin1String("message")) {
                message = {};
                message.plural = xml.attributes().hasAttribute(QLatin1String("numerus"));
            } else if (xml.name() == QLatin1String("source")) {
                message.source = xml.readElementText();
            } else if (xml.name() == QLatin1String("translation")) {
                message.unfinished = xml.attributes().hasAttribute(QLatin1String("type"));
                if (!message.plural) {
                    message.forms << xml.readElementText();
                }
            } else if (xml.name() == QLatin1String("numerusform")) {
                message.forms << xml.readElementText();
            }
        }
        return all;
    }

    /// What stands for a value or is markup, in an order that languages may change.
    static QStringList placesOf(const QString& text)
    {
        static const QRegularExpression place(QStringLiteral("%L?[1-9n]|</?b>|\\{\\{|\\}\\}"));
        QStringList all;
        for (auto match = place.globalMatch(text); match.hasNext();) {
            all << match.next().captured();
        }
        all.sort();
        return all;
    }

    /// The form for one may say "once" where the others count.
    static bool hasPlacesOf(const Message& message, const QString& form)
    {
        const auto uncounted = [](QStringList places) {
            places.removeAll(QStringLiteral("%n"));
            places.removeAll(QStringLiteral("%Ln"));
            return places;
        };
        const bool one = message.plural && form == message.forms.first();
        return placesOf(form) == placesOf(message.source) ||
               (one && placesOf(form) == uncounted(placesOf(message.source)));
    }

private slots:
    void cleanup()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void germanSaysEverything()
    {
        const QList<Message> all = readAll(QStringLiteral(SHOPBELL_TRANSLATIONS "/shopbell_de.ts"));
        QVERIFY(all.size() > 400);
        QStringList problems;
        for (const Message& each : all) {
            if (each.unfinished || each.forms.isEmpty() || each.forms.contains(QString())) {
                problems << each.context + QStringLiteral(": no German for \"") + each.source + QLatin1Char('"');
            }
            for (const QString& form : each.forms) {
                if (!hasPlacesOf(each, form)) {
                    problems << each.context + QStringLiteral(": other values in \"") + form + QLatin1Char('"');
                }
            }
        }
        QVERIFY2(problems.isEmpty(), qPrintable(QLatin1Char('\n') + problems.join(QLatin1Char('\n'))));
    }

    void englishHasOneAndMany()
    {
        const QList<Message> all = readAll(QStringLiteral(SHOPBELL_TRANSLATIONS "/shopbell_en.ts"));
        QVERIFY(!all.isEmpty());
        for (const Message& each : all) {
            QVERIFY2(each.plural && !each.unfinished && each.forms.size() == 2, qPrintable(each.source));
            for (const QString& form : each.forms) {
                QVERIFY2(hasPlacesOf(each, form), qPrintable(form));
            }
        }
    }

    void wordsFollowTheChosenLanguage()
    {
        Languages languages;
        languages.use(QStringLiteral("de"));
        QCOMPARE(QCoreApplication::translate("Pages", "Home"), QStringLiteral("Start"));
        QCOMPARE(QLocale().language(), QLocale::German);
        languages.use(QStringLiteral("en"));
        QCOMPARE(QCoreApplication::translate("Pages", "Home"), QStringLiteral("Home"));
        QCOMPARE(QCoreApplication::translate("Formats", "%n days", nullptr, 1), QStringLiteral("1 day"));
    }

    void languageThatIsNotThereKeepsEnglishWordsAndItsOwnNumbers()
    {
        Languages languages;
        languages.use(QStringLiteral("ar"));
        QCOMPARE(QCoreApplication::translate("Pages", "Home"), QStringLiteral("Home"));
        QCOMPARE(QApplication::layoutDirection(), Qt::RightToLeft);
    }
};

SHOPBELL_TEST(TestLanguages)
#include "test_languages.moc"
