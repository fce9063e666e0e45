// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/entries.h"
#include "session/tickhistory.h"
#include "support/testing.h"

using namespace Handrail;
using namespace Qt::StringLiterals;
using Way = TickHistory::Way;

// The whole of it, against a model, is undoIsThatOfAModel() of tst_incidentsession.
class TestTickHistory : public QObject
{
    Q_OBJECT

    QList<TimelineEntry> m_entries;

    void add(TimelineEntry entry)
    {
        entry.id = u"entry-%1"_s.arg(m_entries.size());
        m_entries.append(entry);
    }

    static TimelineEntry opened(const QString &path, const QHash<QString, QString> &renamed = {})
    {
        OpenedRunbook runbook;
        runbook.root = u"/library"_s;
        runbook.path = path;
        runbook.renamedSteps = renamed;
        return runbookOpenedEntry({}, runbook);
    }

    static TimelineEntry tick(const QString &step, const QString &state) { return stepEntry({}, step, 1, {}, state, {}); }

    /** A further entry: what is taken back, or made again, as the session writes it. */
    void addLike(Way way)
    {
        const TickHistory history = TickHistory::of(m_entries);
        const TickHistory::Tick &about = way == Way::Back ? history.toUndo() : history.toRedo();
        const QString state = way == Way::Back ? about.before.state : about.after.state;
        TimelineEntry entry = tick(about.stepId, state.isEmpty() ? u"todo"_s : state);
        history.tell(way, entry);
        add(entry);
    }

private Q_SLOTS:
    void init()
    {
        m_entries.clear();
        add(opened(u"a.md"_s));
    }

    void readsFromTheEntriesWhatWasTakenBack()
    {
        QVERIFY(!TickHistory::of(m_entries).canUndo());
        add(tick(u"s1"_s, u"done"_s));
        add(tick(u"s1"_s, u"failed"_s));
        TickHistory history = TickHistory::of(m_entries);
        QCOMPARE(history.toUndo().before.state, u"done"_s);
        QCOMPARE(history.toUndo().after.state, u"failed"_s);
        QVERIFY(!history.canRedo());

        addLike(Way::Back);
        history = TickHistory::of(m_entries);
        QCOMPARE(history.toUndo().after.state, u"done"_s);
        QCOMPARE(history.toRedo().after.state, u"failed"_s);

        addLike(Way::Again);
        history = TickHistory::of(m_entries);
        QCOMPARE(history.toUndo().after.state, u"failed"_s);
        QVERIFY(!history.canRedo());
    }

    void aNewTickEndsWhatCouldBeMadeAgain()
    {
        add(tick(u"s1"_s, u"done"_s));
        addLike(Way::Back);
        add(tick(u"s2"_s, u"done"_s));
        const TickHistory history = TickHistory::of(m_entries);
        QVERIFY(!history.canRedo());
        QCOMPARE(history.toUndo().stepId, u"s2"_s);
    }

    void ticksAreTakenBackWhereTheyWereMade()
    {
        add(tick(u"s1"_s, u"done"_s));
        add(opened(u"b.md"_s));
        QVERIFY(!TickHistory::of(m_entries).canUndo());
        add(tick(u"s1"_s, u"failed"_s)); // a step of the same name, in the other one
        QVERIFY(TickHistory::of(m_entries).toUndo().before.state.isEmpty());
    }

    void aNewVersionKnowsWhatWasSaidOfItsSteps()
    {
        add(tick(u"1-look"_s, u"done"_s));
        add(opened(u"a.md"_s, { { u"1-look"_s, u"2-look"_s } }));
        add(tick(u"2-look"_s, u"failed"_s));
        QCOMPARE(TickHistory::of(m_entries).toUndo().before.state, u"done"_s);
    }
};

QTEST_GUILESS_MAIN(TestTickHistory)
#include "tst_tickhistory.moc"
