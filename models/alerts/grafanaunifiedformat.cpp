// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/grafanaunifiedformat.h"

#include "alerts/alertgroup.h"
#include "alerts/jsonfields.h"

#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

QString GrafanaUnifiedFormat::name() const
{
    return u"grafana-unified"_s;
}

QString GrafanaUnifiedFormat::title() const
{
    return u"Grafana alert"_s;
}

QString GrafanaUnifiedFormat::source() const
{
    return u"Grafana"_s;
}

bool GrafanaUnifiedFormat::looksLikeMine(const PastedText &paste) const
{
    const QJsonObject body = paste.json.toObject();
    const QJsonObject first = body.value(u"alerts").toArray().first().toObject();
    if (!first.value(u"labels").isObject())
        return false;
    return body.contains(u"orgId") || hasMembers(body, { u"title"_s, u"message"_s, u"state"_s })
        || first.contains(u"silenceURL") || first.contains(u"dashboardURL") || first.contains(u"valueString");
}

ParsedAlerts GrafanaUnifiedFormat::parse(const PastedText &paste) const
{
    return readAlertGroup(paste.json.toObject());
}

} // namespace Handrail
