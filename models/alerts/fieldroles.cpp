// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/fieldroles.h"

#include "alerts/alertcompletion.h"
#include "alerts/words.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

using Guesses = QHash<QString, FieldGuess>;

void add(Guesses &guesses, FieldRole role, int weight, QStringView keys)
{
    for (const QStringView key : keys.split(u' '))
        guesses.insert(key.toString(), { role, weight });
}

Guesses allGuesses()
{
    Guesses all;
    add(all, FieldRole::Name, 100,
        u"alertname alertrule alertrulename rulename alerttitle monitorname checkname checktitle "
        u"problemtitle problemname "
        u"conditionname alarmname triggername incidentname incidenttitle issuetitle eventtitle ruletitle "
        u"jobname detectorname "
        u"entitydisplayname monitorfriendlyname eventdefinitiontitle policyname searchname alertrulenames "
        u"signalname findingtitle");
    add(all, FieldRole::Name, 90, u"title headline rule monitor trigger check condition probe sensor trap trapname");
    add(all, FieldRole::Name, 97, u"alert alarm problem");
    add(all, FieldRole::Name, 80, u"name subject displayname eventname testname shortdescription");
    add(all, FieldRole::Name, 60, u"summary reason");
    add(all, FieldRole::Name, 40, u"message msg description text shortmessage details error");
    add(all, FieldRole::Severity, 100,
        u"severity alertseverity sev severitylevel severitytext severityname eventseverity problemseverity");
    add(all, FieldRole::Severity, 80, u"priority alertpriority importance criticality prio importancelevel");
    add(all, FieldRole::Severity, 70, u"level alertlevel loglevel urgency threatlevel");
    add(all, FieldRole::Severity, 50, u"impact notificationlevel");
    add(all, FieldRole::Status, 100,
        u"status alertstatus state alertstate currentstate newstate currentstatus newstatus alarmstate "
        u"incidentstatus problemstatus "
        u"monitorstatus checkstate servicestate hoststate lifecyclestate issuestate");
    add(all, FieldRole::Status, 80,
        u"transition alerttransition statuschange statechange notificationtype eventaction messagetype");
    add(all, FieldRole::Status, 60,
        u"action event eventtype alerttype type kind currentmilestone notification result conclusion");
    add(all, FieldRole::Start, 100,
        u"startsat startedat starttime starttimestamp start started startdate firedat firedtime "
        u"fireddatetime triggeredat "
        u"triggertime triggered activeat activesince since firstseen firstoccurrence openedat opened "
        u"opentime openedon problemstarted "
        u"starttimeutc raisedat raisedtime begin beganat downsince incidentstart problemstart firstdetected "
        u"detectedat detected");
    add(all, FieldRole::Start, 80,
        u"createdat created creationtime createdon createtime createdtime creationtimestamp alerttime "
        u"alarmtime");
    add(all, FieldRole::Start, 70,
        u"occurredat occurrencetime eventtime eventtimestamp statechangetime statechangedat "
        u"lasttransitiontime problemtime alertdate");
    add(all, FieldRole::Start, 50,
        u"timestamp time date datetime ts when eventdate longdatetime timestamputc utctime timeutc senttime "
        u"sentat receivedat lasttimestamp lastseen lastoccurrence timestampiso8601 timestampms reportedat");
    add(all, FieldRole::End, 100,
        u"endsat endedat endtime end ended enddate resolvedat resolvedtime resolveddatetime closedat "
        u"closedtime recoveredat clearedat "
        u"endtimestamp resolutiontime resolvedon closedon recoverytime cleartime");
    add(all, FieldRole::Service, 100,
        u"service servicename affectedservice impactedservice microservice servicedisplayname");
    add(all, FieldRole::Service, 90, u"app appname application applicationname");
    add(all, FieldRole::Service, 60, u"component componentname");
    add(all, FieldRole::Id, 100, u"fingerprint dedupkey dedupekey deduplicationkey alertuid");
    add(all, FieldRole::Id, 80, u"alertid incidentid problemid issueid alarmid");
    add(all, FieldRole::Id, 60, u"id uuid uid eventid incidentkey alias");
    add(all, FieldRole::Link, 100,
        u"htmlurl permalink weburl alerturl incidenturl issueurl problemurl eventurl alertlink "
        u"linktoupstreamdetails detailsurl "
        u"detailurl dashboardurl dashboard dashboardlink generatorurl monitorurl viewurl link url uri href "
        u"source sourceurl "
        u"consolelink deeplink externalurl resultslink graph panelurl panel logs logsurl trace traceurl "
        u"clienturl statuspageurl");
    return all;
}

