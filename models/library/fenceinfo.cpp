// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fenceinfo.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, QString> jsonAttributes(const QJsonObject &object)
{
    QHash<QString, QString> attributes;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        attributes.insert(entry.key(), entry.value().toVariant().toString());
    return attributes;
}

QHash<QString, QString> htmlAttributes(const QString &text)
{
    static const QRegularExpression pair(u"([A-Za-z_][\\w.-]*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'}]+))"_s);
    QHash<QString, QString> attributes;
    for (auto match = pair.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        attributes.insert(found.captured(1), found.captured(2) + found.captured(3) + found.captured(4));
    }
    return attributes;
}

} // namespace

FenceInfo readFenceInfo(const QString &info)
{
    FenceInfo result;
    const qsizetype brace = info.indexOf(u'{');
    const QString head = (brace < 0 ? info : info.left(brace)).trimmed();
    result.language = head.section(u' ', 0, 0).section(u',', 0, 0).toLower();
    if (brace < 0) {
        result.attributes = htmlAttributes(head);
        return result;
    }
    const QString attributes = info.sliced(brace);
    const QJsonDocument json = QJsonDocument::fromJson(attributes.toUtf8());
    result.attributes = json.isObject() ? jsonAttributes(json.object()) : htmlAttributes(attributes);
    if (result.language.isEmpty() && attributes.startsWith(u"{."_s))
        result.language = attributes.sliced(2).section(u' ', 0, 0).remove(u'}').toLower();
    return result;
}

} // namespace Handrail
