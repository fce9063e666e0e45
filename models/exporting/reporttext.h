// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace Handrail {

/** Words and figures that every kind of report shares. */
namespace ReportText {

QString time(const QDateTime &at); ///< "2026-11-23 02:16:31 UTC"
QString duration(qint64 milliseconds); ///< "31 min 31 s"; the two largest units, never negative
QString clockJump(qint64 milliseconds); ///< "The clock of this computer was set ahead by 1 h 0 min"
QString size(qint64 bytes); ///< "1.2 MB"
/** @p items one below the other; of more than @p most the first and the last, and between them how many are left out. */
QString list(const QStringList &items, qsizetype most);
QString stepWord(const QString &state); ///< "done" → "Done"
QString noteWord(const QString &kind); ///< "finding" → "Finding"

} // namespace ReportText

} // namespace Handrail
