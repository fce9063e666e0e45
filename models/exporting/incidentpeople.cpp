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
        const qsizetype place = m_places.value(name.toLower(), m_all.size());
        if (place == m_all.size()) {
            m_places.insert(name.toLower(), place);
            m_all.append({ name, roleOf(name, m_incident) });
        }
        return m_all[place];
    }

    QList<IncidentPerson> all() const { return m_all; }

private:
    const Incident &m_incident;
    QList<IncidentPerson> m_all;
    QHash<QString, qsizetype> m_places; ///< by the name in lower case
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
        person.tookPart = true;
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
        const QString name = person.tookPart ? person.name : u'@' + person.name; // "here" and "all" are words, "@here" is a person
        if (!person.role.isEmpty())
            roles.insert(name, u"the "_s + person.role);
        else
            roles.insert(name, person.tookPart ? u"responder %1"_s.arg(++responders) : u"colleague %1"_s.arg(++colleagues));
    }
    return roles;
}

QString withRoles(const QString &markdown, const QHash<QString, QString> &roles)
{
    // One fixed pattern for a word, however many names there are; a name of several words is tried from the longest.
    static const QRegularExpression word(u"@?(?:[\\p{L}\\p{N}_]|\\\\(?=_))++"_s, QRegularExpression::UseUnicodePropertiesOption);
    QHash<QString, QString> byName; // lower case, with the @ of those who are only named
    qsizetype mostWords = 0;
    for (auto role = roles.cbegin(); role != roles.cend(); ++role) {
        for (const QString &name : { role.key(), MarkdownText::line(role.key()) }) {
            byName.insert(name.toLower(), role.value());
            mostWords = std::max(mostWords, name.count(word));
        }
    }
    byName.remove(QString());
    if (byName.isEmpty())
        return markdown;
    struct Word
    {
        qsizetype start;
        qsizetype end;
    };
    QList<Word> words;
    for (auto matches = word.globalMatch(markdown); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        words.append({ match.capturedStart(), match.capturedEnd() });
    }
    QString result;
    qsizetype from = 0;
    for (qsizetype at = 0; at < words.size(); ++at) {
        for (qsizetype count = std::min(mostWords, words.size() - at); count > 0; --count) {
            const qsizetype start = words[at].start;
            const QString said = markdown.sliced(start, words[at + count - 1].end - start).toLower();
            auto role = byName.constFind(said);
            if (role == byName.cend() && said.startsWith(u'@'))
                role = byName.constFind(said.sliced(1));
            if (role == byName.cend())
                continue;
            result += QStringView(markdown).sliced(from, start - from);
            result += *role;
            from = words[at + count - 1].end;
            at += count - 1;
            break;
        }
    }
    return result.append(QStringView(markdown).sliced(from));
}

} // namespace Handrail
