// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/indexedsection.h"

#include "base/linkpolicy.h"
#include "library/phasekind.h"
#include "library/runbookfile.h"
#include "library/runbooklinks.h"
#include "search/alerttable.h"
#include "search/searchwords.h"
#include "search/subjects.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** A heading that the lines being read are below. */
struct OpenHeading
{
    int level = 0;
    QString title;
    qsizetype owner = 0; ///< index of the indexed section that takes its words
};

IndexedSection wholeFile(const Runbook &runbook)
{
    IndexedSection file;
    file.title = runbook.title;
    file.alerts = runbook.alerts;
    const QString stem = pageStem(runbook.ref.path);
    file.names = { pageName(runbook.ref.path), runbook.title };
    file.context = spelledOut(runbook.ref.path.section(u'/', 0, -2)) + u' ' + spelledOut(stem) + u' '
        + runbook.tags.join(u' ') + u' ' + runbook.services.join(u' ');
    return file;
}

const Section *sectionAt(const QList<Section> &sections, int line)
{
    const auto found = std::lower_bound(sections.begin(), sections.end(), line,
                                        [](const Section &section, int wanted) { return section.firstLine < wanted; });
    return found == sections.end() || found->firstLine != line ? nullptr : &*found;
}

IndexedSection sectionOf(const Section &section, const QList<OpenHeading> &above, const QString &fileTitle)
{
    const QString alert = alertNameOf(section.title);
    IndexedSection own;
    own.anchor = section.anchor;
    own.title = section.title;
    if (!alert.isEmpty())
        own.alerts.append(alert);
    own.names = { section.title };
    own.context = spelledOut(section.title) + u' ' + spelledOut(fileTitle);
    for (const OpenHeading &heading : above)
        own.context += u' ' + spelledOut(heading.title);
    return own;
}

/** "Replication broken", and not "Diagnosis", which all runbooks have, or a single word. */
bool namesTrouble(const QString &heading)
{
    return !phaseKindOf(heading) && !isStepHeading(heading) && spelledOut(heading).trimmed().contains(u' ');
}

/** With the runbooks of the library that their rows lead to. */
QList<ListedAlert> listedAlerts(const Block &block, const RunbookRef &from)
{
    QList<ListedAlert> alerts;
    for (const TableAlert &alert : alertsOfTables(block)) {
        ListedAlert listed { alert.name };
        for (const QString &target : alert.links) {
            const LinkVerdict link = judgeLink(target);
            const bool isHere = link.kind == LinkVerdict::Kind::Anchor;
            if (!listed.path.isEmpty() || !(isHere || (link.kind == LinkVerdict::Kind::Relative && isRunbookName(link.path))))
                continue;
            listed.path = isHere ? from.path : linkedPath(from, link.path);
            listed.anchor = link.anchor;
        }
        alerts.append(listed);
    }
    return alerts;
}

} // namespace

QList<IndexedSection> indexedSections(const Runbook &runbook)
{
    QList<IndexedSection> result { wholeFile(runbook) };
    const QSet<int> subjects = subjectLines(runbook);
    QList<OpenHeading> open;
    for (const Block &block : runbook.document.root.children) {
        const Section *section = block.kind == Block::Kind::Heading ? sectionAt(runbook.sections, block.firstLine) : nullptr;
        if (section) {
            while (!open.isEmpty() && open.last().level >= section->level)
                open.removeLast();
            qsizetype owner = open.isEmpty() ? 0 : open.last().owner;
            if (subjects.contains(section->firstLine)) {
                result.append(sectionOf(*section, open, runbook.title));
                owner = result.size() - 1;
            } else if (const QString alert = alertNameOf(section->title); !alert.isEmpty()) {
                result.first().names.append(alert);
            } else if (namesTrouble(section->title)) {
                result[owner].names.append(section->title);
            }
            open.append({ section->level, section->title, owner });
        }
        IndexedSection &owner = result[open.isEmpty() ? 0 : open.last().owner];
        if (section)
            owner.headings.append({ section->anchor, section->title, owner.text.size() });
        const bool isOfOthers = speaksOfOthers(runbook.title)
            || std::any_of(open.begin(), open.end(), [](const OpenHeading &heading) { return speaksOfOthers(heading.title); });
        if (!isOfOthers)
            owner.listedAlerts += listedAlerts(block, runbook.ref);
        owner.text += plainText(block);
        owner.text += u'\n';
    }
    return result;
}

QStringList alertsIn(const QList<IndexedSection> &sections)
{
    QStringList alerts;
    for (const IndexedSection &section : sections) {
        alerts += section.alerts;
        for (const QString &name : section.names)
            alerts.append(alertNameOf(name));
    }
    alerts.removeAll(QString());
    alerts.removeDuplicates();
    return alerts;
}

} // namespace Handrail
