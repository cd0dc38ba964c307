// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/campaigns.h"
#include "api/stores.h"
#include "support/registry.h"
#include "ui/bridge/country_names.h"
#include "ui/bridge/engine_words.h"
#include "ui/bridge/text.h"
#include "ui/pages/open_shop.h"
#include "ui/widgets/button.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace shopbell;
using namespace shopbell::ui;

namespace {

constexpr int rowsRead = 60;
/// Shorter pieces of a sentence ("of", "Sending") are words of both languages or say nothing.
constexpr int leastPiece = 12;

/// Everything that can be read in the window now, one line each.
QStringList readAll(QWidget& window)
{
    QStringList all;
    const auto add = [&](const QString& words) {
        if (!words.isEmpty()) {
            all << words;
        }
    };
    for (QWidget* each : window.findChildren<QWidget*>()) {
        if (!each->isVisible()) {
            continue;
        }
        add(each->accessibleName());
        add(each->accessibleDescription());
        add(each->toolTip());
        add(each->property("text").toString());
        if (const auto* view = qobject_cast<QAbstractItemView*>(each); view != nullptr && view->model() != nullptr) {
            const QAbstractItemModel& model = *view->model();
            for (int column = 0; column < model.columnCount(); ++column) {
                add(model.headerData(column, Qt::Horizontal).toString());
                for (int row = 0; row < std::min(rowsRead, model.rowCount()); ++row) {
                    add(model.index(row, column).data().toString());
                }
            }
        }
    }
    return all;
}

/// The longest piece of each of the engine's sentences that has no value in it.
QStringList englishPieces()
{
    static const QRegularExpression value(QStringLiteral("%L?[1-9n]"));
    QStringList pieces;
    for (const EngineSentence& each : engineSentences()) {
        QStringList parts = QString::fromUtf8(each.source).split(value);
        std::ranges::sort(parts, std::greater(), &QString::size);
        if (parts.first().trimmed().size() >= leastPiece) {
            pieces << parts.first().trimmed();
        }
    }
    for (const char* each : engineLabels()) {
        const QString english = QString::fromUtf8(each);
        if (english.size() >= leastPiece && labelWords(each) != english) {
            pieces << english;
        }
    }
    return pieces;
}

}  // namespace

/// A window in German on a real engine: nothing that the engine says stands there in English.
class TestGermanWindow : public QObject {
    Q_OBJECT

private:
    template <class Message>
    std::optional<typename Message::Answer> get(test::OpenShop& shop, Message message)
    {
        std::optional<typename Message::Answer> got;
        const auto keep = [&](Result<typename Message::Answer> answer) {
            if (answer) {
                got = std::move(*answer);
            }
        };
        if constexpr (Command<Message>) {
            shop.window().bridge()->submit(&shop.window(), std::move(message), keep);
        } else {
            shop.window().bridge()->ask(&shop.window(), std::move(message), keep);
        }
        shop.settle();
        return got;
    }
    /// Empty: all is German.
    static QString englishIn(test::OpenShop& shop)
    {
        static const QStringList pieces = englishPieces();
        for (const QString& words : readAll(shop.window())) {
            for (const QString& piece : pieces) {
                if (words.contains(piece)) {
                    return words;
                }
            }
        }
        return {};
    }
    static bool says(test::OpenShop& shop, const QString& german)
    {
        const QStringList all = readAll(shop.window());
        return std::ranges::any_of(all, [&](const QString& each) { return each.contains(german); });
    }
    static bool press(test::OpenShop& shop, const QString& text)
    {
        for (Button* each : shop.window().findChildren<Button*>()) {
            if (each->isVisible() && each->isEnabled() && each->text().startsWith(text)) {
                QTest::mouseClick(each, Qt::LeftButton);
                shop.settle();
                return true;
            }
        }
        return false;
    }

private slots:
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void whatTheEngineSaysIsNowhereEnglish()
    {
        test::OpenShop shop(true, QStringLiteral("de"));
        QVERIFY(shop.isReady());
        for (const Place& place : shop.places()) {
            shop.show(place);
            const QString english = englishIn(shop);
            QVERIFY2(english.isEmpty(), qPrintable(english));
        }
    }

