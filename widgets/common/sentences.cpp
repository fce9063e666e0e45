// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/sentences.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShownOutput = 300;
constexpr qsizetype longestShownCorrection = 60; ///< the note itself shows all of it

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("Sentences", text, nullptr, n);
}

QString payloadText(const TimelineEntry &entry, const QString &key)
{
    return entry.payload.value(key).toString();
}

int payloadNumber(const TimelineEntry &entry)
{
    return entry.payload.value(u"number"_s).toInt();
}

Sign signOfStep(const TimelineEntry &entry)
{
    const StepState state = stepStateFromString(payloadText(entry, u"state"_s));
    const Sign sign = signOf(state);
    switch (state) {
    case StepState::Done:
        return { tr("Step %1 done").arg(payloadNumber(entry)), sign.icon, sign.token };
    case StepState::Failed:
        return { tr("Step %1 failed").arg(payloadNumber(entry)), sign.icon, sign.token };
    case StepState::Skipped:
        return { tr("Step %1 skipped").arg(payloadNumber(entry)), sign.icon, sign.token };
    case StepState::ToDo:
        break;
    }
    return { tr("Step %1 taken back").arg(payloadNumber(entry)), u"undo"_s, Token::Muted };
}

Sign signOfSeverityNow(const TimelineEntry &entry)
{
    const Sign sign = signOf(severityFromName(payloadText(entry, u"severity"_s)));
    return { tr("Severity: %1").arg(sign.word), sign.icon, sign.token };
}

} // namespace

Sign signOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return { tr("Critical"), u"severity-4"_s, Token::Danger };
    case Severity::High:
        return { tr("High"), u"severity-3"_s, Token::Danger };
    case Severity::Warning:
        return { tr("Warning"), u"severity-2"_s, Token::Warn };
    case Severity::Info:
        return { tr("Info"), u"severity-1"_s, Token::Muted };
    case Severity::Unknown:
        break;
    }
    return { tr("Not known"), u"severity-unknown"_s, Token::Muted };
}

Sign signOf(Risk risk)
{
    switch (risk) {
    case Risk::Read:
        return { tr("Look"), u"look"_s, Token::Ok };
    case Risk::Change:
        return { tr("Change"), u"change"_s, Token::Warn };
    case Risk::Destroy:
        return { tr("Destroy"), u"destroy"_s, Token::Danger };
    case Risk::Unknown:
        break;
    }
    return { tr("Not known"), u"unknown"_s, Token::Warn };
}

Token softOf(Risk risk)
{
    switch (risk) {
    case Risk::Read:
        return Token::OkSoft;
    case Risk::Destroy:
        return Token::DangerSoft;
    case Risk::Change:
    case Risk::Unknown:
        break;
    }
    return Token::WarnSoft;
}

Sign signOf(StepState state)
{
    switch (state) {
    case StepState::Done:
        return { tr("Done"), u"check"_s, Token::Ok };
    case StepState::Failed:
        return { tr("Failed"), u"cross"_s, Token::Danger };
    case StepState::Skipped:
        return { tr("Skipped"), u"skip"_s, Token::Muted };
    case StepState::ToDo:
        break;
    }
    return { tr("To do"), u"todo"_s, Token::Muted };
}

Sign signOf(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Finding:
        return { tr("Finding"), u"finding"_s, Token::Info };
    case NoteKind::Decision:
        return { tr("Decision"), u"decision"_s, Token::Info };
    case NoteKind::Action:
        return { tr("Action"), u"action"_s, Token::Info };
    case NoteKind::Question:
        return { tr("Question"), u"question"_s, Token::Info };
    case NoteKind::Note:
        break;
    }
    return { tr("Note"), u"note"_s, Token::Text };
}

Sign signOfVerdict(const QString &verdict)
{
    if (verdict == u"as-expected")
        return { tr("Seen, as expected"), u"check"_s, Token::Ok };
    if (verdict == u"not-as-expected")
        return { tr("Seen, not as expected"), u"cross"_s, Token::Warn };
    return { tr("Seen"), u"finding"_s, Token::Text };
}

