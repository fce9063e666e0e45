// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/yamldocuments.h"

#include "markdown/frontmatter.h"

#include <QJsonObject>
#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 64 * 1024;
constexpr qsizetype mostDocuments = 100;

/** A key with nothing behind it, and something deeper or a list below. */
bool hasLevels(const QString &text)
{
    static const QRegularExpression level(
        u"^([ ]*)(?:- )?[\"']?[A-Za-z_][\\w./ -]*[\"']?:[ ]*\\n(?:[ ]*\\n)*(?:\\1[ ]+\\S|[ ]*- )"_s,
        QRegularExpression::MultilineOption);
    return level.match(text).hasMatch();
}

/** A list of alerts has no key of its own; it gets one, for only maps are read. */
QStringList withKey(QStringList lines)
{
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith(u"- "_s))
            lines.prepend(u"alerts:"_s);
        break;
    }
    return lines;
}

} // namespace

QList<QJsonValue> yamlDocuments(const QString &text)
{
    if (text.size() > longestText)
        return {};
    QString unix = text;
    unix.replace(u"\r\n"_s, u"\n"_s);
    if (!hasLevels(unix))
        return {};
    QList<QJsonValue> documents;
    static const QRegularExpression rule(u"^---[ \\t]*$"_s, QRegularExpression::MultilineOption);
    for (const QString &document : unix.split(rule)) {
        if (document.trimmed().isEmpty())
            continue;
        QList<Problem> problems;
        const QStringList lines = withKey(document.split(u'\n'));
        const FrontMatter read =
            readFrontMatter(QStringList{ u"---"_s } + lines + QStringList{ u"---"_s }, problems);
        if (read.values.isEmpty() || !problems.isEmpty() || documents.size() >= mostDocuments)
            return {};
        documents.append(QJsonObject::fromVariantMap(read.values));
    }
    return documents;
}

} // namespace Handrail
