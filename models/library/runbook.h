// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/markdowndocument.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace Handrail {

/** Which runbook: a folder the user opened and a path in it, with "/" whatever the system. */
struct RunbookRef
{
    QString root; ///< absolute path of the library's folder
    QString path; ///< relative to root

    bool isEmpty() const { return path.isEmpty(); }
    QString filePath() const { return root + QLatin1Char('/') + path; }
    bool operator==(const RunbookRef &) const = default;
};

/** A heading and what stands below it up to the next heading of its level. */
struct Section
{
    QString title;
    QString anchor;
    int level = 0;
    int firstLine = 0;
    int lastLine = 0; ///< of the whole section, its subsections counted

    bool operator==(const Section &) const = default;
};

struct DashboardLink
{
    QString title;
    QString url; ///< as written; may hold {label} placeholders

    bool operator==(const DashboardLink &) const = default;
};

/** One markdown file as a team keeps it: what it is about, whose it is, and its text as it was when read. */
struct Runbook
{
    RunbookRef ref;
    QString title;
    QStringList services;
    QStringList owners;
    QStringList alerts; ///< alert names, or Prometheus matchers in braces, of the front matter
    QStringList tags;
    QList<DashboardLink> dashboards;
    QDate reviewedOn;
    QDate reviewDue; ///< reviewedOn plus "review_in", else the day the file itself names; not valid when there is none
    QList<Section> sections;
    QString text;
    QByteArray sha256; ///< of the file's bytes, hexadecimal
    QDateTime modifiedAt; ///< UTC
    int replacedBytes = 0; ///< bytes that were not UTF-8 and became U+FFFD; such a file's commands are not copied unseen
    MarkdownDocument document;

    bool operator==(const Runbook &) const = default;
};

/** Makes a runbook of a file's bytes. Never fails; what is odd is in document.problems. */
Runbook runbookFromBytes(const RunbookRef &ref, const QByteArray &bytes, const QDateTime &modifiedAt);

} // namespace Handrail
