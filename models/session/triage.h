// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertreader.h"
#include "checklist/placeholders.h"
#include "library/procedure.h"
#include "matching/matcher.h"

#include <QStringList>

namespace Handrail {

/**
 * From pasted text to the runbook to follow: the stages in the order of use. The window and the command line both go this way.
 * Holds no state of its own; every function may be called from any thread.
 */
class Triage
{
public:
    Triage(const RunbookIndex &index, Catalog catalog, QStringList myTeams);

    ParsedAlerts read(const QString &pasted) const;
    ParsedAlerts readAs(const QString &format, const QString &pasted) const; ///< as AlertReader::readAs()
    const AlertReader &reader() const { return m_reader; }
    /** The alerts of @p parsed; when none was recognised, one that says what the text says, so that its words find runbooks. */
    static QList<Alert> alertsToMatch(const ParsedAlerts &parsed);
    Result<MatchResult> match(const Alert &alert, int limit, const MatchContext &context) const;
    QString searchWords(const Alert &alert) const { return m_matcher.searchWords(alert); }
    QString serviceOf(const Alert &alert) const; ///< its own, else the one that the catalogue tells from it
    static Result<Runbook> open(const RunbookRef &ref);
    /** What commands are filled with from @p alert: its labels, and its name and service where no label has them. */
    static KnownValues valuesOf(const Alert &alert);

private:
    ParsedAlerts withServices(ParsedAlerts parsed) const;

    AlertReader m_reader;
    Matcher m_matcher;
};

} // namespace Handrail
