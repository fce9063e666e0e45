// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/subjects.h"

#include "library/phasekind.h"
#include "search/alerttable.h"
#include "search/searchwords.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** A heading that stands for the file: its first, with none beside it. */
bool isFileTitle(const QList<Section> &sections, const Section &section)
{
    return section == sections.first()
        && std::none_of(sections.begin() + 1, sections.end(),
                        [&](const Section &other) { return other.level <= section.level; });
}

bool isDivision(const QString &title)
{
    return phaseKindOf(title).has_value() || isStepHeading(title);
}

/** Of each heading the index of the one that it stands under, or -1. */
QList<qsizetype> parentsOf(const QList<Section> &sections)
{
    QList<qsizetype> parents;
    for (qsizetype i = 0; i < sections.size(); ++i) {
        qsizetype above = i - 1;
        while (above >= 0 && sections[above].level >= sections[i].level)
            above = parents[above];
        parents.append(above);
    }
    return parents;
}

/** Lines of headings that stand side by side and have a heading of the same words below each. */
QSet<int> dividedAlike(const QList<Section> &sections)
{
    const QList<qsizetype> parents = parentsOf(sections);
    QHash<QString, QSet<qsizetype>> families; // by grandparent and the words of the heading
    for (qsizetype i = 0; i < sections.size(); ++i) {
        const qsizetype parent = parents[i];
        if (parent < 0 || isDivision(sections[parent].title))
            continue;
        const QString key = u"%1 %2"_s.arg(parents[parent]).arg(sections[i].title.toLower());
        families[key].insert(parent);
    }
    QSet<int> lines;
    for (const QSet<qsizetype> &alike : std::as_const(families)) {
        for (const qsizetype parent : alike.size() > 1 ? alike : QSet<qsizetype> {})
            lines.insert(sections[parent].firstLine);
    }
    return lines;
}

} // namespace

QSet<int> subjectLines(const Runbook &runbook)
{
    const QList<Section> &sections = runbook.sections;
    QSet<int> lines = dividedAlike(sections);
    for (const Section &section : sections) {
        if (!alertNameOf(section.title).isEmpty())
            lines.insert(section.firstLine);
    }
    int heading = 0;
    for (const Block &block : runbook.document.root.children) {
        if (block.kind == Block::Kind::Heading)
            heading = block.firstLine;
        else if (heading > 0 && !alertsOfTables(block).isEmpty())
            lines.insert(heading);
    }
    for (const Section &section : sections) {
        if (isFileTitle(sections, section))
            lines.remove(section.firstLine);
    }
    return lines;
}

} // namespace Handrail
