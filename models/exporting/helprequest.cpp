// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/helprequest.h"

#include "exporting/redaction.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownNotes = 5; ///< the latest: a message is read on a telephone
constexpr qsizetype longestNote = 400;

QString utcTime(const QDateTime &at)
{
    return at.toUTC().toString(u"HH:mm"_s) + u" UTC"_s;
}

QString headOf(const Incident &incident)
{
    const QString severity = incident.severity.isEmpty() || incident.severity == u"unknown" ? QString() : u" (%1)"_s.arg(incident.severity);
    return u"Help wanted: "_s + incident.title.simplified() + severity + u", since "_s
        + incident.startedAt.toUTC().toString(u"yyyy-MM-dd HH:mm"_s) + u" UTC\n"_s;
}

QString serviceLine(const Incident &incident, const Ownership &ownership)
{
    if (incident.service.isEmpty())
        return {};
    QStringList facts { u"Service: "_s + incident.service };
    facts.append(ownership.owner.isEmpty() ? u"nobody is named as owner"_s : u"owner "_s + ownership.owner);
    if (!ownership.contact.isEmpty())
        facts.append(u"contact "_s + ownership.contact);
    if (!ownership.onCall.person.isEmpty())
        facts.append(u"on call "_s + ownership.onCall.person);
    return facts.join(u", "_s) + u'\n';
}

QString alertLine(const Incident &incident)
{
    const QJsonObject annotations = incident.alert.value("annotations"_L1).toObject();
    for (const QString &name : { u"summary"_s, u"description"_s, u"message"_s }) {
        if (const QString text = annotations.value(name).toString().simplified(); !text.isEmpty())
            return u"Alert: "_s + masked(text).left(longestNote) + u'\n';
    }
    return {};
}

QString stepsDone(const Incident &incident, const Procedure &procedure, const QString &currentStep)
{
    QString done;
    QString now;
    int number = 0;
    for (const Phase &phase : procedure.phases) {
        for (const Step &step : phase.steps) {
            ++number;
            const StepMark mark = incident.steps.value(step.id);
            const QString line = u"%1 %2"_s.arg(QString::number(number), step.title.simplified());
            if (!mark.state.isEmpty() && mark.state != u"todo") {
                const QString reason = mark.reason.isEmpty() ? QString() : u": "_s + mark.reason.simplified();
                done += u"- %1 %2 (%3)%4\n"_s.arg(mark.state, line, utcTime(mark.at), reason);
            } else if (step.id == currentStep) {
                now = u"Now at step "_s + line + u'\n';
            }
        }
    }
    return (done.isEmpty() ? QString() : u"Done so far:\n"_s + done) + now;
}

QString latestNotes(const Incident &incident)
{
    QStringList notes;
    for (auto entry = incident.entries.crbegin(); entry != incident.entries.crend() && notes.size() < shownNotes; ++entry) {
        if (entry->kind == TimelineEntry::Kind::NoteAdded) {
            const QJsonObject note = asCorrected(*entry, incident.corrections).payload;
            const QString text = masked(note.value("text"_L1).toString().simplified()).left(longestNote); // first: half a secret is none to the rules
            notes.prepend(u"- %1 (%2)\n"_s.arg(text, utcTime(entry->happenedAt)));
        }
    }
    return notes.isEmpty() ? QString() : u"Seen and noted:\n"_s + notes.join(QString());
}

} // namespace

QString helpRequest(const Incident &incident, const Procedure &procedure, const Ownership &ownership, const QString &currentStep,
                    const QString &question)
{
    QString text = headOf(incident) + serviceLine(incident, ownership) + alertLine(incident);
    if (!incident.runbook.isEmpty())
        text += u"Runbook: "_s + incident.runbook.title + u" ("_s + incident.runbook.path + u")\n"_s;
    text += stepsDone(incident, procedure, currentStep) + latestNotes(incident);
    text += u"Question: "_s + (question.trimmed().isEmpty() ? u"What would you look at next?"_s : question.simplified()) + u'\n';
    return masked(text);
}

} // namespace Handrail
