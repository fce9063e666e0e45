// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/checklist.h"
#include "checklist/placeholders.h"
#include "search/indexedsection.h"
#include "support/lostleaves.h"

#include <QSet>

#include <cstdio>
#include <ctime>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

constexpr double longestRead = 2.0; // seconds of this process under sanitizers; without them it is a tenth

void demand(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", what);
    __builtin_trap(); // libFuzzer keeps the text and shows the stack
}

} // namespace

/** From the bytes of a runbook to a checklist with its risks, as opening one goes. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const std::clock_t start = std::clock();
    const Runbook runbook = runbookFromBytes({ u"/library"_s, u"service/alert.md"_s }, bytes, {});
    const Procedure procedure = readProcedure(runbook, {});
    const QHash<QString, Risk> risks = risksOf(procedure);
    (void)indexedSections(runbook);
    demand(double(std::clock() - start) / CLOCKS_PER_SEC < longestRead, "reading takes no time");

    demand(!runbook.title.isEmpty(), "a runbook has a title");
    demand(Testing::lostLeaves(runbook, procedure).isEmpty(), "no block is lost");
    // A carriage return alone ends a line of Markdown too.
    const int lines = int(runbook.text.count(u'\n') + runbook.text.count(u'\r')) + 1;
    QSet<QString> ids;
    for (const Phase &phase : procedure.phases) {
        for (const Step &step : phase.steps) {
            demand(!step.id.isEmpty() && !ids.contains(step.id), "a step's id is its own");
            ids.insert(step.id);
            demand(step.line >= 1 && step.line <= lines, "a step stands in the file");
            demand(risks.contains(step.id), "a step has a risk");
            for (const CommandBlock &command : step.commands)
                demand(command.line >= 1 && command.line <= lines, "a command stands in the file");
        }
    }
    demand(int(ids.size()) == procedure.stepCount(), "steps are counted");
    return 0;
}
