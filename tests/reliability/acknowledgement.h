// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/timelineentry.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Handrail::Reliability {

/** That an entry was said to be saved: one line of the file of acknowledgements. */
struct Acknowledgement
{
    QString incidentId;
    QString entryId;
    QByteArray digest; ///< of what the entry says, see digestOf()
    qint64 microseconds = -1; ///< from asking for a note or a tick to being told; -1 where that was not measured
};

QByteArray digestOf(const TimelineEntry &entry);
QByteArray lineOf(const Acknowledgement &acknowledgement);
/** A last line that is cut off counts for nothing. */
QList<Acknowledgement> readAcknowledgements(const QByteArray &lines);

} // namespace Handrail::Reliability
