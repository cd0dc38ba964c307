// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/registry.h"

#include "ingest/column_mapping.h"

#include <QTest>

using namespace shopbell;

namespace {

std::vector<std::string> targetsOf(ImportKind kind, const std::vector<std::string>& header)
{
    std::vector<std::string> targets;
    const auto mapping = ColumnMapping::guess(kind, header);
    for (const auto& column : mapping.columns()) {
        targets.push_back(column.target);
    }
    return targets;
}

using Words = std::vector<std::string>;

}  // namespace

class TestColumnMapping : public QObject {
    Q_OBJECT
private slots:
    void headersOfExportsAreUnderstood()
    {
        QCOMPARE(targetsOf(ImportKind::Profiles,
                           {"Customer ID", "First Name", "Last Name", "Email", "Accepts Email Marketing",
                            "Default Address City", "Default Address Country Code", "Phone", "Tags"}),
                 (Words{"external_id", "first_name", "last_name", "email", "email_consent", "city", "country", "phone",
                        "Tags"}));
        QCOMPARE(
            targetsOf(ImportKind::Profiles, {"Email Address", "First Name", "OPTIN_TIME", "LATITUDE", "Kundennummer"}),
            (Words{"email", "first_name", "email_consent_at", "latitude", "external_id"}));
        QCOMPARE(targetsOf(ImportKind::Profiles, {"E-Mail-Adresse", "Vorname", "Nachname", "PLZ", "Ort", "Land",
                                                  "Straße", "Newsletter", "Geburtsdatum"}),
                 (Words{"email", "first_name", "last_name", "postcode", "city", "country", "address1", "email_consent",
                        "birthday"}));
        QCOMPARE(targetsOf(ImportKind::Events, {"profile", "metric", "time", "value", "unique_id", "colour"}),
                 (Words{"profile", "metric", "time", "value", "unique_id", "colour"}));
        QCOMPARE(targetsOf(ImportKind::Orders, {"InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate",
                                                "UnitPrice", "CustomerID", "Country"}),
                 (Words{"order_id", "product_id", "product_name", "quantity", "time", "unit_price", "external_id",
                        "country"}));
    }

    void aSecondColumnOfOneKindIsAPropertyOfItsOwnName()
    {
        QCOMPARE(targetsOf(ImportKind::Profiles, {"Email", "Mail", "email_consent", "consent"}),
                 (Words{"email", "Mail", "email_consent", "consent"}));
    }

    void aColumnFullOfAddressesIsFoundWithoutAHeader()
    {
        const std::vector<std::string> header{"Spalte A", "Spalte B"};
        const std::vector<std::vector<std::string>> sample{
            {"Ana", "ana@example.com"}, {"Ben", "ben@example.com"}, {"", ""}};
        QCOMPARE(ColumnMapping::guess(ImportKind::Profiles, header, sample).find("email"),
                 std::optional<std::size_t>(1));
    }

    void theOwnerHasTheLastWord()
    {
        const std::vector<std::string> header{"E-Mail", "Work Mail", "a=b"};
        auto mapping = ColumnMapping::guess(ImportKind::Profiles, header);
        QVERIFY(mapping.set("work mail = email"));
        QCOMPARE(mapping.find("email"), std::optional<std::size_t>(1));
        QCOMPARE(mapping.columns()[0].target, std::string());
        QVERIFY(mapping.set("a=b=Shoe size"));
        QCOMPARE(mapping.columns()[2].target, std::string("Shoe size"));
        QCOMPARE(mapping.set("Nothing=email").error().kind, ErrorKind::NotFound);
        QCOMPARE(mapping.set("email").error().kind, ErrorKind::InvalidInput);
        const auto again = ColumnMapping::parse(mapping.toJson());
        QVERIFY(again && again->columns() == mapping.columns());
        QVERIFY(!ColumnMapping::parse("{}"));
        QVERIFY(!ColumnMapping::parse("[{\"column\":1}]"));
    }
};

SHOPBELL_TEST(TestColumnMapping)
#include "test_column_mapping.moc"
