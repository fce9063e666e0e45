// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "catalog/catalog.h"
#include "checklist/commandrisk.h"
#include "checklist/placeholders.h"
#include "checklist/progress.h"
#include "incident/timelineentry.h"
#include "library/procedure.h"
#include "matching/matcher.h"
#include "session/workbench.h"
#include "widgets/common/tokens.h"

#include <QDateTime>
#include <QString>

namespace Handrail {

/** What the codes of the models are called on the screen: the one place where they become translated words, shapes and colours. */
struct Sign
{
    QString word;
    QString icon;
    Token token = Token::Text;
};

Sign signOf(Severity severity);
Sign signOf(Risk risk);
Sign signOf(StepState state);
Sign signOf(NoteKind kind);
Sign signOf(const TimelineEntry &entry); ///< word is the entry's first words: "Step 4 done"
Sign signOfVerdict(const QString &verdict); ///< of what was seen, in the event log's words
Token softOf(Risk risk);

Severity severityFromName(const QString &name); ///< critical|high|warning|info|unknown, as the log has it
QString wordOf(AlertStatus status);
QString wordOf(MatchResult::Verdict verdict);
QString textOf(const TimelineEntry &entry); ///< what follows the sign's word; may be empty
QString originOf(const ParameterValue &value); ///< "from the alert, label namespace"

/** "Does this concern me?" as a first word and the rest of the sentence. */
struct Verdict
{
    QString word;
    QString rest;
    QString reason;
    QString ground; ///< style property: accentSoft, warnSoft or surface
};
/** @p lookSteps: how many steps of the likeliest runbook only look, so that anyone may help; 0 when there are none or none is known. */
Verdict verdictOf(const Ownership &ownership, int lookSteps = 0);
/** "on call: R. Ito until 09:00"; empty when nobody is known to be. */
QString onCallSentence(const OnCall &onCall);

/** What somebody who never worked on @p service is told before the first step. */
QString firstTimeSentence(const QString &service, const Ownership &ownership);

QString indexSentence(const IndexState &state);
/** Why the index of the runbooks gave no answer, and what becomes of it. */
QString indexFailureSentence(const Problem &problem);
QString localTime(const QDateTime &utc); ///< "03:16 CET"
QString dayAndTime(const QDateTime &utc, const QDateTime &now); ///< "03:16 CET", with the day before it when it is not today's
QString dayAndTimeWithUtc(const QDateTime &utc, const QDateTime &now); ///< "03:16 CET (02:16 UTC)"
QString clockTime(const QDateTime &utc); ///< "03:16"
QString zoneName(const QDateTime &utc);
QString utcTime(const QDateTime &utc); ///< "2026-11-23 02:16:31 UTC"
QString elapsed(qint64 milliseconds); ///< "14 min 25 s", "1 h 48 min"
QString age(qint64 milliseconds); ///< "12 minutes ago"

} // namespace Handrail
