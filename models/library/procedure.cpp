// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/procedure.h"

#include "library/procedurereader.h"
#include "library/sections.h"

namespace Handrail {

using namespace Qt::StringLiterals;

int Procedure::stepCount() const
{
    qsizetype count = 0;
    for (const Phase &phase : phases)
        count += phase.steps.size();
    return int(count);
}

const Step *Procedure::step(const QString &id) const
{
    for (const Phase &phase : phases) {
        for (const Step &step : phase.steps) {
            if (step.id == id)
                return &step;
        }
    }
    return nullptr;
}

QString toString(Phase::Kind kind)
{
    switch (kind) {
    case Phase::Kind::Context:
        return u"context"_s;
    case Phase::Kind::Diagnose:
        return u"diagnose"_s;
    case Phase::Kind::Mitigate:
        return u"mitigate"_s;
    case Phase::Kind::Escalate:
        return u"escalate"_s;
    case Phase::Kind::FollowUp:
        return u"follow-up"_s;
    case Phase::Kind::Other:
        break;
    }
    return u"other"_s;
}

Procedure readProcedure(const Runbook &runbook, const QString &anchor)
{
    const Block &root = runbook.document.root;
    const Section *section = anchor.isEmpty() ? nullptr : sectionWithAnchor(runbook.sections, anchor);
    if (!section)
        return procedureOf(runbook.title, root.children);
    QList<Block> blocks;
    for (const Block &block : root.children) {
        if (block.firstLine >= section->firstLine && block.firstLine <= section->lastLine)
            blocks.append(block);
    }
    return procedureOf(section->title.isEmpty() ? runbook.title : section->title, blocks);
}

} // namespace Handrail
