// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

#include <algorithm>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** Codes to confirm an address and lists of who is on call come through the same hook. */
bool readMessage(Alert &alert, const QJsonObject &object)
{
    const QString type = firstText(object, { u"Type"_s });
    if (!type.startsWith(u"Alert"))
        return false;
    const QString log = firstText(object, { u"LogEntry"_s }).section(u' ', 0, 0);
    alert.status = log.isEmpty() ? AlertStatus::Firing : statusFromWord(log); // "Closed by Ann"
    if (type == u"AlertBundle")
        alert.name = firstText(object, { u"ServiceName"_s });
    if (alert.name.isEmpty() && !alert.fingerprint.isEmpty())
        alert.labels.insert(u"AlertID"_s, alert.fingerprint); // a change of state has no more to go by
    return true;
}

bool isGenericRequest(const QJsonObject &object)
{
    static const QStringList keys = { u"summary"_s, u"details"_s, u"action"_s,
                                      u"dedup"_s,   u"meta"_s,    u"token"_s };
    const QStringList has = object.keys();
    return object.value(u"summary").isString() && (object.contains(u"dedup") || object.contains(u"action"))
        && std::all_of(has.begin(), has.end(), [](const QString &key) { return keys.contains(key); });
}

} // namespace

std::unique_ptr<AlertFormat> goAlertWebhookFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"goalert-webhook"_s;
    recipe.title = u"GoAlert webhook"_s;
    recipe.source = u"GoAlert"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return hasMembers(object, { u"AppName"_s, u"Type"_s })
            && (object.contains(u"AlertID") || object.contains(u"ServiceID") || object.contains(u"Code"));
    };
    recipe.paths.name = { u"Summary"_s };
    recipe.paths.service = { u"ServiceName"_s };
    recipe.paths.fingerprint = { u"AlertID"_s };
    recipe.paths.labels = { u"Meta"_s };
    recipe.paths.annotations = { u"Details"_s, u"LogEntry"_s };
    recipe.adjust = readMessage;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

std::unique_ptr<AlertFormat> goAlertRequestFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"goalert-request"_s;
    recipe.title = u"GoAlert generic request"_s;
    recipe.isMine = isGenericRequest;
    recipe.paths.name = { u"summary"_s };
    recipe.paths.status = { u"action"_s };
    recipe.paths.fingerprint = { u"dedup"_s };
    recipe.paths.labels = { u"meta"_s };
    recipe.paths.annotations = { u"details"_s };
    recipe.firingUnlessSaid = true;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
