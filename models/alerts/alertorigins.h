// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "base/textspan.h"

namespace Handrail {

/** What an alert is made of, in the order people read it. */
enum class AlertField { Name, Service, Severity, Status, StartsAt, EndsAt, Runbook };

/** Where in the pasted text a field's value stands, so that people can check it. */
struct FieldOrigin
{
    AlertField field;
    QString key; ///< what the text calls it: "alertname", "Severity"; empty in running text
    int line = 0; ///< from 1
    TextSpan span; ///< of the value in the pasted text

    bool operator==(const FieldOrigin &) const = default;
};

/** What of a pasted text one alert was made of. */
struct AlertOrigins
{
    QList<FieldOrigin> fields; ///< only those whose value stands in the text
    QList<TextSpan> used; ///< everything that became part of the alert; in order, apart
    int unusedLines = 0; ///< lines that say something no part of the alert says

    const FieldOrigin *find(AlertField field) const; ///< null when the text does not hold the value

    bool operator==(const AlertOrigins &) const = default;
};

/**
 * Finds what @p alert, read from @p text, was made of. A value that stands there more than once is taken where its key speaks of
 * the field and, of several alerts, where this one's own labels are.
 */
AlertOrigins originsOf(const Alert &alert, const QString &text);

} // namespace Handrail
