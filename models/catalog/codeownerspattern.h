// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Handrail {

/** A path pattern of a CODEOWNERS file. The two dialects look alike and do not mean the same. */
class CodeOwnersPattern
{
public:
    enum class Dialect {
        GitHub, ///< "docs" is a file or a whole folder; "a/b" counts from the repository's root
        GitLab  ///< "docs" is a file, "docs/" a whole folder; all but "/x" may stand at any depth; [a-z] and \ have a meaning
    };

    CodeOwnersPattern(const QString &pattern, Dialect dialect);

    bool matches(const QStringList &path) const; ///< the path's folders and its file name

private:
    bool matchesFrom(const QStringList &path) const;

    QStringList m_segments; ///< "**" stands for any number of folders
    bool m_orBelow = false; ///< what it names may be a folder: all below it is meant
    bool m_ranges = false;
};

} // namespace Handrail
