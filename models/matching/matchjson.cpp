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
    QJsonObject json { { u"runbook"_s, match.runbook.ref.path },
                       { u"anchor"_s, known(match.anchor) },
                       { u"title"_s, match.title },
                       { u"score"_s, rounded(match.score) },
                       { u"reasons"_s, reasons } };
    if (!match.against.isEmpty())
        json.insert(u"against"_s, match.against);
    return json;
}

QJsonObject toJson(const Ownership &ownership)
{
    QJsonObject json { { u"service"_s, known(ownership.service) },
                       { u"owner"_s, known(ownership.owner) },
                       { u"reason"_s, known(ownership.reason) },
                       { u"concerns"_s, toString(ownership.concerns) } };
    if (!ownership.contact.isEmpty())
        json.insert(u"contact"_s, ownership.contact);
    if (!ownership.onCall.person.isEmpty()) {
        json.insert(u"onCall"_s, QJsonObject { { u"person"_s, ownership.onCall.person },
                                               { u"until"_s, ownership.onCall.until.toString(Qt::ISODate) } });
    }
    return json;
}

} // namespace

QJsonObject toJson(const Alert &alert, const MatchResult &result)
{
    QJsonArray matches;
    for (const Match &match : result.matches)
        matches.append(toJson(match));
    QJsonObject json { { u"alert"_s, toJson(alert) },
                       { u"verdict"_s, toString(result.verdict) },
                       { u"matches"_s, matches },
                       { u"ownership"_s, toJson(result.ownership) } };
    if (!result.deadLink.isEmpty())
        json.insert(u"deadLink"_s, result.deadLink);
    if (const auto &nearest = result.nearestToDeadLink)
        json.insert(u"nearestToDeadLink"_s, nearest->runbook.ref.path);
    return json;
}

} // namespace Handrail
