// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/commandrisk.h"
#include "checklist/shelllexer.h"

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

/** The shell's tokens of a text, and what it can do. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const std::clock_t start = std::clock();
    const ShellScript script = readShell(text);
    const CommandRisk risk = riskOf(text, u"sh"_s, {});
    demand(double(std::clock() - start) / CLOCKS_PER_SEC < longestRead, "reading takes no time");

    demand(!risk.reason.isEmpty(), "a risk has its reason");
    for (const ShellCommand &command : script.commands)
        demand(!command.words.isEmpty() || !command.assignments.isEmpty() || !command.redirects.isEmpty(), "a command is something");
    // Nothing that stands before a command that destroys makes it harmless.
    if (script.isWhole && !text.contains(u'#') && !text.contains(u"<<"_s) && !text.endsWith(u'\\'))
        demand(riskOf(text + u"\nkubectl delete namespace shop"_s, u"sh"_s, {}).risk != Risk::Read, "what destroys is never taken for a look");
    demand(text.trimmed().isEmpty() || riskOf(text, u"sh"_s, u"destroy"_s).risk == Risk::Destroy, "the author's word is not lowered");
    return 0;
}
