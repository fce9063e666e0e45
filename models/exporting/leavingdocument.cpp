// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/leavingdocument.h"

#include "exporting/incidentpeople.h"
#include "exporting/redaction.h"
#include "markdown/markdowndocument.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** A question to the writer, and nothing behind it: an answer may be typed on its last line. */
bool isComment(const Block &block)
{
    const QString text = block.literal.trimmed();
    return block.kind == Block::Kind::Html && text.startsWith(u"<!--") && text.endsWith(u"-->");
}

/** @p draft without the questions that something stands behind, on their own lines alone: code blocks stay as they are. */
QString withoutAnsweredQuestions(const QString &draft, const QList<Block> &blocks)
{
    static const QRegularExpression question(u"^\\s*<!--[^\\n]*?-->[ \\t]*"_s);
    QStringList lines = draft.split(u'\n');
    for (const Block &block : blocks) {
        if (block.kind == Block::Kind::Html && !isComment(block) && block.firstLine >= 1 && block.firstLine <= lines.size())
            lines[block.firstLine - 1].remove(question);
    }
    return lines.join(u'\n');
}

void addLines(const Block &block, QSet<int> &lines)
{
    for (int line = block.firstLine; line <= block.lastLine; ++line)
        lines.insert(line);
}

/** The place behind the part that the heading @p at begins, if nothing but headings stands in it; else @p at. */
qsizetype endOfEmptyPart(const QList<Block> &blocks, qsizetype at)
{
    for (qsizetype next = at + 1; next < blocks.size(); ++next) {
        if (blocks[next].kind == Block::Kind::Heading && blocks[next].level <= blocks[at].level)
            return next;
        if (blocks[next].kind != Block::Kind::Heading)
            return at;
    }
    return blocks.size();
}

/** @p draft without @p gone and the blank lines after them. */
QString withoutLines(const QString &draft, const QSet<int> &gone)
{
    QStringList kept;
    const QStringList lines = draft.split(u'\n');
    bool afterGone = false;
    for (int at = 0; at < int(lines.size()); ++at) {
        const bool isGone = gone.contains(at + 1) || (afterGone && lines[at].trimmed().isEmpty());
        if (!isGone)
            kept.append(lines[at]);
        afterGone = isGone;
    }
    return kept.join(u'\n').trimmed() + u'\n';
}

/** Where the masks of redaction.h stand, in Markdown or in a code block. */
QList<HiddenPlace> hiddenIn(const QString &markdown, const QList<Block> &blocks)
{
    static const QRegularExpression mask(u"\\[hidden: ([^,\\]\\n]{1,60}), (\\d{1,9}) chars\\\\?\\]"_s);
    QList<HiddenPlace> hidden;
    auto matches = mask.globalMatch(markdown);
    int line = 1;
    qsizetype counted = 0;
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        line += int(QStringView(markdown).sliced(counted, match.capturedStart() - counted).count(u'\n'));
        counted = match.capturedStart();
        hidden.append({ match.captured(1), match.captured(2).toLongLong(), {}, line });
    }
    auto place = hidden.begin();
    QString part;
    for (const Block &block : blocks) {
        for (; place != hidden.end() && place->line < block.firstLine; ++place)
            place->part = part;
        if (block.kind == Block::Kind::Heading)
            part = plainText(block);
    }
    for (; place != hidden.end(); ++place)
        place->part = part;
    return hidden;
}

/** Every text in @p value, and those of labels in the form in which their name tells what they are. */
void collectTexts(const QString &name, const QJsonValue &value, QStringList &texts)
{
    if (value.isString()) {
        texts.append(value.toString());
        if (!name.isEmpty())
            texts.append(name + u"=\""_s + value.toString() + u'"');
    }
    const QJsonArray list = value.toArray();
    for (const QJsonValue &element : list)
        collectTexts({}, element, texts);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        collectTexts(member.key(), member.value(), texts);
}

} // namespace

QStringList hiddenTexts(const HiddenPlace &place, const Incident &incident, const QString &draft)
{
    QStringList texts { draft };
    for (const TimelineEntry &entry : incident.entries) {
        collectTexts({}, entry.payload, texts);
        if (entry.kind != TimelineEntry::Kind::RunbookOpened) // its text does not leave
            texts.append(entry.document);
    }
    QStringList found;
    for (const QString &text : std::as_const(texts)) {
        const QList<FoundSecret> secrets = secretsIn(text);
        for (const FoundSecret &secret : secrets) {
            if (secret.kind == place.kind && secret.span.length == place.chars)
                found.append(text.sliced(secret.span.start, secret.span.length));
        }
    }
    found.removeDuplicates();
    return found;
}

LeavingDocument leavingDocument(const QString &written, const QHash<QString, QString> &roles)
{
    LeavingDocument leaving;
    QSet<int> gone;
    const QString draft = withoutAnsweredQuestions(written, readMarkdown(written).root.children);
    QList<Block> blocks = readMarkdown(draft).root.children;
    for (const Block &block : std::as_const(blocks)) {
        if (isComment(block))
            addLines(block, gone);
    }
    blocks.removeIf(isComment);
    for (qsizetype at = 0; at < blocks.size();) {
        const qsizetype end = blocks[at].kind == Block::Kind::Heading && blocks[at].level > 1 ? endOfEmptyPart(blocks, at) : at;
        if (end > at)
            leaving.leftOut.append(plainText(blocks[at]));
        for (qsizetype empty = at; empty < end; ++empty)
            addLines(blocks[empty], gone);
        at = std::max(end, at + 1);
    }
    leaving.markdown = withRoles(masked(withoutLines(draft, gone)), roles);
    const QList<Block> left = readMarkdown(leaving.markdown).root.children;
    leaving.hidden = hiddenIn(leaving.markdown, left);
    const auto heading = std::find_if(left.begin(), left.end(), [](const Block &block) { return block.kind == Block::Kind::Heading; });
    if (heading != left.end())
        leaving.title = plainText(*heading);
    return leaving;
}

} // namespace Handrail
