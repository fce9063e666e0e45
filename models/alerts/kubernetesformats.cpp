// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

#include <QJsonArray>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

bool isEvent(const QJsonObject &object)
{
    return object.contains(u"reason")
        && (object.value(u"involvedObject").isObject() || object.value(u"regarding").isObject());
}

/**
 * The object becomes a label named after its kind, as alerts have it: pod=, node=, deployment=. A normal event says that something
 * was done, not that something is wrong.
 */
bool readObject(Alert &alert, const QJsonObject &)
{
    if (alert.severity == u"Warning")
        alert.status = AlertStatus::Firing;
    const QString kind = alert.labels.value(u"kind"_s).toLower();
    const QString name = alert.labels.value(u"name"_s);
    alert.labels.remove(u"name"_s);
    if (!kind.isEmpty() && !name.isEmpty())
        alert.labels.insert(kind, name);
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> kubernetesEventsFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"kubernetes-events"_s;
    recipe.title = u"Kubernetes events"_s;
    recipe.source = u"Kubernetes"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return isEvent(object) || isEvent(object.value(u"items").toArray().first().toObject());
    };
    recipe.paths.name = { u"reason"_s };
    recipe.paths.severity = { u"type"_s };
    recipe.paths.startsAt = {
        u"lastTimestamp"_s,           u"series.lastObservedTime"_s, u"eventTime"_s,
        u"deprecatedLastTimestamp"_s, u"firstTimestamp"_s,
    };
    recipe.paths.fingerprint = { u"metadata.uid"_s };
    recipe.paths.labels = { u"regarding"_s, u"involvedObject"_s, u"source"_s };
    recipe.paths.annotations = { u"message"_s, u"note"_s };
    recipe.each = u"items"_s;
    recipe.adjust = readObject;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
