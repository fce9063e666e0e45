// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/alerttable.h"

#include "search/searchwords.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

using Row = QList<QList<Inline>>;

constexpr qsizetype longestName = 200; ///< a longer cell is a text

QStringList wordsOf(const QList<Inline> &cell)
{
    return searchWordsOf(plainText(cell));
}

bool isAlertWord(const QString &word)
{
    static const QStringList words { u"alert"_s, u"alerts"_s, u"alertname"_s, u"alarm"_s, u"alarms"_s };
    return words.contains(word);
}

/** "Alert", "Alert name", "Alerting rule", but not "Alert threshold". */
bool namesAlerts(const QList<Inline> &cell)
{
    static const QStringList besides { u"name"_s, u"names"_s, u"title"_s, u"rule"_s, u"rules"_s, u"the"_s };
    const QStringList words = wordsOf(cell);
    return std::any_of(words.begin(), words.end(), isAlertWord)
        && std::all_of(words.begin(), words.end(), [](const QString &word) { return isAlertWord(word) || besides.contains(word); });
}

/** A head that anything may stand below. */
bool saysNothing(const QList<Inline> &cell)
{
    static const QStringList vague { u"name"_s, u"title"_s, u"rule"_s, u"check"_s, u"monitor"_s, u"trigger"_s };
    const QStringList words = wordsOf(cell);
    return words.isEmpty() || (words.size() == 1 && vague.contains(words.first()));
}

/** What only alerts have. */
bool isOfAlerts(const QList<Inline> &cell)
{
    static const QStringList words { u"severity"_s, u"priority"_s, u"runbook"_s, u"runbooks"_s, u"playbook"_s, u"alert"_s };
    const QStringList said = wordsOf(cell);
    return std::any_of(said.begin(), said.end(), [](const QString &word) { return words.contains(word); });
}

/** The column of the alerts' names, or -1. */
qsizetype nameColumn(const Row &head)
{
    const auto named = std::find_if(head.begin(), head.end(), namesAlerts);
    if (named != head.end())
        return named - head.begin();
    return !head.isEmpty() && saysNothing(head.first()) && std::any_of(head.begin() + 1, head.end(), isOfAlerts) ? 0 : -1;
}

} // namespace

QStringList alertsOfTable(const Block &table)
{
    const qsizetype column = table.rows.isEmpty() ? -1 : nameColumn(table.rows.first());
    QStringList alerts;
    if (column < 0)
        return alerts;
    for (const Row &row : table.rows.sliced(1)) {
        const QString cell = plainText(row.value(column)).simplified();
        const QString name = alertNameOf(cell);
        const QString &written = name.isEmpty() ? cell : name;
        if (written.size() <= longestName && spelledOut(written).contains(u' '))
            alerts.append(written);
    }
    alerts.removeDuplicates();
    return alerts;
}

} // namespace Handrail
