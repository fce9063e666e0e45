// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/entries.h"
#include "store/incidentstore.h"
#include "support/testing.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimeZone>

#include <csignal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Handrail;
using namespace Qt::StringLiterals;

/** What the incident store promises: order, durability, one writer, and that a full disk costs nothing but the try. */
class TestIncidentStore : public QObject
{
    Q_OBJECT

    FixedClock m_clock { QDateTime(QDate(2026, 11, 23), QTime(2, 16, 31, 123), QTimeZone::utc()).toUTC() };
    std::unique_ptr<QTemporaryDir> m_folder;

    QString folder() const { return m_folder->filePath(u"data"_s); }
    EntryContext context(const QString &incident = u"i1"_s) const { return { incident, u"ada"_s, m_clock.now() }; }
    TimelineEntry note(const QString &text) const { return noteEntry(context(), NoteKind::Note, text); }

    std::shared_ptr<IncidentStore> opened()
    {
        const auto store = IncidentStore::open(folder(), m_clock);
        if (!store)
            QTest::qFail(qPrintable(store.problem().text), __FILE__, __LINE__);
        return store ? *store : nullptr;
    }

    QSet<QString> idsIn(const QString &incident)
    {
        QSet<QString> ids;
        const auto entries = opened()->entries(incident).result();
        for (const TimelineEntry &entry : *entries)
            ids.insert(entry.id);
        return ids;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aSummaryKnowsSeverityAndClaim()
    {
        const auto store = opened();
        store->append(startedEntry(context(), u"Errors"_s, u"checkout"_s, u"warning"_s, {}, {}));
        store->append(severityChangedEntry(context(), u"critical"_s, u"warning"_s));
        EntryContext grace = context();
        grace.actor = u"grace"_s;
        store->append(plainEntry(grace, TimelineEntry::Kind::Claimed));
        const auto incidents = store->incidents().result();
        QVERIFY(incidents);
        QCOMPARE(incidents->first().severity, u"critical"_s);
        QCOMPARE(incidents->first().claim.by, u"grace"_s);
    }

    void onlyTheOwnerMayRead()
    {
        const auto store = opened();
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        for (const QString &path : { folder(), folder() + u"/incidents.sqlite"_s, folder() + u"/incidents.lock"_s })
            QVERIFY2(!(QFileInfo(path).permissions() & others), qPrintable(path));
    }

    void entriesComeBackAsWritten()
    {
        TimelineEntry started = startedEntry(context(), u"Errors ⚠"_s, u"checkout"_s, u"critical"_s,
                                             { { u"labels"_s, QJsonObject { { u"a"_s, u"\"<b>\n"_s } } } },
                                             QString(u"pasted\0text"_s) + QChar(u'\n'));
        started.id = u"0190aaaa-0000-7000-8000-000000000001"_s;
        const auto written = opened()->append(started).result();
        QVERIFY(written);
        QCOMPARE(written->sequence, 1);
        QCOMPARE(written->recordedAt, m_clock.now());
        started.sequence = 1;
        started.recordedAt = m_clock.now();
        started.zone = u"Asia/Kathmandu"_s;
        started.utcOffsetMinutes = 345;
        QCOMPARE(*written, started);
        QCOMPARE(*opened()->entries(u"i1"_s).result(), QList<TimelineEntry> { started });
    }

    void whatIsAskedBeforeItIsOpenIsAnsweredAfter()
    {
        const auto store = IncidentStore::openLater(folder(), m_clock);
        const auto written = store->append(startedEntry(context(), u"Errors"_s, {}, {}, {}, {}));
        QVERIFY(written.result());
        const auto opened = store->whenOpened().result();
        QVERIFY(opened);
        QCOMPARE(*opened, QString());
        QCOMPARE(store->incidents().result()->size(), 1);
    }

    void whatCannotBeOpenedIsTheAnswerToEverything()
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(folder() + u"/incidents.sqlite"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        const auto store = IncidentStore::openLater(folder(), m_clock);
        const auto entries = store->entries(u"i1"_s).result();
        QVERIFY(!entries);
        const auto opened = store->whenOpened().result();
        QVERIFY(!opened);
        QCOMPARE(entries.problem(), opened.problem());
        QVERIFY(!store->append(startedEntry(context(), u"Errors"_s, {}, {}, {}, {})).result());
    }

    void orderIsThatOfTheLogNotOfTheClock()
    {
        const auto store = opened();
        (void)store->append(note(u"one"_s));
        m_clock.advance(-3'600'000);
        (void)store->append(note(u"two"_s));
        m_clock.advance(3'600'000);
        const auto entries = store->entries(u"i1"_s).result();
        QCOMPARE(entries->size(), 2);
        QCOMPARE(entries->at(0).payload.value(u"text"_s).toString(), u"one"_s);
        QCOMPARE(entries->at(1).payload.value(u"text"_s).toString(), u"two"_s);
        QVERIFY(entries->at(1).happenedAt < entries->at(0).happenedAt);
        QVERIFY(entries->at(0).id != entries->at(1).id);
    }

    void unknownKindIsKept()
    {
        TimelineEntry strange = plainEntry(context(), TimelineEntry::Kind::Unknown);
        strange.kindName = u"from-the-future"_s;
        (void)opened()->append(strange).result();
        const TimelineEntry read = opened()->entries(u"i1"_s).result()->first();
        QVERIFY(read.kind == TimelineEntry::Kind::Unknown);
        QCOMPARE(read.kindName, u"from-the-future"_s);
    }

    void summariesPutOpenOnesFirst()
    {
        const auto store = opened();
        const auto start = [&](const QString &id) {
            (void)store->append(startedEntry(context(id), u"Title of "_s + id, u"checkout"_s, u"high"_s, {}, u"pasted"_s));
            m_clock.advance(1000);
        };
        start(u"old"_s);
        start(u"closed"_s);
        start(u"new"_s);
        OpenedRunbook runbook;
        runbook.path = u"a.md"_s;
        runbook.stepCount = 4;
        (void)store->append(runbookOpenedEntry(context(u"old"_s), runbook));
        (void)store->append(stepEntry(context(u"old"_s), u"s1"_s, 1, u"Look"_s, u"done"_s, {}));
        (void)store->append(stepEntry(context(u"old"_s), u"s2"_s, 2, u"Look"_s, u"skipped"_s, {}));
        (void)store->append(plainEntry(context(u"closed"_s), TimelineEntry::Kind::Resolved));
        (void)store->saveDraft({ u"old"_s, u"current-step"_s, u"3\ts3"_s });

        const auto incidents = store->incidents().result();
        QCOMPARE(incidents->size(), 3);
        QCOMPARE(incidents->at(0).id, u"new"_s);
        QCOMPARE(incidents->at(0).currentStep, 0);
        QCOMPARE(incidents->at(1).id, u"old"_s);
        QCOMPARE(incidents->at(1).title, u"Title of old"_s);
        QCOMPARE(incidents->at(1).stepCount, 4);
        QCOMPARE(incidents->at(1).finishedSteps, 2);
        QCOMPARE(incidents->at(1).currentStep, 3);
        QCOMPARE(incidents->at(2).id, u"closed"_s);
        QVERIFY(!incidents->at(2).isOpen());
    }

    void findsIncidentsByWhatWasWrittenDown()
    {
        const auto store = opened();
        (void)store->append(startedEntry(context(u"i1"_s), u"Checkout fails"_s, u"checkout"_s, u"high"_s, {}, u"pasted: 100% of 5xx"_s));
        OpenedRunbook runbook;
        runbook.path = u"a.md"_s;
        runbook.text = u"Restart the kafka broker."_s;
        (void)store->append(runbookOpenedEntry(context(u"i1"_s), runbook));
        (void)store->append(noteEntry(context(u"i1"_s), NoteKind::Note, u"Queue is \"stuck\""_s));
        (void)store->append(startedEntry({ u"i2"_s, u"grace"_s, m_clock.now() }, u"Disk_full"_s, u"db"_s, u"high"_s, {}, {}));
        (void)store->append(outputKeptEntry(context(u"i2"_s), u"s1"_s, 1, u"Look"_s, u"cannot-tell"_s, u"/var 100 used, checkout waits"_s));
        const auto found = [&store](const QStringList &words) {
            QStringList ids = *store->incidentsWith(words).result();
            ids.sort();
            return ids;
        };
        QCOMPARE(found({ u"STUCK"_s }), QStringList { u"i1"_s });
        QCOMPARE(found({ u"checkout"_s }), (QStringList { u"i1"_s, u"i2"_s }));
        QCOMPARE(found({ u"checkout"_s, u"waits"_s }), QStringList { u"i2"_s });
        QCOMPARE(found({ u"stuck"_s, u"waits"_s }), QStringList());
        QCOMPARE(found({ u"grace"_s }), QStringList { u"i2"_s });
        QCOMPARE(found({ u"100%"_s }), QStringList { u"i1"_s }); // no wildcards
        QCOMPARE(found({ u"k_f"_s }), QStringList { u"i2"_s });
        QCOMPARE(found({ u"s_u"_s }), QStringList()); // "stuck"
        QCOMPARE(found({ u"kafka"_s }), QStringList()); // a runbook's text is not what somebody wrote down
        QCOMPARE(found({ u"payload"_s }), QStringList());
        QCOMPARE(found({ u"severity"_s }), QStringList()); // a key, not what is said
    }

    void draftsComeAndGo()
    {
        const auto store = opened();
        QVERIFY(store->saveDraft({ u"i1"_s, u"note"_s, u"half a sent"_s }).result());
        QVERIFY(store->saveDraft({ u"i1"_s, u"note"_s, u"half a sentence"_s }).result());
        QVERIFY(store->saveDraft({ {}, u"paste"_s, u"x"_s }).result());
        QCOMPARE(*store->drafts(u"i1"_s).result(), (QList<Draft> { { u"i1"_s, u"note"_s, u"half a sentence"_s } }));
        QVERIFY(store->saveDraft({ u"i1"_s, u"note"_s, {} }).result());
        QVERIFY(store->drafts(u"i1"_s).result()->isEmpty());
        QCOMPARE(store->drafts({}).result()->size(), 1);
    }

    void killedWriterLosesNothingItAcknowledged()
    {
        QSet<QString> acknowledged;
        for (int trial = 0; trial < 20; ++trial) {
            QProcess writer;
            writer.start(QStringLiteral(INCIDENT_WRITER), { folder(), u"i1"_s });
            QVERIFY(writer.waitForStarted());
            QByteArray said;
            while (said.count('\n') <= trial) { // another moment each time
                QVERIFY(writer.waitForReadyRead(10000));
                said += writer.readAllStandardOutput();
            }
            writer.kill(); // SIGKILL
            QVERIFY(writer.waitForFinished());
            QList<QByteArray> lines = (said + writer.readAllStandardOutput()).split('\n');
            QCOMPARE(lines.takeFirst(), "open");
            lines.removeLast(); // the part after the last newline: not acknowledged
            for (const QByteArray &line : lines)
                acknowledged.insert(QString::fromLatin1(line));
        }
        QVERIFY(acknowledged.size() > 20);
        const QSet<QString> kept = idsIn(u"i1"_s);
        QVERIFY2((acknowledged - kept).isEmpty(), qPrintable(QString::number((acknowledged - kept).size()) + u" lost"_s));
        qInfo("%lld acknowledged, %lld kept", qlonglong(acknowledged.size()), qlonglong(kept.size()));
    }

    void secondWriterIsToldAndAReaderReads()
    {
        QVERIFY(opened()->append(note(u"one"_s)).result());
        QProcess writer;
        writer.start(QStringLiteral(INCIDENT_WRITER), { folder(), u"i2"_s });
        QVERIFY(writer.waitForReadyRead(10000));
        const auto second = IncidentStore::open(folder(), m_clock);
        QVERIFY(!second);
        QCOMPARE(second.problem().text, u"Already open in another window."_s);

        const auto reader = IncidentStore::openForReading(folder(), m_clock);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.problem().text));
        QCOMPARE((*reader)->entries(u"i1"_s).result()->size(), 1);
        QVERIFY(!(*reader)->append(note(u"two"_s)).result());
        writer.kill();
        QVERIFY(writer.waitForFinished());
        QVERIFY(opened());
    }

    void aClosedOneLeavesTheFileToAnother()
    {
        const auto first = opened();
        const auto appended = first->append(note(u"the last"_s));
        first->close().waitForFinished();
        QVERIFY(appended.isFinished() && appended.result());
        const auto second = opened();
        QVERIFY(second && second->append(note(u"the next"_s)).result());
        QVERIFY(!first->append(note(u"too late"_s)).result());
        QVERIFY(!first->drafts(u"i1"_s).result());
        QCOMPARE(second->entries(u"i1"_s).result()->size(), 2);
    }

    void readerMakesNoFile()
    {
        QVERIFY(!IncidentStore::exists(folder()));
        QVERIFY(!IncidentStore::openForReading(folder(), m_clock));
        QVERIFY(!QFileInfo::exists(folder()));
    }

