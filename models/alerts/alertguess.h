// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "alerts/fieldroles.h"

#include <QJsonArray>
#include <QJsonValue>

#include <array>
#include <optional>

namespace Handrail {

/** Gathers an alert from keys and values whose format is not known: for each role the most telling key wins. */
class AlertGuess
{
public:
    void add(const QString &key, const QString &parent, const QJsonValue &value, int depth = 0);
    void addLabels(const Labels &labels);
    void addAnnotations(const Labels &annotations);
    void addLinksFrom(const QString &key, const QJsonArray &values);
    void setName(const QString &name, int weight); ///< what a title line says
    void setStatus(AlertStatus status, int weight);
    void setSeverity(const QString &word, int weight);
    void setStart(const QDateTime &time, int weight);
    void addLink(const QString &url, int weight);
    void addAnnotation(const QString &name, const QString &value);

    bool knows(FieldRole role) const { return m_weights.at(size_t(role)) > 0; }

    /** Nothing when what was gathered does not sound like an alert. */
    std::optional<Alert> alert() const;

private:
    void takeStatus(AlertStatus status, int weight);
    bool better(FieldRole role, int weight); ///< and remembers the weight
    void addText(FieldGuess guess, const QString &key, const QString &text, int weight);
    void addTime(FieldGuess guess, const QJsonValue &value, int weight);
    void addStatus(const QString &text, int weight);
    void addAddress(const QString &key, FieldGuess guess, const QString &url);
    void addFlag(const QString &key, bool value);

    Alert m_alert;
    std::array<int, 16> m_weights{};
    QList<std::pair<int, QString>> m_links;
    bool m_soundsWrong = false; ///< a key or a word speaks of trouble: an account is "active" too
};

} // namespace Handrail
