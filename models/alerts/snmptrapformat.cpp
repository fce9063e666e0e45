// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/snmptrapformat.h"

#include "alerts/alertcompletion.h"
#include "alerts/words.h"

#include <QHash>
#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostVariables = 500;

const QRegularExpression &trapLine()
{
    static const QRegularExpression line(
        u"(?:snmpTrapOID(?:\\.0)?|\\.?(?:1|iso)\\.3\\.6\\.1\\.6\\.3\\.1\\.1\\.4\\.1\\.0)"
        u"\\s*=?\\s*(?:OID:\\s*)?([\\w.:-]+)"_s);
    return line;
}

/** The traps every system sends, by the last number of their OID. */
QString genericTrap(const QString &oid)
{
    static const QRegularExpression generic(u"(?:^|\\.)6\\.3\\.1\\.1\\.5\\.([1-6])$"_s);
    static const QStringList names = { u"coldStart"_s, u"warmStart"_s,             u"linkDown"_s,
                                       u"linkUp"_s,    u"authenticationFailure"_s, u"egpNeighborLoss"_s };
    const auto match = generic.match(oid);
    return match.hasMatch() ? names.at(match.captured(1).toInt() - 1) : QString();
}

/** "ifDescr" of "IF-MIB::ifDescr.3"; a numeric OID stays whole. */
QString shortName(const QString &variable)
{
    const qsizetype module = variable.indexOf(u"::"_s);
    if (module < 0 && (variable.startsWith(u'.') || variable.front().isDigit()))
        return variable;
    return variable.sliced(module < 0 ? 0 : module + 2).section(u'.', 0, 0);
}

} // namespace

QString SnmpTrapFormat::name() const
{
    return u"snmp-trap"_s;
}

QString SnmpTrapFormat::title() const
{
    return u"SNMP trap"_s;
}

bool SnmpTrapFormat::looksLikeMine(const PastedText &paste) const
{
    return paste.json.isUndefined() && trapLine().match(paste.text).hasMatch();
}

ParsedAlerts SnmpTrapFormat::parse(const PastedText &paste) const
{
    static const QRegularExpression variable(
        u"(?:^|\\t|\\s{2,})\\s*((?:[A-Za-z][\\w-]*::)?[\\w.-]+)[ \\t]*=[ \\t]*(?:[A-Za-z0-9-]+(?: ?32)?:[ \\t]*)?"
        u"(\"[^\"]*\"|[^\\t\\r\\n]*?)[ \\t\\r]*(?=$|\\t)"_s,
        QRegularExpression::MultilineOption);
    ParsedAlerts parsed;
    const QString oid = trapLine().match(paste.text).captured(1);
    Alert alert;
    alert.name = genericTrap(oid);
    if (alert.name.isEmpty() && !oid.isEmpty())
        alert.name = shortName(oid);
    int left = mostVariables;
    for (auto matches = variable.globalMatch(paste.text); matches.hasNext() && --left > 0;) {
        const auto match = matches.next();
        QString value = match.captured(2).trimmed();
        if (value.size() > 1 && value.startsWith(u'"') && value.endsWith(u'"'))
            value = value.sliced(1, value.size() - 2);
        const QString name = shortName(match.captured(1));
        const bool isAside = name.startsWith(u"sysUpTime") || name == u"snmpTrapOID" || name.endsWith(u".1.3.6.1.2.1.1.3.0")
            || trapLine().match(match.captured()).hasMatch();
        if (!isAside && !isNoValue(value))
            alert.labels.insert(name, value);
    }
    if (alert.name.isEmpty())
        return parsed;
    completeFromLabels(alert);
    parsed.alerts.append(alert);
    parsed.problems.append(
        { Problem::Severity::Note, u"A trap says what happened, not whether it lasts."_s, 0 });
    return parsed;
}

} // namespace Handrail
