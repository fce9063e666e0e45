// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matchjson.h"

#include "alerts/alertjson.h"

#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** What is not known is null, never an empty text. */
QJsonValue known(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

/** Rounded to what it is good for: more digits say nothing and make answers differ between machines. */
double rounded(double score)
{
    return double(qRound64(score * 10'000)) / 10'000;
}

QJsonObject toJson(const Match &match)
{
    QJsonArray reasons;
    for (const Reason &reason : match.reasons) {
        reasons.append(QJsonObject { { u"kind"_s, toString(reason.kind) },
                                     { u"detail"_s, reason.detail },
                                     { u"weight"_s, rounded(reason.weight) } });
    }
    return { { u"runbook"_s, match.runbook.ref.path },
             { u"anchor"_s, known(match.anchor) },
             { u"title"_s, match.title },
             { u"score"_s, rounded(match.score) },
             { u"reasons"_s, reasons },
             { u"against"_s, known(match.against) } };
}

} // namespace

QJsonObject toJson(const Alert &alert, const MatchResult &result)
{
    QJsonArray matches;
    for (const Match &match : result.matches)
        matches.append(toJson(match));
    return { { u"alert"_s, toJson(alert) },
             { u"verdict"_s, toString(result.verdict) },
             { u"matches"_s, matches },
             { u"ownership"_s, QJsonObject { { u"service"_s, known(result.ownership.service) },
                                            { u"owner"_s, known(result.ownership.owner) },
                                            { u"contact"_s, known(result.ownership.contact) },
                                            { u"onCall"_s, known(result.ownership.onCall.person) },
                                            { u"reason"_s, known(result.ownership.reason) },
                                            { u"concerns"_s, toString(result.ownership.concerns) } } } };
}

} // namespace Handrail
