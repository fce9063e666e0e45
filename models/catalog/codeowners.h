// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/problem.h"
#include "catalog/catalogclaim.h"
#include "catalog/codeownerspattern.h"
#include "library/runbook.h"

#include <optional>

namespace Handrail {

/** What a CODEOWNERS file says about one file. */
struct CodeOwnersAnswer
{
    QStringList owners; ///< as written: "@shop/payments"; empty: the file has no owner, and that on purpose
    FactSource source;

    bool operator==(const CodeOwnersAnswer &) const = default;
};

/**
 * A CODEOWNERS file of GitHub or GitLab. Of the patterns that match a file the last one wins; in GitLab's dialect that holds in
 * each section, and the sections add up. A pattern without owners takes ownership away, which is not the same as no pattern.
 */
class CodeOwners
{
public:
    using Dialect = CodeOwnersPattern::Dialect;

    /**
     * Reads the file @p path of the library @p root: it speaks for the folder it stands in, or for the one above .github, .gitlab
     * and docs. GitLab's dialect is meant below .gitlab, or when there are sections. Lines that mean nothing there are problems.
     */
    static CodeOwners fromText(const QString &root, const QString &path, const QString &text, QList<Problem> &problems);

    bool speaksFor(const RunbookRef &file) const;
    /** Whether this one is asked and @p other is not: the nearest folder, then .github, the folder itself, docs, .gitlab. */
    bool isBefore(const CodeOwners &other) const;
    /** Nothing when no pattern matches. */
    std::optional<CodeOwnersAnswer> ownersOf(const RunbookRef &file) const;

    Dialect dialect() const { return m_dialect; }

private:
    class Reader;
    struct Rule
    {
        CodeOwnersPattern pattern;
        QStringList owners;
        int line = 0;
        bool excludes = false; ///< GitLab: "!path" takes a file out of its section for good
    };
    struct Section
    {
        QList<Rule> rules;
    };

    static const Rule *ruleFor(const Section &section, const QStringList &path);

    QString m_root;
    QString m_path;
    QString m_folder; ///< the repository's, relative to the library; empty or with "/" at its end
    qsizetype m_place = 0; ///< in the order in which they are looked for
    Dialect m_dialect = Dialect::GitHub;
    QList<Section> m_sections;
};

} // namespace Handrail
