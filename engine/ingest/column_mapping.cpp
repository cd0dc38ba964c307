// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/column_mapping.h"

#include "base/text.h"
#include "ingest/json_text.h"
#include "model/email_address.h"
#include "model/property.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <unordered_set>

namespace shopbell {
namespace {

struct HeaderWord {
    std::string_view word;  ///< as bare() makes it
    std::string_view target;
};

// What people and programs write above their columns. Several words for one target: the first column that has one wins.
constexpr HeaderWord personWords[] = {
    {"email", "email"},
    {"emailaddress", "email"},
    {"mail", "email"},
    {"mailadresse", "email"},
    {"emailadresse", "email"},
    {"customeremail", "email"},
    {"billingemail", "email"},
    {"contactemail", "email"},
    {"emailbilling", "email"},
    {"kundenemail", "email"},
    {"useremail", "email"},
    {"subscriberemail", "email"},
    {"phone", "phone"},
    {"phonenumber", "phone"},
    {"telephone", "phone"},
    {"telefon", "phone"},
    {"telefonnummer", "phone"},
    {"mobile", "phone"},
    {"mobil", "phone"},
    {"handy", "phone"},
    {"handynummer", "phone"},
    {"mobilephone", "phone"},
    {"cellphone", "phone"},
    {"smsphonenumber", "phone"},
    {"billingphone", "phone"},
    {"defaultaddressphone", "phone"},
    {"phonebilling", "phone"},
    {"externalid", "external_id"},
    {"customerid", "external_id"},
    {"customernumber", "external_id"},
    {"customerno", "external_id"},
    {"kundennummer", "external_id"},
    {"kundennr", "external_id"},
    {"kundenid", "external_id"},
    {"customeruserid", "external_id"},
    {"userid", "external_id"},
    {"firstname", "first_name"},
    {"vorname", "first_name"},
    {"givenname", "first_name"},
    {"fname", "first_name"},
    {"billingfirstname", "first_name"},
    {"firstnamebilling", "first_name"},
    {"lastname", "last_name"},
    {"nachname", "last_name"},
    {"surname", "last_name"},
    {"familienname", "last_name"},
    {"familyname", "last_name"},
    {"lname", "last_name"},
    {"billinglastname", "last_name"},
    {"zuname", "last_name"},
    {"lastnamebilling", "last_name"},
    {"name", "full_name"},
    {"fullname", "full_name"},
    {"customername", "full_name"},
    {"kunde", "full_name"},
    {"kundenname", "full_name"},
    {"billingname", "full_name"},
    {"vollstaendigername", "full_name"},
    {"company", "organization"},
    {"organization", "organization"},
    {"organisation", "organization"},
    {"firma", "organization"},
    {"unternehmen", "organization"},
    {"billingcompany", "organization"},
    {"defaultaddresscompany", "organization"},
    {"title", "title"},
    {"titel", "title"},
    {"address", "address1"},
    {"address1", "address1"},
    {"street", "address1"},
    {"strasse", "address1"},
    {"adresse", "address1"},
    {"billingaddress1", "address1"},
    {"defaultaddressaddress1", "address1"},
    {"anschrift", "address1"},
    {"address2", "address2"},
    {"adresszusatz", "address2"},
    {"billingaddress2", "address2"},
    {"defaultaddressaddress2", "address2"},
    {"city", "city"},
    {"town", "city"},
    {"ort", "city"},
    {"stadt", "city"},
    {"billingcity", "city"},
    {"wohnort", "city"},
    {"defaultaddresscity", "city"},
    {"region", "region"},
    {"state", "region"},
    {"province", "region"},
    {"bundesland", "region"},
    {"billingstate", "region"},
    {"billingprovince", "region"},
    {"provincecode", "region"},
    {"stateregion", "region"},
    {"defaultaddressprovincecode", "region"},
    {"kanton", "region"},
    {"postcode", "postcode"},
    {"zip", "postcode"},
    {"zipcode", "postcode"},
    {"postalcode", "postcode"},
    {"plz", "postcode"},
    {"postleitzahl", "postcode"},
    {"billingpostcode", "postcode"},
    {"billingzip", "postcode"},
    {"defaultaddresszip", "postcode"},
    {"country", "country"},
    {"countrycode", "country"},
    {"land", "country"},
    {"billingcountry", "country"},
    {"countryregion", "country"},
    {"laendercode", "country"},
    {"defaultaddresscountrycode", "country"},
    {"latitude", "latitude"},
    {"longitude", "longitude"},
    {"breitengrad", "latitude"},
    {"laengengrad", "longitude"},
    {"timezone", "time_zone"},
    {"zeitzone", "time_zone"},
    {"locale", "locale"},
    {"language", "locale"},
    {"sprache", "locale"},
    {"birthday", "birthday"},
    {"birthdate", "birthday"},
    {"dateofbirth", "birthday"},
    {"geburtstag", "birthday"},
    {"geburtsdatum", "birthday"},
};

constexpr HeaderWord profileWords[] = {
    {"id", "external_id"},
    {"anonymousid", "anonymous_id"},
    // What our own export says besides, and an import does not take.
    {"profileid", ""},
    {"storeids", ""},
    {"changedat", ""},
    {"lists", ""},
    {"emailconsentmethod", ""},
    {"emailconsentplace", ""},
    {"smsconsentmethod", ""},
    {"smsconsentplace", ""},
    {"pushconsent", ""},
    {"pushconsentat", ""},
    {"pushconsentmethod", ""},
    {"pushconsentplace", ""},
    {"createdat", "created_at"},
    {"created", "created_at"},
    {"dateadded", "created_at"},
    {"registered", "created_at"},
    {"registrationdate", "created_at"},
    {"signupdate", "created_at"},
    {"dateregistered", "created_at"},
    {"profilecreatedon", "created_at"},
    {"erstelltam", "created_at"},
    {"angelegtam", "created_at"},
    {"registriertam", "created_at"},
    {"kundeseit", "created_at"},
    {"firstactive", "created_at"},
    {"emailconsent", "email_consent"},
    {"emailmarketingconsent", "email_consent"},
    {"acceptsemailmarketing", "email_consent"},
    {"acceptsmarketing", "email_consent"},
    {"newsletter", "email_consent"},
    {"optin", "email_consent"},
    {"emailoptin", "email_consent"},
    {"subscribed", "email_consent"},
    {"subscription", "email_consent"},
    {"emailmarketing", "email_consent"},
    {"einwilligung", "email_consent"},
    {"emailsubscriptionstatus", "email_consent"},
    {"memberstatus", "email_consent"},
    {"consent", "email_consent"},
    {"emailmarketingstatus", "email_consent"},
    {"abonniert", "email_consent"},
    {"newsletteranmeldung", "email_consent"},
    {"emailconsentat", "email_consent_at"},
    {"optintime", "email_consent_at"},
    {"confirmtime", "email_consent_at"},
    {"emailmarketingconsenttimestamp", "email_consent_at"},
    {"subscribedat", "email_consent_at"},
    {"consentat", "email_consent_at"},
    {"consenttimestamp", "email_consent_at"},
    {"einwilligungam", "email_consent_at"},
    {"smsconsent", "sms_consent"},
    {"acceptssmsmarketing", "sms_consent"},
    {"smsoptin", "sms_consent"},
    {"smsmarketingconsent", "sms_consent"},
    {"smsconsentat", "sms_consent_at"},
    {"smsmarketingconsenttimestamp", "sms_consent_at"},
};

constexpr HeaderWord eventWords[] = {
    {"profile", "profile"},
    {"profil", "profile"},
    {"person", "profile"},
    {"who", "profile"},
    {"email", "email"},
    {"emailaddress", "email"},
    {"emailadresse", "email"},
    {"mail", "email"},
    {"phone", "phone"},
    {"telefon", "phone"},
    {"externalid", "external_id"},
    {"customerid", "external_id"},
    {"kundennummer", "external_id"},
    {"anonymousid", "anonymous_id"},
    {"metric", "metric"},
    {"event", "metric"},
    {"eventname", "metric"},
    {"metrik", "metric"},
    {"ereignis", "metric"},
    {"time", "time"},
    {"timestamp", "time"},
    {"datetime", "time"},
    {"date", "time"},
    {"at", "time"},
    {"zeit", "time"},
    {"zeitpunkt", "time"},
    {"datum", "time"},
    {"eventtime", "time"},
    {"value", "value"},
    {"wert", "value"},
    {"amount", "value"},
    {"betrag", "value"},
    {"uniqueid", "unique_id"},
    {"eventid", "unique_id"},
};

constexpr HeaderWord orderWords[] = {
    {"orderid", "order_id"},
    {"order", "order_id"},
    {"ordernumber", "order_id"},
    {"orderno", "order_id"},
    {"invoiceno", "order_id"},
    {"invoice", "order_id"},
    {"invoicenumber", "order_id"},
    {"bestellnummer", "order_id"},
    {"rechnungsnummer", "order_id"},
    {"bestellung", "order_id"},
    {"name", "order_id"},
    {"invoicedate", "time"},
    {"orderdate", "time"},
    {"date", "time"},
    {"createdat", "time"},
    {"time", "time"},
    {"paidat", ""},
    {"bestelldatum", "time"},
    {"rechnungsdatum", "time"},
    {"datum", "time"},
    {"datecreated", "time"},
    {"placedat", "time"},
    {"profile", "profile"},
    {"stockcode", "product_id"},
    {"productid", "product_id"},
    {"itemid", "product_id"},
    {"artikelnummer", "product_id"},
    {"sku", "sku"},
    {"lineitemsku", "sku"},
    {"description", "product_name"},
    {"productname", "product_name"},
    {"product", "product_name"},
    {"lineitemname", "product_name"},
    {"itemname", "product_name"},
    {"artikel", "product_name"},
    {"bezeichnung", "product_name"},
    {"produkt", "product_name"},
    {"quantity", "quantity"},
    {"qty", "quantity"},
    {"menge", "quantity"},
    {"anzahl", "quantity"},
    {"lineitemquantity", "quantity"},
    {"unitprice", "unit_price"},
    {"price", "unit_price"},
    {"preis", "unit_price"},
    {"einzelpreis", "unit_price"},
    {"lineitemprice", "unit_price"},
    {"itemprice", "unit_price"},
    {"linetotal", "line_total"},
    {"itemtotal", "line_total"},
    {"zeilensumme", "line_total"},
    {"total", "order_total"},
    {"ordertotal", "order_total"},
    {"gesamt", "order_total"},
    {"summe", "order_total"},
    {"gesamtbetrag", "order_total"},
    {"currency", "currency"},
    {"waehrung", "currency"},
    {"status", "status"},
    {"financialstatus", "status"},
    {"orderstatus", "status"},
    {"discountamount", "discount"},
    {"discount", "discount"},
    {"rabatt", "discount"},
    {"discountcode", "coupon"},
    {"coupon", "coupon"},
    {"gutschein", "coupon"},
    {"shipping", "shipping"},
    {"versand", "shipping"},
    {"taxes", "tax"},
    {"tax", "tax"},
    {"steuer", "tax"},
    {"mwst", "tax"},
    {"paymentmethod", "payment_method"},
    {"zahlungsart", "payment_method"},
    {"category", "category"},
    {"kategorie", "category"},
    {"productcategory", "category"},
};

constexpr std::string_view knownProfileTargets[] = {"email",       "phone",         "external_id",   "anonymous_id",
                                                    "full_name",   "created_at",    "email_consent", "email_consent_at",
                                                    "sms_consent", "sms_consent_at"};
constexpr std::string_view knownEventTargets[] = {"profile", "email", "phone", "external_id", "anonymous_id",
                                                  "metric",  "time",  "value", "unique_id"};
constexpr std::string_view knownOrderTargets[] = {
    "order_id",   "time",       "profile",        "email",       "phone",    "external_id",
    "full_name",  "status",     "currency",       "order_total", "discount", "shipping",
    "tax",        "product_id", "product_name",   "sku",         "category", "quantity",
    "unit_price", "line_total", "payment_method", "coupon"};

/// Lower case letters and digits only; umlauts as people write them without.
std::string bare(std::string_view header)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> umlauts{
        {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}, {"ß", "ss"}}};
    std::string text(header);
    for (const auto& [umlaut, plain] : umlauts) {
        text = replaceAll(std::move(text), umlaut, plain);
    }
    std::string result;
    for (const char c : toLowerAscii(text)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            result += c;
        }
    }
    return result;
}

