// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/steptext.h"

#include "app/cli/terminaltable.h"
#include "checklist/checklist.h"

#include <QRegularExpression>

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
    return {};
}

QString parametersText(const QList<ParameterValue> &parameters, const QString &indent)
{
    QString text;
    QStringList open;
    for (const ParameterValue &parameter : parameters) {
        if (parameter.origin == ParameterValue::Origin::Missing)
            open.append(parameter.name);
        else
            text += indent + onOneLine(parameterText(parameter)) + u'\n';
    }
    return open.isEmpty() ? text : text + indent + u"open: "_s + onOneLine(open.join(u", "_s)) + u'\n';
}

QString commandText(const CommandBlock &command, const KnownValues &values, const QString &indent)
{
    const FilledCommand filled = fill(command.text, command.language, values);
    const CommandRisk risk = riskOf(command.text, command.language, command.declaredRisk);
    QString text = indent + u'[' + riskWord(risk.risk) + u']'
        + (risk.reason.isEmpty() ? QString() : u' ' + onOneLine(risk.reason)) + u'\n';
    return text + indented(filled.text, indent + u"| "_s) + parametersText(filled.parameters, indent);
}

/** What the step says beyond its title. */
QString restOf(const Step &step)
{
    if (step.title.isEmpty() || !step.text.startsWith(step.title))
        return step.title.isEmpty() ? QString() : step.text;
    static const QRegularExpression punctuation(u"^[\\s.:;,]+"_s);
    return step.text.sliced(step.title.size()).remove(punctuation);
}

QString stepText(const Step &step, int number, const KnownValues &values)
{
    const QString indent = u"      "_s;
    QString text = QString::number(number).rightJustified(4) + u"  "_s + onOneLine(step.title.isEmpty() ? step.text : step.title)
        + u"  (line %1)\n"_s.arg(step.line);
    if (const QString rest = restOf(step); !rest.isEmpty())
        text += indented(rest, indent);
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
        text += u'\n' + (phase.title.isEmpty() ? toString(phase.kind)
                                                : onOneLine(phase.title) + u" ("_s + toString(phase.kind) + u')') + u'\n';
        for (const CommandBlock &command : phase.commands)
            text += commandText(command, values, u"  "_s);
        for (const Step &step : phase.steps)
            text += stepText(step, ++number, values);
    }
    return text;
}

} // namespace Handrail
