// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdowncaps.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumStretch = 64 * 1024;
constexpr int maximumDepth = 64;
/** Brackets are what cmark 0.30 is slow at: a real paragraph has a few dozen. */
constexpr int maximumBrackets = 4000;

bool isBlank(const QString &line)
{
    return QStringView(line).trimmed().isEmpty();
}

/** How many quotes and list items a line opens by itself: "> > - - 1. text" opens five. */
int levelsOpened(QStringView line)
{
    int levels = 0;
    qsizetype at = 0;
    while (at < line.size()) {
        const QChar c = line[at];
        if (c == u' ' || c == u'\t') {
            ++at;
        } else if (c == u'>') {
            ++levels;
            ++at;
        } else if ((c == u'-' || c == u'*' || c == u'+') && at + 1 < line.size() && line[at + 1].isSpace()) {
            ++levels;
            ++at;
        } else if (c.isDigit()) {
            qsizetype end = at;
            while (end < line.size() && line[end].isDigit())
                ++end;
            if (end + 1 >= line.size() || (line[end] != u'.' && line[end] != u')') || !line[end + 1].isSpace())
                break;
            ++levels;
            at = end + 1;
        } else {
            break;
        }
    }
    return levels;
}

/** What was wrong with the lines from one blank line to the next. */
QString reasonToKeepBack(const QStringList &lines, qsizetype first, qsizetype last)
{
    qsizetype bytes = 0;
    qsizetype brackets = 0;
    for (qsizetype i = first; i <= last; ++i) {
        bytes += lines[i].size() + 1;
        brackets += lines[i].count(u'[');
        if (levelsOpened(lines[i]) > maximumDepth)
            return u"more than 64 levels of lists and quotes"_s;
    }
    if (bytes > maximumStretch)
        return u"more than 64 KB without a blank line"_s;
    if (brackets > maximumBrackets)
        return u"more than 4,000 brackets in one paragraph"_s;
    return {};
}

} // namespace

Block plainParagraph(const QStringList &lines, int first, int last)
{
    Block paragraph;
    paragraph.kind = Block::Kind::Paragraph;
    paragraph.firstLine = first;
    paragraph.lastLine = last;
    Inline text;
    text.text = lines.mid(first - 1, last - first + 1).join(u'\n');
    text.line = first;
    paragraph.inlines.append(text);
    return paragraph;
}

CappedText capped(const QStringList &lines, int firstLine)
{
    CappedText result { lines, {}, {} };
    for (qsizetype i = 0; i < qMin<qsizetype>(firstLine - 1, lines.size()); ++i)
        result.lines[i].clear();
    for (qsizetype first = firstLine - 1; first < lines.size(); ++first) {
        if (isBlank(lines[first]))
            continue;
        qsizetype last = first;
        while (last + 1 < lines.size() && !isBlank(lines[last + 1]))
            ++last;
        if (const QString reason = reasonToKeepBack(lines, first, last); !reason.isEmpty()) {
            result.keptBack.append(plainParagraph(lines, int(first) + 1, int(last) + 1));
            result.problems.append({ Problem::Severity::Warning,
                                     u"This part has %1 and is shown as plain text."_s.arg(reason), int(first) + 1 });
            for (qsizetype i = first; i <= last; ++i)
                result.lines[i].clear();
        }
        first = last;
    }
    return result;
}

} // namespace Handrail
