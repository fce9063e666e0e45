// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/librarytreemodel.h"
#include "itemmodels/listmodels.h"
#include "itemmodels/steplistmodel.h"
#include "itemmodels/timelinemodel.h"
#include "support/testing.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Handrail;
using namespace Qt::StringLiterals;

namespace {

RunbookEntry entry(const QString &path, const QString &title, const QStringList &services = {})
{
    RunbookEntry made;
    made.ref = { u"/home/ops"_s, path };
    made.title = title;
    made.services = services;
    return made;
}

Procedure lookThenChange()
{
    return readProcedure(runbookFromBytes({ u"/l"_s, u"a.md"_s },
                                          "# A\n\n## Diagnosis\n\n1. Look.\n\n   ```sh\n   kubectl get pods\n   ```\n2. Look again.\n\n"
                                          "## Mitigation\n\n1. Restart.\n\n   ```sh\n   kubectl rollout restart deploy/api\n   ```\n",
                                          {}),
                         {});
}

} // namespace

class TestItemModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListHandsOutItsValues()
    {
        TimelineModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        TimelineEntry first;
        first.id = u"1"_s;
        model.setValues({ first });
        QCOMPARE(reset.size(), 1);
        model.setValues({ first });
        QCOMPARE(reset.size(), 1); // nothing changed, nothing flickers
        model.append(first);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.data(model.index(1), TimelineModel::ValueRole).value<TimelineEntry>(), first);
    }

    void hiddenPlacesAreListed()
    {
        HiddenPlaceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setValues({ { u"AWS key"_s, 20, u"Output"_s, 7 }, { u"JWT"_s, 90, {}, 9 } });
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.index(0).data().toString(), u"AWS key"_s);
        QCOMPARE(model.index(1).data(HiddenPlaceModel::ValueRole).value<HiddenPlace>().line, 9);
    }

    void theLineStandsBeforeTheFirstChangingStep()
    {
        StepListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Procedure procedure = lookThenChange();
        QStringList ids;
        for (const Phase &phase : procedure.phases) {
            for (const Step &step : phase.steps)
                ids.append(step.id);
        }
        QCOMPARE(ids.size(), 3);
        model.setProcedure(procedure, Progress(ids));
        QList<StepRow::Kind> kinds;
        for (int row = 0; row < model.rowCount(); ++row)
            kinds.append(model.index(row).data(StepListModel::RowRole).value<StepRow>().kind);
        using Kind = StepRow::Kind;
        QCOMPARE(kinds, QList<Kind>({ Kind::LookHead, Kind::PhaseHead, Kind::Step, Kind::Step, Kind::ChangeLine, Kind::PhaseHead, Kind::Step }));
        QCOMPARE(model.lookOnlySteps(), 2);
        QVERIFY(model.flags(model.index(0)) == Qt::NoItemFlags);
    }

    void progressChangesOnlyTheRowsItConcerns()
    {
        StepListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Procedure procedure = lookThenChange();
        QStringList ids;
        for (const Phase &phase : procedure.phases) {
            for (const Step &step : phase.steps)
                ids.append(step.id);
        }
        Progress progress(ids);
        model.setProcedure(procedure, progress);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        progress.setResult(ids.first(), { StepState::Done, {}, {} });
        progress.setCurrent(ids.at(1));
        model.setProgress(progress);
        QCOMPARE(changed.size(), 2);
        QVERIFY(model.indexOf(ids.at(1)).data(StepListModel::RowRole).value<StepRow>().current);
    }

    void theTreeGroupsByServiceAndByFolder()
    {
        LibraryTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const RunbookEntry full = entry(u"search/disk.md"_s, u"Disk is full"_s, { u"search"_s });
        model.setRunbooks({ full, entry(u"misc.md"_s, u"Misc"_s), entry(u"ledger/late.md"_s, u"Late"_s, { u"ledger"_s }) });
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, 0).data().toString(), u"ledger"_s);
        QCOMPARE(model.index(2, 0).data(LibraryTreeModel::KindRole).value<LibraryTreeModel::NodeKind>(), LibraryTreeModel::NodeKind::NoService);
        QCOMPARE(model.indexOf(full.ref).parent().data().toString(), u"search"_s);

        model.setGrouping(LibraryTreeModel::Grouping::Folder);
        QCOMPARE(reset.size(), 2);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data().toString(), u"ops"_s);
        QCOMPARE(model.index(0, 0).data(LibraryTreeModel::CountRole).toInt(), 3);
        QCOMPARE(model.rowCount(model.index(0, 0)), 3);
    }
};

QTEST_GUILESS_MAIN(TestItemModels)
#include "tst_itemmodels.moc"
