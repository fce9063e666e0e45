// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/runbookurl.h"

#include "search/runbookindex.h"
#include "search/searchwords.h"

#include <QUrl>

namespace Handrail {

using namespace Qt::StringLiterals;

RunbookUrl readRunbookUrl(const QString &url)
{
    const QUrl parsed(url.trimmed());
    QString path = parsed.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    static const QRegularExpression branch(u"/(-/)?(blob|tree|raw|src)/[^/]+/"_s);
    if (const auto match = branch.match(path); match.hasMatch())
        path = path.sliced(match.capturedEnd());
    if (path.startsWith(u'/'))
        path = path.sliced(1);
    if (!parsed.isValid() || nameKey(path).isEmpty())
        return {};
    return { path, parsed.fragment(), url };
}

QStringList runbookLinks(const Alert &alert)
{
    QStringList links;
    if (!alert.runbookUrl.isEmpty())
        links.append(alert.runbookUrl);
    for (const Labels &facts : { alert.annotations, alert.labels }) {
        for (const auto &[name, value] : facts) {
            if (name.contains(u"runbook", Qt::CaseInsensitive) && !value.contains(u' ') && !value.isEmpty())
                links.append(value);
        }
    }
    links.removeDuplicates();
    return links;
}

} // namespace Handrail