Sign signOf(const TimelineEntry &entry)
{
    using Kind = TimelineEntry::Kind;
    switch (entry.kind) {
    case Kind::Started:
        return { tr("Started"), u"flag"_s, Token::Text };
    case Kind::AlertAdded:
        return { tr("Alert added"), u"bell"_s, Token::Text };
    case Kind::RunbookOpened:
        return { tr("Runbook opened"), u"runbook"_s, Token::Text };
    case Kind::RunbookJudged:
        return payloadText(entry, u"verdict"_s) == u"right" ? Sign { tr("Right runbook"), u"check"_s, Token::Ok }
                                                             : Sign { tr("Wrong runbook"), u"cross"_s, Token::Warn };
    case Kind::StepFinished:
        return signOfStep(entry);
    case Kind::CommandCopied:
        return { tr("Command copied"), u"copy"_s, Token::Text };
    case Kind::ChoiceTaken:
        return { tr("Went to step %1").arg(entry.payload.value(u"toNumber"_s).toInt()), u"arrow-right"_s, Token::Text };
    case Kind::OutputKept:
        return signOfVerdict(payloadText(entry, u"verdict"_s));
    case Kind::ValueTyped:
        return { tr("Value typed"), u"pencil"_s, Token::Text };
    case Kind::NoteAdded: {
        Sign sign = signOf(noteKindFromString(payloadText(entry, u"kind"_s)));
        sign.word += u':';
        return sign;
    }
    case Kind::NoteCorrected:
        return { tr("Note corrected"), u"pencil"_s, Token::Muted };
    case Kind::FileAttached:
        return { tr("File attached"), u"clipboard"_s, Token::Text };
    case Kind::SeverityChanged:
        return signOfSeverityNow(entry);
    case Kind::Claimed:
        return { tr("On it"), u"person"_s, Token::Text };
    case Kind::RoleTaken:
        return { payloadText(entry, u"role"_s) == u"scribe" ? tr("Keeps the notes") : tr("Leads"), u"person"_s, Token::Text };
    case Kind::ClockJumped:
        return { tr("The clock jumped"), u"clock"_s, Token::Warn };
    case Kind::Resolved:
        return { tr("Resolved"), u"check"_s, Token::Ok };
    case Kind::Reopened:
        return { tr("Reopened"), u"undo"_s, Token::Text };
    case Kind::Unknown:
        break;
    }
    return { entry.kindName, u"info"_s, Token::Muted };
}

QString textOf(const TimelineEntry &entry)
{
    using Kind = TimelineEntry::Kind;
    switch (entry.kind) {
    case Kind::NoteCorrected:
        return payloadText(entry, u"text"_s).simplified().left(longestShownCorrection);
    case Kind::NoteAdded:
    case Kind::ChoiceTaken:
        return payloadText(entry, u"text"_s);
    case Kind::FileAttached: {
        const qint64 bytes = entry.payload.value(u"size"_s).toInteger();
        return tr("%1 (%2)").arg(payloadText(entry, u"name"_s),
                                 QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat));
    }
    case Kind::SeverityChanged:
        return tr("was %1, by %2").arg(signOf(severityFromName(payloadText(entry, u"before"_s))).word, entry.actor);
    case Kind::ClockJumped: {
        const qint64 jump = entry.payload.value(u"milliseconds"_s).toInteger();
        return jump < 0 ? tr("set back by %1; times before and after do not compare").arg(elapsed(-jump))
                        : tr("set ahead by %1; times before and after do not compare").arg(elapsed(jump));
    }
    case Kind::StepFinished: {
        const QString reason = payloadText(entry, u"reason"_s);
        return reason.isEmpty() ? payloadText(entry, u"title"_s) : reason;
    }
    case Kind::CommandCopied:
        return tr("Step %1").arg(payloadNumber(entry));
    case Kind::OutputKept:
        return tr("Step %1: %2").arg(QString::number(payloadNumber(entry)), entry.document.simplified().left(longestShownOutput));
    case Kind::ValueTyped:
        return payloadText(entry, u"name"_s) + u" = "_s + payloadText(entry, u"value"_s);
    case Kind::AlertAdded:
        return entry.payload.value(u"alert"_s).toObject().value(u"name"_s).toString();
    case Kind::Started:
    case Kind::RunbookJudged:
    case Kind::RunbookOpened:
        return payloadText(entry, u"title"_s);
    case Kind::RoleTaken:
        return entry.actor;
    case Kind::Claimed:
    case Kind::Resolved:
    case Kind::Reopened:
        return tr("by %1").arg(entry.actor);
    case Kind::Unknown:
        break;
    }
    return payloadText(entry, u"text"_s);
}

