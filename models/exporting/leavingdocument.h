// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"

#include <QHash>
#include <QList>
#include <QString>

namespace Handrail {

/** A secret that a document no longer says: where its mask stands. */
struct HiddenPlace
{
    QString kind; ///< "AWS key": as the mask names it
    qsizetype chars = 0; ///< how long it was, UTF-16 units
    QString part; ///< the heading it stands under; empty before the first
    int line = 0; ///< 1-based, of the document that leaves

    bool operator==(const HiddenPlace &) const = default;
};

/** A document as others get it. */
struct LeavingDocument
{
    QString markdown;
    QString title; ///< its first heading; for the title of a page or a file
    QList<HiddenPlace> hidden; ///< by line
    QStringList leftOut; ///< headings of parts that were empty

    bool operator==(const LeavingDocument &) const = default;
};

/**
 * What leaves of the draft @p written: without the questions to the writer, without parts in which nothing stands, every secret masked, and
 * names as @p roles says (name → role; empty leaves them).
 */
LeavingDocument leavingDocument(const QString &written, const QHash<QString, QString> &roles);

/** What may stand under the mask at @p place: the secrets of @p incident and of @p draft that are of its kind and length. */
QStringList hiddenTexts(const HiddenPlace &place, const Incident &incident, const QString &draft);

} // namespace Handrail
