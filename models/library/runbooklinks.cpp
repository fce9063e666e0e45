// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/runbooklinks.h"

#include "base/linkpolicy.h"
#include "library/runbookfile.h"

#include <QDir>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QList<Inline> linksIn(const Block &block)
{
    QList<Inline> links = collected(block.inlines, Inline::Kind::Link);
    for (const QList<QList<Inline>> &row : block.rows) {
        for (const QList<Inline> &cell : row)
            links += collected(cell, Inline::Kind::Link);
    }
    for (const Block &child : block.children)
        links += linksIn(child);
    return links;
}

} // namespace

QString linkedPath(const RunbookRef &from, const QString &path)
{
    const QString folder = from.path.contains(u'/') ? from.path.section(u'/', 0, -2) + u'/' : QString();
    const QString clean = QDir::cleanPath(path.startsWith(u'/') ? path.mid(1) : folder + path);
    return clean == u".." || clean.startsWith(u"../"_s) || QDir::isAbsolutePath(clean) ? QString() : clean;
}

QStringList linkedRunbooks(const Runbook &runbook)
{
    QStringList paths;
    for (const Inline &link : linksIn(runbook.document.root)) {
        const LinkVerdict verdict = judgeLink(link.target);
        if (verdict.kind == LinkVerdict::Kind::Relative && isRunbookName(verdict.path))
            paths.append(linkedPath(runbook.ref, verdict.path));
    }
    paths.removeAll(QString());
    paths.removeDuplicates();
    return paths;
}

} // namespace Handrail
