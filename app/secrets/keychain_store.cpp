// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/keychain_store.h"

#ifdef SHOPBELL_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#endif
#include <QCoreApplication>
#include <QObject>
#include <QString>
#include <QThread>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <future>
#include <memory>
#include <string>

namespace shopbell {

namespace {

const QString serviceName = QStringLiteral("Shopbell");
constexpr int probeTimeoutMs = 3'000;
constexpr int ownerTimeoutMs = 120'000;  // the keychain may be asking its owner for a password

QString toKey(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

struct Outcome {
    QKeychain::Error error = QKeychain::OtherError;
    QString text;
    QString secret;
};

/// QtKeychain does one job after another and waits for the end of each in the thread that began its first: that thread
/// has to live, with an event loop, as long as the process. Hence the one static here.
class KeychainThread {
public:
    KeychainThread()
    {
        m_inbox.moveToThread(&m_thread);
        m_thread.start();
    }
    KeychainThread(const KeychainThread&) = delete;
    KeychainThread& operator=(const KeychainThread&) = delete;
    ~KeychainThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    void post(const std::function<void()>& work) { QMetaObject::invokeMethod(&m_inbox, work, Qt::QueuedConnection); }

private:
    QThread m_thread;
    QObject m_inbox;
};

/// Waits for the job, whose outcome nobody hears of when it comes too late.
Outcome runJob(const std::function<std::unique_ptr<QKeychain::Job>()>& make, int timeoutMs)
{
    static KeychainThread thread;
    const auto promise = std::make_shared<std::promise<Outcome>>();
    auto outcome = promise->get_future();
    thread.post([make, promise] {
        auto* const job = make().release();  // deletes itself when it is done
        QObject::connect(job, &QKeychain::Job::finished, job, [promise](QKeychain::Job* done) {
            Outcome known{done->error(), done->errorString(), {}};
            if (const auto* reading = qobject_cast<QKeychain::ReadPasswordJob*>(done)) {
                known.secret = reading->textData();
            }
            promise->set_value(std::move(known));
        });
        job->start();
    });
    if (outcome.wait_for(std::chrono::milliseconds(timeoutMs)) != std::future_status::ready) {
        return {QKeychain::OtherError, QStringLiteral("the keychain did not answer"), {}};
    }
    return outcome.get();
}

template <class Job>
std::unique_ptr<Job> makeJob(std::string_view name)
{
    auto job = std::make_unique<Job>(serviceName);
    job->setKey(toKey(name));
    job->setInsecureFallback(false);
    return job;
}

/// A Secret Service that is locked, and whose owner did not open it when asked, answers as if it held nothing: only its
/// own word tells the two apart.
bool isLocked()
{
#ifdef SHOPBELL_HAS_DBUS
    auto question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets/aliases/default"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    question.setAutoStartService(false);
    const auto answer = QDBusConnection::sessionBus().call(question, QDBus::Block, probeTimeoutMs);
    return answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty() &&
           qvariant_cast<QDBusVariant>(answer.arguments().constFirst()).variant().toBool();
#else
    return false;
#endif
}

tl::unexpected<Error> failure(const Outcome& outcome)
{
    switch (outcome.error) {
    case QKeychain::EntryNotFound:
        return fail(ErrorKind::NotFound, say("keychain-no-key", "The system keychain holds no such key."));
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return fail(
            ErrorKind::Refused,
            say("keychain-locked",
                "The system keychain stayed locked. Unlock it and try again, or keep keys in an encrypted file: start "
                "Shopbell with SHOPBELL_SECRETS=file and a passphrase of your choice in SHOPBELL_PASSPHRASE."));
    default:
        return fail(ErrorKind::Io,
                    say("keychain-failed",
                        "The system keychain could not be used. Try again, or keep keys in an encrypted file: start "
                        "Shopbell with SHOPBELL_SECRETS=file and a passphrase of your choice in SHOPBELL_PASSPHRASE."),
                    outcome.text.toStdString());
    }
}

}  // namespace

bool KeychainStore::isAvailable()
{
    if (QCoreApplication::instance() == nullptr) {
        return false;
    }
#if defined(Q_OS_LINUX)
    if (std::getenv("DBUS_SESSION_BUS_ADDRESS") == nullptr) {
        return false;
    }
#endif
    static const bool available = [] {
        const auto outcome =
            runJob([] { return makeJob<QKeychain::ReadPasswordJob>("shopbell/probe"); }, probeTimeoutMs);
        return outcome.error == QKeychain::NoError || outcome.error == QKeychain::EntryNotFound;
    }();
    return available;
}

Result<std::string> KeychainStore::load(std::string_view name)
{
    auto outcome =
        runJob([key = std::string(name)] { return makeJob<QKeychain::ReadPasswordJob>(key); }, ownerTimeoutMs);
    if (outcome.error == QKeychain::EntryNotFound && isLocked()) {
        outcome.error = QKeychain::AccessDenied;
    }
    if (outcome.error != QKeychain::NoError) {
        return failure(outcome);
    }
    return outcome.secret.toStdString();
}

Result<void> KeychainStore::save(std::string_view name, std::string_view secret)
{
    const auto outcome = runJob(
        [key = std::string(name), value = std::string(secret)] {
            auto job = makeJob<QKeychain::WritePasswordJob>(key);
            job->setTextData(toKey(value));
            return job;
        },
        ownerTimeoutMs);
    if (outcome.error != QKeychain::NoError) {
        return failure(outcome);
    }
    return {};
}

Result<void> KeychainStore::remove(std::string_view name)
{
    auto outcome =
        runJob([key = std::string(name)] { return makeJob<QKeychain::DeletePasswordJob>(key); }, ownerTimeoutMs);
    if (isLocked()) {
        // It says that it is done, and has removed nothing.
        outcome.error = QKeychain::AccessDenied;
    }
    if (outcome.error != QKeychain::NoError && outcome.error != QKeychain::EntryNotFound) {
        return failure(outcome);
    }
    return {};
}

}  // namespace shopbell
