// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertcompletion.h"

#include "alerts/words.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

bool isRunbookAddress(const QString &value)
{
    static const QRegularExpression place(u"[{}<>\\s]|\\$[A-Za-z]"_s); // a template's places or a sentence
    return !value.isEmpty() && (isWebAddress(value) || value.contains(u'/') || value.endsWith(u".md"))
        && !place.match(value).hasMatch();
}

QString runbookIn(const Labels &labels)
{
    for (const auto &[name, value] : labels) {
        if (namesRunbook(name) && isRunbookAddress(value))
            return value;
    }
    return {};
}

QString serviceIn(const Labels &labels)
{
    static const QStringList inOrder = { u"service"_s, u"servicename"_s, u"app"_s, u"application"_s };
    QString service;
    qsizetype best = inOrder.size() + 1;
    for (const auto &[name, value] : labels) {
        if (!namesService(name) || value.size() > 120)
            continue;
        qsizetype rank = inOrder.indexOf(foldedWord(name));
        if (rank < 0)
            rank = inOrder.size();
        if (rank < best) {
            best = rank;
            service = value;
        }
    }
    return service;
}

} // namespace

bool namesService(const QString &label)
{
    static const QStringList names = {
        u"service"_s,      u"servicename"_s,         u"app"_s,
        u"appname"_s,      u"application"_s,         u"applicationname"_s,
        u"microservice"_s, u"appkubernetesioname"_s, u"labelappkubernetesioname"_s,
        u"k8sapp"_s,       u"affectedservice"_s,     u"impactedservice"_s
    };
    return names.contains(foldedWord(label));
}

bool namesRunbook(const QString &key)
{
    static const QRegularExpression aboutIt(u"(owners?|teams?|contact|channel|slack|author|status|version|reviewed|updated)$"_s);
    const QString folded = foldedWord(key);
    return ((folded.contains(u"runbook") || folded.contains(u"playbook")) && !aboutIt.match(folded).hasMatch())
        || folded == u"opsrecipe" || folded == u"sop" || folded == u"sopurl";
}

void setSeverity(Alert &alert, const QString &word)
{
    alert.severity = word;
    alert.severityNormalised = severityFromWord(word);
}

void addLink(Alert &alert, const QString &url)
{
    if (isWebAddress(url) && !alert.links.contains(url))
        alert.links.append(url);
}

void completeFromLabels(Alert &alert)
{
    if (alert.name.isEmpty())
        alert.name = alert.labels.value(u"alertname"_s);
    for (const QString &label : { u"severity"_s, u"Severity"_s, u"priority"_s, u"level"_s }) {
        if (alert.severity.isEmpty())
            setSeverity(alert, alert.labels.value(label));
    }
    if (alert.service.isEmpty())
        alert.service = serviceIn(alert.labels);
    if (alert.runbookUrl.isEmpty())
        alert.runbookUrl = runbookIn(alert.annotations);
    if (alert.runbookUrl.isEmpty())
        alert.runbookUrl = runbookIn(alert.labels);
    if (alert.status == AlertStatus::Firing)
        alert.endsAt = {}; // a resolve timeout, not an end
}

Problem takenAsFiring()
{
    return { Problem::Severity::Note, u"Nothing says whether it is over; it was taken as firing."_s, 0 };
}

} // namespace Handrail
