// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/provider_store.h"
#include "send_fixture.h"
#include "support/registry.h"

#include <QTest>

using namespace shopbell;

namespace {

class MapOfSecrets final : public SecretStore {
public:
    Result<std::string> load(std::string_view name) override
    {
        const auto found = kept.find(name);
        return found == kept.end() ? Result<std::string>(fail(ErrorKind::NotFound, "none"))
                                   : Result<std::string>(found->second);
    }
    Result<void> save(std::string_view name, std::string_view secret) override
    {
        kept[std::string(name)] = std::string(secret);
        return {};
    }
    Result<void> remove(std::string_view name) override
    {
        kept.erase(std::string(name));
        return {};
    }
    std::string place() const override { return "memory"; }
    std::map<std::string, std::string, std::less<>> kept;
};

const FieldValues smtp{{"host", "smtp.example.com"}, {"port", "587"}, {"username", "me"}, {"password", "s3cret"}};

}  // namespace

class TestProviderStore : public QObject {
    Q_OBJECT
private slots:
    void secretsStayOutOfTheWorkspace()
    {
        test::SendFixture shop;
        MapOfSecrets secrets;
        ProviderStore store(shop.connection);
        const auto id = store.save({}, "smtp", "My server", smtp, true, secrets);
        QVERIFY2(id, id ? "" : id.error().what.c_str());
        QCOMPARE(secrets.kept.size(), std::size_t(1));
        QCOMPARE(shop.count("SELECT count(*) FROM provider WHERE settings LIKE '%s3cret%'"), 0);
        const auto stored = *store.load(*id);
        QCOMPARE(findValue(stored.settings, "host"), std::string_view("smtp.example.com"));
        QVERIFY(findValue(stored.settings, "password").empty());
        QCOMPARE(findValue(*store.loadValues(stored, secrets), "password"), std::string_view("s3cret"));
        // Saved again without it, the password stays.
        QVERIFY(
            store.save(*id, "smtp", "My server", {{"host", "mail.example.com"}, {"username", "me"}}, false, secrets));
        QCOMPARE(findValue(*store.loadValues(*store.load(*id), secrets), "password"), std::string_view("s3cret"));
        QVERIFY(store.remove(*id, secrets));
        QVERIFY(secrets.kept.empty());
        QVERIFY(!store.load(*id));
    }

    void theDefaultIsTheOneChosenLast()
    {
        test::SendFixture shop;
        MapOfSecrets secrets;
        ProviderStore store(shop.connection);
        QVERIFY(!*store.findDefault(Channel::Email));
        const auto first = *store.save({}, "local-outbox", "Files", {}, false, secrets);
        QCOMPARE((*store.findDefault(Channel::Email))->id, first);
        const auto second = *store.save({}, "smtp", "Server", smtp, true, secrets);
        QCOMPARE((*store.findDefault(Channel::Email))->id, second);
        QCOMPARE(store.listAll()->size(), std::size_t(2));
        QVERIFY(!*store.findDefault(Channel::Sms));
    }

    void badSettingsAreRefused()
    {
        test::SendFixture shop;
        MapOfSecrets secrets;
        ProviderStore store(shop.connection);
        QVERIFY(!store.save({}, "pigeon", "Birds", {}, true, secrets));
        QVERIFY(!store.save({}, "smtp", "Server", {{"port", "587"}}, true, secrets));
        QVERIFY(!store.save({}, "smtp", "Server", {{"host", "x.example"}, {"port", "many"}}, true, secrets));
        QVERIFY(store.save({}, "smtp", "Server", smtp, true, secrets));
        const auto twice = store.save({}, "smtp", "Server", smtp, true, secrets);
        QVERIFY(!twice);
        QCOMPARE(twice.error().kind, ErrorKind::AlreadyExists);
        QCOMPARE(shop.count("SELECT count(*) FROM provider"), 1);
    }
};

SHOPBELL_TEST(TestProviderStore)
#include "test_provider_store.moc"