    void healthFindingsAndFormsAreGerman()
    {
        test::OpenShop shop(false, QStringLiteral("de"));
        QVERIFY(shop.isReady());
        shop.show({.page = PageId::Settings, .action = QStringLiteral("workspace")});
        QVERIFY(press(shop, QStringLiteral("Arbeitsbereich untersuchen")));
        QVERIFY(says(shop, QStringLiteral("Die Datei des Arbeitsbereichs ist heil")));
        QVERIFY(says(shop, QStringLiteral("Jede Kennung gehört zu einer Person")));
        QCOMPARE(englishIn(shop), QString());
        shop.show({.page = PageId::Settings, .action = QStringLiteral("stores")});
        QVERIFY(press(shop, QStringLiteral("Shop verbinden")));
        QVERIFY(says(shop, QStringLiteral("Adresse des Shops")));
        QCOMPARE(englishIn(shop), QString());
    }

    void theSameLookFindsEnglishInAnEnglishWindow()
    {
        test::OpenShop shop(false, QStringLiteral("en"));
        QVERIFY(shop.isReady());
        shop.show({.page = PageId::Settings, .action = QStringLiteral("workspace")});
        QVERIFY(press(shop, QStringLiteral("Examine the workspace")));
        QVERIFY(says(shop, QStringLiteral("the workspace file is sound")));
        QVERIFY(!englishIn(shop).isEmpty());
    }

    void findingsOfACampaignAreGerman()
    {
        test::OpenShop shop(false, QStringLiteral("de"));
        QVERIFY(shop.isReady());
        Campaign campaign;
        campaign.name = "Herbst";
        campaign.content = {"", "shop@gmail.com", "", "Hallo", "", "<p><a href=\"shop.example\">Hier</a></p>", ""};
        const auto draft = get(shop, SaveCampaign{campaign});
        QVERIFY(draft.has_value());
        const auto findings = get(shop, PreflightCampaign{*draft});
        QVERIFY(findings && findings->size() >= 3);
        for (const PreflightFinding& each : *findings) {
            QVERIFY2(!each.words.code.empty(), each.words.words.c_str());
            QVERIFY2(engineWords(each.words) != toQString(each.words.words), each.words.words.c_str());
        }
    }

    void everySentenceAndLabelIsTranslated()
    {
        test::OpenShop shop(false, QStringLiteral("de"));
        for (const EngineSentence& each : engineSentences()) {
            const bool counts = QByteArrayView(each.source).contains("%Ln");
            const QString german = QCoreApplication::translate("Engine", each.source, nullptr, counts ? 2 : -1);
            const bool isBare =
                QString::fromUtf8(each.source).remove(QRegularExpression(QStringLiteral("%[1-9]|\\W"))).size() <
                4;  // "%1 (%2)", "%1 s"
            QVERIFY2(isBare || german != QString::fromUtf8(each.source), each.code);
        }
        QCOMPARE(countryName(QStringLiteral("AT")), QStringLiteral("Österreich"));
        QCOMPARE(countryName(QStringLiteral("PT")), QStringLiteral("Portugal"));
        QCOMPARE(countryName(QStringLiteral("somewhere")), QStringLiteral("somewhere"));
    }

    void everyFieldOfStoresAndProvidersIsKnown()
    {
        test::OpenShop shop(false, QStringLiteral("de"));
        std::vector<FieldSpec> fields;
        QStringList names;
        const auto connectors = get(shop, ListConnectors{});
        const auto kinds = get(shop, ListProviderKinds{});
        QVERIFY(connectors && kinds && !connectors->empty() && !kinds->empty());
        for (const ConnectorInfo& each : *connectors) {
            fields.insert(fields.end(), each.fields.begin(), each.fields.end());
            names << toQString(each.label);
        }
        for (const ProviderKindInfo& each : *kinds) {
            fields.insert(fields.end(), each.fields.begin(), each.fields.end());
            names << toQString(each.label);
        }
        for (const FieldSpec& each : fields) {
            names << toQString(each.label) << toQString(each.help) << toQString(each.example);
            for (const FieldChoice& choice : each.choices) {
                names << toQString(choice.label);
            }
        }
        for (const QString& each : std::as_const(names)) {
            const bool known = std::ranges::any_of(engineLabels(),
                                                   [&](const char* label) { return each == QString::fromUtf8(label); });
            QVERIFY2(each.isEmpty() || known, qPrintable(each));
        }
    }
};

SHOPBELL_TEST(TestGermanWindow)
#include "test_german_window.moc"
