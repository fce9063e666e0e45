// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/alertterms.h"

#include "matching/vocabulary.h"
#include "search/runbookindex.h"
#include "search/searchwords.h"

#include <QHash>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumTextLength = 16 * 1024; ///< a pasted log says no more in its second part
constexpr qsizetype maximumNamesLength = 4 * 1024; ///< other alerts that a text mentions stand at its beginning
constexpr qsizetype maximumNames = 32; ///< each is looked for in the text of every runbook that is weighed
constexpr qsizetype maximumValues = 200; ///< of labels, taken out of each text
constexpr qsizetype maximumTypedLength = 2 * 1024; ///< nobody types more of an alert than that
constexpr qsizetype maximumTerms = 64;

bool isSummary(const QString &annotation)
{
    return annotation == u"summary" || annotation == u"title" || annotation == u"message";
}

/** An annotation that is an address, a command or a reference, and no sentence. */
bool isNoProse(const QString &annotation, const QString &value)
{
    return value.startsWith(u"http://") || value.startsWith(u"https://") || annotation.contains(u"url", Qt::CaseInsensitive)
        || annotation.contains(u"query", Qt::CaseInsensitive);
}

/** Where something happened, in a value of its own kind: worker-5d4b-9qk2z, 10.0.0.1:9100, payments-prod/web. */
bool looksLikePlace(QStringView token)
{
    const auto has = [token](auto predicate) { return std::any_of(token.begin(), token.end(), predicate); };
    const bool joined = has([](QChar c) { return c == u'-' || c == u'.' || c == u':' || c == u'/' || c == u'_' || c == u'@'; });
    return joined && has([](QChar c) { return c.isDigit(); });
}

/** The labels whose values say what is affected in the sender's own words; all others' say where. */
bool saysWhat(const QString &label)
{
    static const QStringList labels { u"service"_s, u"app"_s, u"application"_s, u"component"_s, u"system"_s,
                                      u"app_kubernetes_io_name"_s, u"service_name"_s, u"product"_s };
    return labels.contains(label, Qt::CaseInsensitive);
}

/** Labels every alert has: their names say nothing. */
bool isEverywhere(const QString &label)
{
    static const QStringList labels { u"alertname"_s, u"severity"_s, u"namespace"_s,  u"instance"_s,   u"job"_s,
                                      u"cluster"_s,   u"env"_s,      u"environment"_s, u"region"_s,    u"team"_s,
                                      u"pod"_s,       u"host"_s,     u"hostname"_s,   u"prometheus"_s, u"name"_s,
                                      u"service"_s,   u"app"_s,      u"component"_s,  u"priority"_s,   u"endpoint"_s,
                                      u"container"_s, u"node"_s,     u"site"_s,       u"tier"_s,       u"level"_s };
    return labels.contains(label, Qt::CaseInsensitive);
}

/** What a label speaks for whose name is not the word that runbooks have for it; empty for all others. */
QString spokenForBy(const QString &label)
{
    static const QHash<QString, QString> subjects {
        { u"persistentvolumeclaim"_s, u"volume filesystem"_s }, { u"persistentvolume"_s, u"volume"_s },
        { u"mountpoint"_s, u"filesystem disk"_s },              { u"fstype"_s, u"filesystem"_s },
        { u"device"_s, u"disk network"_s },                     { u"horizontalpodautoscaler"_s, u"hpa autoscaler replicas"_s },
        { u"consumergroup"_s, u"consumer lag"_s },              { u"consumer_group"_s, u"consumer lag"_s },
        { u"topic"_s, u"messages"_s },                          { u"queue"_s, u"messages"_s },
        { u"datname"_s, u"database"_s },                        { u"job_name"_s, u"job"_s },
        { u"statefulset"_s, u"replicas"_s },                    { u"deployment"_s, u"replicas rollout"_s },
        { u"resourcequota"_s, u"quota"_s },                     { u"bucket"_s, u"storage"_s },
    };
    return subjects.value(label.toLower());
}

