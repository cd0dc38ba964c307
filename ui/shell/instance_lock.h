// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QLocalServer;

namespace shopbell::ui {

/// One window per workspace and user: a local socket named after the file. Held as long as the object lives.
class InstanceLock : public QObject {
    Q_OBJECT
public:
    /// Null when another window has the workspace; that one has then been asked to come to the front.
    [[nodiscard]] static std::unique_ptr<InstanceLock> take(const QString& workspaceFile);
    ~InstanceLock() override;

signals:
    void raiseAsked();  ///< somebody started Shopbell on this workspace again

private:
    explicit InstanceLock(const QString& name);

    QLocalServer* m_server;
};

}  // namespace shopbell::ui
