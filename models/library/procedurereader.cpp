// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/procedurereader.h"

#include "library/partreader.h"
#include "library/phasekind.h"
#include "library/sections.h"
#include "library/stepmaker.h"

namespace Handrail {

namespace {

using Kind = Phase::Kind;

QList<Part> partsOf(const QList<Block> &blocks)
{
    QList<Part> parts;
    for (const Block &block : blocks) {
        if (block.kind == Block::Kind::Heading || parts.isEmpty())
            parts.append(Part {});
        if (block.kind == Block::Kind::Heading)
            parts.last().heading = block;
        else
            parts.last().blocks.append(block);
    }
    return parts;
}

/** Strings the parts of a document into phases. */
class ProcedureReader
{
public:
    QList<Phase> read(const QList<Block> &blocks)
    {
        for (const Part &part : partsOf(blocks))
            addPart(part);
        for (Phase &phase : m_phases)
            phase.commands = commandsIn(phase.context);
        return m_phases;
    }

private:
    void addPart(const Part &part)
    {
        const QString title = part.heading.kind == Block::Kind::Heading ? headingTitle(part.heading) : QString();
        Phase phase;
        phase.title = title;
        phase.line = part.heading.firstLine;
        phase.kind = kindFor(part.heading, title);
        readPart(part, phase);
        if (part.heading.kind == Block::Kind::Heading && isOneStep(phase, part, title))
            return addHeadingStep(phase, part);
        m_phases.append(phase);
    }

    /** A heading that is itself the step: numbered with one action below it, or with bare code below it. */
    static bool isOneStep(const Phase &phase, const Part &part, const QString &title)
    {
        if (phase.kind == Kind::Context || part.blocks.isEmpty())
            return false;
        const bool isList = phase.steps.size() == 1 && phase.steps.first().blocks.first().kind == Block::Kind::List
            && phase.steps.first().blocks.first().ordered;
        return isStepHeading(title) && phase.steps.size() <= 1 && !isList;
    }

    void addHeadingStep(const Phase &phase, const Part &part)
    {
        if (m_phases.isEmpty() || m_phases.last().kind == Kind::Context || m_phases.last().kind != phase.kind) {
            Phase holder;
            holder.kind = phase.kind;
            holder.title = m_phases.isEmpty() ? QString() : m_phases.last().title;
            holder.line = phase.line;
            m_phases.append(holder);
        }
        Step step = stepFromBlocks(QList<Block> { part.heading } + part.blocks);
        step.title = withoutStepNumber(step.title);
        m_phases.last().steps.append(step);
    }

    /** What the heading says, else what the headings above it say. */
    Kind kindFor(const Block &heading, const QString &title)
    {
        if (heading.kind != Block::Kind::Heading)
            return Kind::Other;
        while (!m_open.isEmpty() && m_open.last().level >= heading.level)
            m_open.removeLast();
        std::optional<Kind> said = heading.level == 1 ? std::nullopt : phaseKindOf(title);
        if (said == Kind::Context && title != withoutStepNumber(title))
            said.reset(); // "Step 2: Read what it waits for" is work, whatever its words
        const Kind kind = said.value_or(m_open.isEmpty() ? Kind::Other : m_open.last().kind);
        m_open.append({ heading.level, kind });
        return kind;
    }

    struct OpenHeading
    {
        int level;
        Kind kind;
    };

    QList<Phase> m_phases;
    QList<OpenHeading> m_open;
};

} // namespace

Procedure procedureOf(const QString &title, const QList<Block> &blocks)
{
    Procedure procedure;
    procedure.title = title;
    procedure.phases = ProcedureReader().read(blocks);
    identify(procedure);
    return procedure;
}

} // namespace Handrail
