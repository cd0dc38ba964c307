// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"
#include "ui/widgets/form_view.h"
#include "ui/widgets/picker.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace shopbell;
using namespace shopbell::ui;

namespace {

FieldSpec spec(const char* key, FieldKind kind, bool required)
{
    FieldSpec made;
    made.key = key;
    made.label = std::string("Label of ") + key;
    made.kind = kind;
    made.required = required;
    return made;
}

std::vector<FieldSpec> connection()
{
    std::vector<FieldSpec> fields;
    fields.push_back(spec("url", FieldKind::Url, true));
    fields.push_back(spec("secret", FieldKind::Secret, true));
    fields.push_back(spec("days", FieldKind::Number, false));
    fields.back().minimum = 1;
    fields.back().maximum = 365;
    fields.back().defaultValue = "30";
    fields.push_back(spec("mode", FieldKind::Choice, true));
    fields.back().choices = {{"all", "Everything"}, {"orders", "Orders only"}};
    fields.push_back(spec("stock", FieldKind::Toggle, false));
    fields.push_back(spec("every", FieldKind::Number, true));
    fields.back().visibleWhen = "stock=true";
    fields.push_back(spec("note", FieldKind::MultiLine, false));
    return fields;
}

QLineEdit* line(const FormView& form, const char* key)
{
    return qobject_cast<QLineEdit*>(form.control(QLatin1String(key)));
}

std::string valueOf(const FormView& form, const char* key)
{
    return std::string(findValue(form.values(), key));
}

}  // namespace

class TestFormView : public QObject {
    Q_OBJECT
private slots:
    void init();
    void drawsAControlPerField();
    void saysNothingBeforeAFieldWasLeft();
    void validateNamesEveryProblemAndGoesToTheFirst();
    void aProblemGoesWhileItIsMended();
    void numbersAreReadAsTheLocaleWritesThem();
    void rangesAreSaidInWords();
    void hiddenFieldsAreNeitherAskedNorAnswered();
    void keptSecretsMayStayEmpty();
    void wordsFromOutsideGoWithTheNextEdit();
    void valuesComeBackAsTheyWent();
    void aScreenReaderHearsLabelAndProblem();

private:
    std::unique_ptr<FormView> m_form;
};

void TestFormView::init()
{
    m_form = std::make_unique<FormView>();
    m_form->setFields(connection());
    m_form->resize(420, 700);
    m_form->show();
    m_form->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
}

void TestFormView::drawsAControlPerField()
{
    for (const FieldSpec& field : connection()) {
        QVERIFY2(m_form->control(QString::fromStdString(field.key)), field.key.c_str());
    }
    QCOMPARE(line(*m_form, "secret")->echoMode(), QLineEdit::Password);
    QCOMPARE(line(*m_form, "days")->text(), QStringLiteral("30"));
    QVERIFY(!m_form->control(QStringLiteral("no such")));
}

void TestFormView::saysNothingBeforeAFieldWasLeft()
{
    line(*m_form, "url")->setFocus();
    QTest::keyClicks(line(*m_form, "url"), QStringLiteral("fernhill"));
    QCOMPARE(m_form->problem(QStringLiteral("url")), QString());
    line(*m_form, "secret")->setFocus();
    QVERIFY(!m_form->problem(QStringLiteral("url")).isEmpty());
    QCOMPARE(m_form->problem(QStringLiteral("secret")), QString());
}

void TestFormView::validateNamesEveryProblemAndGoesToTheFirst()
{
    line(*m_form, "url")->setText(QStringLiteral("https://shop.example"));
    QVERIFY(!m_form->validate());
    QCOMPARE(m_form->problem(QStringLiteral("url")), QString());
    QVERIFY(!m_form->problem(QStringLiteral("secret")).isEmpty());
    QVERIFY(!m_form->problem(QStringLiteral("mode")).isEmpty());
    QCOMPARE(QApplication::focusWidget(), m_form->control(QStringLiteral("secret")));
    line(*m_form, "secret")->setText(QStringLiteral("k"));
    qobject_cast<Picker*>(m_form->control(QStringLiteral("mode")))->setCurrent(QStringLiteral("all"));
    QVERIFY(m_form->validate());
    QVERIFY(m_form->isValid());
}