Severity severityFromName(const QString &name)
{
    for (const Severity severity : { Severity::Critical, Severity::High, Severity::Warning, Severity::Info }) {
        if (toString(severity) == name)
            return severity;
    }
    return Severity::Unknown;
}

QString wordOf(AlertStatus status)
{
    switch (status) {
    case AlertStatus::Firing:
        return tr("Firing");
    case AlertStatus::Resolved:
        return tr("Resolved");
    case AlertStatus::Acknowledged:
        return tr("Acknowledged");
    case AlertStatus::Unknown:
        break;
    }
    return tr("Not known");
}

QString wordOf(MatchResult::Verdict verdict)
{
    switch (verdict) {
    case MatchResult::Verdict::Confident:
        return tr("Confident");
    case MatchResult::Verdict::Possible:
        return tr("Possible");
    case MatchResult::Verdict::None:
        break;
    }
    return {};
}

QString originOf(const ParameterValue &value)
{
    switch (value.origin) {
    case ParameterValue::Origin::Alert:
        return tr("from the alert, label %1").arg(value.source);
    case ParameterValue::Origin::Typed:
        return tr("you typed it in this incident");
    case ParameterValue::Origin::Refused:
        return tr("the alert's value has characters that are not allowed: type the right one");
    case ParameterValue::Origin::Missing:
        break;
    }
    return tr("nobody knows this yet: type it");
}

QString onCallSentence(const OnCall &onCall)
{
    if (onCall.person.isEmpty())
        return {};
    const QString end = QLocale().toString(onCall.until.toLocalTime(), u"ddd HH:mm"_s);
    return tr("on call: %1 until %2 %3").arg(onCall.person, end, zoneName(onCall.until));
}

Verdict verdictOf(const Ownership &ownership, int lookSteps)
{
    const QString service = ownership.service;
    if (service.isEmpty())
        return { tr("Not known:"), tr("the alert names no service."), tr("Choose one at the left to see whose it is."), u"warnSoft"_s };
    const QString onCall = onCallSentence(ownership.onCall);
    const QString whom = onCall.isEmpty() ? ownership.contact : onCall;
    const QString owner = whom.isEmpty() ? ownership.owner : tr("%1 (%2)").arg(ownership.owner, whom);
    QString reason = ownership.reason;
    if (!onCall.isEmpty() && !ownership.contact.isEmpty())
        reason += tr(" · contact %1").arg(ownership.contact);
    switch (ownership.concerns) {
    case Ownership::Concerns::Mine:
        return { tr("Yours:"),
                 onCall.isEmpty() ? tr("%1 is owned by %2, your team.").arg(service, ownership.owner)
                                  : tr("%1 is owned by %2, your team (%3).").arg(service, ownership.owner, onCall),
                 reason, u"accentSoft"_s };
    case Ownership::Concerns::MyDependency:
        return { tr("Perhaps:"),
                 tr("%1 is owned by %2, and your %3 needs it.").arg(service, owner, ownership.throughService),
                 reason, u"accentSoft"_s };
    case Ownership::Concerns::Others:
        return { tr("Not yours,"),
                 lookSteps == 0       ? tr("but %1 may need help.").arg(owner)
                     : lookSteps == 1 ? tr("but %1 may need help: 1 step only looks and is safe for anyone.").arg(owner)
                                      : tr("but %1 may need help: %2 steps only look and are safe for anyone.").arg(owner).arg(lookSteps),
                 reason, u"surface"_s };
    case Ownership::Concerns::Unknown:
        break;
    }
    if (!ownership.mineElsewhere.isEmpty()) {
        return { tr("Perhaps:"), tr("%1 is owned by %2, or by %3, your team: the sources differ.").arg(service, owner, ownership.mineElsewhere),
                 reason, u"warnSoft"_s };
    }
    if (!ownership.owner.isEmpty()) {
        return { tr("Perhaps:"), tr("%1 is owned by %2. Name your teams in Settings to be told.").arg(service, owner),
                 reason, u"surface"_s };
    }
    return { tr("Nobody"), tr("is named as owner of %1.").arg(service), ownership.reason, u"warnSoft"_s };
}

