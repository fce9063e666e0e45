// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/anyjsonformat.h"

#include "alerts/alertcompletion.h"
#include "alerts/alertguess.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"
#include "alerts/words.h"

#include <QJsonArray>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 4;
constexpr qsizetype mostAlerts = 1000;
constexpr int mostMembers = 2000; // beyond that it is data, not an alert

/** Objects about somebody or something else than the alert. */
bool isAside(const QString &folded)
{
    static const QStringList asides = {
        u"user"_s,       u"users"_s,     u"agent"_s,        u"assignee"_s,
        u"creator"_s,    u"createdby"_s, u"actor"_s,        u"sender"_s,
        u"headers"_s,    u"request"_s,   u"author"_s,       u"owner"_s,
        u"contexts"_s,   u"client"_s,    u"sdk"_s,          u"escalationpolicy"_s,
        u"team"_s,       u"response"_s,  u"integration"_s,  u"lastchange"_s,
        u"assignedto"_s, u"recipient"_s, u"organization"_s, u"account"_s,
        u"channel"_s,    u"contact"_s,   u"workspace"_s,    u"previousstate"_s,
        u"previous"_s,   u"old"_s,
    };
    return asides.contains(folded) || folded.startsWith(u"previous") || folded.startsWith(u"old")
        || folded.startsWith(u"last");
}

bool holdsLabels(const QString &folded)
{
    static const QStringList names = {
        u"labels"_s,     u"tags"_s,           u"dimensions"_s, u"commonlabels"_s,  u"grouplabels"_s,
        u"attributes"_s, u"resourcelabels"_s, u"metadata"_s,   u"customdetails"_s, u"fields"_s,
        u"properties"_s, u"details"_s,        u"extra"_s,      u"params"_s,        u"customfields"_s,
        u"facts"_s,      u"context"_s,        u"variables"_s,  u"usertags"_s,      u"eventtags"_s
    };
    return names.contains(folded);
}

class Walk {
public:
    explicit Walk(AlertGuess &guess)
        : m_guess(guess)
    {
    }

    void over(const QJsonObject &object, const QString &key, int depth);

private:
    void member(const QString &key, const QJsonValue &value, const QString &parent, int depth);

    AlertGuess &m_guess;
    int m_left = mostMembers;
};

void Walk::over(const QJsonObject &object, const QString &key, int depth)
{
    if (depth > deepest)
        return;
    for (auto each = object.begin(); each != object.end() && --m_left > 0; ++each)
        member(each.key(), each.value(), key, depth);
}

void Walk::member(const QString &key, const QJsonValue &value, const QString &parent, int depth)
{
    const QString folded = foldedWord(key);
    if (value.isObject()) {
        if (isAside(folded))
            return;
        if (folded == u"annotations")
            m_guess.addAnnotations(labelsIn(value));
        else if (holdsLabels(folded) || folded.endsWith(u"labels"))
            m_guess.addLabels(factsIn(value));
        over(value.toObject(), key, depth + 1);
        return;
    }
    if (value.isArray()) {
        if (holdsLabels(folded) || folded.endsWith(u"labels"))
            m_guess.addLabels(factsIn(value));
        else
            m_guess.addLinksFrom(key, value.toArray());
        if (guessRole(key, parent).role == FieldRole::Service)
            m_guess.add(key, parent, firstText(value, { u"0"_s, u"0.name"_s }), depth);
        return;
    }
    if (folded == u"tags" && value.isString())
        m_guess.addLabels(labelsIn(value));
    m_guess.add(key, parent, value, depth);
}

/** A list of alerts under one of the words people use for such lists. */
QJsonArray listIn(const QJsonObject &object)
{
    for (const QString &key : { u"alerts"_s, u"incidents"_s, u"problems"_s, u"events"_s, u"issues"_s,
                                u"alarms"_s, u"items"_s, u"results"_s, u"data"_s, u"MetricAlarms"_s,
                                u"records"_s, u"value"_s, u"messages"_s, u"entries"_s, u"notifications"_s,
                                u"checks"_s, u"findings"_s, u"violations"_s, u"tickets"_s }) {
        const QJsonArray list = object.value(key).toArray();
        if (list.first().isObject())
            return list;
    }
    return {};
}

std::optional<Alert> readOne(const QJsonObject &object)
{
    AlertGuess guess;
    Walk(guess).over(object, {}, 0);
    return guess.alert();
}

} // namespace

QString AnyJsonFormat::name() const
{
    return u"json"_s;
}

QString AnyJsonFormat::title() const
{
    return u"JSON of an unknown sender"_s;
}

bool AnyJsonFormat::looksLikeMine(const PastedText &paste) const
{
    if (!paste.json.isObject())
        return false;
    const QJsonObject object = paste.json.toObject();
    const QJsonArray list = listIn(object);
    const auto isAlert = [](const QJsonValue &element) { return readOne(element.toObject()).has_value(); };
    return std::any_of(list.begin(), list.begin() + std::min(list.size(), mostAlerts), isAlert)
        || readOne(object).has_value();
}

ParsedAlerts AnyJsonFormat::parse(const PastedText &paste) const
{
    ParsedAlerts parsed;
    const QJsonObject object = paste.json.toObject();
    const QJsonArray list = listIn(object);
    for (qsizetype i = 0; i < std::min(list.size(), mostAlerts); ++i) {
        if (const auto alert = readOne(list.at(i).toObject()))
            parsed.alerts.append(*alert);
    }
    if (list.size() > mostAlerts)
        parsed.problems.append(
            { Problem::Severity::Warning,
              u"Only the first %1 of %2 entries were read."_s.arg(mostAlerts).arg(list.size()), 0 });
    if (parsed.alerts.isEmpty()) {
        if (const auto alert = readOne(object))
            parsed.alerts.append(*alert);
    }
    if (!parsed.alerts.isEmpty())
        parsed.problems.append(
            { Problem::Severity::Note,
              u"The sender's format is not known; the fields were guessed from their names. Check them."_s,
              0 });
    return parsed;
}

} // namespace Handrail
