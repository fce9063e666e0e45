// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/checklist.h"

#include "checklist/proserisk.h"

namespace Handrail {

namespace {

bool onlyLooks(const Step &step)
{
    return riskOf(step) == Risk::Read;
}

} // namespace

Risk riskOf(const Step &step)
{
    if (step.commands.isEmpty())
        return riskOfProse(step.title + u'\n' + step.text);
    Risk worst = Risk::Read;
    for (const CommandBlock &command : step.commands)
        worst = qMax(worst, riskOf(command.text, command.language, command.declaredRisk).risk);
    return worst;
}

QHash<QString, Risk> risksOf(const Procedure &procedure)
{
    QHash<QString, Risk> risks;
    for (const Phase &phase : procedure.phases) {
        for (const Step &step : phase.steps)
            risks.insert(step.id, riskOf(step));
    }
    return risks;
}

int firstChangingStep(const Procedure &procedure)
{
    int index = 0;
    for (const Phase &phase : procedure.phases) {
        for (const Step &step : phase.steps) {
            if (!onlyLooks(step))
                return index;
            ++index;
        }
    }
    return index;
}

int lookOnlyCount(const Procedure &procedure)
{
    qsizetype count = 0;
    for (const Phase &phase : procedure.phases)
        count += std::count_if(phase.steps.begin(), phase.steps.end(), onlyLooks);
    return int(count);
}

} // namespace Handrail
