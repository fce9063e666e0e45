// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliability/trials.h"

#include <QTest>

using namespace Handrail::Reliability;

/** A few trials of each kind for every change; handrail-reliability makes thousands. */
class TestReliability : public QObject
{
    Q_OBJECT

    void judge(const TrialReport &report)
    {
        qInfo("%d trials, %lld acknowledged, %lld lost, %d unreadable", report.trials, report.acknowledged, report.lost,
              report.unreadable);
        QVERIFY2(report.failures.isEmpty(), qPrintable(report.failures.join(QLatin1Char('\n'))));
        QCOMPARE(report.lost, 0);
        QCOMPARE(report.unreadable, 0);
        QVERIFY(report.acknowledged > 0);
    }

private Q_SLOTS:
    void aKillLosesNothing() { judge(killTrials({ 12, 1 })); }

    void aPowerCutLosesNothingButForTheControl()
    {
        const TrialReport report = cutTrials({ 40, 1 });
        judge(report);
        QVERIFY2(report.lossyCuts > 0, "The control lost nothing: these cuts prove nothing.");
    }

    void aFullOrBrokenDiskLosesNothingAndIsSaid_data()
    {
        QTest::addColumn<quint32>("k");
        for (const quint32 k : { 1U, 25U, 120U })
            QTest::addRow("from change %u", k) << k;
    }

    void aFullOrBrokenDiskLosesNothingAndIsSaid()
    {
        QFETCH(const quint32, k);
        const TrialReport report = faultTrials({ 1, k });
        judge(report);
    }

    void aDamagedFileStaysAndItsBackupIsOffered() { judge(damageTrials({ 24, 1 })); }
    void aNoteBeingTypedIsKept() { judge(typingTrials({ 4, 1 })); }
    void anExportIsWholeOrAbsent() { judge(exportTrials({ 20, 1 })); }
    void aPowerCutSparesAFileThatIsTakenOver() { judge(migrationTrials({ 40, 1 })); }
};

QTEST_GUILESS_MAIN(TestReliability)
#include "tst_reliability.moc"
