// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/alerttext.h"

#include "app/cli/terminaltable.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

QString timeText(const QDateTime &at)
{
    return at.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

QString severityText(const Alert &alert)
{
    const QString ours = toString(alert.severityNormalised);
    if (alert.severity.isEmpty() || alert.severity.compare(ours, Qt::CaseInsensitive) == 0)
        return alert.severity.isEmpty() && alert.severityNormalised == Severity::Unknown ? QString() : ours;
    return ours + u" (\""_s + alert.severity + u"\")"_s;
}

QString statusText(const Alert &alert)
{
    QString text = alert.status == AlertStatus::Unknown ? QString() : toString(alert.status);
    if (alert.startsAt.isValid())
        text += (text.isEmpty() ? u"since "_s : u" since "_s) + timeText(alert.startsAt);
    if (alert.endsAt.isValid())
        text += u" until "_s + timeText(alert.endsAt);
    return text;
}

} // namespace

QString alertHeadline(const Alert &alert)
{
    QStringList words = { onOneLine(titleOf(alert)) };
    if (alert.severityNormalised != Severity::Unknown)
        words.append(toString(alert.severityNormalised));
    if (!alert.service.isEmpty())
        words.append(onOneLine(alert.service));
    return words.join(u"  "_s);
}

QString alertText(const Alert &alert)
{
    TerminalTable table;
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            table.addRow({ name, value });
    };
    add(u"service"_s, alert.service);
    add(u"severity"_s, severityText(alert));
    add(u"status"_s, statusText(alert));
    add(u"source"_s, alert.source);
    add(u"runbook"_s, alert.runbookUrl);
    for (const QString &link : alert.links)
        add(u"link"_s, link);
    for (const auto &[name, value] : alert.annotations)
        add(name, value);
    QString labels;
    for (const auto &[name, value] : alert.labels)
        labels += u"    "_s + onOneLine(name) + u'=' + onOneLine(value) + u'\n';
    const QString title = onOneLine(titleOf(alert));
    return (title.isEmpty() ? u"(no name)"_s : title) + u'\n' + table.text(u"  "_s)
        + (labels.isEmpty() ? QString() : u"  labels\n"_s + labels);
}

} // namespace Handrail
