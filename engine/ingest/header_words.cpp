// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/header_words.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

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

std::optional<std::string_view> findWord(std::span<const HeaderWord> words, std::string_view wanted)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const HeaderWord& one) { return one.word == wanted; });
    return found == words.end() ? std::nullopt : std::optional(found->target);
}

}  // namespace

std::optional<std::string_view> findHeaderTarget(ImportKind kind, std::string_view header)
{
    const std::string word = bare(header);
    std::optional<std::string_view> found;
    switch (kind) {
    case ImportKind::Events: return findWord(eventWords, word);
    case ImportKind::Orders: found = findWord(orderWords, word); break;
    case ImportKind::Profiles: found = findWord(profileWords, word); break;
    }
    return found ? found : findWord(personWords, word);
}

}  // namespace shopbell