std::string_view findWord(std::span<const HeaderWord> words, std::string_view wanted, bool& found)
{
    for (const HeaderWord& one : words) {
        if (one.word == wanted) {
            found = true;
            return one.target;
        }
    }
    return {};
}

std::span<const std::string_view> knownTargets(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Profiles: return knownProfileTargets;
    case ImportKind::Events: return knownEventTargets;
    case ImportKind::Orders: return knownOrderTargets;
    }
    return {};
}

}  // namespace

bool isKnownTarget(ImportKind kind, std::string_view target)
{
    const auto targets = knownTargets(kind);
    return std::find(targets.begin(), targets.end(), target) != targets.end();
}

ColumnMapping ColumnMapping::guess(ImportKind kind, std::span<const std::string> header,
                                   std::span<const std::vector<std::string>> sample)
{
    ColumnMapping mapping;
    std::unordered_set<std::string> taken;
    for (const std::string& name : header) {
        const std::string word = bare(name);
        bool found = false;
        std::string_view target;
        if (kind == ImportKind::Events) {
            target = findWord(eventWords, word, found);
        } else {
            target = findWord(kind == ImportKind::Orders ? std::span<const HeaderWord>(orderWords)
                                                         : std::span<const HeaderWord>(profileWords),
                              word, found);
            if (!found) {
                target = findWord(personWords, word, found);
            }
        }
        std::string chosen = found ? std::string(target) : std::string();
        if (!found || (!chosen.empty() && taken.contains(chosen))) {
            // In an order, what is not understood is not the person's; elsewhere it is a property by its own name.
            chosen = kind == ImportKind::Orders ? std::string() : std::string(cutUtf8(name, maxPropertyNameBytes));
            if (isKnownTarget(kind, chosen)) {
                chosen = std::string(cutUtf8(name, maxPropertyNameBytes - 4)) + " (2)";
            }
        }
        taken.insert(chosen);
        mapping.m_columns.push_back({name, std::move(chosen)});
    }
    const bool saysWho = mapping.find("email") || mapping.find("profile") || mapping.find("external_id");
    if (!saysWho && !sample.empty()) {
        for (std::size_t column = 0; column < header.size(); ++column) {
            std::size_t filled = 0;
            std::size_t addresses = 0;
            for (const auto& row : sample) {
                if (column < row.size() && !trimmed(row[column]).empty()) {
                    ++filled;
                    addresses += EmailAddress::parse(row[column]).has_value() ? 1 : 0;
                }
            }
            if (filled > 0 && addresses * 10 >= filled * 8) {
                mapping.m_columns[column].target = kind == ImportKind::Events ? "profile" : "email";
                break;
            }
        }
    }
    return mapping;
}

