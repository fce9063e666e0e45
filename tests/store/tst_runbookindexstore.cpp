// SPDX-FileCopyrightText: The Handrail authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/libraryfolder.h"

#include <QtConcurrentRun>

using namespace Handrail;
using namespace Handrail::Testing;
using namespace Qt::StringLiterals;

namespace {

void fill(const LibraryFolder &library)
{
    library.write(u"queue/QueueTooLong.md"_s,
                  "---\nservice: worker\nowner: queue-team\nlast_reviewed_on: 2024-01-02\n---\n# QueueTooLong\n"
                  "## Meaning\nMany jobs wait.\n## Mitigation\nRestart the workers gently.\n");
    library.write(u"ledger/README.md"_s, "# Ledger\nBooks money. Restart with care.\n");
    library.write(u"alerts.md"_s, "# Alerts\n## DiskFull\nFree some disk space.\n## DiskSlow\nLook at the disk queue.\n");
    library.write(u"web/errors.md"_s, "---\nalert: '{alertname=\"Errors\",severity=~\"crit.*\"}'\n---\n# Errors\nPages fail.\n");
    QCOMPARE(library.read().runbooks, 4);
}

QStringList places(const Result<QList<SectionRecord>> &records)
{
    QStringList places;
    for (const SectionRecord &record : records ? *records : QList<SectionRecord> {})
        places.append(record.runbook.ref.path + u'#' + record.anchor);
    return places;
}

} // namespace

class TestRunbookIndexStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsRunbooksByTitle()
    {
        const LibraryFolder library;
        fill(library);
        const auto runbooks = RunbookIndexStore(library.index()).runbooks();
        QVERIFY(runbooks);
        QStringList titles;
        for (const RunbookEntry &entry : *runbooks)
            titles.append(entry.title);
        QCOMPARE(titles, QStringList({ u"Alerts"_s, u"Errors"_s, u"Ledger"_s, u"QueueTooLong"_s }));
        const RunbookEntry queue = runbooks->last();
        QCOMPARE(queue.ref, (RunbookRef { library.root(), u"queue/QueueTooLong.md"_s }));
        QCOMPARE(queue.services, QStringList { u"worker"_s });
        QCOMPARE(queue.owners, QStringList { u"queue-team"_s });
        QCOMPARE(queue.reviewedOn, QDate(2024, 1, 2));
        QVERIFY(queue.modifiedAt.isValid());
    }

    void findsSectionsWithMarks()
    {
        const LibraryFolder library;
        fill(library);
        const auto hits = RunbookIndexStore(library.index()).search(parseQuery(u"worke"_s), 10);
        QVERIFY(hits);
        QVERIFY(!hits->isEmpty());
        const SearchHit hit = hits->first();
        QCOMPARE(hit.runbook.ref.path, u"queue/QueueTooLong.md"_s);
        QCOMPARE(hit.anchor, u"mitigation"_s); // the heading above the word, not the file's start
        QCOMPARE(hit.sectionTitle, u"Mitigation"_s);
        QCOMPARE(hit.marks.size(), 1);
        QCOMPARE(hit.snippet.sliced(hit.marks.first().start, hit.marks.first().length), u"workers"_s);
        QVERIFY(!hit.snippet.contains(u'\n'));
    }

    void oneOrTwoLettersFindNamesThatBeginWithThem()
    {
        const LibraryFolder library;
        fill(library);
        QCOMPARE(library.found(u"q"_s), QStringList { u"queue/QueueTooLong.md"_s });
        QCOMPARE(library.found(u"Q"_s), QStringList { u"queue/QueueTooLong.md"_s });
        QCOMPARE(library.found(u"z"_s), QStringList());
        QCOMPARE(library.found(u"le"_s), QStringList { u"ledger/README.md"_s });
        QCOMPARE(library.found(u"er"_s), QStringList { u"web/errors.md"_s }); // and none of the words that say "erase"
        QCOMPARE(library.found(u"ledger r"_s), QStringList { u"ledger/README.md"_s });
    }

    void putsTitlesFirst()
    {
        const LibraryFolder library;
        fill(library);
        const auto hits = RunbookIndexStore(library.index()).search(parseQuery(u"ledger"_s), 10);
        QVERIFY(hits && !hits->isEmpty());
        QCOMPARE(hits->first().runbook.title, u"Ledger"_s);
        QCOMPARE(hits->first().titleMarks, QList<TextSpan>({ { 0, 6 } }));
        QVERIFY(hits->first().score > 0);
    }

    void answersAnythingTyped_data()
    {
        QTest::addColumn<QString>("typed");
        const QStringList inputs { u"\""_s,   u"*"_s,        u"("_s,  u")"_s,  u"NEAR("_s, u"a AND"_s, u"AND"_s, u"OR OR"_s, u"NOT"_s,
                                   u"^a"_s,   u"nosuch:x"_s, u"-x"_s, u"--"_s, u"{a b}"_s, u"a + b"_s, u"a*b*"_s,
                                   u"'; drop table words;--"_s, QString(100'000, u'a'), u"a "_s.repeated(50'000),
                                   QString(QChar(u'\0')), u"a"_s + QChar(u'\0') + u"b"_s, u"\u202Edisk"_s,
                                   QString(QChar(0xd800)), u"\U0001F525"_s, u"\"\" \"\""_s, u"-\"a b\" c"_s, u"\u0301"_s,
                                   u"disk \U0001F525 -\u2014 \u00bd"_s };
        for (qsizetype i = 0; i < inputs.size(); ++i)
            QTest::addRow("%d", int(i)) << inputs.at(i);
    }

    void answersAnythingTyped()
    {
        QFETCH(const QString, typed);
        static const LibraryFolder library;
        if (!QFile::exists(library.index()))
            fill(library);
        const RunbookIndexStore store(library.index());
        const auto hits = store.search(parseQuery(typed), 10);
        QVERIFY2(hits, hits ? "" : qPrintable(hits.problem().text));
        store.nearestWords(typed, 3);
        QVERIFY(store.candidates({ { typed }, { typed }, { typed }, { typed } }, 10));
        QCOMPARE(library.paths().size(), 4);
    }

    void findsCandidatesInEveryWay_data()
    {
        QTest::addColumn<CandidateQuery>("query");
        QTest::addColumn<QString>("expected");
        QTest::newRow("heading") << CandidateQuery { { u"disk_full"_s }, {}, {}, {} } << u"alerts.md#diskfull"_s;
        QTest::newRow("file name") << CandidateQuery { { u"Queue-Too-Long"_s }, {}, {}, {} } << u"queue/QueueTooLong.md#"_s;
        QTest::newRow("matchers, always") << CandidateQuery {} << u"web/errors.md#"_s;
        QTest::newRow("service in front matter") << CandidateQuery { {}, { u"worker"_s }, {}, {} } << u"queue/QueueTooLong.md#"_s;
        QTest::newRow("service's folder") << CandidateQuery { {}, { u"Ledger"_s }, {}, {} } << u"ledger/README.md#"_s;
        QTest::newRow("path") << CandidateQuery { {}, {}, { u"docs/alerts.html"_s }, {} } << u"alerts.md#diskslow"_s;
        QTest::newRow("other form of a word") << CandidateQuery { {}, {}, {}, { u"waiting"_s } } << u"queue/QueueTooLong.md#"_s;
    }

    void findsCandidatesInEveryWay()
    {
        QFETCH(const CandidateQuery, query);
        QFETCH(const QString, expected);
        const LibraryFolder library;
        fill(library);
        const auto records = RunbookIndexStore(library.index()).candidates(query, 20);
        QVERIFY2(places(records).contains(expected), qPrintable(places(records).join(u' ')));
        QCOMPARE(places(records).removeDuplicates(), 0);
    }

    void commonWordsAreAskedForTogether_data()
    {
        QTest::addColumn<int>("withAll");
        QTest::addColumn<int>("fewest"); // of the words that a candidate has
        QTest::newRow("many have them all") << 10 << 5;
        QTest::newRow("few have them all") << 2 << 2;
    }

    void commonWordsAreAskedForTogether()
    {
        QFETCH(const int, withAll);
        QFETCH(const int, fewest);
        constexpr int limit = 5;
        const QStringList words { u"disk"_s, u"pod"_s, u"error"_s, u"node"_s, u"queue"_s };
        const LibraryFolder library;
        int number = 0;
        const auto write = [&](const QStringList &said) {
            library.write(u"%1/page.md"_s.arg(++number), said.join(u' ').toUtf8() + '\n');
        };
        for (int i = 0; i < withAll; ++i)
            write(words);
        for (int i = 0; i < words.size(); ++i)
            write({ words.at(i), words.at((i + 1) % words.size()) });
        for (int i = 0; i < 400; ++i) // of each more than are ranked
            write({ words.at(i % words.size()), u"and no other"_s });
        for (int i = 0; i < 300; ++i)
            write({ words.at(0) });
        library.read();
        const auto records = RunbookIndexStore(library.index()).candidates({ {}, {}, {}, words }, limit);
        QVERIFY(records);
        QCOMPARE(records->size(), limit);
        for (const SectionRecord &record : *records) {
            const auto found = std::count_if(words.begin(), words.end(), [&record](const QString &word) { return record.text.contains(word); });
            QVERIFY2(found >= fewest, qPrintable(record.text));
        }
    }

    void prefersTheLongerPath()
    {
        const LibraryFolder library;
        library.write(u"a/README.md"_s, "a");
        library.write(u"b/README.md"_s, "b");
        library.read();
        const auto records
            = RunbookIndexStore(library.index()).candidates({ {}, {}, { u"x/B/readme.md"_s }, {} }, 20);
        QCOMPARE(places(records), QStringList { u"b/README.md#"_s });
    }

    void countsWordsInAllForms()
    {
        const LibraryFolder library;
        fill(library);
        const RunbookIndexStore store(library.index());
        const auto frequencies = store.frequencies({ u"restart"_s, u"disk"_s, u"nowhere"_s });
        QVERIFY(frequencies);
        QCOMPARE(frequencies->sections, 6);
        QCOMPARE(frequencies->containing.value(u"restart"_s), 2);
        QCOMPARE(frequencies->containing.value(u"nowhere"_s), 0);
        library.write(u"new.md"_s, "# New\nrestarted nowhere\n");
        library.read();
        QCOMPARE(store.frequencies({ u"restart"_s })->containing.value(u"restart"_s), 3); // what it remembered is gone
    }

    void proposesTheNearestWord()
    {
        const LibraryFolder library;
        fill(library);
        const RunbookIndexStore store(library.index());
        QCOMPARE(store.nearestWords(u"reszart"_s, 1), QStringList { u"restart"_s });
        QCOMPARE(store.nearestWords(u"restart"_s, 1), QStringList());
        QCOMPARE(store.nearestWords(u"xylophone"_s, 3), QStringList());
    }

    void answersInAnyThreadWhileTheIndexIsMadeAnew()
    {
        const LibraryFolder library;
        fill(library);
        const RunbookIndexStore store(library.index());
        QVERIFY(store.runbooks());
        QVERIFY(QtConcurrent::run([&] { return store.runbooks().ok(); }).result());
        QVERIFY(QFile::remove(library.index()));
        library.write(u"fifth.md"_s, "# Fifth\n");
        library.read();
        QCOMPARE(store.runbooks()->size(), 5); // not what the deleted file held
        QCOMPARE(QtConcurrent::run([&] { return store.runbooks()->size(); }).result(), 5);
    }

    void makesAnIndexOfAnythingThatIsNone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("made");
        QTest::newRow("empty") << u"index_v2.sqlite"_s << QByteArray() << true;
        QTest::newRow("text") << u"index_v2.sqlite"_s << QByteArray("no database at all").repeated(100) << true;
        QTest::newRow("the user's own file") << u"notes.md"_s << QByteArray("my notes").repeated(100) << false;
    }

    void makesAnIndexOfAnythingThatIsNone()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, made);
        const QTemporaryDir folder;
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QCOMPARE(RunbookIndexStore(file.fileName()).prepare().ok(), made);
        if (made) {
            QVERIFY(RunbookIndexStore(file.fileName()).runbooks()->isEmpty());
        } else {
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), bytes);
        }
    }

    void runsNothingThatAnotherFileBrings()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"index_v2.sqlite"_s);
        {
            const auto other = Database::open(path, Database::Mode::ReadWrite, {});
            QVERIFY(other);
            QVERIFY((*other)->run(u"CREATE TABLE runbook (id INTEGER)"_s));
            QVERIFY((*other)->run(u"CREATE TRIGGER t AFTER INSERT ON runbook BEGIN DELETE FROM runbook; END"_s));
        }
        RunbookIndexStore store(path);
        QVERIFY(store.prepare());
        const auto database = Database::open(path, Database::Mode::ReadOnly, {});
        QVERIFY(database);
        QCOMPARE((*database)->single(u"SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"_s)->toInt(), 0);
    }

    void saysThatThereIsNoIndex()
    {
        const QTemporaryDir folder;
        QVERIFY(!RunbookIndexStore(folder.filePath(u"none.sqlite"_s)).runbooks());
        QVERIFY(!RunbookIndexStore(u"/proc/nowhere/index_v2.sqlite"_s).prepare());
    }
};

QTEST_GUILESS_MAIN(TestRunbookIndexStore)
#include "tst_runbookindexstore.moc"
