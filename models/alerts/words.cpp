// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/words.h"

#include "alerts/alert.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestWord = 60; // longer texts are sentences: their words mean nothing by themselves

template <typename Value> using Vocabulary = QHash<QString, Value>;

template <typename Value> void add(Vocabulary<Value> &vocabulary, Value value, QStringView words)
{
    for (const QStringView word : words.split(u' '))
        vocabulary.insert(word.toString(), value);
}

const Vocabulary<Severity> &severityWords()
{
    static const Vocabulary<Severity> words = [] {
        Vocabulary<Severity> all;
        add(all, Severity::Critical,
            u"critical crit page p0 p1 sev0 sev1 s0 s1 fatal emergency emerg panic disaster alert urgent "
            u"blocker highest");
        add(all, Severity::High, u"high error err major p2 sev2 severe");
        add(all, Severity::Warning, u"warning warn medium moderate minor p3 average degraded");
        add(all, Severity::Info,
            u"info information informational notice low lowest debug trace p4 p5 sev3 sev4 sev5 ok okay up "
            u"normal clear "
            u"cleared resolved notclassified healthy");
        return all;
    }();
    return words;
}

const Vocabulary<AlertStatus> &statusWords()
{
    static const Vocabulary<AlertStatus> words = [] {
        Vocabulary<AlertStatus> all;
        add(all, AlertStatus::Firing,
            u"firing fired fire alerting active activated activate triggered trigger retriggered open opened "
            u"reopened reopen "
            u"problem alarm inalarm anomalous down unreachable failed failing failure created create new "
            u"started start ongoing "
            u"investigating identified unresolved raised raise breached breach violated escalated unhealthy "
            u"offline nodata "
            u"notresponding unresponsive unavailable timedout unprocessed suppressed degraded outage warn "
            u"alert");
        add(all, AlertStatus::Resolved,
            u"resolved resolve ok okay normal closed close recovery recovered recover up clear cleared "
            u"inactive success "
            u"succeeded healthy online available fixed ended autoresolved autoclosed");
        add(all, AlertStatus::Acknowledged,
            u"acknowledged acknowledge acknowledgement acknowledgment ack acked");
        return all;
    }();
    return words;
}

bool denies(const QStringList &words)
{
    return words.contains(u"not"_s) || words.contains(u"non"_s) || words.contains(u"no"_s);
}

} // namespace

QString foldedWord(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            folded.append(c.toLower());
    }
    return folded;
}

QStringList splitWords(QStringView text)
{
    QStringList words;
    QString word;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            word.append(c.toLower());
        else if (!word.isEmpty())
            words.append(std::exchange(word, {}));
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

Severity severityFromWord(QStringView word)
{
    if (word.size() > longestWord)
        return Severity::Unknown;
    const Severity whole = severityWords().value(foldedWord(word));
    if (whole != Severity::Unknown)
        return whole;
    const QStringList words = splitWords(word); // "1 - Critical", "P1 (urgent)"
    if (words.size() > 3 || denies(words))
        return Severity::Unknown;
    for (const QString &part : words) {
        if (const Severity severity = severityWords().value(part); severity != Severity::Unknown)
            return severity;
    }
    return Severity::Unknown;
}

AlertStatus statusFromWord(QStringView word)
{
    if (word.size() > longestWord)
        return AlertStatus::Unknown;
    const AlertStatus whole = statusWords().value(foldedWord(word));
    if (whole != AlertStatus::Unknown)
        return whole;
    const QStringList words =
        splitWords(word); // "incident.triggered", "OK -> ALARM": the last one is the state now
    if (words.size() > 4 || denies(words))
        return AlertStatus::Unknown;
    for (auto part = words.rbegin(); part != words.rend(); ++part) {
        if (const AlertStatus status = statusWords().value(*part); status != AlertStatus::Unknown)
            return status;
    }
    return AlertStatus::Unknown;
}

bool isNoValue(QStringView value)
{
    const QStringView trimmed = value.trimmed();
    if (trimmed.isEmpty())
        return true;
    if (trimmed.size() > 120)
        return false;
    static const QRegularExpression nothing(
        u"^(?:null|none|nil|undefined|n/a|\"\"|''|-+|<no value>|<none>|\\[no value\\]"
        u"|\\{\\{[^{}]*\\}\\}|\\$?\\{[A-Za-z_.][\\w. ]*\\}|\\$[A-Z][A-Z_]+|\\*insert [^*]*\\*|%[A-Z_]+%)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return nothing.match(trimmed.toString()).hasMatch();
}

bool isWebAddress(QStringView value)
{
    if (!value.startsWith(u"http://"_s, Qt::CaseInsensitive)
        && !value.startsWith(u"https://"_s, Qt::CaseInsensitive))
        return false;
    return value.size() > 8 && std::none_of(value.begin(), value.end(), [](QChar c) {
               return c.isSpace() || c.unicode() < 0x20;
           });
}

QStringList webAddressesIn(const QString &text)
{
    if (!text.contains(u"://"))
        return {};
    static const QRegularExpression address(u"https?://[^\\s<>\"'`|\\x{00A0}]+"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    QSet<QString> known; // a log may hold thousands
    for (auto matches = address.globalMatch(text); matches.hasNext();) {
        QString url = matches.next().captured();
        const bool hasBrace = url.contains(u'{');
        const qsizetype opened = url.count(u'(');
        qsizetype closed = url.count(u')');
        qsizetype length = url.size();
        while (length > 0 && u".,;:!?*)]}"_s.contains(url.at(length - 1))) {
            const QChar last = url.at(length - 1);
            if ((last == u')' && opened >= closed) || (last == u'}' && hasBrace))
                break;
            closed -= last == u')' ? 1 : 0;
            --length;
        }
        url.truncate(length);
        if (isWebAddress(url) && !known.contains(url)) {
            known.insert(url);
            found.append(url);
        }
    }
    return found;
}

QString withoutEntities(const QString &text)
{
    if (!text.contains(u'&'))
        return text;
    QString plain = text;
    plain.replace(u"&lt;"_s, u"<"_s)
        .replace(u"&gt;"_s, u">"_s)
        .replace(u"&quot;"_s, u"\""_s)
        .replace(u"&#34;"_s, u"\""_s);
    plain.replace(u"&#39;"_s, u"'"_s).replace(u"&apos;"_s, u"'"_s).replace(u"&nbsp;"_s, u" "_s);
    return plain.replace(u"&amp;"_s, u"&"_s); // last, or "&amp;lt;" would be taken twice
}

} // namespace Handrail
