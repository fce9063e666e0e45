// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/documenttemplate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

static void initialiseTemplates() // Q_INIT_RESOURCE works in the global namespace alone
{
    Q_INIT_RESOURCE(templates);
}

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestTemplate = 256 * 1024;

Problem problem(const QString &text)
{
    return { Problem::Severity::Error, text, 0 };
}

Result<QString> readText(const QString &filePath)
{
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly))
        return problem(u"The template could not be read: %1"_s.arg(file.errorString()));
    const QByteArray bytes = file.read(largestTemplate + 1);
    if (bytes.size() > largestTemplate)
        return problem(u"The template is larger than 256 KB."_s);
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(bytes);
    if (decode.hasError())
        return problem(u"The template is not UTF-8 text."_s);
    return text;
}

/** @p says: false when there are fields in @p piece and all of them are empty. */
QString filledPiece(const QString &piece, const QHash<QString, QString> &fields, bool &says)
{
    static const QRegularExpression field(u"\\{\\{\\s*([a-z][a-z-]*)\\s*\\}\\}"_s);
    QString result;
    qsizetype from = 0;
    bool hasField = false;
    bool hasValue = false;
    auto matches = field.globalMatch(piece);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const auto value = fields.constFind(match.captured(1));
        const QString text = value == fields.cend() ? match.captured() : *value;
        result.append(QStringView(piece).sliced(from, match.capturedStart() - from)).append(text);
        from = match.capturedEnd();
        hasField = true;
        hasValue = hasValue || !text.isEmpty();
    }
    says = hasValue || !hasField;
    return result.append(QStringView(piece).sliced(from));
}

} // namespace

QList<DocumentTemplate> builtInTemplates()
{
    initialiseTemplates();
    QList<DocumentTemplate> all;
    for (const auto &[id, title] : { std::pair(u"short"_s, u"Short postmortem"_s), { u"detailed"_s, u"Detailed postmortem"_s },
                                     { u"review"_s, u"Review meeting"_s }, { u"handoff"_s, u"Handoff note"_s },
                                     { u"record"_s, u"Full record"_s } }) {
        const auto text = readText(u":/templates/%1.md"_s.arg(id));
        Q_ASSERT(text);
        all.append({ id, title, *text });
    }
    return all;
}

Result<DocumentTemplate> readTemplate(const QString &filePath)
{
    const auto text = readText(filePath);
    if (!text)
        return text.problem();
    return DocumentTemplate { filePath, QFileInfo(filePath).completeBaseName(), *text };
}

QList<DocumentTemplate> documentTemplates(const QString &folder, QList<Problem> &problems)
{
    QList<DocumentTemplate> all = builtInTemplates();
    const QDir own(folder);
    const QStringList names = folder.isEmpty() ? QStringList() : own.entryList({ u"*.md"_s }, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        if (const auto read = readTemplate(own.filePath(name)))
            all.append(*read);
        else
            problems.append(problem(name + u": "_s + read.problem().text));
    }
    return all;
}

QString filled(const QString &text, const QHash<QString, QString> &fields)
{
    QStringList lines;
    const QStringList written = text.split(u'\n');
    for (const QString &line : written) {
        QStringList pieces;
        bool isWanted = true;
        const QStringList parts = line.split(u" · "_s);
        for (const QString &part : parts) {
            bool saysSomething = true;
            const QString piece = filledPiece(part, fields, saysSomething);
            if (saysSomething)
                pieces.append(piece);
            isWanted = !pieces.isEmpty();
        }
        if (isWanted)
            lines.append(pieces.join(u" · "_s));
    }
    return lines.join(u'\n');
}

} // namespace Handrail
