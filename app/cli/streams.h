// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QIODevice>
#include <QJsonObject>
#include <QString>

namespace Handrail {

/** Where a command reads from and writes to: the terminal's streams, or a test's buffers. Everything is UTF-8. */
struct Streams
{
    QIODevice &in;
    QIODevice &out; ///< results
    QIODevice &err; ///< problems

    void print(const QString &text) const; ///< as it is; the caller has made it harmless
    void print(const QJsonObject &object) const; ///< on one line
    void complain(const QString &text) const;
    /** "line 3: warning: …" for each; on the error stream, so that results stay clean. */
    void complain(const QList<Problem> &problems) const;
};

/** What a command ends with. */
namespace ExitCode {
inline constexpr int done = 0;
inline constexpr int findings = 1; ///< or no match
inline constexpr int wrongUse = 2;
inline constexpr int noAccess = 3; ///< cannot read or write
} // namespace ExitCode

/** Reads @p file, or the standard input when it is empty or "-". Not more than @p limit bytes. */
Result<QString> readText(const Streams &streams, const QString &file, qint64 limit);

} // namespace Handrail
