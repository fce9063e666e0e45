// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/procedure.h"

#include <QSet>

namespace Handrail::Testing {

/** Every text, code and literal below a block, with its line: what a reader would miss if it were gone. */
inline void collectLeaves(const QList<Inline> &inlines, QStringList &leaves)
{
    for (const Inline &part : inlines) {
        if (!part.text.isEmpty())
            leaves.append(QStringLiteral("%1 %2").arg(part.line).arg(part.text));
        collectLeaves(part.children, leaves);
    }
}

inline void collectLeaves(const Block &block, QStringList &leaves)
{
    collectLeaves(block.inlines, leaves);
    if (!block.literal.isEmpty())
        leaves.append(QStringLiteral("%1 %2").arg(block.firstLine).arg(block.literal));
    for (const QList<QList<Inline>> &row : block.rows) {
        for (const QList<Inline> &cell : row)
            collectLeaves(cell, leaves);
    }
    for (const Block &child : block.children)
        collectLeaves(child, leaves);
}

inline QStringList leavesOf(const Procedure &procedure)
{
    QStringList leaves;
    for (const Phase &phase : procedure.phases) {
        for (const Block &block : phase.context)
            collectLeaves(block, leaves);
        for (const Step &step : phase.steps) {
            for (const Block &block : step.blocks)
                collectLeaves(block, leaves);
        }
    }
    return leaves;
}

/** What of the document is in no step and no context; headings are the titles of phases. */
inline QStringList lostLeaves(const Runbook &runbook, const Procedure &procedure)
{
    QStringList wanted;
    for (const Block &block : runbook.document.root.children) {
        if (block.kind != Block::Kind::Heading)
            collectLeaves(block, wanted);
    }
    const QStringList have = leavesOf(procedure);
    const QSet<QString> found(have.begin(), have.end());
    wanted.removeIf([&](const QString &leaf) { return found.contains(leaf); });
    return wanted;
}

inline QStringList lostLeaves(const Runbook &runbook)
{
    return lostLeaves(runbook, readProcedure(runbook, {}));
}

} // namespace Handrail::Testing
