// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reliability/acknowledgement.h"
#include "reliability/trials.h"

#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

namespace Handrail::Reliability {

/** What a driver that ran to its end did. */
struct DriverEnd
{
    bool isNormal = false; ///< ended by itself with 0
    QByteArray output;
    QByteArray errors;
};

/** A folder for the trials of one seed: the driver's data and what it acknowledged. Kept when something failed in it. */
class Workplace
{
public:
    Workplace();

    QString path() const { return m_folder.path(); }
    QString data() const { return m_folder.filePath(QStringLiteral("data")); }
    QString acknowledgements() const { return m_folder.filePath(QStringLiteral("acknowledged")); }
    QList<Acknowledgement> acknowledged() const;

    DriverEnd run(const QStringList &arguments, const QMap<QString, QString> &environment = {}) const;
    /** Writes @p what down as a failure of @p seed. */
    void fail(TrialReport &report, quint32 seed, const QString &what);

private:
    QTemporaryDir m_folder;
};

void start(QProcess &driver, const QStringList &arguments);

QByteArray bytesOf(const QString &path);
void writeBytes(const QString &path, const QByteArray &bytes);

/**
 * Opens @p data with the classes that the program uses and looks for what was acknowledged. Adds to @p report; gives what is
 * wrong, nothing when all is well.
 */
QString check(const QString &data, const QList<Acknowledgement> &acknowledged, TrialReport &report);

} // namespace Handrail::Reliability
