// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"

#include <QList>
#include <QRegularExpression>
#include <QString>

#include <optional>

namespace Handrail {

/** One condition of a Prometheus matcher list: name, operator, value. */
struct LabelMatcher
{
    enum class Operator { Equal, NotEqual, Matches, MatchesNot };

    QString label;
    Operator op = Operator::Equal;
    QString value;
    QRegularExpression pattern; ///< anchored at both ends; only for Matches and MatchesNot

    bool accepts(const QString &labelValue) const;
    bool operator==(const LabelMatcher &) const = default;
};

/** Reads {alertname="X",severity=~"crit.*"}; nothing when any part of it is not understood: half a condition matches too much. */
std::optional<QList<LabelMatcher>> readLabelMatchers(const QString &text);

/** Whether @p alert has what all of @p matchers ask; "alertname" is its name. As in a Prometheus
 *  selector, one of them must ask for something: a list that an alert without labels fits, such as {env!="dev"}, accepts nothing. */
bool accepts(const QList<LabelMatcher> &matchers, const Alert &alert);

} // namespace Handrail
