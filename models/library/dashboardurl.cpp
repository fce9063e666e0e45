// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/dashboardurl.h"

#include "library/dashboardsystem.h"

#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourInSeconds = 3600;
constexpr qsizetype longestValue = 1024;

enum class TimeForm { Milliseconds, Seconds, Microseconds, Iso, Words };

/** What each system writes into an address for a moment. */
TimeForm timeFormOf(DashboardSystem system)
{
    switch (system) {
    case DashboardSystem::Kibana:
    case DashboardSystem::CloudWatch:
    case DashboardSystem::Sentry:
    case DashboardSystem::Alertmanager:
        return TimeForm::Iso;
    case DashboardSystem::Prometheus:
        return TimeForm::Words;
    case DashboardSystem::Jaeger:
        return TimeForm::Microseconds;
    case DashboardSystem::Splunk:
    case DashboardSystem::Honeycomb:
        return TimeForm::Seconds;
    case DashboardSystem::Unknown:
    case DashboardSystem::Grafana:
    case DashboardSystem::Datadog:
    case DashboardSystem::Zipkin:
    case DashboardSystem::Tempo:
    case DashboardSystem::NewRelic:
        break;
    }
    return TimeForm::Milliseconds;
}

QString momentText(const QDateTime &moment, TimeForm form)
{
    switch (form) {
    case TimeForm::Milliseconds:
        return QString::number(moment.toMSecsSinceEpoch());
    case TimeForm::Seconds:
        return QString::number(moment.toSecsSinceEpoch());
    case TimeForm::Microseconds:
        return QString::number(moment.toMSecsSinceEpoch() * 1000);
    case TimeForm::Iso:
        return moment.toUTC().toString(Qt::ISODateWithMs);
    case TimeForm::Words:
        break;
    }
    return moment.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

/** Label names and placeholders are compared without regard to case, "-", "_" and blanks. */
QString keyOf(const QString &name)
{
    return name.toLower().replace(u'-', u'_').replace(u' ', u'_');
}

/** The moment @p key means, in the form of @p system or in the one it asks for; empty when it means none. */
QString timeText(const QString &key, const TimeWindow &window, DashboardSystem system)
{
    static const QRegularExpression form(u"^(from|to|start|end)(?:_(ts|ms|s|us|iso))?$"_s);
    const QRegularExpressionMatch match = form.match(key);
    if (!match.hasMatch() || !window.from.isValid() || !window.to.isValid())
        return {};
    const QDateTime moment = match.captured(1) == u"from" || match.captured(1) == u"start" ? window.from : window.to;
    const QString unit = match.captured(2);
    if (unit == u"ms")
        return momentText(moment, TimeForm::Milliseconds);
    if (unit == u"s")
        return momentText(moment, TimeForm::Seconds);
    if (unit == u"us")
        return momentText(moment, TimeForm::Microseconds);
    if (unit == u"iso")
        return momentText(moment, TimeForm::Iso);
    return momentText(moment, timeFormOf(system));
}

const QRegularExpression &placeholder()
{
    static const QRegularExpression form(
        u"\\{\\{\\s*(?:\\$labels\\.|\\.Labels\\.|\\.CommonLabels\\.|\\$|\\.)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*\\}\\}"
        "|\\$\\{([A-Za-z_][A-Za-z0-9_.-]*)\\}"
        "|\\{([A-Za-z_][A-Za-z0-9_.-]*)\\}"
        "|<([A-Za-z_](?:[A-Za-z0-9_ .-]*[A-Za-z0-9_])?)>"_s);
    return form;
}

QString nameIn(const QRegularExpressionMatch &match)
{
    return match.captured(1) + match.captured(2) + match.captured(3) + match.captured(4);
}

/** Where scheme, host and port of an address end, placeholders in them counted: its path, query or fragment starts there. */
qsizetype authorityEnd(const QString &url)
{
    const qsizetype scheme = url.indexOf(u"://"_s);
    if (scheme < 0)
        return url.size();
    for (qsizetype i = scheme + 3; i < url.size(); ++i) {
        if (const QChar c = url.at(i); c == u'/' || c == u'?' || c == u'#' || c == u'\\')
            return i;
    }
    return url.size();
}

/** What cannot be seen has no place in an address. */
bool mayBeFilledIn(const QString &value)
{
    const bool hasControl = std::any_of(value.begin(), value.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
    return !value.isEmpty() && value.size() <= longestValue && !hasControl;
}

/** How many steps up, or to the same folder, a path takes: a value that adds one leads elsewhere, percent-encoded or not. */
qsizetype dotFolders(const QString &url)
{
    const QStringList folders = QUrl(url).path(QUrl::FullyDecoded).split(u'/');
    return folders.count(u"."_s) + folders.count(u".."_s);
}

bool samePlace(const QString &before, const QString &after)
{
    if (dotFolders(before) != dotFolders(after))
        return false;
    const QUrl::FormattingOptions place = QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment;
    return QUrl(before).adjusted(place) == QUrl(after).adjusted(place);
}

} // namespace

TimeWindow windowAround(const QDateTime &startsAt, const QDateTime &now)
{
    if (!startsAt.isValid())
        return { now.addSecs(-hourInSeconds), now };
    const QDateTime after = startsAt.addSecs(hourInSeconds);
    return { startsAt.addSecs(-hourInSeconds), now >= startsAt && now < after ? now : after };
}

QStringList dashboardPlaceholders(const QString &url)
{
    QStringList names;
    for (auto found = placeholder().globalMatch(url); found.hasNext();)
        names.append(nameIn(found.next()));
    names.removeDuplicates();
    return names;
}

QString withoutPlaceholders(const QString &url)
{
    return QString(url).remove(placeholder());
}

FilledUrl fillDashboardUrl(const QString &url, const QHash<QString, QString> &labels, const TimeWindow &window)
{
    QHash<QString, QString> values;
    for (auto label = labels.begin(); label != labels.end(); ++label)
        values.insert(keyOf(label.key()), label.value());
    const DashboardSystem system = dashboardSystemOf(url);
    const qsizetype fillFrom = authorityEnd(url);
    FilledUrl result;
    qsizetype copied = 0;
    for (auto found = placeholder().globalMatch(url); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString name = nameIn(match);
        const QString key = keyOf(name);
        if (match.capturedStart() < fillFrom) {
            result.refused.append(name);
            continue;
        }
        // "from" and "to" are the window whatever labels there are; "start" and "end" may well be labels.
        const bool isWindow = key.startsWith(u"from") || key.startsWith(u"to") || !values.contains(key);
        QString value = isWindow ? timeText(key, window, system) : QString();
        if (value.isEmpty())
            value = labels.value(name, values.value(key));
        if (!mayBeFilledIn(value)) {
            result.missing.append(name);
            continue;
        }
        result.url += url.mid(copied, match.capturedStart() - copied) + QString::fromLatin1(QUrl::toPercentEncoding(value));
        copied = match.capturedEnd();
    }
    result.url += url.mid(copied);
    result.missing.removeDuplicates();
    result.refused.removeDuplicates();
    if (copied > 0 && !samePlace(url, result.url))
        return { url, {}, dashboardPlaceholders(url) };
    return result;
}

} // namespace Handrail
