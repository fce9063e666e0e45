// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/pasteopener.h"

#include "alerts/envelopes.h"
#include "alerts/mailmessage.h"
#include "alerts/yamldocuments.h"

#include <QMultiHash>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestEnvelope = 8;

/** Adds what another part held. */
void append(ParsedAlerts &into, const ParsedAlerts &from)
{
    if (into.format.isEmpty() || (into.alerts.isEmpty() && !from.alerts.isEmpty()))
        into.format = from.format;
    into.alerts += from.alerts;
    for (const Problem &problem : from.problems) {
        if (!into.problems.contains(problem))
            into.problems.append(problem);
    }
}

/** A copy of an alert that is there already, equal in every field, is no second alert: texts are pasted twice, lists repeat. */
void removeCopies(QList<Alert> &alerts)
{
    QMultiHash<size_t, qsizetype> kept; // places in the list
    QList<Alert> once;
    for (const Alert &alert : std::as_const(alerts)) {
        size_t key = qHashMulti(0, alert.name, alert.fingerprint, alert.startsAt, alert.endsAt, alert.source, alert.links);
        for (const Labels &labels : { alert.labels, alert.annotations })
            key = qHashRange(labels.begin(), labels.end(), key);
        const auto [first, last] = kept.equal_range(key);
        if (std::any_of(first, last, [&](qsizetype place) { return once.at(place) == alert; }))
            continue;
        kept.insert(key, once.size());
        once.append(alert);
    }
    alerts = once;
}

/** Elements of a list that only look like alerts: what they say, if anything, no format knows. */
bool saysNothing(const Alert &alert)
{
    return titleOf(alert).isEmpty() && alert.annotations.isEmpty() && alert.links.isEmpty()
        && alert.fingerprint.isEmpty();
}

bool looksLikeBrokenJson(const QString &text)
{
    const QStringView trimmed = QStringView(text).trimmed();
    if (!trimmed.startsWith(u'{') && !trimmed.startsWith(u'['))
        return false;
    const QStringView rest = trimmed.sliced(1).trimmed();
    return !rest.isEmpty() && u"{[\"'"_s.contains(rest.front());
}

class Deeper {
public:
    explicit Deeper(int &depth)
        : m_depth(++depth)
    {
    }
    ~Deeper() { --m_depth; }
    Q_DISABLE_COPY_MOVE(Deeper)

private:
    int &m_depth;
};

} // namespace

PasteOpener::PasteOpener(const Formats &formats, const QString &only)
    : m_formats(formats)
    , m_only(only)
{
}

ParsedAlerts PasteOpener::read(const QString &text)
{
    PastedText paste;
    paste.text = text.startsWith(QChar(0xFEFF)) ? text.sliced(1) : text;
    const bool asText = m_only == u"text";
    ParsedAlerts parsed = asText ? askFormats(paste, Guessing::Allowed) : readText(paste, Guessing::Allowed);
    if (parsed.format.isEmpty())
        parsed.format = u"text"_s;
    removeCopies(parsed.alerts);
    return parsed;
}

bool PasteOpener::isAsked(const AlertFormat &format, const PastedText &paste, Guessing guessing) const
{
    if (!m_only.isEmpty())
        return format.name() == m_only;
    const bool isGuess =
        format.name() == u"json" || format.name() == u"text" || format.name() == u"cloudevents";
    return (!isGuess || guessing == Guessing::Allowed) && format.looksLikeMine(paste);
}

ParsedAlerts PasteOpener::askFormats(const PastedText &paste, Guessing guessing) const
{
    for (const auto &format : m_formats) {
        if (!isAsked(*format, paste, guessing))
            continue;
        ParsedAlerts parsed = format->parse(paste);
        parsed.format = format->name();
        for (Alert &alert : parsed.alerts) {
            if (alert.source.isEmpty())
                alert.source = format->source();
        }
        if (parsed.alerts.removeIf(saysNothing) > 0) {
            parsed.problems.append(
                { Problem::Severity::Note,
                  u"What has the form of an alert but no name, label or text was left out."_s, 0 });
        }
        return parsed;
    }
    return {};
}

