// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/import_words.h"

#include "ui/bridge/text.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace shopbell::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

bool hasAny(const ImportMapping& mapping, std::initializer_list<std::string_view> fields)
{
    return std::ranges::any_of(mapping, [&](const auto& column) {
        return std::ranges::find(fields, std::string_view(column.second)) != fields.end();
    });
}

}  // namespace

QString importFieldName(const QString& field)
{
    static const QHash<QString, const char*> names{
        {QStringLiteral("email"), QT_TRANSLATE_NOOP("Import", "Email")},
        {QStringLiteral("phone"), QT_TRANSLATE_NOOP("Import", "Phone")},
        {QStringLiteral("profile"), QT_TRANSLATE_NOOP("Import", "Person (email or customer number)")},
        {QStringLiteral("external_id"), QT_TRANSLATE_NOOP("Import", "Customer number")},
        {QStringLiteral("anonymous_id"), QT_TRANSLATE_NOOP("Import", "Visitor number")},
        {QStringLiteral("full_name"), QT_TRANSLATE_NOOP("Import", "Whole name")},
        {QStringLiteral("first_name"), QT_TRANSLATE_NOOP("Import", "First name")},
        {QStringLiteral("last_name"), QT_TRANSLATE_NOOP("Import", "Last name")},
        {QStringLiteral("city"), QT_TRANSLATE_NOOP("Import", "City")},
        {QStringLiteral("region"), QT_TRANSLATE_NOOP("Import", "Region")},
        {QStringLiteral("postcode"), QT_TRANSLATE_NOOP("Import", "Postcode")},
        {QStringLiteral("country"), QT_TRANSLATE_NOOP("Import", "Country")},
        {QStringLiteral("organization"), QT_TRANSLATE_NOOP("Import", "Company")},
        {QStringLiteral("birthday"), QT_TRANSLATE_NOOP("Import", "Birthday")},
        {QStringLiteral("created_at"), QT_TRANSLATE_NOOP("Import", "Known since")},
        {QStringLiteral("address1"), QT_TRANSLATE_NOOP("Import", "Street")},
        {QStringLiteral("address2"), QT_TRANSLATE_NOOP("Import", "Street, second line")},
        {QStringLiteral("email_consent"), QT_TRANSLATE_NOOP("Import", "May be emailed")},
        {QStringLiteral("email_consent_at"), QT_TRANSLATE_NOOP("Import", "May be emailed since")},
        {QStringLiteral("sms_consent"), QT_TRANSLATE_NOOP("Import", "May get text messages")},
        {QStringLiteral("sms_consent_at"), QT_TRANSLATE_NOOP("Import", "May get text messages since")},
        {QStringLiteral("metric"), QT_TRANSLATE_NOOP("Import", "What happened")},
        {QStringLiteral("time"), QT_TRANSLATE_NOOP("Import", "When")},
        {QStringLiteral("value"), QT_TRANSLATE_NOOP("Import", "Value")},
        {QStringLiteral("unique_id"), QT_TRANSLATE_NOOP("Import", "Number of the event")},
        {QStringLiteral("order_id"), QT_TRANSLATE_NOOP("Import", "Order number")},
        {QStringLiteral("status"), QT_TRANSLATE_NOOP("Import", "Status")},
        {QStringLiteral("currency"), QT_TRANSLATE_NOOP("Import", "Currency")},
        {QStringLiteral("order_total"), QT_TRANSLATE_NOOP("Import", "Order total")},
        {QStringLiteral("discount"), QT_TRANSLATE_NOOP("Import", "Discount")},
        {QStringLiteral("shipping"), QT_TRANSLATE_NOOP("Import", "Shipping")},
        {QStringLiteral("tax"), QT_TRANSLATE_NOOP("Import", "Tax")},
        {QStringLiteral("product_id"), QT_TRANSLATE_NOOP("Import", "Product number")},
        {QStringLiteral("product_name"), QT_TRANSLATE_NOOP("Import", "Product")},
        {QStringLiteral("sku"), QT_TRANSLATE_NOOP("Import", "Article code (SKU)")},
        {QStringLiteral("category"), QT_TRANSLATE_NOOP("Import", "Category")},
        {QStringLiteral("quantity"), QT_TRANSLATE_NOOP("Import", "Quantity")},
        {QStringLiteral("unit_price"), QT_TRANSLATE_NOOP("Import", "Price of one")},
        {QStringLiteral("line_total"), QT_TRANSLATE_NOOP("Import", "Price of the line")},
        {QStringLiteral("payment_method"), QT_TRANSLATE_NOOP("Import", "Payment")},
        {QStringLiteral("coupon"), QT_TRANSLATE_NOOP("Import", "Coupon")},
    };
    const auto at = names.find(field);
    return at == names.end() ? field : Words::tr(*at);
}

QString importKindHelp(ImportSubject what)
{
    switch (what) {
    case ImportSubject::Profiles:
        return Words::tr("One person per line, with an email address, a phone number or a customer number. All other "
                         "columns are kept with the person.");
    case ImportSubject::Events:
        return Words::tr("One thing somebody did per line: who, what happened, when. All other columns are kept with "
                         "the event.");
    case ImportSubject::Orders:
        return Words::tr("One order, or one product of an order, per line: order number, when, who, and what it cost.");
    }
    return {};
}

QString findMappingProblem(ImportSubject what, const ImportMapping& mapping)
{
    if (mapping.empty()) {
        return {};  // lines of JSON name their fields themselves
    }
    for (auto column = mapping.begin(); column != mapping.end(); ++column) {
        if (column->second == "skip") {
            continue;
        }
        const auto twin = std::find_if(std::next(column), mapping.end(),
                                       [&](const auto& other) { return other.second == column->second; });
        if (twin != mapping.end()) {
            return Words::tr("“%1” and “%2” cannot both be the same. Leave one of them out, or choose another meaning.")
                .arg(toQString(column->first), toQString(twin->first));
        }
    }
    const bool person = hasAny(mapping, {"email", "phone", "external_id", "anonymous_id", "profile"});
    if (what == ImportSubject::Profiles && !person) {
        return Words::tr("Say which column holds the email address, the phone number or the customer number: people "
                         "are known by it.");
    }
    if (what == ImportSubject::Events && !hasAny(mapping, {"metric"})) {
        return Words::tr("Say which column tells what happened.");
    }
    if (what == ImportSubject::Events && !person) {
        return Words::tr("Say which column tells who it was: an email address, a phone number or a customer number.");
    }
    if (what == ImportSubject::Orders && !hasAny(mapping, {"order_id"})) {
        return Words::tr("Say which column holds the order number.");
    }
    return {};
}

}  // namespace shopbell::ui