/** Objects whose "name" or "title" names the alert itself. */
bool isAlertLike(const QString &parent)
{
    static const QStringList names = { u"alert"_s,      u"alerts"_s,    u"rule"_s,         u"monitor"_s,
                                       u"incident"_s,   u"incidents"_s, u"problem"_s,      u"problems"_s,
                                       u"issue"_s,      u"check"_s,     u"condition"_s,    u"trigger"_s,
                                       u"alarm"_s,      u"event"_s,     u"detector"_s,     u"alertrule"_s,
                                       u"finding"_s,    u"detail"_s,    u"payload"_s,      u"data"_s,
                                       u"attributes"_s, u"object"_s,    u"notification"_s, u"context"_s };
    if (names.contains(parent))
        return true;
    static const QRegularExpression about(
        u"(?:alert|incident|problem|issue|alarm|advisory|vulnerability|finding|violation|anomaly)"_s);
    static const QRegularExpression aside(
        u"(?:type|role|roles|policy|group|team|source|target|channel|manager|config|field|fields)$"_s);
    return about.match(parent).hasMatch() && !aside.match(parent).hasMatch();
}

/** What the end of a key's word says, for keys nobody listed: "dbSeverity", "current_health_status",
 * "event_time_utc". */
FieldGuess guessByEnding(const QString &folded)
{
    static const QRegularExpression before(u"^(?:prev|old|last|former|from)"_s);
    static const QRegularExpression subject(
        u"(?:alert|monitor|rule|check|incident|problem|alarm|event|issue|trigger|detector)"_s);
    if (before.match(folded).hasMatch())
        return {};
    if (folded.endsWith(u"severity") || folded.endsWith(u"priority"))
        return { FieldRole::Severity, 60 };
    if (folded.endsWith(u"status") || folded.endsWith(u"state") || folded == u"alerttypefriendlyname")
        return { FieldRole::Status, 60 };
    if ((folded.endsWith(u"name") || folded.endsWith(u"title")) && subject.match(folded).hasMatch())
        return { FieldRole::Name, 85 };
    if (folded.endsWith(u"title"))
        return { FieldRole::Name, 70 };
    if (folded.contains(u"time") || folded.endsWith(u"date") || folded.endsWith(u"timestamp"))
        return { folded.contains(u"end") || folded.contains(u"resolv") ? FieldRole::End : FieldRole::Start,
                 30 };
    return {};
}

/** Keys inside an object get that object's word: "service": {"name": …} is the service's name. */
FieldGuess guessWithParent(const QString &folded, const QString &parent, FieldGuess guess)
{
    const bool saysWhat = folded == u"name" || folded == u"title" || folded == u"value"
        || folded == u"summary" || folded == u"displayname" || folded == u"label" || folded == u"text"
        || folded == u"state" || folded == u"slug" || folded == u"key";
    if (!saysWhat || parent.isEmpty())
        return guess;
    static const Guesses all = allGuesses();
    const FieldGuess byParent = all.value(parent);
    if (isAlertLike(parent) && byParent.role != FieldRole::Severity && byParent.role != FieldRole::Service)
        return guess.role == FieldRole::Name
            ? FieldGuess{ guess.role, guess.weight + (parent == u"event" ? 5 : 10) }
            : guess;
    if (byParent.role == FieldRole::Severity || byParent.role == FieldRole::Status
        || byParent.role == FieldRole::Service)
        return { byParent.role,
                 byParent.weight - (folded == u"name" || folded == u"value" || folded == u"state" ? 5 : 10) };
    return guess.role == FieldRole::Status ? guess : FieldGuess{};
}

bool isBareId(const QString &folded)
{
    return folded == u"id" || folded == u"uuid" || folded == u"uid" || folded == u"alias";
}

} // namespace

bool isAboutAlert(const QString &parent)
{
    return isAlertLike(foldedWord(parent));
}

FieldGuess guessRole(const QString &key, const QString &parent)
{
    static const Guesses all = allGuesses();
    if (namesRunbook(key))
        return { FieldRole::Runbook, 100 };
    const QString folded = foldedWord(key);
    if (isBareId(folded) && !parent.isEmpty() && !isAboutAlert(parent))
        return {};
    FieldGuess guess = all.value(folded);
    if (guess.role == FieldRole::None && namesService(key))
        guess = { FieldRole::Service, 80 };
    if (guess.role == FieldRole::None && (folded.endsWith(u"url") || folded.endsWith(u"link")))
        guess = { FieldRole::Link, 50 };
    if (guess.role == FieldRole::None)
        guess = guessByEnding(folded);
    return guessWithParent(folded, foldedWord(parent), guess);
}

} // namespace Handrail