Result<void> ColumnMapping::set(std::string_view assignment)
{
    const auto equals = assignment.rfind('=');
    if (equals == std::string_view::npos) {
        return fail(ErrorKind::InvalidInput,
                    say("mapping-form", "A mapping is written COLUMN=TARGET, for example \"E-Mail=email\"."),
                    std::string(assignment));
    }
    const auto column = trimmed(assignment.substr(0, equals));
    const auto target = trimmed(assignment.substr(equals + 1));
    if (target.size() > maxPropertyNameBytes || !isValidUtf8(target)) {
        return fail(ErrorKind::InvalidInput,
                    say("property-name-too-long", "The name of a property has at most 128 bytes."),
                    std::string(target));
    }
    for (MappedColumn& one : m_columns) {
        if (one.header == column || equalsIgnoreCase(one.header, column)) {
            for (MappedColumn& other : m_columns) {
                if (!target.empty() && other.target == target) {
                    other.target.clear();
                }
            }
            one.target = target;
            return {};
        }
    }
    std::vector<std::string> names;
    for (const MappedColumn& one : m_columns) {
        names.push_back(one.header);
    }
    return fail(ErrorKind::NotFound, say("column-unknown", "The file has no column called \"%1\".", {column}),
                "its columns: " + join(names, ", "));
}

