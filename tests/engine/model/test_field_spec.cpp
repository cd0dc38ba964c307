// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/field_spec.h"
#include "support/registry.h"

#include <QTest>

using namespace shopbell;

class TestFieldSpec : public QObject {
    Q_OBJECT

private slots:
    void eachKindKnowsGoodFromBad_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("good");
        const auto row = [](FieldKind kind, const char* value, bool good) {
            QTest::newRow(qPrintable(QString("%1 %2").arg(static_cast<int>(kind)).arg(value)))
                << static_cast<int>(kind) << value << good;
        };
        row(FieldKind::Text, "anything", true);
        row(FieldKind::Text, "two\nlines", false);
        row(FieldKind::MultiLine, "two\nlines", true);
        row(FieldKind::Secret, "s3cret", true);
        row(FieldKind::Number, "12.5", true);
        row(FieldKind::Number, "12,5", false);
        row(FieldKind::Number, "ten", false);
        row(FieldKind::Number, "1", true);
        row(FieldKind::Number, "100", true);
        row(FieldKind::Number, "0.99", false);
        row(FieldKind::Number, "100.01", false);
        row(FieldKind::Number, "nan", false);
        row(FieldKind::Url, "https://shop.example/de/?rest_route=/", true);
        row(FieldKind::Url, "HTTP://localhost:8080", true);
        row(FieldKind::Url, "shop.example", false);
        row(FieldKind::Url, "ftp://shop.example", false);
        row(FieldKind::Url, "https://", false);
        row(FieldKind::Url, "https:///path", false);
        row(FieldKind::Url, "https://shop .example", false);
        row(FieldKind::Url, "javascript:alert(1)", false);
        row(FieldKind::Email, "ana@example.com", true);
        row(FieldKind::Email, "ana", false);
        row(FieldKind::Choice, "tls", true);
        row(FieldKind::Choice, "TLS", false);
        row(FieldKind::Toggle, "true", true);
        row(FieldKind::Toggle, "false", true);
        row(FieldKind::Toggle, "yes", false);
    }

    void eachKindKnowsGoodFromBad()
    {
        QFETCH(int, kind);
        QFETCH(QString, value);
        QFETCH(bool, good);
        FieldSpec spec;
        spec.label = "The field";
        spec.kind = static_cast<FieldKind>(kind);
        spec.minimum = 1;
        spec.maximum = 100;
        spec.choices = {{"tls", "TLS"}, {"none", "None"}};
        const auto problem = findFieldProblem(spec, value.toStdString()).words;
        QCOMPARE(problem.empty(), good);
        if (!good) {
            QVERIFY(problem.starts_with("The field ") && problem.ends_with('.'));
        }
        QVERIFY(findFieldProblem(spec, "").empty());
        spec.required = true;
        QVERIFY(!findFieldProblem(spec, "").empty());
    }

    void aSecretIsNeverRepeated()
    {
        FieldSpec spec;
        spec.label = "Key";
        spec.kind = FieldKind::Secret;
        QVERIFY(findFieldProblem(spec, "abc\ndef").words.find("abc") == std::string::npos);
    }

    void equalBoundsMeanNone()
    {
        FieldSpec spec;
        spec.kind = FieldKind::Number;
        QVERIFY(findFieldProblem(spec, "-1000000").empty());
    }

    void valuesAreFoundByKey()
    {
        const FieldValues values{{"host", "mail.example"}, {"port", "587"}};
        QVERIFY(findValue(values, "port") == "587");
        QVERIFY(findValue(values, "nothing").empty());
    }
};

SHOPBELL_TEST(TestFieldSpec)
#include "test_field_spec.moc"
