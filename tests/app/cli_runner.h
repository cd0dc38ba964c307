// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/temp_dir.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QStringList>

#include <memory>

class QProcess;

namespace shopbell::test {

/// What one call of shopbell-cli came to.
struct CliResult {
    int exitCode = -1;
    bool killed = false;
    QByteArray output;
    QByteArray errors;
    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(output); }
};

/// Runs the real shopbell-cli on a workspace in a folder of its own, with keys in the encrypted file.
class CliRunner {
public:
    explicit CliRunner(const QString& workspaceName = QStringLiteral("shop.shopbell"));
    [[nodiscard]] QString workspace() const;
    [[nodiscard]] QString path(const QString& name) const;
    /// With -w and --json before the arguments.
    [[nodiscard]] CliResult run(const QStringList& arguments) const;
    /// As run(), ended by kill -9 after so many milliseconds unless it is done before.
    [[nodiscard]] CliResult runAndKill(const QStringList& arguments, int afterMs) const;

private:
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList& arguments) const;
    TempDir m_folder;
    QString m_workspace;
};

}  // namespace shopbell::test
