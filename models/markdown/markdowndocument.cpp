// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdowndocument.h"

#include "markdown/cmarktree.h"
#include "markdown/frontmatter.h"
#include "markdown/markdowncaps.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumSize = 2 * 1024 * 1024;

QStringList linesOf(const QString &text)
{
    QString unified = text.startsWith(QChar(QChar::ByteOrderMark)) ? text.sliced(1) : text;
    unified.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    if (unified.endsWith(u'\n'))
        unified.chop(1);
    return unified.split(u'\n');
}

/** Puts the parts cmark did not see where they stand in the file. */
void insertByLine(QList<Block> &blocks, const QList<Block> &keptBack)
{
    for (const Block &block : keptBack) {
        const auto after = std::find_if(blocks.begin(), blocks.end(),
                                        [&](const Block &other) { return other.firstLine > block.firstLine; });
        blocks.insert(after, block);
    }
}

} // namespace

MarkdownDocument readMarkdown(const QString &text)
{
    MarkdownDocument document;
    const QStringList lines = linesOf(text);
    if (text.size() > maximumSize) {
        document.problems.append({ Problem::Severity::Warning,
                                   u"The file is larger than 2 MB and is shown as plain text."_s, 1 });
        document.root.firstLine = 1;
        document.root.lastLine = int(lines.size());
        document.root.children.append(plainParagraph(lines, 1, int(lines.size())));
        return document;
    }
    document.frontMatter = readFrontMatter(lines, document.problems);
    const CappedText seen = capped(lines, document.frontMatter.lastLine + 1);
    document.problems += seen.problems;
    document.root = readBlocks(seen.lines, document.problems);
    insertByLine(document.root.children, seen.keptBack);
    return document;
}

QString anchorOf(QString &title)
{
    static const QRegularExpression explicitAnchor(u"\\s*\\{:?\\s*#([^\\s{}]+)[^{}]*\\}\\s*$"_s);
    if (const QRegularExpressionMatch match = explicitAnchor.match(title); match.hasMatch()) {
        const QString anchor = match.captured(1);
        title.truncate(match.capturedStart());
        return anchor;
    }
    QString slug;
    const QString trimmed = title.trimmed();
    for (const QChar c : trimmed) {
        if (c.isLetterOrNumber() || c == u'-' || c == u'_' || c.isMark() || c.isSurrogate())
            slug += c.toLower();
        else if (c == u' ')
            slug += u'-';
    }
    return slug;
}

} // namespace Handrail
