// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "incident/timelineentry.h"

#include <QByteArray>

namespace Handrail {

/** The version of the format that is written, and the only one that is read. */
inline constexpr int jsonLinesVersion = 1;

/**
 * Entries of one incident or of many as JSON Lines, to be kept and imported again: nothing is left out and nothing is masked.
 * UTF-8, one object a line. The first tells the format and how much follows, so that a file cut off at a line's end is known:
 *
 *     {"format":"handrail-incidents","version":1,"incidents":2,"entries":17}
 *
 * Then a line for each entry, those of an incident in their order and "started" first:
 *
 *     {"id","incident","sequence","kind","actor","happenedAt","recordedAt","zone","utcOffsetMinutes","payload":{…},"document"}
 *
 * Times are UTC with milliseconds and a "Z"; a document that is not there is "". A kind nobody knows is kept as it is.
 */
QByteArray incidentsToJsonLines(const QList<TimelineEntry> &entries);

/**
 * The entries of such a text, in its order. All of it or none: a line that is not as above, an id that comes twice, a time before
 * 1970 or after 9999 are a problem with the line's number.
 */
Result<QList<TimelineEntry>> incidentsFromJsonLines(const QByteArray &lines);

/** The same of the file @p filePath, which may be a pipe; at most 1 GB. */
Result<QList<TimelineEntry>> readJsonLinesFile(const QString &filePath);

/** @p object on one line, so that it reads back as it is: Qt drops a U+FEFF that a text begins with unless it is escaped. */
QByteArray compactJson(const QJsonObject &object);

/**
 * Whether two entries tell the same. Not compared are their sequences, which each log gives anew, and the order of a payload's
 * keys: Qt may keep them in another one each time that an object is read.
 */
bool isSameEntry(TimelineEntry left, const TimelineEntry &right);

/** Why @p entry cannot stand in such a text, in a sentence; empty when it can. */
QString faultOf(const TimelineEntry &entry);

} // namespace Handrail
