// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/htmlfragment.h"

#include "base/linkpolicy.h"
#include "markdown/markdowndocument.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QString element(const QString &name, const QString &inside)
{
    return u'<' + name + u'>' + inside + u"</"_s + name + u'>';
}

QString written(const QList<Inline> &inlines);

QString linkTo(const Inline &link)
{
    const LinkVerdict verdict = judgeLink(link.target);
    const bool leads = verdict.kind == LinkVerdict::Kind::Web || verdict.kind == LinkVerdict::Kind::Mail
        || verdict.kind == LinkVerdict::Kind::Anchor;
    const QString words = written(link.children);
    return leads ? u"<a href=\""_s + link.target.toHtmlEscaped() + u"\">"_s + words + u"</a>"_s : words;
}

QString written(const QList<Inline> &inlines)
{
    QString html;
    for (const Inline &part : inlines) {
        switch (part.kind) {
        case Inline::Kind::Text:
        case Inline::Kind::Html:
            html += part.text.toHtmlEscaped();
            break;
        case Inline::Kind::SoftBreak:
            html += u'\n';
            break;
        case Inline::Kind::LineBreak:
            html += u"<br>\n"_s;
            break;
        case Inline::Kind::Code:
            html += element(u"code"_s, part.text.toHtmlEscaped());
            break;
        case Inline::Kind::Emphasis:
            html += element(u"em"_s, written(part.children));
            break;
        case Inline::Kind::Strong:
            html += element(u"strong"_s, written(part.children));
            break;
        case Inline::Kind::Strikethrough:
            html += element(u"del"_s, written(part.children));
            break;
        case Inline::Kind::Link:
            html += linkTo(part);
            break;
        case Inline::Kind::Image:
            html += u"[image: "_s + written(part.children) + u']';
            break;
        }
    }
    return html;
}

QString written(const QList<Block> &blocks);

/** A paragraph alone in an item stands without the room that paragraphs have around them. */
QString itemText(const Block &item)
{
    QString html;
    if (item.ticked)
        html += *item.ticked ? u"☑ "_s : u"☐ "_s;
    QList<Block> rest = item.children;
    if (!rest.isEmpty() && rest.first().kind == Block::Kind::Paragraph)
        html += written(rest.takeFirst().inlines);
    return rest.isEmpty() ? html : html + u'\n' + written(rest);
}

QString listText(const Block &list)
{
    QString html;
    for (const Block &item : list.children)
        html += element(u"li"_s, itemText(item)) + u'\n';
    if (!list.ordered)
        return u"<ul>\n"_s + html + u"</ul>\n"_s;
    return (list.number == 1 ? u"<ol>\n"_s : u"<ol start=\"%1\">\n"_s.arg(list.number)) + html + u"</ol>\n"_s;
}

QString tableText(const Block &table)
{
    QString html;
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        QString cells;
        for (const QList<Inline> &cell : table.rows.at(row))
            cells += element(row == 0 ? u"th"_s : u"td"_s, written(cell));
        html += element(u"tr"_s, cells) + u'\n';
    }
    return u"<table>\n"_s + html + u"</table>\n"_s;
}

QString headingText(const Block &heading)
{
    QString title = plainText(heading);
    const QString anchor = anchorOf(title).toHtmlEscaped();
    return u"<h%1 id=\"%2\">%3</h%1>\n"_s.arg(QString::number(heading.level), anchor, written(heading.inlines));
}

QString written(const QList<Block> &blocks)
{
    QString html;
    for (const Block &block : blocks) {
        switch (block.kind) {
        case Block::Kind::Document:
        case Block::Kind::Item:
            html += written(block.children);
            break;
        case Block::Kind::Heading:
            html += headingText(block);
            break;
        case Block::Kind::Paragraph:
            html += element(u"p"_s, written(block.inlines)) + u'\n';
            break;
        case Block::Kind::List:
            html += listText(block);
            break;
        case Block::Kind::Code:
            html += element(u"pre"_s, element(u"code"_s, block.literal.toHtmlEscaped())) + u'\n';
            break;
        case Block::Kind::Quote:
            html += element(u"blockquote"_s, u'\n' + written(block.children)) + u'\n';
            break;
        case Block::Kind::Rule:
            html += u"<hr>\n"_s;
            break;
        case Block::Kind::Html:
            html += element(u"p"_s, block.literal.trimmed().toHtmlEscaped()) + u'\n';
            break;
        case Block::Kind::Table:
            html += tableText(block);
            break;
        }
    }
    return html;
}

} // namespace

QString htmlFragment(const QString &markdown)
{
    return written(readMarkdown(markdown).root.children);
}

} // namespace Handrail
