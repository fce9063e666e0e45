// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/alerttable.h"

#include "search/runbookindex.h"
#include "search/searchwords.h"

#include <QSet>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

using Row = QList<QList<Inline>>;

constexpr qsizetype longestName = 200; ///< a longer cell is a text
constexpr qsizetype mostNames = 16; ///< of a cell
constexpr qsizetype mostLinks = 16; ///< of a row

bool hasAny(const QStringList &words, const QStringList &wanted)
{
    return std::any_of(words.begin(), words.end(), [&wanted](const QString &word) { return wanted.contains(word); });
}

/** "Alert", "Alert name", "Alerts triggered", but not "Alert threshold" or "Alert above". */
bool namesAlerts(const QStringList &head)
{
    static const QStringList alerts { u"alert"_s, u"alerts"_s, u"alertname"_s, u"alarm"_s, u"alarms"_s };
    static const QStringList aboutThem { u"above"_s,       u"after"_s,    u"at"_s,       u"below"_s, u"channel"_s, u"condition"_s, u"count"_s,
                                         u"destination"_s, u"expression"_s, u"for"_s,    u"group"_s, u"if"_s,      u"level"_s,     u"on"_s,
                                         u"priority"_s,    u"route"_s,    u"severity"_s, u"status"_s, u"threshold"_s, u"time"_s,   u"to"_s,
                                         u"type"_s,        u"value"_s,    u"when"_s };
    return hasAny(head, alerts) && !hasAny(head, aboutThem);
}

/** The column of the alerts' names, or -1. */
qsizetype nameColumn(const QList<QStringList> &heads)
{
    static const QStringList ofALog { u"date"_s, u"day"_s, u"removed"_s, u"retired"_s, u"silenced"_s, u"muted"_s, u"happened"_s };
    if (std::any_of(heads.begin(), heads.end(), [](const QStringList &head) { return hasAny(head, ofALog); }))
        return -1;
    const auto named = std::find_if(heads.begin(), heads.end(), namesAlerts);
    if (named != heads.end())
        return named - heads.begin();
    // A name may be anything's; what has a severity, or a runbook and nobody who owns it, is an alert.
    static const QStringList ofServices { u"owner"_s, u"team"_s, u"contact"_s, u"phone"_s, u"service"_s };
    const bool isOfAlerts = heads.contains({ u"severity"_s }) || heads.contains({ u"runbook"_s }) || heads.contains({ u"playbook"_s });
    const bool isOfServices = std::any_of(heads.begin(), heads.end(), [](const QStringList &head) { return hasAny(head, ofServices); });
    return isOfAlerts && !isOfServices ? heads.indexOf({ u"name"_s }) : -1;
}

/** "DiskFull, InodesFull", "MemHigh / MemLow" and "LoadA<br>LoadB" name two. */
QStringList namesIn(const QString &cell)
{
    static const QRegularExpression between(u"(?:\\s(?:/|&|and|or)\\s|[\\s,;])+"_s);
    const QStringList parts = cell.split(between, Qt::SkipEmptyParts);
    const bool areNames = parts.size() <= mostNames && std::all_of(parts.begin(), parts.end(), [](const QString &part) { return !alertNameOf(part).isEmpty(); });
    QStringList names;
    for (const QString &part : areNames ? parts : QStringList { cell.simplified() }) {
        const QString name = alertNameOf(part);
        names.append(name.isEmpty() ? part : name);
    }
    return names;
}

/** "Runbook", "What to do", but not "See also" or "Dashboard". */
bool leadsToRunbooks(const QStringList &head)
{
    static const QStringList words { u"runbook"_s, u"runbooks"_s, u"playbook"_s, u"procedure"_s, u"guide"_s, u"page"_s, u"doc"_s,   u"docs"_s,
                                     u"documentation"_s, u"instructions"_s, u"steps"_s, u"action"_s, u"do"_s, u"link"_s, u"response"_s };
    return hasAny(head, words);
}

/** Those on the names first. */
QList<Inline> linksOf(const Row &row, qsizetype names, const QList<QStringList> &heads)
{
    QList<Inline> links = collected(row.value(names), Inline::Kind::Link);
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (i != names && leadsToRunbooks(heads.value(i)))
            links += collected(row.at(i), Inline::Kind::Link);
    }
    return links.first(std::min(mostLinks, links.size()));
}

/** Where @p links lead for @p name. Of several names in a cell, each has only the link that is called like it, or the one that all have. */
QStringList targetsFor(const QString &name, bool isOneOfSeveral, const QList<Inline> &links)
{
    QStringList all, own;
    for (const Inline &link : links) {
        all.append(link.target);
        if (nameKey(plainText(link.children)) == nameKey(name))
            own.append(link.target);
    }
    return !isOneOfSeveral || (own.isEmpty() && all.size() == 1) ? all : own;
}

QList<TableAlert> alertsOf(const Block &table)
{
    QList<QStringList> heads;
    for (const QList<Inline> &cell : table.rows.value(0))
        heads.append(searchWordsOf(plainText(cell)));
    const qsizetype column = nameColumn(heads);
    QList<TableAlert> alerts;
    QSet<std::pair<QString, QStringList>> known;
    for (qsizetype i = 1; column >= 0 && i < table.rows.size(); ++i) {
        const Row &row = table.rows.at(i);
        const QStringList names = namesIn(plainText(row.value(column)));
        const QList<Inline> links = linksOf(row, column, heads);
        for (const QString &name : names) {
            if (name.size() > longestName || !spelledOut(name).contains(u' '))
                continue;
            const TableAlert alert { name, targetsFor(name, names.size() > 1, links) };
            if (!known.contains({ alert.name, alert.links })) {
                known.insert({ alert.name, alert.links });
                alerts.append(alert);
            }
        }
    }
    return alerts;
}

} // namespace

QList<TableAlert> alertsOfTables(const Block &block)
{
    QList<TableAlert> alerts = alertsOf(block);
    for (const Block &child : block.children)
        alerts += alertsOfTables(child);
    return alerts;
}

} // namespace Handrail
