// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHash>
#include <QList>
#include <QString>

namespace Handrail {

/**
 * A document about an incident before it is filled: Markdown in which {{name}} stands for a field of incidentfields.h. A block
 * that is an HTML comment is a question to the writer and never leaves.
 */
struct DocumentTemplate
{
    QString id; ///< "short", or the file's path for one of the user's own
    QString title;
    QString text;

    bool operator==(const DocumentTemplate &) const = default;
};

/** Those that come with Handrail. */
QList<DocumentTemplate> builtInTemplates();

/** A user's own: a UTF-8 file of at most 256 KB, titled as it is called. */
Result<DocumentTemplate> readTemplate(const QString &filePath);

/** Those of Handrail, then every *.md of @p folder by name; what cannot be read is said in @p problems. */
QList<DocumentTemplate> documentTemplates(const QString &folder, QList<Problem> &problems);

/**
 * @p text with @p fields in it; names nobody knows stay as they are written. A line is left out when all fields in it are empty,
 * and so is a piece of it between " · ".
 */
QString filled(const QString &text, const QHash<QString, QString> &fields);

} // namespace Handrail
