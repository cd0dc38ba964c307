// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/smtp_client.h"

#include "base/text.h"
#include "support/loopback_server.h"
#include "support/registry.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <atomic>
#include <set>
#include <thread>

using namespace shopbell;
using namespace shopbell::test;

namespace {

/// Postfix's test server, in a folder of its own; stopped with the object.
class SmtpSink {
public:
    explicit SmtpSink(const QStringList& options = {}) : m_port(findClosedPort())
    {
        QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                   QFile::ReadOther | QFile::WriteOther | QFile::ExeOther);
        m_process.setWorkingDirectory(m_folder.path());
        // Run by root, as in a container, it insists on another user.
        const QStringList user = geteuid() == 0 ? QStringList{"-u", "nobody"} : QStringList{};
        m_process.start(program(), user + options << "-d"
                                                  << "mail."
                                                  << "127.0.0.1:" + QString::number(m_port) << "256");
        m_process.waitForStarted();
    }
    ~SmtpSink()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    SmtpSink(const SmtpSink&) = delete;
    SmtpSink& operator=(const SmtpSink&) = delete;

    static QString program()
    {
        const QString found = QStandardPaths::findExecutable("smtp-sink");
        return found.isEmpty() ? QStandardPaths::findExecutable("smtp-sink", {"/usr/sbin"}) : found;
    }

    /// The sink says nothing when it is ready, so the connection is tried until it stands.
    bool open(SmtpSession& session)
    {
        for (int tries = 0; tries < 200 && m_process.state() != QProcess::NotRunning; ++tries) {
            if (session.open({})) {
                return true;
            }
            m_process.waitForFinished(20);
        }
        return false;
    }

    [[nodiscard]] SmtpSettings settings() const
    {
        SmtpSettings settings;
        settings.host = "127.0.0.1";
        settings.port = m_port;
        settings.security = SmtpSecurity::None;
        settings.heloName = "client.example";
        return settings;
    }

    /// What it wrote down: one file a transaction, its own notes on top.
    [[nodiscard]] std::vector<std::string> mails() const
    {
        std::vector<std::string> all;
        for (QDirIterator files(m_folder.path(), {"mail.*"}, QDir::Files); files.hasNext();) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly)) {
                all.push_back(file.readAll().toStdString());
            }
        }
        return all;
    }

private:
    QTemporaryDir m_folder;
    std::uint16_t m_port;
    QProcess m_process;
};

std::string contentOf(int number)
{
    return "Subject: message " + std::to_string(number) + "\r\nX-Number: <" + std::to_string(number) +
           ">\r\n\r\n.\r\n..two\r\n" + std::string(static_cast<std::size_t>(number % 7) * 400, 'z') +
           "\r\nlast line\r\n";
}

}  // namespace

class TestSmtpSink : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (SmtpSink::program().isEmpty()) {
            QSKIP("Postfix's smtp-sink is not installed (Debian: postfix).");
        }
    }

    void everyMessageArrivesOnceOverSeveralConnections()
    {
        SmtpSink sink;
        constexpr int kThreads = 4;
        constexpr int kEach = 100;
        SmtpSession first(sink.settings());
        QVERIFY(sink.open(first));
        first.quit();
        std::atomic<int> accepted{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < kThreads; ++t) {
            threads.emplace_back([t, &sink, &accepted] {
                SmtpSession session(sink.settings());
                if (!session.open({})) {
                    return;
                }
                int sent = 0;
                std::vector<std::unique_ptr<SmtpMessage>> kept;
                session.sendSeries(
                    [&]() -> const SmtpMessage* {
                        if (sent == kEach) {
                            return nullptr;
                        }
                        const int number = t * kEach + sent++;
                        kept.push_back(std::make_unique<SmtpMessage>(
                            SmtpMessage{"shop@shop.example",
                                        {"p" + std::to_string(number) + "@people.example"},
                                        contentOf(number)}));
                        return kept.back().get();
                    },
                    [&](const SmtpMessage&, const SmtpOutcome& outcome) {
                        accepted += outcome.recipients[0].fate == SmtpFate::Accepted ? 1 : 0;
                    },
                    {});
                session.quit();
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QCOMPARE(accepted.load(), kThreads * kEach);
        std::multiset<int> numbers;
        for (const std::string& mail : sink.mails()) {
            const auto at = mail.find("X-Number: <");
            QVERIFY(at != std::string::npos);
            const int number = std::atoi(mail.c_str() + at + 11);
            numbers.insert(number);
            QVERIFY(mail.find("p" + std::to_string(number) + "@people.example") != std::string::npos);
            // The sink keeps lines with plain LF.
            const std::string expected = replaceAll(contentOf(number), "\r\n", "\n");
            QVERIFY2(replaceAll(mail, "\r\n", "\n").find(expected) != std::string::npos, mail.c_str());
        }
        QCOMPARE(numbers.size(), std::size_t{kThreads * kEach});
        for (int number = 0; number < kThreads * kEach; ++number) {
            QCOMPARE(numbers.count(number), std::size_t{1});
        }
    }

    void sinkWithoutExtensionsIsServedToo()
    {
        SmtpSink sink({"-p", "-8", "-e"});
        SmtpSession session(sink.settings());
        QVERIFY(sink.open(session));
        for (int number = 0; number < 20; ++number) {
            const SmtpMessage message{"shop@shop.example", {"p@people.example"}, contentOf(number)};
            QCOMPARE(session.send(message, {}).recipients[0].fate, SmtpFate::Accepted);
        }
        session.quit();
        QCOMPARE(sink.mails().size(), std::size_t{20});
    }

    void refusalsOfTheSinkAreRead()
    {
        // Hard errors at RCPT, and the connection is cut at NOOP.
        SmtpSink sink({"-f", "RCPT", "-q", "NOOP"});
        SmtpSession session(sink.settings());
        QVERIFY(sink.open(session));
        const SmtpMessage message{"shop@shop.example", {"p@people.example"}, contentOf(1)};
        for (int i = 0; i < 3; ++i) {
            const auto outcome = session.send(message, {});
            QCOMPARE(outcome.recipients[0].fate, SmtpFate::Rejected);
            QCOMPARE(outcome.recipients[0].code / 100, 5);
        }
        QVERIFY(!session.ping({}).has_value());
        // It opens its file at MAIL; no content may be in it.
        for (const std::string& mail : sink.mails()) {
            QVERIFY(mail.find("last line") == std::string::npos);
        }
    }
};

SHOPBELL_TEST(TestSmtpSink)
#include "test_smtp_sink.moc"
