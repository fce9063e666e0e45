// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"
#include "support/testing.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTimeZone>

namespace Handrail::Testing {

/** Runs commands as a terminal would, in-process: with a home of its own and a clock that stands still. */
class Terminal
{
public:
    struct Answer
    {
        int code = 0;
        QString out;
        QString err;

        QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    };

    Answer run(const QStringList &arguments, const QByteArray &typed = {})
    {
        QBuffer in;
        QBuffer out;
        QBuffer err;
        in.setData(typed);
        in.open(QIODevice::ReadOnly);
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        const Workplace workplace { path("handrail.ini"), path("cache"), path("data"), QStringLiteral("ada"), clock };
        const int code = runCommandLine(arguments, { in, out, err }, workplace);
        return { code, QString::fromUtf8(out.data()), QString::fromUtf8(err.data()) };
    }

    QString path(const char *name) const { return home.filePath(QString::fromLatin1(name)); }
    static QString data(const char *name) { return QStringLiteral(TEST_DATA "/app/") + QString::fromLatin1(name); }

    QTemporaryDir home;
    FixedClock clock { QDateTime(QDate(2026, 11, 23), QTime(2, 16, 31), QTimeZone::utc()).toUTC() };
};

} // namespace Handrail::Testing
