// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/cloudeventsformat.h"

#include "alerts/alertcompletion.h"
#include "alerts/alerttimes.h"
#include "alerts/anyjsonformat.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

#include <QRegularExpression>

#include <optional>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** The event itself, when its data names no alert: what happened is its type. Most events report nothing wrong. */
std::optional<Alert> readEvent(const QJsonObject &event)
{
    FieldPaths paths;
    paths.name = { u"data.title"_s, u"data.name"_s, u"data.summary"_s, u"type"_s };
    paths.severity = { u"data.severity"_s, u"severity"_s };
    paths.status = { u"data.status"_s, u"data.state"_s };
    paths.service = { u"data.service"_s };
    paths.labels = { u"data"_s };
    Alert alert = readFields(event, paths);
    static const QRegularExpression about(u"alert|alarm|incident|problem|outage"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const QString type = scalarText(event.value(u"type"));
    const bool isAbout = about.match(type).hasMatch();
    if (isAbout && alert.status == AlertStatus::Unknown)
        alert.status = statusFromWord(type.section(u'.', -1));
    return isAbout || alert.severityNormalised > Severity::Info ? std::optional(alert) : std::nullopt;
}

} // namespace

QString CloudEventsFormat::name() const
{
    return u"cloudevents"_s;
}

QString CloudEventsFormat::title() const
{
    return u"CloudEvents event"_s;
}

bool CloudEventsFormat::looksLikeMine(const PastedText &paste) const
{
    return paste.json.isObject()
        && hasMembers(paste.json.toObject(), { u"specversion"_s, u"type"_s, u"source"_s })
        && !parse(paste).alerts.isEmpty();
}

ParsedAlerts CloudEventsFormat::parse(const PastedText &paste) const
{
    const QJsonObject event = paste.json.toObject();
    PastedText inside;
    inside.json = event.value(u"data");
    ParsedAlerts parsed = inside.json.isObject() ? AnyJsonFormat().parse(inside) : ParsedAlerts();
    if (parsed.alerts.isEmpty()) {
        if (const auto alert = readEvent(event))
            parsed.alerts.append(*alert);
    }
    for (Alert &alert : parsed.alerts) {
        if (!alert.startsAt.isValid() && alert.status != AlertStatus::Resolved)
            alert.startsAt = timeFromJson(event.value(u"time"));
        if (alert.fingerprint.isEmpty())
            alert.fingerprint = scalarText(event.value(u"id"));
        alert.source = scalarText(event.value(u"source"));
        if (const QString subject = scalarText(event.value(u"subject")); !subject.isEmpty())
            alert.labels.insert(u"subject"_s, subject);
        completeFromLabels(alert);
    }
    return parsed;
}

} // namespace Handrail
