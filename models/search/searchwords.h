// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Handrail {

/** A name with blanks between its words: "KubePodCrash_looping" is "Kube Pod Crash looping", "HTTPErrors" "HTTP Errors". */
QString spelledOut(QStringView name);

/** The name of a page's file without what says how it is written: "a/disk-full.html.md" is "disk-full". */
QString pageStem(QStringView path);

/** Whether a file of this stem is the page of the folder it lies in: README, index. */
bool isFolderPage(const QString &stem);

/** Whether a folder of this name, as nameKey() makes it, holds whatever a team writes: "docs", "content". It is no service's. */
bool isFolderOfAnything(const QString &key);

/** What a page is called: its stem; for the page of a folder that folder's name. */
QString pageName(const QString &path);

/**
 * How many parts two paths share, counted from the file's name, its suffix and case aside. The page of a folder counts as the
 * folder itself.
 */
int sharedParts(const QString &path, const QString &other);
/** Of how many parts @p path is, as sharedParts() counts them. */
int pathParts(const QString &path);

/** Lower case and, as the index's tokenizer has it, without accents. */
QString foldedWordOf(QStringView word);

/** The words of @p text as the index keeps them: lower case, without accents; identifiers are taken apart as well. */
QStringList searchWordsOf(QStringView text);

/** What the forms of an English word share: "failed", "failing" and "failures" are "fail". Rough, the same on both sides. */
QString stemOf(QStringView word);

/**
 * Letters to add, leave out, change or exchange with their neighbour to make @p b of @p a (optimal string alignment); as soon as it
 * is above @p limit, any number above it.
 */
int editDistance(QStringView a, QStringView b, int limit);

/** How many mistakes a name of that length may have and still be known. */
int mistakesIn(QStringView name);

/** Words that may share @p stem, for asking an index that keeps words as written. The stem itself comes first. */
QStringList formsOf(const QString &stem);

/** "the", "has", "for": says nothing about what a text is about. */
bool isStopWord(QStringView word);

/**
 * What nameKey() does not tell apart: "Lag > 30" is not "Lag < 30", "disk 1-11" not "disk 11.1", nor C++ C#, though their letters and
 * digits are the same. Of two names with one key the same ones are meant by the same signs.
 */
QString signsOf(QStringView name);

/** "Retired alerts", "KubeletDown, not for masters", "Handover": what stands there is said of others, or no longer holds. */
bool speaksOfOthers(QStringView text);

/**
 * The alert's name that a heading is: "Alert Name: KubeletDown" or "### KubeletDown (critical)". Empty for any other heading, and for
 * "KubeletDown-eu", which is another name.
 */
QString alertNameOf(QStringView heading);

} // namespace Handrail
