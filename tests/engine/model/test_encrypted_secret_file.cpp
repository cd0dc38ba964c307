// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/text.h"
#include "model/encrypted_secret_file.h"
#include "support/registry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace shopbell;

namespace {

EncryptedSecretFile::Passphrase saying(std::string words)
{
    return [words] { return std::optional(words); };
}

EncryptedSecretFile::Passphrase nobody()
{
    return [] { return std::optional<std::string>(); };
}

}  // namespace

class TestEncryptedSecretFile : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_file;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = toPath(m_folder->filePath("shop.secrets").toStdString());
    }

    void whatIsSavedIsThereForTheNextProcess()
    {
        const std::string strange("p\0ss\n\xFFwörd", 11);
        {
            EncryptedSecretFile secrets(m_file, saying("open sesame"));
            QVERIFY(secrets.save("shopbell/t/connection/1", "ck_123"));
            QVERIFY(secrets.save("shopbell/t/provider/1", strange));
            QVERIFY(secrets.save("shopbell/t/connection/1", "ck_456"));
            QVERIFY(secrets.save("empty", ""));
        }
        EncryptedSecretFile secrets(m_file, saying("open sesame"));
        QCOMPARE(secrets.load("shopbell/t/connection/1").value(), std::string("ck_456"));
        QCOMPARE(secrets.load("shopbell/t/provider/1").value(), strange);
        QCOMPARE(secrets.load("empty").value(), std::string());
        QCOMPARE(secrets.load("shopbell/t/provider/2").error().kind, ErrorKind::NotFound);
        QVERIFY(secrets.remove("shopbell/t/connection/1"));
        QCOMPARE(secrets.load("shopbell/t/connection/1").error().kind, ErrorKind::NotFound);
        QCOMPARE(secrets.remove("shopbell/t/connection/1").error().kind, ErrorKind::NotFound);
    }

    void nothingCanBeReadInTheFile()
    {
        EncryptedSecretFile secrets(m_file, saying("open sesame"));
        QVERIFY(secrets.save("connection/one", "very-secret-key"));
        const auto content = readFile(m_file, 100'000).value();
        for (const char* word : {"very-secret-key", "connection", "open sesame"}) {
            QVERIFY(content.find(word) == std::string::npos);
        }
        const auto rights = std::filesystem::status(m_file).permissions();
        QVERIFY((rights & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
                std::filesystem::perms::none);
        // The same content sealed twice does not look the same.
        QVERIFY(secrets.save("connection/one", "very-secret-key"));
        QVERIFY(readFile(m_file, 100'000).value() != content);
    }

    void withoutAPassphraseItSaysWhatToDo()
    {
        EncryptedSecretFile locked(m_file, nobody());
        QCOMPARE(locked.load("a").error().kind, ErrorKind::NotFound);  // there is nothing yet, so nothing to ask for
        const auto refused = locked.save("a", "b");
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY(refused.error().what.find("SHOPBELL_PASSPHRASE") != std::string::npos);
        QVERIFY(!std::filesystem::exists(m_file));

        QVERIFY(EncryptedSecretFile(m_file, saying("x")).save("a", "b"));
        QCOMPARE(EncryptedSecretFile(m_file, nobody()).load("a").error().kind, ErrorKind::Refused);
        QCOMPARE(EncryptedSecretFile(m_file, saying("")).load("a").error().kind, ErrorKind::Refused);
    }

    void aWrongPassphraseIsToldAndChangesNothing()
    {
        QVERIFY(EncryptedSecretFile(m_file, saying("right")).save("a", "b"));
        const auto before = readFile(m_file, 100'000).value();
        int asked = 0;
        EncryptedSecretFile secrets(m_file,
                                    [&]() -> std::optional<std::string> { return asked++ == 0 ? "wrong" : "right"; });
        const auto refused = secrets.save("a", "c");
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY(refused.error().what.find("passphrase") != std::string::npos);
        QVERIFY(describe(refused.error()).find("wrong") == std::string::npos);
        QCOMPARE(readFile(m_file, 100'000).value(), before);
        QCOMPARE(secrets.load("a").value(), std::string("b"));  // asked again, and right this time
        QCOMPARE(secrets.load("a").value(), std::string("b"));
        QCOMPARE(asked, 2);
    }

    void everyDamagedByteIsNoticed()
    {
        QVERIFY(EncryptedSecretFile(m_file, saying("right")).save("a", "b"));
        const auto sound = readFile(m_file, 100'000).value();
        for (std::size_t place = 0; place < sound.size(); ++place) {
            auto damaged = sound;
            damaged[place] = static_cast<char>(damaged[place] ^ 0x10);
            QVERIFY(writeFileSafely(m_file, damaged));
            const auto loaded = EncryptedSecretFile(m_file, saying("right")).load("a");
            QVERIFY(!loaded);
            QCOMPARE(loaded.error().kind, ErrorKind::Corrupt);
        }
        for (const std::size_t size : {std::size_t(0), std::size_t(10), sound.size() - 1}) {
            QVERIFY(writeFileSafely(m_file, sound.substr(0, size)));
            QCOMPARE(EncryptedSecretFile(m_file, saying("right")).load("a").error().kind, ErrorKind::Corrupt);
        }
    }

    void tamperingWithAMendedChecksumIsNoticed()
    {
        QVERIFY(EncryptedSecretFile(m_file, saying("right")).save("a", "b"));
        const auto sound = readFile(m_file, 100'000).value();
        // From the nonce on: salt and verifier decide whether the passphrase is right.
        for (const std::size_t place : {std::size_t(40), std::size_t(52), sound.size() - 9}) {
            auto forged = sound.substr(0, sound.size() - 8);
            forged[place] = static_cast<char>(forged[place] ^ 1);
            const auto checksum = stableHash(forged);
            for (int byte = 0; byte < 8; ++byte) {
                forged.push_back(static_cast<char>(checksum >> (8 * byte)));
            }
            QVERIFY(writeFileSafely(m_file, forged));
            QCOMPARE(EncryptedSecretFile(m_file, saying("right")).load("a").error().kind, ErrorKind::Corrupt);
        }
    }

    void namesAndSecretsAreBounded()
    {
        EncryptedSecretFile secrets(m_file, saying("x"));
        QCOMPARE(secrets.save("", "x").error().kind, ErrorKind::InvalidInput);
        QCOMPARE(secrets.save(std::string(256, 'n'), "x").error().kind, ErrorKind::InvalidInput);
        QCOMPARE(secrets.save("a", std::string(64 * 1024 + 1, 'x')).error().kind, ErrorKind::InvalidInput);
        QVERIFY(!std::filesystem::exists(m_file));
    }
};

SHOPBELL_TEST(TestEncryptedSecretFile)
#include "test_encrypted_secret_file.moc"
