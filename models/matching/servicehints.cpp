// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/servicehints.h"

#include "matching/alertterms.h"
#include "matching/servicechoice.h"
#include "search/runbookindex.h"
#include "search/searchwords.h"

#include <QHash>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestRun = 4; ///< words
constexpr qsizetype maximumWords = 12; ///< of a name that is looked into; a sentence names nothing further on
constexpr qsizetype mostHints = 120; ///< each is looked up in the index; an ordinary alert has half of them
constexpr qsizetype wordsOfLabel = 5; ///< of a label's value; what follows is a hash, a number or a domain

/** "deployment" of kube_deployment, k8s_deployment_name and exported_deployment: who writes the labels adds to them. */
QString plainLabel(const QString &label)
{
    static const QRegularExpression added(u"^(?:(?:kube|k8s|kubernetes|label|exported|destination)[_.])+|[_.]name$"_s);
    return label.toLower().remove(added);
}

bool namesWorkload(const QString &label)
{
    static const QStringList labels { u"type"_s,    u"job"_s,       u"deployment"_s, u"statefulset"_s, u"daemonset"_s, u"container"_s, u"project"_s,
                                      u"release"_s, u"subsystem"_s, u"module"_s,     u"workload"_s,    u"unit"_s,      u"queue"_s,     u"service"_s };
    return labels.contains(plainLabel(label));
}

/** What watches others and runs under a name of its own: an alert it sends is never about itself by that name. */
bool isObserver(const QString &value)
{
    static const QRegularExpression observer(u"kube-state-metrics|blackbox|cadvisor|^node(-exporter)?$|^kubelet$"_s, QRegularExpression::CaseInsensitiveOption);
    return observer.match(value).hasMatch();
}

/** A namespace that holds whatever the cluster itself needs. */
bool isOfEverybody(const QString &value)
{
    static const QStringList names { u"default"_s, u"kube-system"_s, u"monitoring"_s, u"observability"_s, u"prod"_s, u"production"_s, u"staging"_s };
    return names.contains(value, Qt::CaseInsensitive);
}

/** The host of an address, without what its path and query say; anything else as it is. */
QString hostIn(const QString &value)
{
    static const QRegularExpression address(u"^[a-z][a-z0-9+.-]*://(?:[^/@]*@)?([^/?#]*)"_s, QRegularExpression::CaseInsensitiveOption);
    const auto match = address.match(value);
    return match.hasMatch() ? match.captured(1) : value;
}

/** Labels that every alert of a place or a sender has: no value of theirs names what is affected. */
bool namesNothing(const QString &label)
{
    static const QStringList labels { u"alertname"_s, u"severity"_s,   u"priority"_s, u"level"_s,     u"env"_s,        u"environment"_s,
                                      u"stage"_s,     u"region"_s,     u"zone"_s,     u"cluster"_s,   u"site"_s,       u"datacenter"_s,
                                      u"team"_s,      u"owner"_s,      u"squad"_s,    u"prometheus"_s, u"alertgroup"_s, u"rule_group"_s,
                                      u"monitor"_s,   u"receiver"_s,   u"status"_s,   u"state"_s,     u"reason"_s,     u"code"_s,
                                      u"endpoint"_s,  u"metrics_path"_s, u"device"_s, u"mountpoint"_s, u"fstype"_s,    u"tier"_s,
                                      u"image"_s,     u"image_id"_s,   u"handler"_s,  u"path"_s,
                                      u"route"_s,     u"method"_s,     u"verb"_s,     u"version"_s,   u"uid"_s,        u"id"_s,
                                      u"quantile"_s,  u"le"_s,         u"interface"_s, u"protocol"_s, u"scheme"_s,     u"port"_s };
    return labels.contains(label, Qt::CaseInsensitive);
}

/** Where something runs, whatever it is: alone, such a word inside a name says nothing of its service. */
bool isKindOfPlace(const QString &word)
{
    static const QStringList words { u"cluster"_s, u"node"_s,     u"pod"_s,    u"host"_s, u"instance"_s, u"container"_s,
                                     u"region"_s,  u"endpoint"_s, u"server"_s, u"zone"_s, u"namespace"_s };
    return words.contains(word, Qt::CaseInsensitive);
}

/** "Kafka" of Kafka3, one of several. */
QString withoutNumber(QString run)
{
    static const QRegularExpression number(u"(?<=[A-Za-z]{3})\\d+$"_s);
    return run.remove(number);
}

