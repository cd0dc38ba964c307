// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/woo_service.h"
#include "support/registry.h"
#include "support/temp_dir.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTest>

using namespace shopbell;
using namespace shopbell::test;

namespace {

constexpr int patienceMs = 120'000;
constexpr Instant present{1'790'000'000'000};
/// A bus on which nothing is started by itself: neither a keychain nor a window that asks for a password.
const QString busSettings =
    "<!DOCTYPE busconfig PUBLIC '-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN' "
    "'http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd'>"
    "<busconfig><type>session</type><listen>unix:dir=%1</listen><policy context='default'>"
    "<allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/></policy></busconfig>";
/// An unlocked keyring of the test's own, up when the service has its name.
const QString unlockedKeyring = R"(
mkdir -p "$XDG_RUNTIME_DIR/keyring"  # which it takes away at its end
printf 'a test' | gnome-keyring-daemon --unlock --components=secrets \
    --control-directory="$XDG_RUNTIME_DIR/keyring" >/dev/null
tries=0
until dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
    org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets | grep -q 'boolean true'; do
    tries=$((tries + 1))
    [ $tries -lt 2000 ] || exit 9
done
)";
const QString lock = R"(
dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
    org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null || exit 8
)";

/// A folder, a session bus and shell lines that run on it.
class Session {
public:
    Session()
    {
        for (const auto* const folder : {"home", "run", "data"}) {
            QDir().mkpath(path(folder));
        }
        QFile::setPermissions(path("run"), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        QFile settings(path("bus.conf"));
        if (settings.open(QIODevice::WriteOnly)) {
            settings.write(busSettings.arg(path("run")).toUtf8());
        }
    }
    [[nodiscard]] QString path(const QString& name) const
    {
        return QString::fromStdString((m_folder.path() / name.toStdString()).string());
    }
    [[nodiscard]] QString workspace() const { return path("shop.shopbell"); }

    /// What the lines printed, a line each. `$child` is keychain_child on the workspace, `$cli` shopbell-cli.
    QStringList run(const QString& lines, const QString& passphrase = {})
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const auto* const name : {"SHOPBELL_SECRETS", "SHOPBELL_PASSPHRASE", "DISPLAY", "WAYLAND_DISPLAY",
                                       "DBUS_SESSION_BUS_ADDRESS", "GNOME_KEYRING_CONTROL"}) {
            environment.remove(name);
        }
        if (!passphrase.isEmpty()) {
            environment.insert("SHOPBELL_PASSPHRASE", passphrase);
        }
        environment.insert("HOME", path("home"));
        environment.insert("XDG_RUNTIME_DIR", path("run"));
        environment.insert("XDG_DATA_HOME", path("data"));
        environment.insert("XDG_CONFIG_HOME", path("config"));
        process.setProcessEnvironment(environment);
        QFile script(path("script"));
        if (!script.open(QIODevice::WriteOnly)) {
            return {"the script cannot be written"};
        }
        script.write(QString("child='%1 %2'\ncli='%3 -w %2'\n")
                         .arg(KEYCHAIN_CHILD, workspace(), SHOPBELL_CLI_PATH)
                         .append(lines)
                         .toUtf8());
        script.close();
        process.start("dbus-run-session", {"--config-file=" + path("bus.conf"), "--", "sh", path("script")});
        const bool finished = process.waitForFinished(patienceMs);
        errors = process.readAllStandardError();
        exitCode = finished && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return QString::fromUtf8(process.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
    }

    /// Every byte of every file, the keyring's among them.
    [[nodiscard]] bool holds(const QByteArray& text) const
    {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(m_folder.path())) {
            QFile file(QString::fromStdString(entry.path().string()));
            if (entry.is_regular_file() && entry.path().filename() != "script" && file.open(QIODevice::ReadOnly) &&
                file.readAll().contains(text)) {
                return true;
            }
        }
        return false;
    }

    QByteArray errors;
    int exitCode = 0;

private:
    TempDir m_folder;
};

}  // namespace

