// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/block.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

void appendPlain(const QList<Inline> &inlines, QString &text)
{
    for (const Inline &part : inlines) {
        switch (part.kind) {
        case Inline::Kind::Text:
        case Inline::Kind::Code:
            text += part.text;
            break;
        case Inline::Kind::Html:
            if (isLineBreakTag(part.text))
                text += u' ';
            else if (!isFormattingTag(part.text))
                text += part.text; // "<pod-name>" is what the author wants filled in
            break;
        case Inline::Kind::SoftBreak:
            text += u' ';
            break;
        case Inline::Kind::LineBreak:
            text += u'\n';
            break;
        case Inline::Kind::Emphasis:
        case Inline::Kind::Strong:
        case Inline::Kind::Strikethrough:
        case Inline::Kind::Link:
        case Inline::Kind::Image:
            appendPlain(part.children, text);
            break;
        }
    }
}

void appendLine(QString &text, const QString &line)
{
    if (line.isEmpty())
        return;
    if (!text.isEmpty() && !text.endsWith(u'\n'))
        text += u'\n';
    text += line;
}

void appendPlain(const Block &block, QString &text)
{
    appendLine(text, plainText(block.inlines));
    appendLine(text, block.literal);
    for (const QList<QList<Inline>> &row : block.rows) {
        QStringList cells;
        for (const QList<Inline> &cell : row)
            cells.append(plainText(cell));
        appendLine(text, cells.join(u'\t'));
    }
    for (const Block &child : block.children)
        appendPlain(child, text);
}

void collect(const QList<Inline> &inlines, Inline::Kind kind, QList<Inline> &found)
{
    for (const Inline &part : inlines) {
        if (part.kind == kind)
            found.append(part);
        collect(part.children, kind, found);
    }
}

} // namespace

bool isFormattingTag(const QString &html)
{
    static const QRegularExpression tag(u"^</?(?:a|b|big|center|em|font|i|kbd|mark|small|span|strong|sub|sup|u|wbr)"
                                        "(?:\\s[^>]*)?/?>$"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    return tag.match(html).hasMatch();
}

bool isLineBreakTag(const QString &html)
{
    static const QRegularExpression tag(u"^<br\\s*/?>$"_s, QRegularExpression::CaseInsensitiveOption);
    return tag.match(html).hasMatch();
}

// Defaulted here: inside their own class these types are not complete, and a list of them cannot be compared.
bool Inline::operator==(const Inline &other) const = default;
bool Block::operator==(const Block &other) const = default;

QString plainText(const QList<Inline> &inlines)
{
    QString text;
    appendPlain(inlines, text);
    return text;
}

QString plainText(const Block &block)
{
    QString text;
    appendPlain(block, text);
    return text;
}

QList<Inline> collected(const QList<Inline> &inlines, Inline::Kind kind)
{
    QList<Inline> found;
    collect(inlines, kind, found);
    return found;
}

} // namespace Handrail
