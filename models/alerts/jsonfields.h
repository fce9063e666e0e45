// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"

#include <QJsonObject>
#include <QJsonValue>

namespace Handrail {

/** The member at @p path, such as "data.essentials.alertRule" or "targets.0.name"; undefined when there is none. */
QJsonValue memberAt(const QJsonValue &value, QStringView path);

/** A scalar as text; empty for what is no value (null, "", a template's unfilled place) and for objects and arrays. */
QString scalarText(const QJsonValue &value);

/** The first of @p paths that has a value, as text. */
QString firstText(const QJsonValue &value, const QStringList &paths);

bool hasMembers(const QJsonObject &object, const QStringList &keys);

/**
 * What a member says as labels, whatever way its sender writes them: an object of scalars, {key,value} or {name,value} objects,
 * [key, value] pairs, "key:value" texts, or one text of them with commas between.
 */
Labels labelsIn(const QJsonValue &value);

/** Adds those of @p from that @p into has not. */
void merge(Labels &into, const Labels &from);

} // namespace Handrail