QString firstTimeSentence(const QString &service, const Ownership &ownership)
{
    const QString whose = ownership.owner.isEmpty() ? tr("Nobody is named as its owner.")
        : ownership.contact.isEmpty()               ? tr("It is owned by %1.").arg(ownership.owner)
                                                    : tr("It is owned by %1 (%2).").arg(ownership.owner, ownership.contact);
    return tr("First time with %1? %2 Look means a step only looks and cannot make it worse; Change and Destroy do something. Nothing runs by "
              "itself: you copy each command. You may stop here at any time, all of it is kept, and asking for help is part of the work.")
        .arg(service, whose);
}

QString indexSentence(const IndexState &state)
{
    if (state.reading) {
        return state.total > 0 ? tr("Reading runbooks: %1 of %2 files").arg(state.done).arg(state.total)
                               : tr("Looking for runbooks");
    }
    if (state.isStopped)
        return tr("Reading stopped at %1 of %2 files; what was read can be found").arg(state.done).arg(state.total);
    if (state.runbooks == 0)
        return state.problems.isEmpty() ? tr("No runbooks yet") : state.problems.first().text;
    QString sentence = state.runbooks == 1 ? tr("Index ready: 1 runbook") : tr("Index ready: %1 runbooks").arg(state.runbooks);
    if (state.readAt.isValid())
        sentence += tr(", read %1").arg(localTime(state.readAt));
    const auto isUnfit = [](const SkippedFile &file) { return file.kind != SkippedFile::Kind::Ignored; };
    const auto unfit = std::count_if(state.skipped.cbegin(), state.skipped.cend(), isUnfit);
    if (unfit > 0)
        sentence += unfit == 1 ? tr(", 1 file skipped") : tr(", %1 files skipped").arg(unfit);
    if (!state.problems.isEmpty())
        sentence += u". "_s + state.problems.first().text;
    if (state.unwatched > 0)
        sentence += u". "_s + tr("Watching limited: rescans every minute");
    return sentence;
}

QString indexFailureSentence(const Problem &problem)
{
    return tr("%1 Your runbooks and incidents are untouched. A damaged index is made anew from the runbooks by itself.").arg(problem.text);
}

QString zoneName(const QDateTime &utc)
{
    return utc.toLocalTime().timeZoneAbbreviation();
}

QString clockTime(const QDateTime &utc)
{
    return utc.toLocalTime().toString(u"HH:mm"_s);
}

QString localTime(const QDateTime &utc)
{
    return clockTime(utc) + u' ' + zoneName(utc);
}

QString dayAndTime(const QDateTime &utc, const QDateTime &now)
{
    const QDate day = utc.toLocalTime().date();
    const QString time = localTime(utc);
    return day == now.toLocalTime().date() ? time : QLocale().toString(day, u"d MMM"_s) + u' ' + time;
}

QString dayAndTimeWithUtc(const QDateTime &utc, const QDateTime &now)
{
    const QString local = dayAndTime(utc, now);
    return zoneName(utc) == u"UTC" ? local : local + u" (%1 UTC)"_s.arg(utc.toUTC().toString(u"HH:mm"_s));
}

QString utcTime(const QDateTime &utc)
{
    return utc.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s) + u" UTC"_s;
}

QString elapsed(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, milliseconds / 1000);
    if (seconds < 3600)
        return tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    if (seconds < 48 * 3600)
        return tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
    return tr("%1 days").arg(seconds / 86400);
}

QString age(qint64 milliseconds)
{
    const qint64 minutes = milliseconds / 60000;
    if (minutes < 0)
        return tr("in the future");
    if (minutes < 1)
        return tr("just now");
    if (minutes < 90)
        return tr("%1 minutes ago").arg(minutes);
    if (minutes < 48 * 60)
        return tr("%1 hours ago").arg(minutes / 60);
    return tr("%1 days ago").arg(minutes / (24 * 60));
}

} // namespace Handrail
