// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/exportformat.h"

#include "exporting/htmlreport.h"
#include "incident/jsonlines.h"
#include "markdown/markdowndocument.h"
#include "widgets/common/markdownwriter.h"
#include "widgets/common/tokens.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFont>
#include <QGuiApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QScreen>
#include <QTextDocument>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ExportFormat", text);
}

/**
 * The pages of @p document, numbered. Not QTextDocument::print(): that scales text and tabs to the paper, but not the margins
 * that lists hang from.
 */
void print(QTextDocument &document, QPdfWriter &writer)
{
    constexpr qreal footer = 24; // px of the screen, as all below
    const qreal screenDpi = QGuiApplication::primaryScreen()->logicalDotsPerInch();
    const QSizeF page = writer.pageLayout().paintRect(QPageLayout::Inch).size() * screenDpi;
    const QSizeF body(page.width(), page.height() - footer);
    document.setUseDesignMetrics(true);
    document.setPageSize(body);
    QPainter painter(&writer);
    painter.scale(writer.logicalDpiX() / screenDpi, writer.logicalDpiY() / screenDpi);
    for (int number = 0; number < document.pageCount(); ++number) {
        if (number > 0)
            writer.newPage();
        painter.save();
        painter.translate(0, -number * body.height());
        document.drawContents(&painter, QRectF(QPointF(0, number * body.height()), body));
        painter.restore();
        painter.setFont(document.defaultFont());
        painter.setPen(paperColor(Token::Muted));
        painter.drawText(QRectF(0, body.height(), page.width(), footer), Qt::AlignRight | Qt::AlignBottom, QString::number(number + 1));
    }
}

QByteArray pdf(const QString &title, const QString &markdown)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(u"Handrail"_s);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({ 18, 18, 18, 18 }, QPageLayout::Millimeter);
    QFont font = QGuiApplication::font();
    font.setPointSizeF(10); // whatever the window is zoomed to
    QTextDocument document;
    MarkdownWriter(document, font, MarkdownWriter::Size::Body, MarkdownWriter::Ground::Paper).write(readMarkdown(markdown).root.children);
    print(document, writer);
    buffer.close();
    return bytes;
}

} // namespace

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::WebPage:
        return u"html"_s;
    case ExportFormat::Pdf:
        return u"pdf"_s;
    case ExportFormat::JsonLines:
        return u"jsonl"_s;
    case ExportFormat::Markdown:
        break;
    }
    return u"md"_s;
}

QString nameOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::WebPage:
        return tr("Web page");
    case ExportFormat::Pdf:
        return tr("PDF");
    case ExportFormat::JsonLines:
        return tr("JSON Lines");
    case ExportFormat::Markdown:
        break;
    }
    return tr("Markdown");
}

QByteArray exported(ExportFormat format, const Incident &incident, const LeavingDocument &leaving)
{
    switch (format) {
    case ExportFormat::WebPage:
        return htmlDocument(leaving.title, leaving.markdown).toUtf8();
    case ExportFormat::Pdf:
        return pdf(leaving.title, leaving.markdown);
    case ExportFormat::JsonLines:
        return incidentsToJsonLines(incident.entries);
    case ExportFormat::Markdown:
        break;
    }
    return leaving.markdown.toUtf8();
}

} // namespace Handrail
