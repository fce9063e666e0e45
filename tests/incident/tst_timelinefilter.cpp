// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/entries.h"
#include "incident/notemarks.h"
#include "incident/timelinefilter.h"
#include "support/testing.h"

#include <QTimeZone>

using namespace Handrail;
using namespace Qt::StringLiterals;

/** What of a timeline a filter lets through, and which words of a note are marked. */
class TestTimelineFilter : public QObject
{
    Q_OBJECT

    static EntryContext by(const QString &who)
    {
        return { u"i1"_s, who, QDateTime({ 2026, 11, 23 }, { 2, 16 }, QTimeZone::utc()) };
    }
    static TimelineEntry note(const QString &text, NoteKind kind = NoteKind::Note) { return noteEntry(by(u"ada"_s), kind, text); }

private Q_SLOTS:
    void nothingAskedForLetsAllThrough()
    {
        QVERIFY(TimelineFilter().isEmpty());
        QVERIFY(TimelineFilter().accepts(note(u"x"_s)));
    }

    void byKind()
    {
        TimelineFilter filter;
        filter.groups = EntryGroup::Decision | EntryGroup::Steps;
        QVERIFY(filter.accepts(note(u"x"_s, NoteKind::Decision)));
        QVERIFY(!filter.accepts(note(u"x"_s, NoteKind::Note)));
        QVERIFY(filter.accepts(stepEntry(by(u"ada"_s), u"a"_s, 1, u"Look"_s, u"done"_s, {})));
        QVERIFY(!filter.accepts(plainEntry(by(u"ada"_s), TimelineEntry::Kind::Resolved)));
        filter.groups = EntryGroup::Output;
        QVERIFY(filter.accepts(outputKeptEntry(by(u"ada"_s), u"a"_s, 1, u"Look"_s, {}, u"Running"_s)));
        filter.groups = EntryGroup::Status;
        QVERIFY(filter.accepts(plainEntry(by(u"ada"_s), TimelineEntry::Kind::Unknown)));
    }

    void byPerson()
    {
        TimelineFilter filter;
        filter.person = u"Grace"_s;
        QVERIFY(filter.accepts(noteEntry(by(u"grace"_s), NoteKind::Note, u"x"_s)));
        QVERIFY(filter.accepts(note(u"ask @grace, she knows"_s)));
        QVERIFY(!filter.accepts(note(u"by the grace of luck"_s)));
        QVERIFY(!filter.accepts(note(u"ask @gracehopper"_s)));
    }

    void byText()
    {
        TimelineFilter filter;
        filter.text = u"ROLL"_s;
        QVERIFY(filter.accepts(note(u"No rollback yet"_s)));
        QVERIFY(filter.accepts(commandCopiedEntry(by(u"ada"_s), u"roll-step"_s, 1, u"kubectl rollout undo"_s, {})));
        QVERIFY(!filter.accepts(commandCopiedEntry(by(u"ada"_s), u"roll-step"_s, 1, u"kubectl get"_s, {}))); // an id is no word
        QVERIFY(filter.accepts(outputKeptEntry(by(u"ada"_s), u"a"_s, 1, u"Look"_s, {}, u"deployment rolled out"_s)));
    }

    void marks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("marked");
        QTest::newRow("none") << u"nothing here"_s << QStringList();
        QTest::newRow("person, tag, link") << u"@ada.l: see #eu-1, https://x.example/a?b=1."_s
                                           << QStringList { u"@ada.l"_s, u"#eu-1"_s, u"https://x.example/a?b=1"_s };
        QTest::newRow("an address is no person") << u"write to ada@example.org"_s << QStringList();
        QTest::newRow("a number is no tag") << u"see #12"_s << QStringList();
        QTest::newRow("an anchor is part of its link") << u"http://x.example/#top"_s
                                                       << QStringList { u"http://x.example/#top"_s };
        QTest::newRow("other letters") << u"#störung @名前"_s << QStringList { u"#störung"_s, u"@名前"_s };
        QTest::newRow("other schemes") << u"javascript://x file:///etc"_s << QStringList();
        QTest::newRow("very many") << QString(200000, u'@') << QStringList();
    }

    void marks()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, marked);
        QStringList found;
        for (const NoteMark &mark : noteMarks(text))
            found.append(text.sliced(mark.start, mark.length));
        QCOMPARE(found, marked);
    }
};

QTEST_GUILESS_MAIN(TestTimelineFilter)
#include "tst_timelinefilter.moc"
