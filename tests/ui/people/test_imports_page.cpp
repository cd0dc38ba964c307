// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/imports.h"
#include "api/profiles.h"
#include "support/fake_clock.h"
#include "support/registry.h"
#include "ui/fake_engine.h"
#include "ui/fake_page_context.h"
#include "ui/imports/drop_place.h"
#include "ui/imports/import_words.h"
#include "ui/imports/imports_page.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/picker.h"

#include <QCheckBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QTest>

using namespace shopbell;
using namespace shopbell::ui;

class TestImportsPage : public QObject {
    Q_OBJECT
private slots:
    void aFileIsPreviewedMatchedAndTakenIn();
    void aColumnThatNobodyIsKnownByIsAskedFor();
    void twoColumnsCannotBeTheSame();
    void vouchingNeedsWords();
    void aDroppedFileIsTaken();
    void aFileThatCannotBeReadIsExplained();
    void cancellingGoesBackToTheColumns();
    void pictures();
};

namespace {

class ImportWindow {
public:
    explicit ImportWindow(const QString& file = {}) : context(engine, m_clock), page(makeImportsPage(context))
    {
        engine.on<PreviewImport>([](const PreviewImport& question) -> Result<ImportPreview> {
            if (question.file.ends_with(".xlsx")) {
                return fail(ErrorKind::InvalidInput, "This is no CSV file.", "zip archive");
            }
            ImportPreview preview;
            preview.format = "csv";
            preview.encoding = "Windows-1252";
            preview.delimiter = ";";
            preview.mapping = {{"E-Mail", "email"},
                               {"Vorname", "first_name"},
                               {"Nachname", "last_name"},
                               {"Lieblingsduft der Kundin oder des Kunden", "property:lieblingsduft"},
                               {"Interne Notiz", "skip"}};
            preview.fields = {"email", "phone", "first_name", "last_name", "city", "email_consent"};
            preview.sample = {{"lena@example.at", "Lena", "Gruber", "Bienenwachs", ""},
                              {"max@example.at", "Max", "Huber", "Lavendel, mit einem Hauch von Zitrone", "ruft an"}};
            preview.estimatedRows = 12'480;
            return preview;
        });
        engine.on<ListLists>([](const ListLists&) -> Result<std::vector<ListSummary>> {
            return std::vector<ListSummary>{{{4}, "Newsletter", 1'204, {}}};
        });
        engine.on<ImportFile>([this](const ImportFile& command) -> Result<ImportSummary> {
            imported = command;
            ImportSummary summary;
            summary.rows = 12'480;
            summary.created = 11'200;
            summary.updated = 1'000;
            summary.unchanged = 278;
            summary.badRows = 2;
            summary.bad = {{17, "\"lena@\" is no email address."},
                           {902,
                            "The line has 7 columns where the header has 5: a quote may be missing somewhere before "
                            "it, or the columns are divided by something else here."}};
            summary.seconds = 3.4;
            return summary;
        });
        context.show(page, {.page = PageId::Imports, .name = file});
    }
    ~ImportWindow() { engine.join(); }

    QAbstractButton* button(const QString& text)
    {
        for (auto* each : context.window().findChildren<QAbstractButton*>()) {
            if (each->text() == text && each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }
    void press(const QString& text)
    {
        auto* found = button(text);
        QVERIFY2(found != nullptr, qPrintable(text));
        QTest::mouseClick(found, Qt::LeftButton);
        context.settle();
    }
    Picker* picker(const QString& name)
    {
        for (auto* each : page->findChildren<Picker*>()) {
            if (each->accessibleName().contains(name)) {
                return each;
            }
        }
        return nullptr;
    }
    bool says(const QString& words)
    {
        for (const auto* each : page->findChildren<QLabel*>()) {
            if (each->isVisible() && each->text().contains(words)) {
                return true;
            }
        }
        return false;
    }

    test::FakeEngine engine;
    ImportFile imported;

private:
    test::FakeClock m_clock;

public:
    test::FakePageContext context;
    Page* page;
};

const QString people = QStringLiteral("/shops/ina/Kundinnen und Kunden.csv");

}  // namespace

void TestImportsPage::aFileIsPreviewedMatchedAndTakenIn()
{
    ImportWindow window(people);
    QVERIFY(window.says(QStringLiteral("Kundinnen und Kunden.csv")));
    QVERIFY(window.says(QStringLiteral("about 12,480 lines")));
    QCOMPARE(window.picker(QStringLiteral("“E-Mail”"))->current(), QStringLiteral("email"));
    QCOMPARE(window.picker(QStringLiteral("Lieblingsduft"))->currentText(), QStringLiteral("Keep as “lieblingsduft”"));
    window.picker(QStringLiteral("Interne Notiz"))->setCurrent(QStringLiteral("city"));
    window.press(QStringLiteral("Import"));
    QCOMPARE(window.imported.file, toUtf8(people));
    QCOMPARE(window.imported.mapping.size(), std::size_t(5));
    QCOMPARE(window.imported.mapping[4], (std::pair<std::string, std::string>("Interne Notiz", "city")));
    QCOMPARE(window.imported.emailConsent, ConsentState::NeverAsked);
    QVERIFY(window.says(QStringLiteral("Line 902")));
    QVERIFY(window.says(QStringLiteral("is no email address")));
    window.press(QStringLiteral("Look at the people"));
    QCOMPARE(window.context.places.back(), (Place{.page = PageId::Profiles}));
}

void TestImportsPage::aColumnThatNobodyIsKnownByIsAskedFor()
{
    ImportWindow window(people);
    auto* email = window.picker(QStringLiteral("“E-Mail”"));
    email->setCurrent(QStringLiteral("skip"));
    emit email->chosen(QStringLiteral("skip"));
    QVERIFY(!window.button(QStringLiteral("Import"))->isEnabled());
    QVERIFY(window.says(QStringLiteral("people are known by it")));
    email->setCurrent(QStringLiteral("email"));
    emit email->chosen(QStringLiteral("email"));
    QVERIFY(window.button(QStringLiteral("Import"))->isEnabled());
}

void TestImportsPage::twoColumnsCannotBeTheSame()
{
    QVERIFY(findMappingProblem(ImportSubject::Profiles, {{"a", "email"}, {"b", "skip"}, {"c", "skip"}}).isEmpty());
    QVERIFY(findMappingProblem(ImportSubject::Profiles, {{"a", "email"}, {"b", "city"}, {"c", "city"}})
                .contains(QStringLiteral("“b” and “c”")));
    QVERIFY(!findMappingProblem(ImportSubject::Events, {{"a", "email"}}).isEmpty());
    QVERIFY(findMappingProblem(ImportSubject::Events, {{"a", "email"}, {"b", "metric"}}).isEmpty());
    QVERIFY(!findMappingProblem(ImportSubject::Orders, {{"a", "email"}}).isEmpty());
    QVERIFY(findMappingProblem(ImportSubject::Orders, {}).isEmpty());
}

void TestImportsPage::vouchingNeedsWords()
{
    ImportWindow window(people);
    auto* vouch = window.page->findChild<QCheckBox*>();
    vouch->setChecked(true);
    window.press(QStringLiteral("Import"));
    QCOMPARE(window.engine.asked<ImportFile>(), 0);
    for (auto* field : window.page->findChildren<TextField*>()) {
        if (field->label().startsWith(QLatin1String("What they agreed"))) {
            QVERIFY(!field->error().isEmpty());
            field->setText(QStringLiteral("sign-up sheet"));
        }
    }
    window.press(QStringLiteral("Import"));
    QCOMPARE(window.imported.emailConsent, ConsentState::Subscribed);
    QCOMPARE(window.imported.consentText, std::string("sign-up sheet"));
}

void TestImportsPage::aDroppedFileIsTaken()
{
    ImportWindow window;
    QVERIFY(window.button(QStringLiteral("Choose a file")) != nullptr);
    auto* place = window.page->findChild<DropPlace*>();
    QMimeData carried;
    carried.setUrls({QUrl::fromLocalFile(people)});
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &carried, Qt::LeftButton, {});
    static_cast<QObject*>(place)->event(&drop);
    window.context.settle();
    QVERIFY(window.says(QStringLiteral("Kundinnen und Kunden.csv")));
}

void TestImportsPage::aFileThatCannotBeReadIsExplained()
{
    ImportWindow window(QStringLiteral("/shops/ina/people.xlsx"));
    QVERIFY(window.says(QStringLiteral("people.xlsx")));
    QVERIFY(window.button(QStringLiteral("Choose a file")) != nullptr);
}

void TestImportsPage::cancellingGoesBackToTheColumns()
{
    ImportWindow window(people);
    window.engine.on<ImportFile>(
        [](const ImportFile&) -> Result<ImportSummary> { return fail(ErrorKind::Cancelled, "It was stopped."); });
    window.engine.hold<ImportFile>();
    window.button(QStringLiteral("Import"))->click();
    QTest::qWait(0);
    QAbstractButton* cancel = nullptr;
    for (auto* each : window.page->findChildren<QAbstractButton*>()) {
        cancel = each->isVisible() && each->accessibleName().contains(QLatin1String("Cancel")) ? each : cancel;
    }
    QVERIFY(cancel != nullptr);
    cancel->click();
    QCOMPARE(window.engine.cancelled().size(), std::size_t(1));
    window.engine.release();
    window.context.settle();
    QVERIFY(window.says(QStringLiteral("The import was stopped")));
    QVERIFY(window.button(QStringLiteral("Import")) != nullptr);
}

void TestImportsPage::pictures()
{
    ImportWindow choose;
    choose.context.draw(QStringLiteral("import-choose"));
    ImportWindow match(people);
    match.context.draw(QStringLiteral("import-match"));
    match.press(QStringLiteral("Import"));
    match.context.draw(QStringLiteral("import-result"));
}

SHOPBELL_TEST(TestImportsPage)
#include "test_imports_page.moc"
