// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Handrail::Bench {

/**
 * Fills @p folder with @p count markdown files made of those below @p source: each file once, then copies in which one word in
 * five, of five letters or more, is exchanged for one of the same texts. The same source and count give the same files.
 * Gives the bytes written; 0 when there is no markdown in @p source.
 */
qint64 makeCorpus(const QString &source, const QString &folder, int count);

/** @p count pieces of 30 to 60 words out of the files of @p folder, as an alert's text would have them. */
QStringList alertTexts(const QString &folder, int count);

} // namespace Handrail::Bench
