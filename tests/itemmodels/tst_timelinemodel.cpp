// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/timelinemodel.h"
#include "incident/entries.h"
#include "support/testing.h"

#include <QAbstractItemModelTester>

#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** A timeline as a view gets it: filtered, and of a very long one the end. */
class TestTimelineModel : public QObject
{
    Q_OBJECT

    static QList<TimelineEntry> notes(int count)
    {
        QList<TimelineEntry> all;
        all.reserve(count);
        for (int i = 0; i < count; ++i) {
            const QString who = i % 10 == 0 ? u"grace"_s : u"ada"_s;
            all.append(noteEntry({ u"i1"_s, who, {} }, NoteKind(i % 5), u"note %1"_s.arg(i)));
        }
        return all;
    }

    static QString textAt(const TimelineModel &model, int row)
    {
        return model.index(row).data(TimelineModel::ValueRole).value<TimelineEntry>().payload.value("text"_L1).toString();
    }

private Q_SLOTS:
    void filterChoosesRows()
    {
        TimelineModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setValues(notes(80));
        QCOMPARE(model.rowCount(), 80);
        QCOMPARE(model.people(), (QStringList { u"ada"_s, u"grace"_s }));
        TimelineFilter filter;
        filter.person = u"grace"_s;
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 8);
        QCOMPARE(model.total(), 80);
        QCOMPARE(textAt(model, 1), u"note 10"_s);
        model.append(notes(1).first()); // grace's
        model.append(notes(2).last()); // ada's
        QCOMPARE(model.rowCount(), 9);
        QCOMPARE(model.total(), 82);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 82);
    }

    void aVeryLongOneIsHandedOutFromItsEnd()
    {
        TimelineModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const int count = 2 * TimelineModel::pageSize + 5;
        model.setValues(notes(count));
        QCOMPARE(model.rowCount(), TimelineModel::pageSize);
        QCOMPARE(model.earlier(), TimelineModel::pageSize + 5);
        QCOMPARE(textAt(model, model.rowCount() - 1), u"note %1"_s.arg(count - 1));
        model.showEarlier();
        model.append(notes(1).first());
        model.showEarlier();
        QCOMPARE(model.rowCount(), count + 1);
        QCOMPARE(model.earlier(), 0);
        QCOMPARE(textAt(model, 0), u"note 0"_s);
    }

    void aCorrectedNoteSaysWhatItSaysNow()
    {
        TimelineModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        TimelineEntry note = notes(1).first();
        note.id = u"n1"_s;
        model.setValues({ note });
        const QDateTime at = QDateTime({ 2026, 11, 23 }, { 2, 16 }, QTimeZone::utc());
        model.append(noteCorrectedEntry({ u"i1"_s, u"ada"_s, at }, u"n1"_s, NoteKind::Note, u"better"_s));
        QCOMPARE(textAt(model, 0), u"better"_s);
        QCOMPARE(model.index(0).data(TimelineModel::CorrectedAtRole).toDateTime(), at);
        QVERIFY(model.index(0).data(TimelineModel::FirstTextRole).toString().isEmpty());
        model.toggleFirstText(u"n1"_s);
        QCOMPARE(model.index(0).data(TimelineModel::FirstTextRole).toString(), u"note 0"_s);
        TimelineFilter filter;
        filter.text = u"note 0"_s;
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 0); // it does not say so any more
    }

    void aLongOneIsFiltered()
    {
        TimelineModel model;
        model.setValues(notes(20000));
        TimelineFilter filter;
        filter.text = u"note 1999"_s;
        QBENCHMARK_ONCE {
            model.setFilter(filter);
        }
        QCOMPARE(model.rowCount(), 11);
    }
};

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timelinemodel.moc"