/** A word that can mean something: not a number, a unit after one, a hash. */
bool isTelling(const QString &word)
{
    if (word.size() < 2 || isStopWord(word))
        return false;
    const auto digits = std::count_if(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    if (digits == 0)
        return true;
    return digits * 2 <= word.size() && word.size() <= 6 && !word.front().isDigit(); // "s3", "etcd3", not "1h", "9qk2z"
}

class TermCollector
{
public:
    explicit TermCollector(const Alert &alert)
    {
        for (const auto &[label, value] : alert.labels) {
            if (value.size() > 2 && !isPlainWord(value) && label != u"alertname" && m_values.size() < maximumValues)
                m_values.append(value);
        }
        std::sort(m_values.begin(), m_values.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    }

    void addText(const QString &text, double weight)
    {
        QString clean = text.left(maximumTextLength);
        for (const QString &value : m_values)
            clean.replace(value, u" "_s);
        for (const QStringView token : QStringView(clean).tokenize(u' ')) {
            if (!looksLikePlace(token))
                addWords(token, weight);
        }
    }

    void addWords(QStringView text, double weight)
    {
        for (const QString &word : searchWordsOf(text)) {
            if (isTelling(word))
                add({ stemOf(word), word, weight, {} });
        }
    }

    void addMeant(const QString &text, double weight)
    {
        for (const auto &[word, phrase] : meantWords(text.left(maximumTypedLength)))
            add({ stemOf(word), word, weight, phrase });
    }

    QList<AlertTerm> terms() const { return m_terms.first(std::min(m_terms.size(), maximumTerms)); }

private:
    /** A value that is a word of the language, such as "kubelet" or "warning", is not cut out of sentences. */
    static bool isPlainWord(const QString &value)
    {
        return std::all_of(value.begin(), value.end(), [](QChar c) { return c.isLetter(); });
    }

    void add(const AlertTerm &term)
    {
        const auto known = m_places.constFind(term.stem);
        if (known == m_places.cend()) {
            m_places.insert(term.stem, m_terms.size());
            m_terms.append(term);
        } else {
            m_terms[*known].weight = std::max(m_terms[*known].weight, term.weight);
        }
    }

    QStringList m_values; ///< of labels, the longest first
    QList<AlertTerm> m_terms;
    QHash<QString, qsizetype> m_places;
};

} // namespace

bool isTyped(const Alert &alert)
{
    return alert.name.isEmpty() && alert.labels.isEmpty();
}

QList<AlertTerm> alertTerms(const Alert &alert, const Weights &weights)
{
    TermCollector collector(alert);
    if (alert.name.contains(u' '))
        collector.addText(alert.name, weights.nameTerm);
    else // "ledger-5xx" is no place
        collector.addWords(alert.name, weights.nameTerm);
    for (const auto &[name, value] : alert.annotations) {
        if (isSummary(name))
            collector.addText(value, weights.summaryTerm);
    }
    for (const auto &[name, value] : alert.annotations) {
        if (!isSummary(name) && !isNoProse(name, value))
            collector.addText(value, weights.descriptionTerm);
    }
    for (const auto &[label, value] : alert.labels) {
        if (saysWhat(label) && !looksLikePlace(value))
            collector.addWords(value, weights.labelValueTerm);
        if (!isEverywhere(label))
            collector.addWords(label, weights.labelNameTerm);
        collector.addWords(spokenForBy(label), weights.spokenForTerm);
    }
    if (isTyped(alert)) {
        for (const auto &[name, value] : alert.annotations)
            collector.addMeant(value, weights.meantTerm);
    }
    return collector.terms();
}

QStringList alertNames(const Alert &alert)
{
    QStringList names;
    if (!alert.name.isEmpty())
        names.append(alert.name);
    const auto addMentioned = [&names](const QString &text) {
        for (const QStringView token : QStringView(text).left(maximumNamesLength).tokenize(u' ')) {
            if (names.size() >= maximumNames)
                return;
            const QString name = alertNameOf(token);
            if (!name.isEmpty() && spelledOut(name).count(u' ') >= 2 && !names.contains(name))
                names.append(name);
        }
    };
    addMentioned(alert.name); // "KubePodCrashLooping: web-0 restarts" of senders whose name is a sentence
    for (const auto &[annotation, value] : alert.annotations) {
        if (!isNoProse(annotation, value))
            addMentioned(value);
    }
    return names;
}

QList<Labels::Pair> serviceLabels(const Alert &alert)
{
    QList<Labels::Pair> found;
    if (!alert.service.isEmpty()) {
        const auto named = std::find_if(alert.labels.begin(), alert.labels.end(),
                                        [&alert](const auto &pair) { return pair.second == alert.service; });
        found.append({ named == alert.labels.end() ? QString() : named->first, alert.service });
    }
    for (const auto &[label, value] : alert.labels) {
        const bool isNew = std::none_of(found.begin(), found.end(),
                                        [&value = value](const auto &pair) { return pair.second == value; });
        if (saysWhat(label) && !value.isEmpty() && isNew)
            found.append({ label, value });
    }
    return found;
}

} // namespace Handrail
