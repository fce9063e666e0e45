// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

namespace Handrail {

/**
 * The YAML documents in @p text as JSON, all their scalars as texts. Empty when the text is no YAML, is too long for an alert, or
 * has no level below its keys: flat "Key: value" lines are read as text.
 */
QList<QJsonValue> yamlDocuments(const QString &text);

} // namespace Handrail
