// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/acknowledgement.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace Handrail::Reliability {

QByteArray digestOf(const TimelineEntry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(entry.kindName.toUtf8());
    hash.addData(QJsonDocument(entry.payload).toJson(QJsonDocument::Compact));
    hash.addData(entry.document.toUtf8());
    return hash.result().toHex();
}

QByteArray lineOf(const Acknowledgement &acknowledgement)
{
    return acknowledgement.incidentId.toLatin1() + ' ' + acknowledgement.entryId.toLatin1() + ' ' + acknowledgement.digest + ' '
        + QByteArray::number(acknowledgement.microseconds) + '\n';
}

QList<Acknowledgement> readAcknowledgements(const QByteArray &lines)
{
    QList<Acknowledgement> all;
    for (const QByteArray &line : lines.left(lines.lastIndexOf('\n') + 1).split('\n')) {
        const QList<QByteArray> parts = line.split(' ');
        if (parts.size() == 4)
            all.append({ QString::fromLatin1(parts[0]), QString::fromLatin1(parts[1]), parts[2], parts[3].toLongLong() });
    }
    return all;
}

} // namespace Handrail::Reliability
