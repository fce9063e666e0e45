// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/calendarpeople.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 80;

QString textOf(const char *text)
{
    return QString::fromUtf8(text ? text : "").simplified().left(longestName);
}

QString personIn(const QString &summary)
{
    static const QRegularExpression lead(u"^(?:(?:on[- ]?call|primary|secondary|shift|override|backup|cover(?:ing)?)(?:\\s+for\\s+[^:]+(?=:))?"
                                         "(?:\\s*[:–—-]\\s*|\\s+|$))+"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tail(u"\\s+(?:is\\s+)?on[- ]?call$|\\s+\\([^)]*\\)$|\\s+[–—-]\\s+.*$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return QString(summary).remove(lead).remove(tail).trimmed();
}

} // namespace

QString personOf(icalcomponent *event)
{
    if (icalproperty *attendee = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY)) {
        if (icalparameter *name = icalproperty_get_first_parameter(attendee, ICAL_CN_PARAMETER))
            return textOf(icalparameter_get_cn(name));
    }
    return personIn(textOf(icalcomponent_get_summary(event)));
}

} // namespace Handrail
