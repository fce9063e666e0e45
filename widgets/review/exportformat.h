// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/leavingdocument.h"
#include "incident/incident.h"

#include <QByteArray>
#include <QString>

namespace Handrail {

/** What a document or an incident is written as. */
enum class ExportFormat { Markdown, WebPage, Pdf, JsonLines };

QString suffixOf(ExportFormat format); ///< "md", without a dot
QString nameOf(ExportFormat format); ///< "Web page", translated

/**
 * The bytes of a file: @p leaving as a document, or the whole of @p incident as JSON Lines, in which nothing is masked. Takes a
 * while for a long one; may be called from any thread.
 */
QByteArray exported(ExportFormat format, const Incident &incident, const LeavingDocument &leaving);

} // namespace Handrail
