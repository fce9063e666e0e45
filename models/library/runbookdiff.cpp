// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/runbookdiff.h"

#include <git2.h>

namespace Handrail {

namespace {

int addGap(const git_diff_delta *, const git_diff_hunk *hunk, void *lines)
{
    auto *found = static_cast<QList<DiffLine> *>(lines);
    if (!found->isEmpty() || hunk->new_start > 1)
        found->append({ DiffLine::Kind::Gap, {}, 0 });
    return 0;
}

int addLine(const git_diff_delta *, const git_diff_hunk *, const git_diff_line *line, void *lines)
{
    const bool isRemoved = line->origin == GIT_DIFF_LINE_DELETION;
    if (!isRemoved && line->origin != GIT_DIFF_LINE_ADDITION && line->origin != GIT_DIFF_LINE_CONTEXT)
        return 0; // a note about a missing line end
    QString text = QString::fromUtf8(line->content, qsizetype(line->content_len));
    while (text.endsWith(u'\n') || text.endsWith(u'\r'))
        text.chop(1);
    const DiffLine::Kind kind = isRemoved ? DiffLine::Kind::Removed
        : line->origin == GIT_DIFF_LINE_ADDITION ? DiffLine::Kind::Added
                                                 : DiffLine::Kind::Same;
    static_cast<QList<DiffLine> *>(lines)->append({ kind, text, isRemoved ? line->old_lineno : line->new_lineno });
    return 0;
}

} // namespace

QList<DiffLine> changedLines(const QString &before, const QString &after)
{
    const QByteArray older = before.toUtf8();
    const QByteArray newer = after.toUtf8();
    git_libgit2_init();
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_FORCE_TEXT;
    QList<DiffLine> lines;
    git_diff_buffers(older.constData(), size_t(older.size()), nullptr, newer.constData(), size_t(newer.size()), nullptr, &options,
                     nullptr, nullptr, addGap, addLine, &lines);
    git_libgit2_shutdown();
    return lines;
}

} // namespace Handrail