void TestFormView::aProblemGoesWhileItIsMended()
{
    (void)m_form->validate();
    QVERIFY(!m_form->problem(QStringLiteral("secret")).isEmpty());
    QTest::keyClicks(line(*m_form, "secret"), QStringLiteral("k"));
    QCOMPARE(m_form->problem(QStringLiteral("secret")), QString());
}

void TestFormView::numbersAreReadAsTheLocaleWritesThem()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    line(*m_form, "days")->setText(QStringLiteral("12,5"));
    const std::string german = valueOf(*m_form, "days");
    m_form->setValues({{"days", "7.25"}});
    const QString shown = line(*m_form, "days")->text();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(german, std::string("12.5"));
    QCOMPARE(shown, QStringLiteral("7,25"));
}

void TestFormView::rangesAreSaidInWords()
{
    line(*m_form, "days")->setText(QStringLiteral("0"));
    (void)m_form->validate();
    QCOMPARE(m_form->problem(QStringLiteral("days")), QStringLiteral("At least 1"));
    line(*m_form, "days")->setText(QStringLiteral("400"));
    (void)m_form->validate();
    QCOMPARE(m_form->problem(QStringLiteral("days")), QStringLiteral("At most 365"));
    line(*m_form, "days")->setText(QStringLiteral("soon"));
    (void)m_form->validate();
    QCOMPARE(m_form->problem(QStringLiteral("days")), QStringLiteral("This is not a number"));
}

void TestFormView::hiddenFieldsAreNeitherAskedNorAnswered()
{
    QVERIFY(!m_form->control(QStringLiteral("every"))->isVisible());
    (void)m_form->validate();
    QCOMPARE(m_form->problem(QStringLiteral("every")), QString());
    const auto values = m_form->values();
    QVERIFY(std::none_of(values.begin(), values.end(), [](const auto& pair) { return pair.first == "every"; }));
    QTest::mouseClick(m_form->control(QStringLiteral("stock")), Qt::LeftButton);
    QVERIFY(m_form->control(QStringLiteral("every"))->isVisible());
    (void)m_form->validate();
    QVERIFY(!m_form->problem(QStringLiteral("every")).isEmpty());
}

void TestFormView::keptSecretsMayStayEmpty()
{
    m_form->setKeptSecrets({QStringLiteral("secret")});
    (void)m_form->validate();
    QCOMPARE(m_form->problem(QStringLiteral("secret")), QString());
}

void TestFormView::wordsFromOutsideGoWithTheNextEdit()
{
    m_form->setProblem(QStringLiteral("secret"), QStringLiteral("The shop refused this key"));
    QCOMPARE(m_form->problem(QStringLiteral("secret")), QStringLiteral("The shop refused this key"));
    QTest::keyClicks(line(*m_form, "secret"), QStringLiteral("x"));
    QCOMPARE(m_form->problem(QStringLiteral("secret")), QString());
}

void TestFormView::valuesComeBackAsTheyWent()
{
    m_form->setValues({{"url", "https://shop.example"},
                       {"secret", " with spaces "},
                       {"days", "90"},
                       {"mode", "orders"},
                       {"stock", "true"},
                       {"every", "5"},
                       {"note", "two\nlines"}});
    QCOMPARE(valueOf(*m_form, "url"), std::string("https://shop.example"));
    QCOMPARE(valueOf(*m_form, "secret"), std::string(" with spaces "));
    QCOMPARE(valueOf(*m_form, "days"), std::string("90"));
    QCOMPARE(valueOf(*m_form, "mode"), std::string("orders"));
    QCOMPARE(valueOf(*m_form, "stock"), std::string("true"));
    QCOMPARE(valueOf(*m_form, "every"), std::string("5"));
    QCOMPARE(valueOf(*m_form, "note"), std::string("two\nlines"));
}

void TestFormView::aScreenReaderHearsLabelAndProblem()
{
    (void)m_form->validate();
    QCOMPARE(m_form->control(QStringLiteral("url"))->accessibleName(), QStringLiteral("Label of url"));
    QVERIFY(m_form->control(QStringLiteral("url"))
                ->accessibleDescription()
                .contains(m_form->problem(QStringLiteral("url"))));
    QCOMPARE(m_form->control(QStringLiteral("stock"))->accessibleName(), QStringLiteral("Label of stock"));
}

SHOPBELL_TEST(TestFormView)
#include "test_form_view.moc"
