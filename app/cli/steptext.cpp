// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/steptext.h"

#include "app/cli/terminaltable.h"
#include "checklist/checklist.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QString riskWord(Risk risk)
{
    switch (risk) {
    case Risk::Read:
        return u"look"_s;
    case Risk::Change:
        return u"CHANGE"_s;
    case Risk::Destroy:
        return u"DESTROY"_s;
    case Risk::Unknown:
        break;
    }
    return u"UNKNOWN, treat as change"_s;
}

QString parameterText(const ParameterValue &parameter)
{
    switch (parameter.origin) {
    case ParameterValue::Origin::Alert:
        return u"%1 = %2, from the alert's %3"_s.arg(parameter.name, parameter.value, parameter.source);
    case ParameterValue::Origin::Typed:
        return u"%1 = %2, typed"_s.arg(parameter.name, parameter.value);
    case ParameterValue::Origin::Refused:
        return u"%1 is open: the alert's %2 has characters that are not allowed: %3"_s.arg(parameter.name, parameter.source,
                                                                                            parameter.value);
    case ParameterValue::Origin::Missing:
        break;
    }
    return parameter.name + u" is open"_s;
}

QString commandText(const CommandBlock &command, const KnownValues &values, const QString &indent)
{
    const FilledCommand filled = fill(command.text, command.language, values);
    const CommandRisk risk = riskOf(command.text, command.language, command.declaredRisk);
    QString text = indent + u'[' + riskWord(risk.risk) + u']'
        + (risk.reason.isEmpty() ? QString() : u' ' + onOneLine(risk.reason)) + u'\n';
    text += indented(filled.text, indent + u"| "_s);
    for (const ParameterValue &parameter : filled.parameters)
        text += indent + onOneLine(parameterText(parameter)) + u'\n';
    return text;
}

QString stepText(const Step &step, int number, const KnownValues &values)
{
    const QString indent = u"      "_s;
    QString text = QString::number(number).rightJustified(4) + u"  "_s + onOneLine(step.title.isEmpty() ? step.text : step.title)
        + u"  (line %1)\n"_s.arg(step.line);
    if (!step.text.isEmpty() && step.text != step.title && !step.title.isEmpty())
        text += indented(step.text, indent);
    for (const CommandBlock &command : step.commands)
        text += commandText(command, values, indent);
    if (!step.expect.isEmpty())
        text += indent + u"expect: "_s + onOneLine(step.expect) + u'\n';
    return text;
}

} // namespace

QString procedureText(const Procedure &procedure, const KnownValues &values)
{
    const int count = procedure.stepCount();
    QString text = onOneLine(procedure.title) + u'\n'
        + (count == 1 ? u"1 step"_s : u"%1 steps"_s.arg(count)) + u", %1 only look\n"_s.arg(lookOnlyCount(procedure));
    int number = 0;
    for (const Phase &phase : procedure.phases) {
        if (phase.steps.isEmpty() && phase.commands.isEmpty())
            continue;
        text += u'\n' + onOneLine(phase.title.isEmpty() ? toString(phase.kind) : phase.title) + u" ("_s + toString(phase.kind) + u")\n"_s;
        for (const CommandBlock &command : phase.commands)
            text += commandText(command, values, u"  "_s);
        for (const Step &step : phase.steps)
            text += stepText(step, ++number, values);
    }
    return text;
}

} // namespace Handrail
