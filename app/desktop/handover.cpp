// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/handover.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QLockFile>
#include <QStandardPaths>
#include <QTimer>

#include <chrono>
#include <optional>

namespace Handrail {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 longestRequest = 64 * 1024; ///< bytes
constexpr int mostAtOnce = 8; ///< connections that have not said anything yet
constexpr std::chrono::milliseconds patience = 2s;
const QByteArray taken = "taken\n";

/** A name of its own for each data folder; short, for a socket's path may have 107 bytes. */
QString socketName(const QString &dataFolder)
{
    const QByteArray folder = QDir(dataFolder).absolutePath().toUtf8();
    const QString name = u"handrail-"_s + QString::fromLatin1(QCryptographicHash::hash(folder, QCryptographicHash::Sha256).toHex().first(16));
#ifdef Q_OS_UNIX
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u'/' + name; // a folder of the user's alone
#else
    return name;
#endif
}

QByteArray lineOf(const StartRequest &request)
{
    const QJsonObject object { { u"libraries"_s, QJsonArray::fromStringList(request.libraries) },
                               { u"samples"_s, request.addSamples },
                               { u"token"_s, QString::fromUtf8(request.activationToken) } };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<StartRequest> requestIn(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return {};
    StartRequest request;
    const QJsonArray libraries = document.object().value("libraries"_L1).toArray();
    for (const QJsonValue &library : libraries) {
        if (const QString path = library.toString(); QDir::isAbsolutePath(path) && QDir(path).exists())
            request.libraries.append(path);
    }
    request.addSamples = document.object().value("samples"_L1).toBool();
    request.activationToken = document.object().value("token"_L1).toString().toUtf8();
    return request;
}

} // namespace

Handover::Handover(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_name(socketName(dataFolder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(mostAtOnce);
    connect(&m_server, &QLocalServer::newConnection, this, &Handover::accept);
}

bool Handover::giveOrListen(const StartRequest &request)
{
    QLocalSocket socket;
    {
        QLockFile oneAtATime(QDir::isAbsolutePath(m_name) ? m_name + u".lock"_s : QDir::temp().filePath(m_name + u".lock"_s));
        oneAtATime.tryLock(patience);
        if (!connectTo(socket)) {
            listen();
            return false;
        }
    }
    if (ask(socket, request))
        return true;
    listen(); // it hangs: better a window that says the folder is in use than none
    return false;
}

bool Handover::connectTo(QLocalSocket &socket) const
{
    socket.connectToServer(m_name);
    return socket.waitForConnected(int(patience.count()));
}

bool Handover::ask(QLocalSocket &socket, const StartRequest &request)
{
    socket.write(lineOf(request));
    const int milliseconds = int(patience.count());
    return socket.waitForBytesWritten(milliseconds) && socket.waitForReadyRead(milliseconds) && socket.readAll() == taken;
}

void Handover::close()
{
    m_server.close();
}

void Handover::listen()
{
    QLocalServer::removeServer(m_name); // nobody answered there
    m_server.listen(m_name);
}

void Handover::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        if (findChildren<QLocalSocket *>().size() >= mostAtOnce) {
            delete socket;
            continue;
        }
        socket->setParent(this);
        socket->setReadBufferSize(longestRequest);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(patience, socket, &QObject::deleteLater);
    }
}

void Handover::read(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= longestRequest)
            socket->abort();
        return;
    }
    if (const auto request = requestIn(socket->readLine())) {
        socket->write(taken);
        socket->flush();
        Q_EMIT requested(*request);
    }
    socket->disconnectFromServer();
}

} // namespace Handrail