ParsedAlerts PasteOpener::readText(const PastedText &paste, Guessing guessing)
{
    const Deeper deeper(m_depth);
    if (m_depth > deepestEnvelope)
        return {};
    const JsonDocuments found = findJson(paste.text);
    if (found.isAll) {
        ParsedAlerts parsed = readDocuments(found.values, guessing);
        parsed.problems = found.problems + parsed.problems;
        return parsed;
    }
    if (ParsedAlerts inside = readInside(paste, Guessing::Forbidden); !inside.alerts.isEmpty())
        return inside;
    if (ParsedAlerts known = readDocuments(found.values, Guessing::Forbidden); !known.alerts.isEmpty()) {
        known.problems = found.problems + known.problems;
        return known;
    }
    if (ParsedAlerts known = askFormats(paste, Guessing::Forbidden); !known.alerts.isEmpty())
        return known;
    const QList<QJsonValue> yaml = yamlDocuments(paste.text);
    if (ParsedAlerts known = readDocuments(yaml, Guessing::Forbidden); !known.alerts.isEmpty())
        return known;
    if (guessing == Guessing::Forbidden)
        return {};
    if (ParsedAlerts inside = readInside(paste, guessing); !inside.alerts.isEmpty())
        return inside;
    if (ParsedAlerts guessed = readDocuments(found.values, guessing); !guessed.alerts.isEmpty()) {
        guessed.problems = found.problems + guessed.problems;
        return guessed;
    }
    if (ParsedAlerts guessed = readDocuments(yaml, guessing); !guessed.alerts.isEmpty())
        return guessed;
    ParsedAlerts parsed = askFormats(paste, guessing);
    if (looksLikeBrokenJson(paste.text))
        parsed.problems.append(
            { Problem::Severity::Warning, u"This could not be read as JSON; it was kept as text."_s, 1 });
    return parsed;
}

/** Code fences, mails and forms. */
ParsedAlerts PasteOpener::readInside(const PastedText &paste, Guessing guessing)
{
    ParsedAlerts parsed;
    QStringList texts = fencedTexts(paste.text) + formValues(paste.text);
    for (const QString &text : texts) {
        PastedText inside;
        inside.text = text;
        inside.subject = paste.subject;
        append(parsed, readText(inside, guessing));
    }
    for (Problem &problem : parsed.problems)
        problem.line = 0; // it counts from the fence, which helps nobody
    if (!texts.isEmpty() || !paste.subject.isEmpty())
        return parsed;
    if (const auto mail = readMail(paste.text)) {
        PastedText inside;
        inside.text = mail->body;
        inside.subject = mail->subject;
        append(parsed, readText(inside, guessing));
    }
    return parsed;
}

ParsedAlerts PasteOpener::readDocuments(const QList<QJsonValue> &documents, Guessing guessing)
{
    ParsedAlerts parsed;
    for (const QJsonValue &document : documents)
        append(parsed, readJson(document, {}, guessing));
    return parsed;
}

ParsedAlerts PasteOpener::readJson(const QJsonValue &json, const QString &subject, Guessing guessing)
{
    const Deeper deeper(m_depth);
    if (m_depth > deepestEnvelope)
        return {};
    if (json.isString()) {
        PastedText inside;
        inside.text = json.toString();
        inside.subject = subject;
        return readText(inside, guessing);
    }
    return json.isArray() ? readArray(json, subject, guessing)
                          : readObject(json.toObject(), subject, guessing);
}

ParsedAlerts PasteOpener::readObject(const QJsonObject &object, const QString &subject, Guessing guessing)
{
    if (const auto opened = openEnvelope(object)) {
        ParsedAlerts parsed;
        parsed.problems = opened->problems;
        for (const PastedText &inside : opened->inside) {
            append(parsed,
                   inside.json.isUndefined() ? readText(inside, guessing)
                                             : readJson(inside.json, inside.subject, guessing));
        }
        if (parsed.alerts.isEmpty())
            parsed.format = opened->format;
        return parsed;
    }
    PastedText paste;
    paste.json = object;
    paste.subject = subject;
    if (ParsedAlerts known = askFormats(paste, Guessing::Forbidden); !known.format.isEmpty())
        return known;
    for (const QJsonValue &payload : wrappedPayloads(object)) {
        if (ParsedAlerts known = readJson(payload, subject, Guessing::Forbidden); !known.alerts.isEmpty())
            return known;
    }
    return askFormats(paste, guessing);
}

ParsedAlerts PasteOpener::readArray(const QJsonValue &array, const QString &subject, Guessing guessing)
{
    PastedText paste;
    paste.json = array;
    paste.subject = subject;
    if (ParsedAlerts known = askFormats(paste, Guessing::Forbidden); !known.format.isEmpty())
        return known;
    ParsedAlerts parsed;
    const QJsonArray elements = array.toArray();
    for (const QJsonValue &element : elements) {
        if (element.isObject() || element.isArray())
            append(parsed, readJson(element, subject, guessing));
    }
    return parsed;
}

} // namespace Handrail
