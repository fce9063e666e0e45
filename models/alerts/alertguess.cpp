// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertguess.h"

#include "alerts/alertcompletion.h"
#include "alerts/alerttimes.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"
#include "alerts/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr int deeperCosts = 3;
constexpr int proseWeight = 50; // names from messages and descriptions weigh less
constexpr int certainName = 92; // the key itself speaks of an alert
constexpr qsizetype longestName = 300;

/** Pictures, and addresses that do something when they are opened. */
bool isNoPlaceToLook(const QString &key, const QString &url)
{
    static const QRegularExpression keys(
        u"image|img|icon|avatar|logo|favicon|picture|photo|thumbnail|snapshot|subscri|silence|mute|callback|"
        u"webhook|signing|acknowledg"
        u"|^ack|resolve_?url|close_?url|schema|endpoint|token|api_?url|self$|smallimage"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression pictures(u"\\.(?:png|jpe?g|gif|svg|ico|pem)(?:$|\\?)|unsubscribe"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    return keys.match(key).hasMatch() || pictures.match(url).hasMatch();
}

/** Words for the state of accounts, orders and machines as much as of alerts. */
bool isAnythingsState(const QString &folded)
{
    static const QStringList words = { u"active"_s,  u"activated"_s, u"inactive"_s,  u"new"_s,
                                       u"created"_s, u"create"_s,    u"open"_s,      u"opened"_s,
                                       u"closed"_s,  u"close"_s,     u"started"_s,   u"start"_s,
                                       u"ended"_s,   u"online"_s,    u"ongoing"_s,   u"normal"_s,
                                       u"ok"_s,      u"available"_s, u"success"_s,   u"succeeded"_s,
                                       u"up"_s,      u"healthy"_s };
    return words.contains(folded);
}

/** Whether a key or the object that holds it speaks of trouble. */
bool speaksOfTrouble(const QString &key)
{
    static const QRegularExpression words(
        u"alert|alarm|incident|problem|issue|trigger|monitor|check|severity|priority|threshold|breach|"
        u"violation|finding|fault|outage|probe|detector|rule"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(key).hasMatch();
}

/** Whether a field of this role helps to tell alerts apart: times, prose and addresses do not. */
bool identifies(FieldGuess guess)
{
    if (guess.role == FieldRole::Name)
        return guess.weight >= 80;
    return guess.role != FieldRole::Start && guess.role != FieldRole::End && guess.role != FieldRole::Link
        && guess.role != FieldRole::Runbook;
}

} // namespace

bool AlertGuess::better(FieldRole role, int weight)
{
    int &best = m_weights.at(size_t(role));
    if (weight <= best)
        return false;
    best = weight;
    return true;
}

void AlertGuess::setName(const QString &name, int weight)
{
    if (!name.isEmpty() && name.size() <= longestName && better(FieldRole::Name, weight))
        m_alert.name = name;
}

void AlertGuess::setStatus(AlertStatus status, int weight)
{
    m_soundsWrong = m_soundsWrong || status != AlertStatus::Unknown;
    takeStatus(status, weight);
}

void AlertGuess::takeStatus(AlertStatus status, int weight)
{
    if (status != AlertStatus::Unknown && better(FieldRole::Status, weight))
        m_alert.status = status;
}

void AlertGuess::setSeverity(const QString &word, int weight)
{
    if (better(FieldRole::Severity, weight))
        Handrail::setSeverity(m_alert, word);
}

void AlertGuess::setStart(const QDateTime &time, int weight)
{
    if (time.isValid() && better(FieldRole::Start, weight))
        m_alert.startsAt = time;
}

void AlertGuess::addLink(const QString &url, int weight)
{
    if (!isNoPlaceToLook({}, url))
        m_links.append({ weight, url });
}

void AlertGuess::addAnnotation(const QString &name, const QString &value)
{
    m_alert.annotations.insert(name, value);
}

void AlertGuess::addStatus(const QString &text, int weight)
{
    const QString folded = foldedWord(text);
    takeStatus(statusFromWord(text), weight);
    const bool isState = statusFromWord(text) != AlertStatus::Unknown;
    m_soundsWrong = m_soundsWrong || (isState && !isAnythingsState(folded));
    if (severityFromWord(text) <= Severity::Info || folded == u"alert" || folded == u"page")
        return; // these are kinds of message more often than severities
    setSeverity(text, weight / 3); // "state": "critical" says both
    if (statusFromWord(text) == AlertStatus::Unknown)
        setStatus(AlertStatus::Firing, weight / 3);
}

void AlertGuess::addTime(FieldGuess guess, const QJsonValue &value, int weight)
{
    const QDateTime time = timeFromJson(value);
    if (time.isValid() && better(guess.role, weight))
        (guess.role == FieldRole::Start ? m_alert.startsAt : m_alert.endsAt) = time;
}

void AlertGuess::addAddress(const QString &key, FieldGuess guess, const QString &url)
{
    if (guess.role == FieldRole::Runbook)
        m_alert.annotations.insert(key, url);
    else if (!isNoPlaceToLook(key, url))
        m_links.append({ guess.role == FieldRole::Link ? guess.weight : 10, url });
}

void AlertGuess::addFlag(const QString &key, bool value)
{
    const QString folded = foldedWord(key);
    if (folded == u"resolved" || folded == u"isresolved" || folded == u"recovered" || folded == u"closed"
        || folded == u"iscleared")
        setStatus(value ? AlertStatus::Resolved : AlertStatus::Firing, value ? 90 : 30);
    if (folded == u"firing" || folded == u"isfiring" || folded == u"isactive" || folded == u"active"
        || folded == u"down")
        setStatus(value ? AlertStatus::Firing : AlertStatus::Resolved, 40);
    if (value && (folded == u"acknowledged" || folded == u"isacknowledged" || folded == u"acked"))
        setStatus(AlertStatus::Acknowledged, 95);
}

void AlertGuess::addText(FieldGuess guess, const QString &key, const QString &text, int weight)
{
    switch (guess.role) {
    case FieldRole::Name:
        setName(text.section(u'\n', 0, 0).trimmed(), weight);
        if (statusFromWord(text) != AlertStatus::Unknown && splitWords(text).size() == 1)
            setStatus(statusFromWord(text), 20);
        if (guess.weight <= 60)
            m_alert.annotations.insert(key, text);
        break;
    case FieldRole::Severity: {
        const bool known = severityFromWord(text) != Severity::Unknown;
        if (text.size() <= 40)
            setSeverity(text, known ? weight : weight / 4);
        addStatus(text, weight / 10);
        break;
    }
    case FieldRole::Service:
        if (text.size() <= longestName && better(guess.role, weight))
            m_alert.service = text;
        break;
    case FieldRole::Id:
        if (better(guess.role, weight))
            m_alert.fingerprint = text;
        break;
    case FieldRole::Runbook:
        m_alert.annotations.insert(key, text);
        break;
    default:
        break;
    }
}

void AlertGuess::add(const QString &key, const QString &parent, const QJsonValue &value, int depth)
{
    if (value.isBool()) {
        addFlag(key, value.toBool());
        return;
    }
    const QString text = scalarText(value);
    if (text.isEmpty())
        return;
    m_soundsWrong = m_soundsWrong || speaksOfTrouble(key) || speaksOfTrouble(parent);
    const FieldGuess guess = guessRole(key, parent);
    const int weight = std::max(1, guess.weight - depth * deeperCosts);
    if (isWebAddress(text)) {
        addAddress(key, guess, text);
        return;
    }
    if (guess.role == FieldRole::Start || guess.role == FieldRole::End)
        addTime(guess, value, weight);
    if (guess.role == FieldRole::Status || statusFromWord(text) != AlertStatus::Unknown)
        addStatus(text, guess.role == FieldRole::Status ? weight : foldedWord(key) == u"event" ? 50 : 0);
    const bool isNumber =
        value.isDouble() && (guess.role == FieldRole::Name || guess.role == FieldRole::Service);
    if (!isNumber)
        addText(guess, key, text, weight);
    if ((depth == 0 || (depth == 1 && isAboutAlert(parent))) && identifies(guess))
        merge(m_alert.labels, factsIn(QJsonObject{ { key, value } }));
    const bool names = foldedWord(key) == u"name" && !parent.isEmpty();
    if (names && text.size() <= 120)
        m_alert.labels.insert(parent, text); // "host": {"name": "db1"}
}

void AlertGuess::addLabels(const Labels &labels)
{
    for (const auto &[name, value] : labels)
        m_alert.labels.set(name, value);
    if (const QString name = labels.value(u"alertname"_s); !name.isEmpty())
        setName(name, 110);
}

void AlertGuess::addAnnotations(const Labels &annotations)
{
    merge(m_alert.annotations, annotations);
}

void AlertGuess::addLinksFrom(const QString &key, const QJsonArray &values)
{
    const FieldGuess guess = guessRole(key);
    for (const QJsonValue &value : values) {
        for (const QString &url :
             { scalarText(value), firstText(value, { u"href"_s, u"url"_s, u"link"_s }) }) {
            if (isWebAddress(url))
                addAddress(key, guess, url);
        }
    }
}

std::optional<Alert> AlertGuess::alert() const
{
    Alert alert = m_alert;
    QList<std::pair<int, QString>> links = m_links;
    std::stable_sort(links.begin(), links.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    for (const auto &[weight, url] : links)
        Handrail::addLink(alert, url);
    completeFromLabels(alert);
    alert.links.removeAll(alert.runbookUrl); // it has a place of its own

    const int nameWeight = m_weights.at(size_t(FieldRole::Name));
    const bool severe = alert.severityNormalised > Severity::Info;
    if (alert.name.isEmpty() && !alert.service.isEmpty() && alert.status != AlertStatus::Unknown
        && alert.labels.contains(u"host"_s))
        alert.name = alert.service;
    if (alert.name.isEmpty())
        return std::nullopt;
    if (!m_soundsWrong && !severe && alert.service.isEmpty() && nameWeight < certainName)
        return std::nullopt; // an account or an order has a name and a state as well
    if (alert.status == AlertStatus::Unknown && alert.endsAt.isValid())
        alert.status = AlertStatus::Resolved;
    if (alert.status == AlertStatus::Unknown && severe)
        alert.status = AlertStatus::Firing; // something is wrong and nothing says that it is over
    if (nameWeight <= proseWeight && nameWeight > 0) {
        const bool wrong = severe || alert.status == AlertStatus::Firing || !alert.service.isEmpty();
        return wrong
                && (alert.severityNormalised != Severity::Unknown || alert.status != AlertStatus::Unknown)
            ? std::optional(alert)
            : std::nullopt;
    }
    const bool known = alert.severityNormalised != Severity::Unknown || alert.status != AlertStatus::Unknown
        || (alert.startsAt.isValid() && (!alert.severity.isEmpty() || nameWeight >= certainName));
    return known ? std::optional(alert) : std::nullopt;
}

} // namespace Handrail