#ifdef Q_OS_UNIX
    void fullDiskCostsOnlyTheTry()
    {
        const auto store = opened();
        QVERIFY(store->append(note(u"before"_s)).result());

        // A file that may not grow is a disk without space, but for the words of the error.
        (void)std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit {};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
        const rlimit small { rlim_t(QFileInfo(folder() + u"/incidents.sqlite"_s).size()), limit.rlim_max };
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        TimelineEntry large = note(u"during"_s);
        large.document = QString(100'000, u'x');
        const auto failed = store->append(large).result();
        const auto read = store->entries(u"i1"_s).result();
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);

        QVERIFY(!failed);
        QCOMPARE(failed.problem().text, u"The disk did not take the data."_s);
        QCOMPARE(read->size(), 1);
        QVERIFY(store->append(large).result());
        QCOMPARE(store->entries(u"i1"_s).result()->size(), 2);
    }
#endif

    void anIncidentOfManyNotesIsOpenedWithTheNewest()
    {
        const auto store = opened();
        const EntryContext context { u"i1"_s, u"ada"_s, m_clock.now() };
        QList<TimelineEntry> all { startedEntry(context, u"T"_s, u"s"_s, u"high"_s, {}, u"pasted"_s) };
        for (int i = 0; i < 300; ++i)
            all.append(i % 100 == 50 ? severityChangedEntry(context, u"info"_s, u"high"_s) : noteEntry(context, NoteKind::Note, u"n%1"_s.arg(i)));
        for (TimelineEntry &entry : all)
            entry = store->append(entry).result().value();
        const auto opening = store->opening(u"i1"_s, 20).result();
        QVERIFY(opening);
        QCOMPARE(opening->entries.size(), 24); // twenty, the start and three changes, the last of them further back
        QCOMPARE(opening->leftOut, 277);
        QCOMPARE(opening->entries.first(), all.first());
        QCOMPARE(opening->entries.last(), all.last());
        QVERIFY(std::is_sorted(opening->entries.begin(), opening->entries.end(),
                               [](const TimelineEntry &a, const TimelineEntry &b) { return a.sequence < b.sequence; }));
        QCOMPARE(foldIncident(opening->entries).severity, u"info"_s);
        QCOMPARE(store->opening(u"i1"_s, 5000).result()->entries, all);
        QCOMPARE(store->opening(u"i1"_s, 5000).result()->leftOut, 0);
        QCOMPARE(store->opening(u"nowhere"_s, 20).result()->entries.size(), 0);

        QList<TimelineEntry> read;
        for (qint64 after = 0;;) {
            const auto page = store->entriesAfter(u"i1"_s, after, 100).result();
            QVERIFY(page);
            read += *page;
            if (page->size() < 100)
                break;
            after = page->last().sequence;
        }
        QCOMPARE(read, all);
    }
};

QTEST_GUILESS_MAIN(TestIncidentStore)
#include "tst_incidentstore.moc"
