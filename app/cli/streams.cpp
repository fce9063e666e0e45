// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/streams.h"

#include "base/oddcharacters.h"

#include <QFile>
#include <QJsonDocument>
#include <QLocale>

namespace Handrail {

using namespace Qt::StringLiterals;

void Streams::print(const QString &text) const
{
    out.write(text.toUtf8());
}

void Streams::print(const QJsonObject &object) const
{
    out.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Streams::complain(const QString &text) const
{
    err.write(madeVisible(text).toUtf8() + '\n');
}

void Streams::complain(const QList<Problem> &problems) const
{
    for (const Problem &problem : problems) {
        const QString line = problem.line > 0 ? u"line %1: "_s.arg(problem.line) : QString();
        complain(line + toString(problem.severity) + u": "_s + problem.text);
    }
}

Result<QString> readText(const Streams &streams, const QString &file, qint64 limit)
{
    const auto problem = [](const QString &text) { return Problem { Problem::Severity::Error, text }; };
    const bool fromInput = file.isEmpty() || file == u"-";
    QFile named(file);
    // The user named it, so it may be a pipe, as in <(command).
    if (!fromInput && !named.open(QIODevice::ReadOnly))
        return problem(u"%1 cannot be read: %2."_s.arg(file, named.errorString()));
    QIODevice &device = fromInput ? streams.in : named;

    QByteArray bytes;
    while (bytes.size() <= limit) {
        const QByteArray more = device.read(limit + 1 - bytes.size());
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (bytes.size() > limit) {
        const QString size = QLocale::c().formattedDataSize(limit, 0, QLocale::DataSizeTraditionalFormat);
        return problem(u"%1 is too large (limit %2). Cut it to the part around the alert."_s.arg(
            fromInput ? u"The text"_s : file, size));
    }
    return QString::fromUtf8(bytes);
}

} // namespace Handrail