/// The keychain as it is, on a session bus of the test's own.
class TestKeychain : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        for (const auto* const program : {"dbus-run-session", "dbus-send", "gnome-keyring-daemon"}) {
            if (QStandardPaths::findExecutable(program).isEmpty()) {
                QSKIP(qPrintable(QString("%1 is not installed; ./dev setup brings it.").arg(program)));
            }
        }
    }

    void whatIsSavedComesBackAndGoes()
    {
        Session session;
        const auto said = session.run(unlockedKeyring + R"(
$child place
$child load shopbell/shop/provider/1
$child save shopbell/shop/provider/1 'pässword with blanks & "quotes"'
$child load shopbell/shop/provider/1
$child save shopbell/shop/provider/1 another-one
$child save shopbell/shop/provider/2 of-the-second
$child load shopbell/shop/provider/1
$child remove shopbell/shop/provider/1
$child load shopbell/shop/provider/1
$child load shopbell/shop/provider/2
$child remove shopbell/shop/provider/1
)");
        const QString none = "not-found: The system keychain holds no such key.";
        QVERIFY2(session.exitCode == 0, session.errors);
        QCOMPARE(said, (QStringList{"the system keychain", none, "done", "= pässword with blanks & \"quotes\"", "done",
                                    "done", "= another-one", "done", none, "= of-the-second", "done"}));
        // Nothing of it beside the workspace, and in the keyring's own file it is encrypted.
        QVERIFY(!QFile::exists(session.workspace() + "-secrets"));
        QVERIFY(!session.holds("of-the-second"));
    }

    void aStoresKeysServeTheNextProcess()
    {
        auto service = demo::WooService::start(std::make_shared<const demo::DemoShop>(200, 7, present));
        QVERIFY(service);
        Session session;
        const auto secret = QString::fromStdString((*service)->secret());
        session.run(unlockedKeyring + QString(R"(
$cli --json init --currency EUR &&
$cli --json store add woocommerce --label Demo --no-test --set url=%1 --set consumer_key=%2 --set consumer_secret=%3 &&
$cli --json store sync
)")
                                          .arg(QString::fromStdString((*service)->url()),
                                               QString::fromStdString((*service)->key()), secret));
        QVERIFY2(session.exitCode == 0, session.errors);
        QVERIFY(!QFile::exists(session.workspace() + "-secrets"));
        QVERIFY(!session.holds(secret.toUtf8()));
    }

    void aLockedKeychainSaysSoAndOffersTheFile()
    {
        Session session;
        // Nobody is there to open it again.
        const auto said = session.run(unlockedKeyring + "$child save key hidden\n" + lock +
                                      "$child place\n$child load key\n$child save other value\n$child remove key\n");
        QCOMPARE(said.size(), 5);
        QCOMPARE(said[1], QString("the system keychain"));
        for (const auto& line : said.mid(2)) {
            QVERIFY2(line.startsWith("refused: The system keychain stayed locked."), qPrintable(line));
            QVERIFY2(line.contains("SHOPBELL_SECRETS=file"), qPrintable(line));
        }
        // What it offers works, and nothing was lost in the keychain.
        const auto filed = session.run("export SHOPBELL_SECRETS=file\n$child place\n$child save key value\n"
                                       "$child load key\n",
                                       "of my choice");
        QVERIFY2(session.exitCode == 0, session.errors);
        QCOMPARE(filed, (QStringList{"an encrypted file beside the workspace", "done", "= value"}));
        QVERIFY(!session.holds("= value"));
        QCOMPARE(session.run(unlockedKeyring + "$child load key\n"), QStringList{"= hidden"});
    }

    void withoutAServiceOnTheBusTheFileIsThere()
    {
        Session session;
        const auto said = session.run("$child place\n$child save key value\n$child save key value\n");
        QCOMPARE(said.size(), 3);
        QCOMPARE(said[0], QString("an encrypted file beside the workspace"));
        QVERIFY2(said[1].startsWith("refused: ") && said[1].contains("SHOPBELL_PASSPHRASE"), qPrintable(said[1]));
        QCOMPARE(session.run("$child save key value\n$child load key\n", "of my choice"),
                 (QStringList{"done", "= value"}));
    }

    void withoutABusTheFileIsThere()
    {
        Session session;
        QCOMPARE(
            session.run("unset DBUS_SESSION_BUS_ADDRESS\n$child save key value\n$child load key\n", "of my choice"),
            (QStringList{"done", "= value"}));
        QVERIFY(QFile::exists(session.workspace() + "-secrets"));
    }
};

SHOPBELL_TEST(TestKeychain)
#include "test_keychain.moc"
