// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/problem.h"

#include <QDateTime>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace Handrail {

/** How bad an alert says it is, on the one scale all systems' words are read onto. */
enum class Severity { Unknown, Info, Warning, High, Critical };

enum class AlertStatus { Unknown, Firing, Resolved, Acknowledged };

/** Names and values in the order they were met. Alerts have few labels: a list keeps their order and is quick enough. */
class Labels
{
public:
    using Pair = std::pair<QString, QString>;

    Labels() = default;
    Labels(std::initializer_list<Pair> pairs);

    bool isEmpty() const { return m_pairs.isEmpty(); }
    qsizetype size() const { return m_pairs.size(); }
    bool contains(const QString &name) const;
    QString value(const QString &name) const; ///< empty when there is none
    void insert(const QString &name, const QString &value); ///< the first value of a name wins
    void set(const QString &name, const QString &value); ///< the last value of a name wins
    void remove(const QString &name);

    QList<Pair>::const_iterator begin() const { return m_pairs.begin(); }
    QList<Pair>::const_iterator end() const { return m_pairs.end(); }

    bool operator==(const Labels &) const = default;

private:
    QList<Pair> m_pairs;
    QSet<QString> m_names; ///< of the pairs: a paste may have thousands
};

/** One alert, as far as the pasted text says. What it does not say is empty, never invented. */
struct Alert
{
    QString name;
    QString service;
    QString serviceReason; ///< why this one, in neutral English; empty when the text names it itself
    QString severity; ///< the sender's own word
    Severity severityNormalised = Severity::Unknown;
    AlertStatus status = AlertStatus::Unknown;
    QDateTime startsAt; ///< UTC; not valid when unknown or when the text names no zone
    QDateTime endsAt; ///< UTC; not valid while it lasts
    QString source; ///< the system that sent it, as the text says
    Labels labels;
    Labels annotations;
    QStringList links; ///< where to look: dashboards, generator, the alert's own page; never fetched
    QString runbookUrl;
    QString fingerprint;

    bool operator==(const Alert &) const = default;
};

/** What was read out of a pasted text. The text is kept whole, whatever was understood. */
struct ParsedAlerts
{
    QString format; ///< AlertFormat::name() of the reader that understood it; "text" when none did
    QList<Alert> alerts;
    QList<Problem> problems;
    QString text;

    bool operator==(const ParsedAlerts &) const = default;
};

/** The word on our scale for a sender's word ("P1", "page", "err"). Numbers mean nothing without their system: Unknown. */
Severity severityFromWord(QStringView word);
/** The state a sender's word ("alerting", "RECOVERY", "ack") means. */
AlertStatus statusFromWord(QStringView word);

/** critical|high|warning|info|unknown and firing|resolved|acknowledged|unknown: the command line's and the log's words. */
QString toString(Severity severity);
QString toString(AlertStatus status);
/** What to call an alert that may have no name: its name, else its summary's first line, else its first label. */
QString titleOf(const Alert &alert);

} // namespace Handrail
