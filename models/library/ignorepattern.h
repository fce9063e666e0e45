// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Handrail {

/** One line of a .gitignore: which paths it names, in time that grows with path and pattern only, however many stars it has. */
class IgnorePattern
{
public:
    /** Nothing for a blank line, a comment, or a line that can name nothing. */
    static std::optional<IgnorePattern> fromLine(QString line);

    bool isNegated() const { return m_isNegated; } ///< "!": what it names is kept
    /** @p path is relative to the folder of the file the pattern stands in. */
    bool names(QStringView path, bool isFolder) const;

private:
    /** What one place of a path may be. */
    struct Token
    {
        enum class Kind {
            Character,
            One, ///< "?"
            Set, ///< "[a-z]"
            Star, ///< "*": no "/" among them
            Folders, ///< "**" before "/": none, one or more of them
            Rest, ///< "**" at the end: whatever is below
        };
        Kind kind = Kind::Character;
        QChar character;
        bool isNegated = false; ///< of a set
        QList<std::pair<QChar, QChar>> ranges; ///< of a set
        bool takes(QChar c) const;
    };

    bool read(QStringView pattern);
    bool readSet(QStringView pattern, qsizetype &at);
    void readStars(QStringView pattern, qsizetype &at);
    bool fits(QStringView text) const;

    bool m_isNegated = false;
    bool m_forFolders = false; ///< "x/"
    bool m_isAnchored = false; ///< has a "/": names a place, not any file of that name
    QList<Token> m_tokens;
    QString m_ending; ///< of a pattern that has no wildcards but a star at its start, what follows that
    bool m_isPlain = false; ///< no wildcard at all: m_ending is the whole
    bool m_isEnding = false;
};

} // namespace Handrail
