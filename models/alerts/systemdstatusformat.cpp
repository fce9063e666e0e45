// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/systemdstatusformat.h"

#include "alerts/alerttimes.h"
#include "alerts/timeofchange.h"

#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &unitHead()
{
    static const QRegularExpression head(
        u"^\\s*[●×○↻✗*]\\s+(\\S+\\.(?:service|timer|socket|mount|target|path|slice|scope|device|swap))\\b.*$"_s,
        QRegularExpression::MultilineOption);
    return head;
}

AlertStatus statusOf(const QString &state)
{
    if (state == u"failed")
        return AlertStatus::Firing;
    return state == u"active" ? AlertStatus::Resolved : AlertStatus::Unknown;
}

Alert readUnit(const QString &unit, const QString &text)
{
    static const QRegularExpression active(
        u"^\\s*Active:\\s*(\\w+)\\s*(?:\\((?:Result: )?([^)]*)\\))?(?:.*?\\bsince\\s+([^;\\n]+))?"_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression journal(u"^\\w{3} +\\d+ [\\d:]{8} (\\S+) \\S+?(?:\\[\\d+\\])?:"_s,
                                            QRegularExpression::MultilineOption);
    Alert alert;
    alert.name = unit;
    alert.service = unit;
    const auto state = active.match(text);
    alert.status = statusOf(state.captured(1));
    alert.startsAt = timeFromText(state.captured(3));
    readTimeAsChange(alert); // "active since" is when it was well again
    if (!state.captured(2).isEmpty())
        alert.labels.insert(u"result"_s, state.captured(2));
    if (const auto line = journal.match(text); line.hasMatch())
        alert.labels.insert(u"host"_s, line.captured(1));
    alert.labels.insert(u"unit"_s, unit);
    return alert;
}

} // namespace

QString SystemdStatusFormat::name() const
{
    return u"systemd-status"_s;
}

QString SystemdStatusFormat::title() const
{
    return u"systemctl status"_s;
}

QString SystemdStatusFormat::source() const
{
    return u"systemd"_s;
}

bool SystemdStatusFormat::looksLikeMine(const PastedText &paste) const
{
    return paste.text.contains(u"Active:"_s) && paste.text.contains(u"Loaded:"_s)
        && unitHead().match(paste.text).hasMatch();
}

ParsedAlerts SystemdStatusFormat::parse(const PastedText &paste) const
{
    ParsedAlerts parsed;
    qsizetype start = -1;
    QString unit;
    for (auto heads = unitHead().globalMatch(paste.text); heads.hasNext();) {
        const auto head = heads.next();
        if (start >= 0)
            parsed.alerts.append(readUnit(unit, paste.text.sliced(start, head.capturedStart() - start)));
        start = head.capturedStart();
        unit = head.captured(1);
    }
    if (start >= 0)
        parsed.alerts.append(readUnit(unit, paste.text.sliced(start)));
    return parsed;
}

} // namespace Handrail
