// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/placeholders.h"

#include <QStringList>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Names that mean one thing: what a placeholder may be called, and the labels that hold it, the best first. */
struct Synonyms
{
    QStringList names;
    QStringList labels;
};

const QList<Synonyms> &synonyms()
{
    static const QList<Synonyms> table = {
        { { u"pod"_s, u"pod-name"_s, u"podname"_s }, { u"pod"_s, u"pod-name"_s, u"kubernetes-pod-name"_s, u"exported-pod"_s } },
        { { u"namespace"_s, u"ns"_s, u"namespace-name"_s, u"k8s-namespace"_s, u"pod-namespace"_s },
          { u"namespace"_s, u"exported-namespace"_s, u"kubernetes-namespace"_s, u"ns"_s } },
        { { u"node"_s, u"node-name"_s, u"nodename"_s }, { u"node"_s, u"node-name"_s, u"nodename"_s, u"kubernetes-node"_s } },
        { { u"instance"_s, u"instance-name"_s }, { u"instance"_s, u"instance-name"_s } },
        { { u"instance-id"_s, u"instanceid"_s }, { u"instance-id"_s, u"instanceid"_s } },
        { { u"cluster"_s, u"cluster-name"_s, u"clustername"_s }, { u"cluster"_s, u"cluster-name"_s } },
        { { u"deployment"_s, u"deployment-name"_s, u"deploy"_s }, { u"deployment"_s, u"deployment-name"_s } },
        { { u"statefulset"_s, u"statefulset-name"_s, u"sts"_s }, { u"statefulset"_s } },
        { { u"daemonset"_s, u"daemonset-name"_s, u"ds"_s }, { u"daemonset"_s } },
        { { u"service"_s, u"service-name"_s, u"svc"_s }, { u"service"_s, u"service-name"_s, u"svc"_s } },
        // "job" in Prometheus is what is scraped; a Kubernetes job is "job_name".
        { { u"job-name"_s, u"jobname"_s }, { u"job-name"_s } },
        { { u"job"_s }, { u"job-name"_s, u"job"_s } },
        { { u"cronjob"_s, u"cronjob-name"_s }, { u"cronjob"_s } },
        { { u"container"_s, u"container-name"_s }, { u"container"_s, u"container-name"_s } },
        { { u"host"_s, u"hostname"_s, u"host-name"_s, u"server"_s, u"server-name"_s },
          { u"host"_s, u"hostname"_s, u"host-name"_s, u"server"_s, u"nodename"_s } },
        { { u"pvc"_s, u"pvc-name"_s, u"persistentvolumeclaim"_s, u"claim-name"_s }, { u"persistentvolumeclaim"_s, u"pvc"_s } },
        { { u"pv"_s, u"pv-name"_s, u"persistentvolume"_s }, { u"persistentvolume"_s, u"pv"_s } },
        { { u"region"_s, u"aws-region"_s }, { u"region"_s, u"aws-region"_s } },
        { { u"env"_s, u"environment"_s }, { u"environment"_s, u"env"_s } },
    };
    return table;
}

/** "<your-namespace>" and "<the namespace>" ask for the namespace. */
QString bareKey(const QString &name)
{
    QString key = placeholderKey(name);
    for (const QString &prefix : { u"your-"_s, u"my-"_s, u"the-"_s, u"target-"_s, u"affected-"_s }) {
        if (key.startsWith(prefix))
            key = key.sliced(prefix.size());
    }
    return key;
}

QStringList labelsFor(const QString &key)
{
    for (const Synonyms &row : synonyms()) {
        if (row.names.contains(key))
            return row.labels;
    }
    return {};
}

QHash<QString, QString> labelNamesByKey(const QHash<QString, QString> &labels)
{
    QStringList names = labels.keys();
    names.sort();
    QHash<QString, QString> byKey;
    for (const QString &name : std::as_const(names)) {
        if (const QString key = placeholderKey(name); !byKey.contains(key))
            byKey.insert(key, name);
    }
    return byKey;
}

bool isTypable(const QString &value)
{
    return !value.isEmpty() && !value.startsWith(u'-')
        && std::none_of(value.begin(), value.end(), [](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
}

/** What the user typed wins over the alert: it was typed because the alert's value was missing or wrong. */
ParameterValue valueFor(const QString &name, const KnownValues &known)
{
    const QString key = placeholderKey(name);
    const QString bare = bareKey(name);
    for (const QString &typedKey : { key, bare }) {
        const QString typed = known.typed.value(typedKey);
        if (isTypable(typed))
            return { name, typed, ParameterValue::Origin::Typed, {} };
    }
    const QHash<QString, QString> names = labelNamesByKey(known.labels);
    const QStringList candidates = QStringList { key, bare } + labelsFor(bare);
    const QStringList synonymsFirst = labelsFor(bare).isEmpty() ? candidates : labelsFor(bare) + candidates;
    for (const QString &candidate : synonymsFirst) {
        const auto label = names.constFind(candidate);
        if (label == names.constEnd() || known.labels.value(*label).isEmpty())
            continue;
        const QString value = known.labels.value(*label);
        const auto origin = isSafeValue(value) ? ParameterValue::Origin::Alert : ParameterValue::Origin::Refused;
        return { name, value, origin, *label };
    }
    return { name, {}, ParameterValue::Origin::Missing, {} };
}

/** "-<flag>": a value there would be an option. */
bool startsOption(const QString &command, TextSpan span)
{
    qsizetype at = span.start;
    while (at > 0 && command[at - 1] == u'-')
        --at;
    return at < span.start && (at == 0 || command[at - 1].isSpace());
}

struct Place
{
    TextSpan span;
    qsizetype parameter;
};

} // namespace

FilledCommand fill(const QString &command, const QString &language, const KnownValues &values)
{
    FilledCommand result;
    QList<Place> places;
    const QList<Placeholder> placeholders = placeholdersOf(command, language);
    for (const Placeholder &placeholder : placeholders) {
        result.parameters.append(valueFor(placeholder.name, values));
        for (const TextSpan span : placeholder.spans)
            places.append({ span, result.parameters.size() - 1 });
    }
    std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.span.start < b.span.start; });

    qsizetype copied = 0;
    for (const Place &place : std::as_const(places)) {
        if (place.span.start < copied)
            continue; // inside another placeholder
        const ParameterValue &parameter = result.parameters.at(place.parameter);
        const bool isKnown = parameter.origin == ParameterValue::Origin::Alert || parameter.origin == ParameterValue::Origin::Typed;
        result.text += QStringView(command).sliced(copied, place.span.start - copied);
        const QString written = isKnown && !startsOption(command, place.span) ? parameter.value
                                                                              : command.mid(place.span.start, place.span.length);
        auto &spans = isKnown && !startsOption(command, place.span) ? result.filled : result.open;
        spans.append({ result.text.size(), written.size() });
        result.text += written;
        copied = place.span.end();
    }
    result.text += QStringView(command).sliced(copied);
    return result;
}

} // namespace Handrail
