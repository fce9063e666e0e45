// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/exportformat.h"

#include "exporting/htmlreport.h"
#include "exporting/redaction.h"
#include "incident/jsonlines.h"
#include "markdown/markdowndocument.h"
#include "widgets/common/markdownwriter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFont>
#include <QGuiApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ExportFormat", text);
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
    QFont font = QGuiApplication::font();
    font.setPointSizeF(10); // whatever the window is zoomed to
    QTextDocument document;
    MarkdownWriter(document, font, MarkdownWriter::Size::Body, MarkdownWriter::Ground::Paper).write(readMarkdown(markdown).root.children);
    document.print(&writer);
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
        return htmlDocument(incident.title, leaving.markdown).toUtf8();
    case ExportFormat::Pdf:
        return pdf(masked(incident.title).simplified(), leaving.markdown);
    case ExportFormat::JsonLines:
        return incidentsToJsonLines(incident.entries);
    case ExportFormat::Markdown:
        break;
    }
    return leaving.markdown.toUtf8();
}

} // namespace Handrail
