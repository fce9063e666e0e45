// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/kubernetestableformat.h"

#include "alerts/alertcompletion.h"
#include "alerts/jsonfields.h"
#include "alerts/texttable.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** "45s (x5 over 3m47s)" is an age: it says nothing without knowing when it was printed. */
Alert readRow(const TextTable &table, int row)
{
    Alert alert;
    alert.name = table.cell(row, u"REASON"_s);
    setSeverity(alert, table.cell(row, u"TYPE"_s));
    if (alert.severity == u"Warning") // a normal event says that something was done, not that something is wrong
        alert.status = AlertStatus::Firing;
    alert.annotations.insert(u"message"_s, table.cell(row, u"MESSAGE"_s));
    if (const QString space = table.cell(row, u"NAMESPACE"_s); !space.isEmpty())
        alert.labels.insert(u"namespace"_s, space);
    if (const QString object = table.cell(row, u"OBJECT"_s); !object.isEmpty()) {
        alert.labels.insert(u"object"_s, object);
        if (object.contains(u'/'))
            alert.labels.insert(object.section(u'/', 0, 0), object.section(u'/', 1));
    }
    return alert;
}

/** What "kubectl describe" says above its events of the object they are about. */
Labels labelsAbove(const QString &text)
{
    static const QRegularExpression member(u"^(Name|Namespace):[ \\t]+(\\S+)$"_s,
                                           QRegularExpression::MultilineOption);
    Labels labels;
    const qsizetype events = text.indexOf(u"\nEvents:"_s);
    if (events < 0)
        return labels;
    for (auto matches = member.globalMatch(text.first(events + 1)); matches.hasNext();) {
        const auto match = matches.next();
        labels.insert(match.captured(1) == u"Name" ? u"object"_s : u"namespace"_s, match.captured(2));
    }
    return labels;
}

} // namespace

QString KubernetesTableFormat::name() const
{
    return u"kubernetes-table"_s;
}

QString KubernetesTableFormat::title() const
{
    return u"kubectl events"_s;
}

QString KubernetesTableFormat::source() const
{
    return u"Kubernetes"_s;
}

bool KubernetesTableFormat::looksLikeMine(const PastedText &paste) const
{
    static const QRegularExpression head(
        u"^\\s*(?:NAMESPACE\\s+)?(?:LAST SEEN\\s+(?:COUNT\\s+)?|FIRST SEEN\\s+)?TYPE\\s{2,}REASON\\s{2,}"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return head.match(paste.text).hasMatch();
}

ParsedAlerts KubernetesTableFormat::parse(const PastedText &paste) const
{
    ParsedAlerts parsed;
    const TextTable table(paste.text, { u"TYPE"_s, u"REASON"_s });
    const Labels above = labelsAbove(paste.text);
    for (int row = 0; row < table.rowCount(); ++row) {
        const QString type = table.cell(row, u"TYPE"_s);
        if (type != u"Warning" && type != u"Normal")
            continue;
        parsed.alerts.append(readRow(table, row));
        merge(parsed.alerts.last().labels, above);
    }
    if (!parsed.alerts.isEmpty())
        parsed.problems.append(
            { Problem::Severity::Note, u"kubectl prints ages, not times: when it began is not known."_s, 0 });
    return parsed;
}

} // namespace Handrail
