// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/keychain_store.h"

#include <QEventLoop>
#include <QString>
#include <QThread>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <cstdlib>
#include <functional>
#include <memory>

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

/// QtKeychain's jobs need an event loop in their thread, and callers here have none: each call gets a short-lived one.
Outcome runJob(const std::function<std::unique_ptr<QKeychain::Job>()>& make, int timeoutMs)
{
    Outcome outcome;
    outcome.text = QStringLiteral("the keychain did not answer");
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        QEventLoop loop;
        auto job = make();
        job->setAutoDelete(false);
        QObject::connect(job.get(), &QKeychain::Job::finished, &loop, [&](QKeychain::Job* done) {
            outcome.error = done->error();
            outcome.text = done->errorString();
            if (const auto* reading = qobject_cast<QKeychain::ReadPasswordJob*>(done)) {
                outcome.secret = reading->textData();
            }
            loop.quit();
        });
        QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
        job->start();
        loop.exec();
    }));
    thread->start();
    thread->wait();
    return outcome;
}

template <class Job>
std::unique_ptr<Job> makeJob(std::string_view name)
{
    auto job = std::make_unique<Job>(serviceName);
    job->setKey(toKey(name));
    job->setInsecureFallback(false);
    return job;
}

tl::unexpected<Error> failure(const Outcome& outcome)
{
    switch (outcome.error) {
    case QKeychain::EntryNotFound:
        return fail(ErrorKind::NotFound, say("keychain-no-key", "The system keychain holds no such key."));
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return fail(ErrorKind::Refused,
                    say("keychain-locked", "The system keychain stayed locked. Unlock it and try again."));
    default:
        return fail(ErrorKind::Io, say("keychain-failed", "The system keychain could not be used."),
                    outcome.text.toStdString());
    }
}

}  // namespace

bool KeychainStore::isAvailable()
{
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
    const auto outcome = runJob([&] { return makeJob<QKeychain::ReadPasswordJob>(name); }, ownerTimeoutMs);
    if (outcome.error != QKeychain::NoError) {
        return failure(outcome);
    }
    return outcome.secret.toStdString();
}

Result<void> KeychainStore::save(std::string_view name, std::string_view secret)
{
    const auto outcome = runJob(
        [&] {
            auto job = makeJob<QKeychain::WritePasswordJob>(name);
            job->setTextData(toKey(secret));
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
    const auto outcome = runJob([&] { return makeJob<QKeychain::DeletePasswordJob>(name); }, ownerTimeoutMs);
    if (outcome.error != QKeychain::NoError && outcome.error != QKeychain::EntryNotFound) {
        return failure(outcome);
    }
    return {};
}

}  // namespace shopbell
