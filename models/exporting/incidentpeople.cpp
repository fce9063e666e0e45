// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/incidentpeople.h"

#include "exporting/markdowntext.h"
#include "incident/notemarks.h"

#include <QRegularExpression>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QString roleOf(const QString &name, const Incident &incident)
{
    QStringList roles;
    for (const QString &role : { u"lead"_s, u"scribe"_s }) {
        if (incident.roles.value(role) == name)
            roles.append(role);
    }
    return roles.join(u" and "_s);
}

class People
{
public:
    explicit People(const Incident &incident)
        : m_incident(incident)
    {
    }

    IncidentPerson &named(const QString &name)
    {
        const auto known = std::find_if(m_all.begin(), m_all.end(),
                                        [&name](const IncidentPerson &person) { return person.name.compare(name, Qt::CaseInsensitive) == 0; });
        if (known != m_all.end())
            return *known;
        m_all.append({ name, roleOf(name, m_incident) });
        return m_all.last();
    }

    QList<IncidentPerson> all() const { return m_all; }

private:
    const Incident &m_incident;
    QList<IncidentPerson> m_all;
};

QSet<QString> standingMarks(const Incident &incident)
{
    QSet<QString> ids;
    const QList<FollowedRunbook> followed = incident.runbooks();
    for (const FollowedRunbook &runbook : followed) {
        for (const StepMark &mark : runbook.steps) {
            if (mark.state != "todo"_L1)
                ids.insert(mark.entryId);
        }
    }
    return ids;
}

void addActors(const Incident &incident, People &people)
{
    const QSet<QString> standing = standingMarks(incident);
    for (const TimelineEntry &entry : incident.entries) {
        if (entry.actor.isEmpty())
            continue;
        IncidentPerson &person = people.named(entry.actor);
        person.steps += standing.contains(entry.id);
        person.notes += entry.kind == TimelineEntry::Kind::NoteAdded;
    }
}

void addNamed(const Incident &incident, People &people)
{
    for (const TimelineEntry &entry : incident.entries) {
        if (entry.kind != TimelineEntry::Kind::NoteAdded)
            continue;
        const QString text = asCorrected(entry, incident.corrections).payload.value("text"_L1).toString();
        const QList<NoteMark> marks = noteMarks(text);
        for (const NoteMark &mark : marks) {
            if (mark.kind == NoteMark::Kind::Person)
                people.named(mark.word);
        }
    }
}

/** @p name as a whole word, with or without an @ before it; in Markdown some of its characters may have got a backslash. */
QString patternOf(const QString &name)
{
    const QString written = QRegularExpression::escape(name);
    const QString inMarkdown = QRegularExpression::escape(MarkdownText::line(name));
    return written == inMarkdown ? written : inMarkdown + u'|' + written;
}

} // namespace

QList<IncidentPerson> peopleOf(const Incident &incident)
{
    People people(incident);
    addActors(incident, people);
    addNamed(incident, people);
    return people.all();
}

QHash<QString, QString> roleNamesOf(const Incident &incident)
{
    QHash<QString, QString> roles;
    int responders = 0;
    int colleagues = 0;
    const QList<IncidentPerson> people = peopleOf(incident);
    for (const IncidentPerson &person : people) {
        const bool tookPart = std::any_of(incident.entries.begin(), incident.entries.end(),
                                          [&person](const TimelineEntry &entry) { return entry.actor == person.name; });
        if (!person.role.isEmpty())
            roles.insert(person.name, u"the "_s + person.role);
        else
            roles.insert(person.name, tookPart ? u"responder %1"_s.arg(++responders) : u"colleague %1"_s.arg(++colleagues));
    }
    return roles;
}

QString withRoles(const QString &markdown, const QHash<QString, QString> &roles)
{
    QStringList names = roles.keys();
    names.removeAll(QString());
    if (names.isEmpty())
        return markdown;
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    QStringList patterns;
    for (const QString &name : std::as_const(names))
        patterns.append(u'(' + patternOf(name) + u')'); // one group each: its number tells the name
    const QRegularExpression anyName(u"(?<![\\p{L}\\p{N}_])@?(?:%1)(?![\\p{L}\\p{N}_])"_s.arg(patterns.join(u'|')),
                                     QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    QString result;
    qsizetype from = 0;
    auto matches = anyName.globalMatch(markdown);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(markdown).sliced(from, match.capturedStart() - from);
        result += roles.value(names.at(match.lastCapturedIndex() - 1));
        from = match.capturedEnd();
    }
    return result.append(QStringView(markdown).sliced(from));
}

} // namespace Handrail
