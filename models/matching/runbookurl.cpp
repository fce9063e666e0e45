// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/runbookurl.h"

#include "search/runbookindex.h"
#include "search/searchwords.h"

#include <QUrl>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** The parts of a path as names to compare. The page of a folder (README, index) counts as the folder itself. */
QStringList pathKeys(const QString &path)
{
    QStringList keys;
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        keys.append(nameKey(keys.size() == parts.size() - 1 ? pageStem(part) : part));
    if (keys.size() > 1 && isFolderPage(keys.last()))
        keys.removeLast();
    return keys;
}

} // namespace

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
    return { path, parsed.fragment() };
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

int sharedParts(const QString &path, const QString &url)
{
    const QStringList a = pathKeys(path);
    const QStringList b = pathKeys(url);
    int shared = 0;
    while (shared < std::min(a.size(), b.size()) && a.at(a.size() - 1 - shared) == b.at(b.size() - 1 - shared))
        ++shared;
    return shared;
}

} // namespace Handrail
