// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/runbook.h"

#include "library/runbookfields.h"
#include "library/sections.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QStringDecoder>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Decodes UTF-8 and counts what was none: the difference in U+FFFD between the text and the file's own. */
QString decoded(const QByteArray &bytes, int &replaced)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError())
        replaced = int(text.count(QChar(QChar::ReplacementCharacter)) - bytes.count("\xef\xbf\xbd"));
    return text;
}

/** "<%= current_page.data.title %>" stands for the front matter's title and says nothing itself. */
bool isTemplate(const QString &title)
{
    return title.startsWith(u"<%"_s) || title.startsWith(u"{{"_s) || title.startsWith(u"{%"_s);
}

QString titleFromHeadings(const QList<Section> &sections)
{
    for (int level = 1; level <= 2; ++level) {
        for (const Section &section : sections) {
            if (section.level == level && !section.title.isEmpty() && !isTemplate(section.title))
                return section.title;
        }
    }
    return {};
}

QString titleFromPath(const QString &path)
{
    QString name = path.section(u'/', -1);
    for (const QString &ending : { u".md"_s, u".markdown"_s, u".mdx"_s, u".html"_s }) {
        if (name.endsWith(ending, Qt::CaseInsensitive))
            name.chop(ending.size());
    }
    const bool isFolderPage = name.compare(u"readme", Qt::CaseInsensitive) == 0 || name == u"index" || name == u"_index";
    return isFolderPage && path.contains(u'/') ? path.section(u'/', -2, -2) : name;
}

} // namespace

Runbook runbookFromBytes(const RunbookRef &ref, const QByteArray &bytes, const QDateTime &modifiedAt)
{
    Runbook runbook;
    runbook.ref = ref;
    runbook.modifiedAt = modifiedAt.toUTC();
    runbook.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    runbook.text = decoded(bytes, runbook.replacedBytes);
    runbook.document = readMarkdown(runbook.text);
    if (runbook.replacedBytes > 0) {
        runbook.document.problems.prepend({ Problem::Severity::Warning,
                                            u"The file is not UTF-8: %1 bytes are shown as \uFFFD. Save it as UTF-8."_s
                                                .arg(runbook.replacedBytes),
                                            0 });
    }
    runbook.sections = sectionsOf(runbook.document);
    readFields(runbook.document.frontMatter.values, runbook);
    if (runbook.title.isEmpty() || isTemplate(runbook.title))
        runbook.title = titleFromHeadings(runbook.sections);
    if (runbook.title.isEmpty())
        runbook.title = titleFromPath(ref.path);
    return runbook;
}

} // namespace Handrail