std::string ColumnMapping::toJson() const
{
    std::string json = "[";
    for (const MappedColumn& one : m_columns) {
        json += json.size() > 1 ? ",{\"column\":" : "{\"column\":";
        appendJsonText(json, one.header);
        json += ",\"target\":";
        appendJsonText(json, one.target);
        json += '}';
    }
    return json + ']';
}

Result<ColumnMapping> ColumnMapping::parse(std::string_view json)
{
    const auto wrong = [] {
        return fail(ErrorKind::InvalidInput,
                    R"(A mapping is a JSON list like [{"column":"E-Mail","target":"email"}].)");
    };
    const auto list = nlohmann::json::parse(json, nullptr, false);
    if (!list.is_array()) {
        return wrong();
    }
    ColumnMapping mapping;
    for (const auto& one : list) {
        if (!one.is_object() || !one.contains("column") || !one.contains("target") || !one["column"].is_string() ||
            !one["target"].is_string()) {
            return wrong();
        }
        mapping.m_columns.push_back({one["column"].get<std::string>(), one["target"].get<std::string>()});
    }
    return mapping;
}

std::optional<std::size_t> ColumnMapping::find(std::string_view target) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].target == target) {
            return i;
        }
    }
    return std::nullopt;
}

ColumnMapping ColumnMapping::arrangedFor(std::span<const std::string> header) const
{
    ColumnMapping arranged;
    for (const std::string& name : header) {
        std::string target;
        for (const MappedColumn& one : m_columns) {
            if (one.header == name) {
                target = one.target;
                break;
            }
        }
        arranged.m_columns.push_back({name, std::move(target)});
    }
    return arranged;
}

}  // namespace shopbell
