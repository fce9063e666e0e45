// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/sections.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QString normalised(const QString &anchor)
{
    QString letters;
    for (const QChar c : anchor) {
        if (c.isLetterOrNumber())
            letters += c.toLower();
    }
    return letters;
}

} // namespace

QString headingTitle(const Block &heading)
{
    QString title = plainText(heading.inlines);
    anchorOf(title);
    title = title.simplified();
    while (title.endsWith(u':'))
        title.chop(1);
    return title;
}

QList<Section> sectionsOf(const MarkdownDocument &document)
{
    QList<Section> sections;
    QHash<QString, int> seen;
    for (const Block &block : document.root.children) {
        if (block.kind != Block::Kind::Heading)
            continue;
        Section section;
        section.title = plainText(block.inlines).simplified();
        section.anchor = anchorOf(section.title);
        if (const int earlier = seen[section.anchor]++; earlier > 0)
            section.anchor += u"-%1"_s.arg(earlier);
        section.level = block.level;
        section.firstLine = block.firstLine;
        section.lastLine = document.root.lastLine;
        sections.append(section);
    }
    for (qsizetype i = 0; i < sections.size(); ++i) {
        for (qsizetype next = i + 1; next < sections.size(); ++next) {
            if (sections[next].level <= sections[i].level) {
                sections[i].lastLine = sections[next].firstLine - 1;
                break;
            }
        }
    }
    return sections;
}

const Section *sectionWithAnchor(const QList<Section> &sections, const QString &anchor)
{
    for (const Section &section : sections) {
        if (section.anchor == anchor)
            return &section;
    }
    const QString wanted = normalised(anchor);
    if (wanted.isEmpty())
        return nullptr;
    for (const Section &section : sections) {
        if (normalised(section.anchor) == wanted || normalised(section.title) == wanted)
            return &section;
    }
    return nullptr;
}

} // namespace Handrail