class HintCollector
{
public:
    explicit HintCollector(const Weights &weights)
        : m_weights(weights)
    {
    }

    void add(const QString &name, const QString &detail, double weight, bool isPlace = false)
    {
        const QString key = nameKey(name);
        if (key.size() < 2 || isFolderOfAnything(key) || isStopWord(key))
            return;
        const auto known = m_places.constFind(key);
        if (known == m_places.cend()) {
            m_places.insert(key, m_hints.size());
            m_hints.append({ key, detail, weight, isPlace });
        } else if (weight > m_hints[*known].weight) {
            m_hints[*known] = { key, detail, weight, isPlace };
        }
    }

    /** Every run of neighbouring words of @p text: the first @p most; @p share of the weight they have in a name. */
    void addRuns(const QString &text, const QString &where, qsizetype most = maximumWords, double share = 1, bool isPlace = false)
    {
        const QStringList words = spelledOut(text).split(u' ', Qt::SkipEmptyParts).mid(0, most);
        for (qsizetype first = 0; first < words.size(); ++first) {
            for (qsizetype count = 1; count <= std::min(longestRun, words.size() - first); ++count) {
                const QString run = words.mid(first, count).join(u' ');
                if (count == 1 && isKindOfPlace(run))
                    continue;
                const double weight = first == 0 ? m_weights.serviceBegins : m_weights.serviceInside;
                const QString detail = u"%1 in %2"_s.arg(run.toLower(), where);
                const double worth = share * weight + m_weights.perFurtherWord * double(count - 1);
                add(run, detail, worth, isPlace);
                if (const QString unnumbered = withoutNumber(run); unnumbered != run)
                    add(unnumbered, detail, worth, isPlace);
            }
        }
    }

    QList<ServiceHint> sorted()
    {
        std::stable_sort(m_hints.begin(), m_hints.end(),
                         [](const ServiceHint &a, const ServiceHint &b) { return a.weight > b.weight; });
        return m_hints.mid(0, mostHints);
    }

private:
    const Weights &m_weights;
    QList<ServiceHint> m_hints;
    QHash<QString, qsizetype> m_places;
};

/** What tells that @p value is its service: a label, the sender's own field, or what the catalogue knows. */
QString serviceDetail(const Alert &alert, const QString &label, const QString &value)
{
    if (!label.isEmpty())
        return u"label %1=%2"_s.arg(label, value);
    return alert.serviceReason.isEmpty() ? u"its service is %1"_s.arg(value) : alert.serviceReason;
}

} // namespace

QList<ServiceHint> serviceHints(const Alert &alert, const Catalog &catalog, const Weights &weights)
{
    HintCollector hints(weights);
    for (const auto &[label, value] : serviceLabels(alert)) {
        if (isObserver(value))
            continue;
        const QString detail = serviceDetail(alert, label, value);
        const bool isPart = label == u"component"; // often a part of the service, or what it calls
        const double weight = isPart ? weights.component : weights.service;
        hints.add(value, detail, weight);
        if (const Service *known = catalog.find(value))
            hints.add(known->name, detail, weight);
        hints.addRuns(value, label.isEmpty() ? u"its service's name"_s : u"label "_s + label);
    }
    if (const ServiceChoice choice = chooseService(alert, catalog); !choice.service.isEmpty())
        hints.add(choice.service, choice.reason.isEmpty() ? u"its service"_s : choice.reason, weights.service);
    for (const auto &[label, value] : alert.labels) {
        if (isObserver(value))
            continue;
        if (namesWorkload(label))
            hints.add(value, u"label %1=%2"_s.arg(label, value), weights.workload);
        // "sidekiq-prod", "redis-6d8f9c-x2x4z", "pgbouncer-1.db.example:9127": what runs is called by its service's name and more.
        const QString name = hostIn(value);
        if (!namesNothing(label) && !name.contains(u' ') && !name.contains(u'=') && !(label == u"namespace" && isOfEverybody(value)))
            hints.addRuns(name, u"label %1"_s.arg(label), wordsOfLabel, namesWorkload(label) ? weights.shareOfWorkload : weights.shareOfPlace,
                          !namesWorkload(label));
    }
    hints.addRuns(alert.name, u"the alert's name"_s);
    for (const QString &text : { u"summary"_s, u"title"_s, u"message"_s })
        hints.addRuns(alert.annotations.value(text), u"the "_s + text, maximumWords, weights.shareOfSentence, true);
    return hints.sorted();
}

} // namespace Handrail
