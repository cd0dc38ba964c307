// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_runner.h"

#include <QProcess>
#include <QProcessEnvironment>

#include <csignal>

namespace shopbell::test {

namespace {

constexpr int longestRunMs = 300'000;

}  // namespace

CliRunner::CliRunner(const QString& workspaceName)
    : m_workspace(QString::fromStdString((m_folder.path() / workspaceName.toStdString()).string()))
{
}

QString CliRunner::workspace() const
{
    return m_workspace;
}

QString CliRunner::path(const QString& name) const
{
    return QString::fromStdString((m_folder.path() / name.toStdString()).string());
}

std::unique_ptr<QProcess> CliRunner::start(const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("SHOPBELL_SECRETS", "file");
    environment.insert("SHOPBELL_PASSPHRASE", "a passphrase of the tests");
    environment.insert("XDG_CONFIG_HOME", path("config"));
    process->setProcessEnvironment(environment);
    process->start(SHOPBELL_CLI_PATH, QStringList{"-w", m_workspace, "--json"} + arguments);
    return process;
}

CliResult CliRunner::run(const QStringList& arguments) const
{
    return runAndKill(arguments, longestRunMs);
}

CliResult CliRunner::runAndKill(const QStringList& arguments, int afterMs) const
{
    auto process = start(arguments);
    CliResult result;
    if (!process->waitForFinished(afterMs)) {
        ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
        process->waitForFinished(longestRunMs);
        result.killed = process->exitStatus() == QProcess::CrashExit;
    }
    result.exitCode = process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1;
    result.output = process->readAllStandardOutput();
    result.errors = process->readAllStandardError();
    return result;
}

}  // namespace shopbell::test
