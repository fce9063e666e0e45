// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/ignorepattern.h"

#include <QByteArray>
#include <QStringList>

namespace Handrail {

/**
 * What the .gitignore and .handrailignore files from the library's folder down to one folder say: git's grammar, the last line
 * of the deepest file that names a path decides, and .handrailignore before any .gitignore. Whoever walks must not go below a
 * folder that is ignored: as with git, nothing in it can be brought back.
 *
 * Only what lies in the library is read: no file above it, no core.excludesFile. A file that git follows although its rules
 * ignore it is ignored here; "!" in .handrailignore brings it back.
 */
class IgnoreRules
{
public:
    static const QStringList &fileNames(); ///< the weaker first

    /** These rules and those of a file below; @p file is the file's path relative to the library. */
    void add(const QString &file, const QByteArray &text);
    /** Which line ignores @p path, as "docs/.gitignore line 3"; empty when it is not ignored. */
    QString whyIgnored(const QString &path, bool isFolder) const;

private:
    struct Line
    {
        int number = 0;
        IgnorePattern pattern;
    };
    struct File
    {
        QString path;
        QString folder; ///< its own, with "/" at the end; empty for the library's
        bool isOurs = false; ///< a .handrailignore
        QList<Line> lines;
    };
    static const Line *lineThatNames(const File &file, const QString &path, bool isFolder);

    QList<File> m_files; ///< from the library's folder down
};

} // namespace Handrail
