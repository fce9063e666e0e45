// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/workplace.h"

#include "store/incidentbackup.h"
#include "store/incidentfolder.h"
#include "store/incidentstore.h"

#include <QFile>
#include <QHash>
#include <QSet>

namespace Handrail::Reliability {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000; // ms: long enough for a busy machine, short enough to see that something hangs

} // namespace

Workplace::Workplace()
{
    if (!m_folder.isValid())
        qFatal("No folder can be made for the trials: %s", qPrintable(m_folder.errorString()));
}

QList<Acknowledgement> Workplace::acknowledged() const
{
    return readAcknowledgements(bytesOf(acknowledgements()));
}

DriverEnd Workplace::run(const QStringList &arguments, const QMap<QString, QString> &environment) const
{
    QProcess driver;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (auto variable = environment.cbegin(); variable != environment.cend(); ++variable)
        variables.insert(variable.key(), variable.value());
    driver.setProcessEnvironment(variables);
    start(driver, arguments);
    const bool isOver = driver.waitForFinished(patience);
    return { isOver && driver.exitStatus() == QProcess::NormalExit && driver.exitCode() == 0, driver.readAllStandardOutput(),
             driver.readAllStandardError() };
}

void Workplace::fail(TrialReport &report, quint32 seed, const QString &what)
{
    m_folder.setAutoRemove(false);
    report.failures.append(u"seed %1: %2 (kept in %3)"_s.arg(seed).arg(what, path()));
}

void start(QProcess &driver, const QStringList &arguments)
{
    driver.start(QStringLiteral(INCIDENT_DRIVER), arguments);
    if (!driver.waitForStarted(patience))
        qFatal("%s cannot be started.", INCIDENT_DRIVER);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written.", qPrintable(path));
}

QString check(const QString &data, const QList<Acknowledgement> &acknowledged, TrialReport &report)
{
    report.acknowledged += acknowledged.size();
    const SystemClock clock;
    qint64 lost = 0;
    {
        const auto store = IncidentStore::open(data, clock);
        if (!store || (*store)->isReadOnly()) {
            ++report.unreadable;
            report.lost += acknowledged.size();
            return store ? (*store)->readOnlyReason() : store.problem().text;
        }
        QHash<QString, QHash<QString, QByteArray>> kept; // digests by entry by incident
        for (const Acknowledgement &one : acknowledged) {
            if (!kept.contains(one.incidentId)) {
                const auto entries = (*store)->entries(one.incidentId).result();
                QHash<QString, QByteArray> &digests = kept[one.incidentId];
                for (const TimelineEntry &entry : entries ? *entries : QList<TimelineEntry>())
                    digests.insert(entry.id, digestOf(entry));
            }
            if (kept.value(one.incidentId).value(one.entryId) != one.digest)
                ++lost;
        }
    }
    report.lost += lost;
    if (lost > 0)
        return u"%1 of %2 acknowledged entries are lost"_s.arg(lost).arg(acknowledged.size());
    QStringList files = { incidentFilePath(data) };
    const QList<IncidentBackup> backups = incidentBackups(data);
    for (const IncidentBackup &backup : backups)
        files.append(backup.path);
    for (const QString &file : files) {
        if (const auto sound = checkIncidentFile(file); !sound) {
            ++report.unreadable;
            return sound.problem().text;
        }
    }
    return {};
}

} // namespace Handrail::Reliability
