// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ignorerules.h"

namespace Handrail {

using namespace Qt::StringLiterals;

const QStringList &IgnoreRules::fileNames()
{
    static const QStringList names { u".gitignore"_s, u".handrailignore"_s };
    return names;
}

void IgnoreRules::add(const QString &file, const QByteArray &text)
{
    File rules { file, file.first(file.lastIndexOf(u'/') + 1), file.endsWith(fileNames().last()), {} };
    int number = 0;
    const QString decoded = QString::fromUtf8(text.startsWith("\xef\xbb\xbf") ? text.sliced(3) : text);
    for (const QStringView line : QStringView(decoded).tokenize(u'\n')) {
        ++number;
        if (const auto pattern = IgnorePattern::fromLine(line.toString()))
            rules.lines.append({ number, *pattern });
    }
    if (!rules.lines.isEmpty())
        m_files.append(rules);
}

QString IgnoreRules::whyIgnored(const QString &path, bool isFolder) const
{
    for (const bool ours : { true, false }) {
        for (auto file = m_files.crbegin(); file != m_files.crend(); ++file) {
            if (file->isOurs != ours)
                continue;
            if (const Line *line = lineThatNames(*file, path, isFolder)) {
                return line->pattern.isNegated() ? QString()
                                                 : u"ignored by %1 line %2"_s.arg(file->path).arg(line->number);
            }
        }
    }
    return {};
}

const IgnoreRules::Line *IgnoreRules::lineThatNames(const File &file, const QString &path, bool isFolder)
{
    if (!path.startsWith(file.folder))
        return nullptr;
    const QStringView below = QStringView(path).sliced(file.folder.size());
    for (auto line = file.lines.crbegin(); line != file.lines.crend(); ++line) {
        if (line->pattern.names(below, isFolder))
            return &*line;
    }
    return nullptr;
}

} // namespace Handrail
