// SPDX-FileCopyrightText: Shopbell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/instance_lock.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>

namespace shopbell::ui {

namespace {

constexpr int patience = 300;

QString socketName(const QString& file)
{
    const QFileInfo info(file);
    const QString path = info.canonicalFilePath().isEmpty() ? info.absoluteFilePath() : info.canonicalFilePath();
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    const QByteArray user = qgetenv("USER").isEmpty() ? qgetenv("USERNAME") : qgetenv("USER");
    return QStringLiteral("shopbell-") + QString::fromLocal8Bit(user) + QLatin1Char('-') + QString::fromLatin1(hash);
}

}  // namespace

std::unique_ptr<InstanceLock> InstanceLock::take(const QString& workspaceFile)
{
    const QString name = socketName(workspaceFile);
    QLocalSocket socket;
    socket.connectToServer(name);
    // Nobody listening fails at once; only a window that hangs takes the whole wait.
    if (socket.waitForConnected(patience)) {
        socket.write("raise\n");
        socket.waitForBytesWritten(patience);
        socket.disconnectFromServer();
        return nullptr;
    }
    return std::unique_ptr<InstanceLock>(new InstanceLock(name));
}

InstanceLock::InstanceLock(const QString& name) : m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    // What a crash left behind; a living server was asked above.
    QLocalServer::removeServer(name);
    m_server->listen(name);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = m_server->nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            emit raiseAsked();
        }
    });
}

InstanceLock::~InstanceLock()
{
    m_server->close();
}

}  // namespace shopbell::ui
