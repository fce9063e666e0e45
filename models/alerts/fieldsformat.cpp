// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/fieldsformat.h"

#include "alerts/alertcompletion.h"
#include "alerts/fieldroles.h"
#include "alerts/jsonfields.h"
#include "alerts/words.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace Handrail {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestFact = 200;

bool isSecret(const QString &key)
{
    static const QRegularExpression secrets(
        u"token$|secret|passw|signature|^(?:api|routing|integration|service)_?key$|authorization|cookie"_s,
        QRegularExpression::CaseInsensitiveOption);
    return key != u"token" && secrets.match(key).hasMatch();
}

QDateTime firstTime(const QJsonObject &object, const QStringList &paths, Zoneless zoneless)
{
    for (const QString &path : paths) {
        if (const QDateTime time = timeFromJson(memberAt(object, path), zoneless); time.isValid())
            return time;
    }
    return {};
}

void addLinks(Alert &alert, const QJsonValue &value)
{
    addLink(alert, scalarText(value));
    const QJsonArray elements = value.toArray();
    for (const QJsonValue &element : elements) {
        addLink(alert, scalarText(element));
        addLink(alert, firstText(element, { u"href"_s, u"url"_s, u"link"_s }));
    }
}

} // namespace

Labels factsIn(const QJsonValue &value)
{
    Labels facts;
    for (const auto &[name, text] : labelsIn(value)) {
        const FieldRole role = guessRole(name).role;
        if (role == FieldRole::Start || role == FieldRole::End)
            continue;
        if (text.size() <= longestFact && !isWebAddress(text) && !isSecret(name) && !text.contains(u'\n'))
            facts.insert(name, text);
    }
    return facts;
}

Alert readFields(const QJsonObject &object, const FieldPaths &paths)
{
    Alert alert;
    alert.name = firstText(object, paths.name);
    setSeverity(alert, firstText(object, paths.severity));
    for (const QString &path : paths.status) {
        if (alert.status == AlertStatus::Unknown)
            alert.status = statusFromWord(firstText(object, { path }));
    }
    alert.startsAt = firstTime(object, paths.startsAt, paths.zoneless);
    alert.endsAt = firstTime(object, paths.endsAt, paths.zoneless);
    alert.service = firstText(object, paths.service);
    alert.fingerprint = firstText(object, paths.fingerprint);
    alert.runbookUrl = firstText(object, paths.runbook);
    for (const QString &path : paths.links)
        addLinks(alert, memberAt(object, path));
    for (const QString &path : paths.labels)
        merge(alert.labels, factsIn(memberAt(object, path)));
    for (const QString &path : paths.annotations) {
        if (const QString text = firstText(object, { path }); !text.isEmpty())
            alert.annotations.insert(path.section(u'.', -1), text);
    }
    return alert;
}

FieldsFormat::FieldsFormat(FieldsRecipe recipe)
    : m_recipe(std::move(recipe))
{
}

QString FieldsFormat::name() const
{
    return m_recipe.name;
}

QString FieldsFormat::title() const
{
    return m_recipe.title;
}

QString FieldsFormat::source() const
{
    return m_recipe.source;
}

bool FieldsFormat::looksLikeMine(const PastedText &paste) const
{
    return paste.json.isObject() && m_recipe.isMine(paste.json.toObject());
}

void FieldsFormat::readOne(const QJsonObject &object, ParsedAlerts &into) const
{
    Alert alert = readFields(object, m_recipe.paths);
    if (m_recipe.adjust && !m_recipe.adjust(alert, object))
        return;
    if (alert.status == AlertStatus::Unknown && m_recipe.firingUnlessSaid) {
        alert.status = AlertStatus::Firing;
        if (!into.problems.contains(takenAsFiring()))
            into.problems.append(takenAsFiring());
    }
    completeFromLabels(alert);
    into.alerts.append(std::move(alert));
}

ParsedAlerts FieldsFormat::parse(const PastedText &paste) const
{
    ParsedAlerts parsed;
    const QJsonObject object = paste.json.toObject();
    const QJsonArray elements = memberAt(object, m_recipe.each).toArray();
    if (m_recipe.each.isEmpty() || elements.isEmpty())
        readOne(object, parsed);
    for (const QJsonValue &element : elements)
        readOne(element.toObject(), parsed);
    return parsed;
}

} // namespace Handrail
