// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/senderformats.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldsformat.h"
#include "alerts/jsonfields.h"

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

/** The part of a payload that is about the run; dozens of other addresses stand around it. */
QJsonObject runIn(const QJsonObject &object)
{
    for (const QString &key : { u"workflow_job"_s, u"workflow_run"_s, u"check_run"_s, u"check_suite"_s }) {
        if (object.value(key).isObject())
            return object.value(key).toObject();
    }
    return {};
}

bool readRun(Alert &alert, const QJsonObject &object)
{
    FieldPaths paths;
    paths.name = { u"name"_s, u"display_title"_s };
    paths.severity = { u"conclusion"_s };
    paths.startsAt = { u"started_at"_s, u"run_started_at"_s, u"created_at"_s };
    paths.fingerprint = { u"id"_s };
    paths.links = { u"html_url"_s };
    paths.labels = { QString() };
    alert = readFields(runIn(object), paths);
    alert.service = firstText(object, { u"repository.full_name"_s });
    alert.severityNormalised = Severity::Unknown;
    if (alert.severity == u"failure" || alert.severity == u"timed_out"
        || alert.severity == u"startup_failure")
        alert.status = AlertStatus::Firing;
    else if (alert.severity == u"success")
        alert.status = AlertStatus::Resolved;
    return true;
}

} // namespace

std::unique_ptr<AlertFormat> gitHubFormat()
{
    FieldsRecipe recipe;
    recipe.name = u"github"_s;
    recipe.title = u"GitHub workflow"_s;
    recipe.source = u"GitHub"_s;
    recipe.isMine = [](const QJsonObject &object) {
        return object.contains(u"repository") && !runIn(object).isEmpty();
    };
    recipe.adjust = readRun;
    return std::make_unique<FieldsFormat>(std::move(recipe));
}

} // namespace Handrail
