// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Handrail {

/**
 * Whether the file @p path, relative to its library, says who owns what or who is on call: by its name, and for CODEOWNERS by its
 * folder too.
 */
bool isCatalogFile(const QString &path);
bool isCalendarFile(const QString &path); ///< iCalendar
/** Megabytes (1024 * 1024 bytes) that such a file may have to be read: a calendar has years of shifts, each an event. */
int largestCatalogFile(const QString &path);

/** Whether @p folderName, though hidden, may hold such a file: .github and .gitlab. Nothing else in it is read. */
bool isCatalogFolder(const QString &folderName);

} // namespace Handrail
