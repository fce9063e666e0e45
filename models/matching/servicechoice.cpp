// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/servicechoice.h"

#include "alerts/words.h"
#include "matching/alertterms.h"
#include "search/searchwords.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestName = 4; ///< "api" and "db" are words of every other alert

/** Labels that often hold a service's name among other things, the most telling first. */
const QStringList &placeLabels()
{
    static const QStringList labels = {
        u"job"_s,        u"deployment"_s, u"statefulset"_s, u"daemonset"_s, u"workload"_s,       u"component"_s,
        u"container"_s,  u"role"_s,       u"queue"_s,       u"topic"_s,     u"namespace"_s,      u"project"_s,
        u"kubernetes_namespace"_s,        u"pod"_s,         u"host"_s,      u"instance"_s,
    };
    return labels;
}

bool containsRun(const QStringList &words, const QStringList &run)
{
    return !run.isEmpty() && std::search(words.begin(), words.end(), run.begin(), run.end()) != words.end();
}

/** The one service whose name or alias @p text holds as whole words; the longest counts, two of a length are none. */
const Service *serviceNamedIn(const QString &text, const Catalog &catalog)
{
    constexpr qsizetype longestText = 4096; // a service named after that is not what the alert is about
    const QStringList words = splitWords(spelledOut(QStringView(text).left(longestText)));
    const Service *best = nullptr;
    qsizetype bestLength = 0;
    bool isTie = false;
    for (const Service &service : catalog.services()) {
        for (const QString &name : QStringList(service.name) + service.aliases) {
            if (name.size() < std::max(shortestName, bestLength) || !containsRun(words, splitWords(spelledOut(name))))
                continue;
            isTie = best && best != &service && name.size() == bestLength;
            best = &service;
            bestLength = name.size();
        }
    }
    return isTie ? nullptr : best;
}

ServiceChoice named(const Service &service, const QString &where, const QString &text)
{
    const QString reason = text.compare(service.name, Qt::CaseInsensitive) == 0
        ? u"%1 is %2"_s.arg(where, text)
        : u"%1 is %2, which names %3"_s.arg(where, text, service.name);
    return { service.name, reason };
}

} // namespace

ServiceChoice chooseService(const Alert &alert, const Catalog &catalog)
{
    if (!alert.service.isEmpty())
        return { alert.service, {} };
    for (const auto &[label, value] : serviceLabels(alert)) {
        if (const Service *service = catalog.find(value))
            return named(*service, u"label "_s + label, value);
    }
    for (const QString &label : placeLabels()) {
        const QString value = alert.labels.value(label);
        const Service *exact = catalog.find(value);
        if (const Service *service = exact ? exact : serviceNamedIn(value, catalog))
            return named(*service, u"label "_s + label, value);
    }
    if (const Service *service = serviceNamedIn(alert.name, catalog))
        return named(*service, u"the alert's name"_s, alert.name);
    for (const QString &annotation : { u"summary"_s, u"title"_s, u"message"_s, u"description"_s }) {
        if (const Service *service = serviceNamedIn(alert.annotations.value(annotation), catalog))
            return { service->name, u"its %1 mentions %2"_s.arg(annotation, service->name) };
    }
    return {};
}

} // namespace Handrail
