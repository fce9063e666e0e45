// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/procedurejson.h"

#include "checklist/commandrisk.h"

#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue sourceOf(const ParameterValue &parameter)
{
    switch (parameter.origin) {
    case ParameterValue::Origin::Alert:
        return u"alert:"_s + parameter.source;
    case ParameterValue::Origin::Refused:
        return u"refused:"_s + parameter.source;
    case ParameterValue::Origin::Typed:
        return u"typed"_s;
    case ParameterValue::Origin::Missing:
        break;
    }
    return QJsonValue::Null;
}

QJsonObject toJson(const CommandBlock &command, const KnownValues &values)
{
    const FilledCommand filled = fill(command.text, command.language, values);
    const CommandRisk risk = riskOf(command.text, command.language, command.declaredRisk);
    QJsonArray parameters;
    for (const ParameterValue &parameter : filled.parameters) {
        parameters.append(QJsonObject { { u"name"_s, parameter.name },
                                        { u"value"_s, textOrNull(parameter.value) },
                                        { u"source"_s, sourceOf(parameter) } });
    }
    return { { u"line"_s, command.line },
             { u"inline"_s, command.isInline },
             { u"language"_s, textOrNull(command.language) },
             { u"text"_s, command.text },
             { u"filled"_s, filled.text },
             { u"risk"_s, toString(risk.risk) },
             { u"riskReason"_s, risk.reason },
             { u"parameters"_s, parameters } };
}

QJsonArray toJson(const QList<CommandBlock> &commands, const KnownValues &values)
{
    QJsonArray array;
    for (const CommandBlock &command : commands)
        array.append(toJson(command, values));
    return array;
}

QJsonObject toJson(const Step &step, const KnownValues &values)
{
    QJsonArray links;
    for (const Inline &link : step.links)
        links.append(link.target);
    return { { u"id"_s, step.id },
             { u"line"_s, step.line },
             { u"text"_s, step.text },
             { u"commands"_s, toJson(step.commands, values) },
             { u"links"_s, links },
             { u"expect"_s, textOrNull(step.expect) } };
}

} // namespace

QJsonObject toJson(const Procedure &procedure, const KnownValues &values)
{
    QJsonArray phases;
    for (const Phase &phase : procedure.phases) {
        QJsonArray steps;
        for (const Step &step : phase.steps)
            steps.append(toJson(step, values));
        phases.append(QJsonObject { { u"title"_s, phase.title },
                                    { u"kind"_s, toString(phase.kind) },
                                    { u"steps"_s, steps },
                                    { u"commands"_s, toJson(phase.commands, values) } });
    }
    return { { u"title"_s, procedure.title }, { u"phases"_s, phases } };
}

} // namespace Handrail
